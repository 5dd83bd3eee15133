package audit

import (
	"fmt"

	"siequity/incidents"
)

// aboutIdentity reports what makes a sheet's source or the references of its
// records uncertain: rows become records, and records cases, by these.
func aboutIdentity(s SheetCount) []Finding {
	at := Finding{File: s.Sheet.File, Sheet: s.Sheet.Name, Row: s.Sheet.Header}
	var out []Finding
	add := func(f Finding, id, what, hint string) {
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
	return out
}

// doubtedSource says that a sheet may be of another source than it was taken for.
func doubtedSource(s *incidents.Sheet) (id, what string) {
	switch {
	case s.Sure == "unsure":
		return "source/unsure", fmt.Sprintf("this was taken for %s, and another source fits as well", s.Table.Title)
	case s.Sure == "likely" && s.Second.Source != "":
		return "source/likely", fmt.Sprintf("this is likely %s, and could also be %s", s.Table.Title, s.Second.Title)
	}
	return "", ""
}
