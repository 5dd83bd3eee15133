package proforma

import (
	"slices"
	"strings"

	"siequity/rules/codes/wording"
)

// role is what a column holds.
type role int

// The roles, in the order of the sheet.
const (
	roleNone role = iota
	roleCase
	roleReference
	roleWhere
	roleReader
	roleNumber
	roleQuestion
	roleAnswer
	roleEvidence
	roleNote
	roleDisputed
	roleFinding
	roleTodo
	roleMark
)

// headings are the ways in which a column may be headed after people have been
// at it, folded. The first is as it was written.
func headings() [][]string {
	return [][]string{
		roleCase:      {"case", "case no", "case number", "case id"},
		roleReference: {"reference", "ref", "case reference", "reference no", "reference number", "case ref", "incident reference", "incident ref"},
		roleWhere:     {"where to find it", "where", "location", "where to find"},
		roleReader:    {"reader", "reader name", "reviewer", "read by", "name of reader"},
		roleNumber:    {"no", "number", "question no", "question number", "q no", "q number", "nr"},
		roleQuestion:  {"question", "question text", "audit question", "questions"},
		roleAnswer:    {"answer", "your answer", "response", "answers", "answer choose", "answer given", "reply", "finding of the reader"},
		roleEvidence: {"evidence page or paragraph", "evidence", "page or paragraph", "evidence reference", "evidence ref", "page", "page ref", "paragraph",
			"evidence page", "evidence page para", "page paragraph"},
		roleNote:     {"note for the audit lead", "note", "notes", "comment", "comments", "remarks"},
		roleDisputed: {"the two readers answers"},
		roleFinding:  {"what the tool found", "tool finding", "tool found"},
		roleTodo:     {"still to do", "to do"},
		roleMark:     {"mark"},
	}
}

// roleOf reads a heading: as written, else one slip away, else one that begins
// with a heading ("Answer (Y/N)").
func roleOf(heading string) role {
	typed := wording.Fold(heading)
	if typed == "" || len(typed) > 60 {
		return roleNone
	}
	known := headings()
	for r, names := range known {
		if slices.Contains(names, typed) {
			return role(r)
		}
	}
	for r, names := range known {
		for _, name := range names {
			if len(name) >= 5 && wording.OneSlip(typed, name) {
				return role(r)
			}
		}
	}
	for r, names := range known {
		for _, name := range names {
			if len(name) >= 6 && strings.HasPrefix(typed, name+" ") {
				return role(r)
			}
		}
	}
	return roleNone
}

// table is where the columns of a sheet are.
type table struct {
	head    int          // index of the row of headings, -1 without one
	columns map[role]int // by index
	also    []int        // further columns headed as answers
	titles  map[int]string
}

const deepestHead = 60 // rows to look for headings in

// findTable finds the headings of a sheet: the row that names the most columns,
// the answer and a way to tell the case among them. Marks are found by their
// form, headed or not.
func findTable(rows [][]string) table {
	best := table{head: -1, columns: map[role]int{}, titles: map[int]string{}}
	for i := range min(len(rows), deepestHead) {
		t := readHeadings(rows[i])
		t.head = i
		if len(t.columns) >= 3 && t.tellsCases() && len(t.columns) > len(best.columns) {
			best = t
		}
	}
	if c := markColumn(rows); c >= 0 {
		best.columns[roleMark] = c
	} else {
		delete(best.columns, roleMark)
	}
	return best
}

func (t table) has(r role) bool { _, ok := t.columns[r]; return ok }

func (t table) tellsCases() bool {
	return (t.has(roleReference) || t.has(roleCase)) && (t.has(roleAnswer) || t.has(roleQuestion))
}

func readHeadings(cells []string) table {
	t := table{columns: map[role]int{}, titles: map[int]string{}}
	for c, text := range cells {
		r := roleOf(text)
		t.titles[c] = strings.TrimSpace(text)
		switch {
		case r == roleNone:
		case !t.has(r):
			t.columns[r] = c
		case r == roleAnswer:
			t.also = append(t.also, c)
		}
	}
	return t
}

// markColumn is the column that holds the most marks, -1 when none holds any.
func markColumn(rows [][]string) int {
	count := map[int]int{}
	best := -1
	for _, cells := range rows {
		for c, text := range cells {
			if looksLikeMark(text) {
				count[c]++
				if best < 0 || count[c] > count[best] {
					best = c
				}
			}
		}
	}
	return best
}
