package audit

import (
	"fmt"

	"siequity/audit/finding"
	"siequity/incidents"
)

// aboutIdentity reports what makes a sheet's source or the references of its
// records uncertain: rows become records, and records cases, by these.
func aboutIdentity(s SheetCount) []finding.Finding {
	at := finding.Finding{File: s.Sheet.File, Sheet: s.Sheet.Name, Row: s.Sheet.Header}
	var out []finding.Finding
	add := func(f finding.Finding, id, what, hint string) {
		f.ID, f.What, f.Hint = id, what, hint
		out = append(out, f)
	}
	if id, what := doubtedSource(s.Sheet); id != "" {
		add(at, id, what, "state the source under inputs: in siequity.yaml")
	}
	if !s.Sheet.HasOwn() && s.Read > 0 {
		add(at, "reference/no-column", "no column was taken for the record's own reference; several rows of one incident are counted apart",
			fmt.Sprintf("name the heading of that column under columns: in siequity.yaml, with the field %s", s.Sheet.Table.Own))
	}
	if n := len(s.Nameless); n > 0 {
		at.Row = int(s.Nameless[0])
		at.Heading, at.Column = s.Sheet.OwnHeading()
		add(at, "reference/stand-in", rowsWithout(n)+" a remark, a dummy or a number cut to 1.23E+11 in place of the record's own reference, the first of them here; each counts as a record of its own",
			"enter the references once they are known, and export numbers that were cut again as .xlsx; until then nothing tells whether two rows are one incident")
	}
	return out
}

// doubtedSource says that a sheet may be of another source than it was taken for.
func doubtedSource(s *incidents.Sheet) (id, what string) {
	switch {
	case s.Sure == "unsure":
		return "source/unsure", fmt.Sprintf("this was taken for %s, and another source fits as well", s.Table.Title)
	case s.Sure == "likely" && s.Second.Source != "":
		return "source/likely", fmt.Sprintf("this was taken for %s, and could also be %s", s.Table.Title, s.Second.Title)
	}
	return "", ""
}

// rowsWithout words the rows that lack a reference of their own.
func rowsWithout(n int) string {
	if n == 1 {
		return "1 row has"
	}
	return fmt.Sprintf("%d rows have", n)
}

// aboutTail tells of the lines under a table that were not taken for records.
func aboutTail(s *incidents.Sheet, t incidents.Tail) []finding.Finding {
	f := finding.Finding{ID: "rows/under-table", File: s.File, Sheet: s.Name, Row: t.First, Hint: "if it is a record, give it its reference and its date"}
	switch t.Rows {
	case 0:
		return nil
	case 1:
		f.What = "this last row has neither a reference nor a date, so it was taken for a line under the table and not for a record"
	default:
		f.What = fmt.Sprintf("the last %d rows, to row %d, have neither a reference nor a date, so they were taken for lines under the table and not for records", t.Rows, t.Last)
		f.Hint = "if one is a record, give it its reference and its date"
	}
	return []finding.Finding{f}
}
