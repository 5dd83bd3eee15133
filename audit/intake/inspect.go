package intake

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/recognition"
)

// inspectRows is how many rows `inspect` reads for its samples and date styles.
const inspectRows = 500

// An Inspection is what one table of a file holds, for somebody who meets it for
// the first time.
type Inspection struct {
	File      string            `json:"file"`
	Sheet     string            `json:"sheet,omitempty"`
	Hidden    bool              `json:"hidden,omitempty"`
	Format    string            `json:"format"`
	Encoding  string            `json:"encoding,omitempty"`
	Delimiter string            `json:"delimiter,omitempty"`
	Source    string            `json:"source"` // "" when no source was recognised
	Title     string            `json:"title,omitempty"`
	Sure      string            `json:"sure"`
	Second    string            `json:"second,omitempty"` // the next best source
	Header    int               `json:"header_row"`
	Columns   []ColumnReport    `json:"columns"`
	Missing   []FieldReport     `json:"missing"` // fields that rules use and the table lacks
	Dates     []string          `json:"date_styles"`
	Clashes   []finding.Finding `json:"clashes,omitempty"`
	Mapping   string            `json:"mapping"` // a block for siequity.yaml
}

// A ColumnReport is one column: where, its heading, its field and three shapes.
type ColumnReport struct {
	Column  string   `json:"column"` // letter
	Heading string   `json:"heading"`
	Field   string   `json:"field,omitempty"`
	Title   string   `json:"title,omitempty"`
	How     string   `json:"how,omitempty"`
	Samples []string `json:"samples"`
	Filled  int      `json:"filled"` // cells of the rows read that hold something
}

// A FieldReport is a field with its meaning.
type FieldReport struct {
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Doc   string   `json:"doc"`
	Rules []string `json:"rules,omitempty"` // that use it
}

// Inspect looks at a file. needs gives, by source and field, the rules that use
// the field; it may be nil.
func Inspect(path string, st incidents.Statement, needs map[string]map[string][]string) ([]Inspection, []finding.Finding, error) {
	f, err := export.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var findings []finding.Finding
	for _, fault := range f.Faults {
		findings = append(findings, finding.FromExport(fault))
	}
	reader := incidents.NewReader(Tables())
	var out []Inspection
	for _, t := range f.Tables {
		seen, err := recognition.Look(reader, t, st)
		if err != nil {
			findings = append(findings, asFinding(err))
			continue
		}
		out = append(out, inspectTable(reader, f, t, seen, st, needs))
	}
	return out, findings, nil
}

func inspectTable(r *incidents.Reader, f *export.File, t *export.Table, seen recognition.Sighting, st incidents.Statement, needs map[string]map[string][]string) Inspection {
	x := Inspection{File: f.Name, Sheet: t.Sheet, Hidden: t.Hidden, Format: string(f.Format), Encoding: t.Encoding(), Delimiter: delimiterName(t.Delimiter), Sure: "unknown"}
	s := seen.Sheet(r, t, st, 0)
	if s == nil {
		x.unknown(r, seen, st)
		return x
	}
	x.Source, x.Title, x.Sure, x.Header = s.Table.Source, s.Table.Title, s.Sure, s.Header
	x.Second = s.Second.Source
	x.Clashes = clashes(s)
	rows, _ := t.Head(s.Header + inspectRows)
	x.describe(newSampler(), s, rows)
	x.Missing = missing(s, needs[s.Table.Source])
	x.Mapping = mappingBlock(s)
	return x
}

func delimiterName(d string) string {
	switch d {
	case ",":
		return "comma"
	case ";":
		return "semicolon"
	case "\t":
		return "tab"
	case "|":
		return "pipe"
	}
	return d
}

// describe fills in the columns and the date styles from the rows under the
// headings.
func (x *Inspection) describe(show sampler, s *incidents.Sheet, rows []export.Row) {
	var styles [5]int
	for i, c := range s.Mapping.Columns {
		rep := ColumnReport{Column: export.ColumnName(i + 1), Heading: c.Heading, How: c.How, Samples: []string{}}
		var f *field.Field
		if c.Field >= 0 {
			f = &s.Table.Fields[c.Field]
			rep.Field, rep.Title = f.Name, f.Title
		}
		for _, row := range rows {
			if row.Number > s.Header && i < len(row.Cells) {
				rep.add(show, f, row.Cells[i], &styles)
			}
		}
		x.Columns = append(x.Columns, rep)
	}
	for st, n := range styles {
		if n > 0 && field.Style(st) != field.NoStyle {
			x.Dates = append(x.Dates, fmt.Sprintf("%s (%d)", field.Style(st), n))
		}
	}
}

// missing lists the fields that rules ask for and that no column of the sheet gives.
// Of several columns that would do, the one that exports most often have is named.
func missing(s *incidents.Sheet, needs map[string][]string) []FieldReport {
	wanted := make([][]string, len(s.Table.Fields))
	for _, name := range sortedKeys(needs) {
		at, has := -1, false
		for _, column := range WorkedOutOf(name) {
			if i := s.Table.Index(column); i >= 0 {
				at, has = i, has || s.Mapping.Column(i) >= 0
			}
		}
		if at < 0 || has {
			continue
		}
		for _, rule := range needs[name] {
			if !slices.Contains(wanted[at], rule) {
				wanted[at] = append(wanted[at], rule)
			}
		}
	}
	var out []FieldReport
	for i, f := range s.Table.Fields {
		if len(wanted[i]) > 0 {
			slices.Sort(wanted[i])
			out = append(out, FieldReport{f.Name, f.Title, f.Doc, wanted[i]})
		}
	}
	return out
}

// mappingBlock writes the entry for siequity.yaml that states what was found and
// leaves a line for each column that was not.
func mappingBlock(s *incidents.Sheet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "inputs:\n  - file: %q\n    source: %s\n", s.File, s.Table.Source)
	b.WriteString(columnLines(s))
	return b.String()
}

// columnLines states the columns whose headings do not speak for themselves. A
// block without lines would not load, so without columns there is no block.
func columnLines(s *incidents.Sheet) string {
	var b strings.Builder
	for _, c := range s.Mapping.Columns {
		if c.Field >= 0 && c.How != "heading" {
			fmt.Fprintf(&b, "      %q: %s\n", c.Heading, s.Table.Fields[c.Field].Name)
		}
	}
	for _, c := range s.Mapping.Columns {
		if c.Field < 0 && c.Heading != "" {
			fmt.Fprintf(&b, "      %q: ignore # or the field it holds\n", c.Heading)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "    columns:\n" + b.String()
}
