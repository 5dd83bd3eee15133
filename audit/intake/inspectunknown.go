package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/recognition"
)

// unknown describes a table without known headings: the row that looks like its
// headings, if one does, and a mapping block to fill in. With a stated source it
// lists the fields that the block may name.
func (x *Inspection) unknown(r *incidents.Reader, seen recognition.Sighting, st incidents.Statement) {
	for _, t := range r.Tables() {
		if t.Source == st.Source {
			for _, f := range t.Fields {
				x.Missing = append(x.Missing, FieldReport{Name: f.Name, Title: f.Title, Doc: f.Doc})
			}
		}
	}
	at := slices.IndexFunc(seen.Head, looksLikeHeadings)
	if at < 0 {
		return
	}
	x.Header = seen.Head[at].Number
	source := st.Source
	if source == "" {
		source = "datix # or another of " + strings.Join(Sources(), ", ")
	}
	show := newSampler()
	var b strings.Builder
	fmt.Fprintf(&b, "inputs:\n  - file: %q\n    source: %s\n    columns:\n", x.File, source)
	for i, c := range seen.Head[at].Cells {
		heading := strings.TrimSpace(c.String())
		if heading == "" {
			continue
		}
		rep := ColumnReport{Column: export.ColumnName(i + 1), Heading: heading, Samples: []string{}}
		for _, row := range seen.Head[at+1:] {
			if i < len(row.Cells) {
				rep.add(show, nil, row.Cells[i], new([5]int))
			}
		}
		x.Columns = append(x.Columns, rep)
		fmt.Fprintf(&b, "      %q: ignore # or the field it holds\n", heading)
	}
	x.Mapping = b.String()
}

// looksLikeHeadings is strict, because headings are shown as they stand: a row
// of data shown by mistake could identify somebody. Headings are several short,
// different texts, and none of them holds a number of more than two digits.
func looksLikeHeadings(row export.Row) bool {
	seen := map[string]bool{}
	for _, c := range row.Cells {
		text := strings.TrimSpace(c.String())
		if text == "" {
			continue
		}
		if c.Kind == export.Date || len(text) > 80 || seen[text] || digits(text) > 2 {
			return false
		}
		seen[text] = true
	}
	return len(seen) > 1
}

func digits(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
