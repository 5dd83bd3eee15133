package audit

import (
	"fmt"

	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/incidents"
)

// aboutIdentity reports what makes a sheet's source or the references of its
// records uncertain: rows become records, and records cases, by these.
func aboutIdentity(s intake.SheetCount) []finding.Finding {
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
