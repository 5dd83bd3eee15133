package cases

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/incidents"
)

// ReferenceDoubted is the finding about a reference that was read and not followed.
// The worklist asks about each such pair by itself.
const ReferenceDoubted = "reference/not-followed"

// mostDoubted is how many of these findings a sheet has before the rest are counted.
const mostDoubted = 20

// aboutDoubted reports the references between two records that made no case of them,
// with the places of both and the reason. A reference that somebody entered must not
// be passed over in silence.
func (l *Linked) aboutDoubted() []finding.Finding {
	const hint = "correct the date or the reference that is wrong; if they are two events, nothing needs doing"
	var out []finding.Finding
	told := map[*incidents.Sheet]int{}
	var order []*incidents.Sheet
	for _, x := range l.Candidates {
		if !x.Reason.Named() {
			continue
		}
		a, b := l.records[x.A], l.records[x.B]
		if told[a.Sheet]++; told[a.Sheet] == 1 {
			order = append(order, a.Sheet)
		}
		if told[a.Sheet] > mostDoubted {
			continue
		}
		f := finding.Finding{ID: ReferenceDoubted, File: a.Sheet.File, Sheet: a.Sheet.Name, Row: int(a.Row), Hint: hint}
		f.Heading, f.Column = a.Sheet.Heading(l.seen.ReferenceField(b.Source()))
		f.What = fmt.Sprintf("a reference between this record and %s was not followed: %s", placeOf(b), x.Doubt())
		out = append(out, f)
	}
	for _, s := range order {
		if more := told[s] - mostDoubted; more > 0 {
			out = append(out, finding.Finding{ID: ReferenceDoubted, File: s.File, Sheet: s.Name, Row: s.Header, Hint: hint,
				What: fmt.Sprintf("more references that were not followed: %d; the worklist has a line for each", more)})
		}
	}
	return out
}

// placeOf names the row of a record.
func placeOf(r *record.Record) string {
	return finding.Finding{File: r.Sheet.File, Sheet: r.Sheet.Name, Row: int(r.Row)}.Where()
}

// An unmetSheet counts the references of one sheet that no record has.
type unmetSheet struct {
	sheet   *incidents.Sheet
	column  int // catalogue number of the first such column
	count   int
	sources [len(reading.ReferenceOrder)]int
	rows    []int32
}

// aboutUnmet reports, sheet by sheet, the references to a source whose export was
// read and has no such record. The record may be of another time, or the reference
// mistyped.
func (l *Linked) aboutUnmet(given map[string]bool) []finding.Finding {
	var sheets []*unmetSheet
	for _, u := range l.unmet {
		rec := l.records[u.Record]
		of := slices.IndexFunc(reading.ReferenceOrder[:], func(s string) bool { return linkSources[s] == u.System })
		if of < 0 || !given[reading.ReferenceOrder[of]] {
			continue
		}
		if n := len(sheets); n == 0 || sheets[n-1].sheet != rec.Sheet { // records are in the order of sheets
			sheets = append(sheets, &unmetSheet{sheet: rec.Sheet, column: l.seen.ReferenceField(reading.ReferenceOrder[of])})
		}
		sheets[len(sheets)-1].add(rec.Row, of)
	}
	var out []finding.Finding
	for _, s := range sheets {
		out = append(out, s.finding())
	}
	return out
}

func (s *unmetSheet) add(row int32, source int) {
	s.count++
	s.sources[source]++
	if n := len(s.rows); n < finding.MostRows && (n == 0 || s.rows[n-1] != row) {
		s.rows = append(s.rows, row)
	}
}

func (s *unmetSheet) finding() finding.Finding {
	var parts []string
	for i, n := range s.sources {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d of %s", n, linkSources[reading.ReferenceOrder[i]]))
		}
	}
	f := finding.Finding{ID: "reference/no-record", File: s.sheet.File, Sheet: s.sheet.Name, Row: int(s.rows[0]),
		What: fmt.Sprintf("references to records that are not in these files: %s; the first in %s", strings.Join(parts, ", "), rowsWords(s.rows)),
		Hint: "check the first of them: the reference may be mistyped, or the other export may not reach back to the record"}
	f.Heading, f.Column = s.sheet.Heading(s.column)
	return f
}

// rowsWords names rows: row 3, rows 3, 4.
func rowsWords(rows []int32) string {
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = fmt.Sprint(r)
	}
	if len(rows) == 1 {
		return "row " + words[0]
	}
	return "rows " + strings.Join(words, ", ")
}
