package intake

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/organisation"
	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// A column that was taken for no field leaves no trace in the figures: they are as if
// the export lacked it. Where its values say that it matters, the user is told.

// notUsed reports the columns of a sheet that were taken for no field and look as if
// they matter, all in one. Values are not shown.
func notUsed(s *incidents.Sheet, said field.Overrides, all []field.Table) []finding.Finding {
	columns := idle(s, said)
	if len(columns) == 0 {
		return nil
	}
	rows, _ := s.Input.Head(s.Header + inspectRows) // what cannot be read is told where it is read
	var told []string
	for _, i := range columns {
		if what := matters(s, i, rows, all); what != "" {
			told = append(told, fmt.Sprintf("%s %q (%s)", export.ColumnName(i+1), s.Mapping.Columns[i].Heading, what))
		}
	}
	if len(told) == 0 {
		return nil
	}
	return []finding.Finding{{ID: "mapping/not-used", File: s.File, Sheet: s.Name, Row: s.Header, What: "columns are not used though their values look as if they matter: " + strings.Join(told, ", "),
		Hint: "name the field of each under columns: in siequity.yaml, or ignore"}}
}

// idle lists the columns without a field that nobody has spoken of: neither the user
// nor a finding about two columns for one field.
func idle(s *incidents.Sheet, said field.Overrides) []int {
	spoken := map[string]bool{"": true}
	for heading := range said {
		spoken[field.Fold(heading)] = true
	}
	for _, c := range s.Mapping.Clashes {
		spoken[field.Fold(s.Mapping.Columns[c.Column].Heading)] = true
	}
	var out []int
	for i, c := range s.Mapping.Columns {
		if c.Field < 0 && !spoken[field.Fold(c.Heading)] {
			out = append(out, i)
		}
	}
	return out
}

// matters says what the values of column i look like, and the fields that the sheet
// lacks for it; "" where they look like nothing, or the sheet has such a column.
func matters(s *incidents.Sheet, i int, rows []export.Row, all []field.Table) string {
	values := filled(s, i, rows)
	if len(values) == 0 {
		return ""
	}
	words := strings.Join(organisation.Words(s.Mapping.Columns[i].Heading), " ")
	for _, l := range likenesses(s.Table, all) {
		if open := lacking(s, l.fields); len(open) > 0 && l.heading(words) && mostly(values, l.like) {
			return l.noun + ": " + strings.Join(open, " or ")
		}
	}
	return references(s, words, values)
}

// references tells of numbers under a heading that names another system.
func references(s *incidents.Sheet, words string, values []string) string {
	var named []string
	for _, w := range systemWords {
		if w.words.MatchString(words) && w.name != s.Table.Own {
			named = append(named, w.name)
		}
	}
	if open := lacking(s, named); len(open) > 0 && !places.MatchString(words) && mostly(values, referenceLike.MatchString) {
		return "references: " + strings.Join(open, " or ")
	}
	return ""
}

// lacking keeps the fields that the source has and the sheet has no column for.
func lacking(s *incidents.Sheet, fields []string) []string {
	return slices.DeleteFunc(slices.Clone(fields), func(name string) bool {
		f := s.Table.Index(name)
		return f < 0 || s.Mapping.Column(f) >= 0
	})
}

// filled gives the different texts of column i that stand for something.
func filled(s *incidents.Sheet, i int, rows []export.Row) []string {
	seen := map[string]bool{}
	var out []string
	for _, row := range rows {
		if row.Number <= s.Header || i >= len(row.Cells) {
			continue
		}
		if text := strings.TrimSpace(row.Cells[i].String()); text != "" && !seen[text] && codes.ReadAnswer(text).Answer != codes.AnswerNotRecorded {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

// mostly reports that more than half of the texts are like something.
func mostly(texts []string, like func(string) bool) bool {
	n := 0
	for _, t := range texts {
		if len(t) <= 60 && like(t) {
			n++
		}
	}
	return 2*n > len(texts)
}
