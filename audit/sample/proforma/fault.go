package proforma

import (
	"fmt"
	"strings"
)

// Severity is how much a fault matters.
type Severity string

// The severities. A fault that is to mend keeps an answer from counting; one to
// check was read, and somebody should look whether it was read right.
const (
	ToMend  Severity = "mend"
	ToCheck Severity = "check"
)

// Fault is one thing missing, contradictory or unreadable in a return.
type Fault struct {
	Severity Severity `json:"severity"`
	File     string   `json:"file,omitempty"`
	Sheet    string   `json:"sheet,omitempty"`
	Row      int      `json:"row,omitempty"`    // as the spreadsheet counts
	Rows     []int    `json:"rows,omitempty"`   // all of them, when one fault stands for many
	Column   string   `json:"column,omitempty"` // letter
	Case     int      `json:"case,omitempty"`   // its number in the draw
	Question string   `json:"question,omitempty"`
	Number   int      `json:"-"` // of the question, as the proforma shows it; 0 where it is not known
	What     string   `json:"what"`
	Hint     string   `json:"hint,omitempty"`
	Who      string   `json:"who,omitempty"` // must mend it
}

// Place is where the fault is: "return.xlsx, sheet Reader A, row 12, column F".
func (f Fault) Place() string {
	var parts []string
	add := func(format string, value any, there bool) {
		if there {
			parts = append(parts, fmt.Sprintf(format, value))
		}
	}
	add("%s", f.File, f.File != "")
	add("sheet %s", f.Sheet, f.Sheet != "")
	add("row %d", f.Row, f.Row > 0)
	add("and %d rows more", len(f.Rows)-1, len(f.Rows) > 1)
	add("column %s", f.Column, f.Column != "")
	add("case %d", f.Case, f.Case > 0)
	add("question %d", f.Number, f.Number > 0)
	add("question %s", f.Question, f.Number == 0 && f.Question != "")
	return strings.Join(parts, ", ")
}

// Error is where, what and who; the remedy is left to the caller.
func (f Fault) Error() string {
	text := f.What
	if place := f.Place(); place != "" {
		text = place + ": " + text
	}
	if f.Who != "" {
		text += " (for " + f.Who + ")"
	}
	return text
}

// Remedy says what to do.
func (f Fault) Remedy() string { return f.Hint }
