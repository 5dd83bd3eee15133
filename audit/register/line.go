package register

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A line is one row of a register below its headings, with the means to read
// its cells and to say what is wrong with them.
type line struct {
	r     *reader
	sheet string
	head  header
	row   export.Row
	lost  bool // a needed cell is blank or unreadable
}

// cell gives the position of a field's cell and its text without margins.
func (l *line) cell(name string) (at int, text string) {
	if k := l.r.form.index(name); k >= 0 {
		at = l.head.at[k]
		return at, textAt(l.row, at)
	}
	return -1, ""
}

func textAt(row export.Row, at int) string {
	if at < 0 || at >= len(row.Cells) {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(row.Cells[at].String(), "\u00a0", " "))
}

// fault reports a cell of this row.
func (l *line) fault(at int, id, text, what, hint string) {
	l.r.fault(Fault{ID: "register/" + id, Sheet: l.sheet, Row: l.row.Number, Column: at + 1, Text: text, What: what, Hint: hint})
}

// text gives a cell as written. A blank cell of a needed column loses the row.
func (l *line) text(name string) string {
	at, s := l.cell(name)
	if s == "" && l.needs(name) {
		l.lose(at, name)
	}
	return s
}

func (l *line) needs(name string) bool { return l.r.form.columns[l.r.form.index(name)].need }

func (l *line) lose(at int, name string) {
	title := l.r.form.columns[l.r.form.index(name)].title
	l.fault(at, "blank", "", fmt.Sprintf("%q is blank, so the row is not used", title), "fill it in, or clear the whole row")
	l.lost = true
}

// date reads a day. One that cannot be read is left out; the row is kept.
func (l *line) date(name string) field.Day {
	at, s := l.cell(name)
	if notYet(s) {
		return 0
	}
	day, _, err := field.ParseDate(s)
	if err != nil {
		l.fault(at, "date", s, "the date "+err.Error()+", and is left out", "write it as dd/mm/yyyy")
		return 0
	}
	return day
}

// notYet reads what people write in a date's cell when there is no date.
func notYet(s string) bool {
	return slices.Contains([]string{"", "na", "notapplicable", "tbc", "tba", "notyet", "none", "no", "ongoing", "pending", "nil", "notknown", "awaited", "inprogress", "open"}, field.Fold(s))
}

// count reads a number of people. A row without it is not used.
func (l *line) count(name string) int {
	at, s := l.cell(name)
	if s == "" {
		l.lose(at, name)
		return 0
	}
	n, why := wholeNumber(s)
	if why != "" {
		l.fault(at, "number", s, why+", so the row is not used", "write a whole number")
		l.lost = true
	}
	return n
}

// wholeNumber reads a count such as 142, 1,420 or 142.0, and says why not.
func wholeNumber(s string) (n int, why string) {
	plain := strings.NewReplacer(",", "", " ", "", "\u202f", "").Replace(s)
	v, err := strconv.ParseFloat(plain, 64)
	switch {
	case strings.HasSuffix(plain, "%"):
		return 0, "this is a percentage and not a number of people"
	case err != nil || math.IsNaN(v) || math.IsInf(v, 0) || strings.ContainsAny(plain, "xXpP_"):
		return 0, "this is not a number"
	case v < 0:
		return 0, "the number is below zero"
	case v != math.Trunc(v):
		return 0, "this is not a whole number"
	case v > 1e9:
		return 0, "the number is too large to be a count of people"
	}
	return int(v), ""
}

// answerWords are the first words of answers. Which answer they give is for the
// audit to say; here only what no reader could take for an answer is reported.
var answerWords = []string{"yes", "y", "no", "n", "true", "false", "t", "f", "1", "0", "partly", "partial", "partially", "apologies", "apology", "present", "absent", "attended", "did",
	"not", "na", "n/a", "unknown", "external", "internal", "declined", "offered", "verbally", "letter", "report", "meeting", "email", "planned", "pending", "✓", "✔", "✗", "✘", "x", "☑", "☐", "-"}

// answer gives an answer as written, and reports one that cannot be one.
func (l *line) answer(name string) string {
	at, s := l.cell(name)
	first := strings.ToLower(strings.TrimRight(strings.SplitN(s+" ", " ", 2)[0], ".,;:!?-"))
	if s != "" && first != "" && !slices.Contains(answerWords, first) {
		l.fault(at, "answer", s, "this may not be read as an answer", "write Yes, Partly or No, and details in another column")
	}
	return s
}

// rag gives a rating as written, and reports one that is none.
func (l *line) rag(name string) string {
	at, s := l.cell(name)
	folded := field.Fold(s)
	for _, w := range []string{"red", "amber", "yellow", "green", "blue", "grey", "gray", "white", "black", "complete", "closed", "overdue", "ontrack", "notstarted", "open", "inprogress", "done"} {
		if strings.HasPrefix(folded, w) {
			return s
		}
	}
	if len(folded) > 1 || folded != "" && !strings.Contains("ragb", folded) {
		l.fault(at, "rag", s, "this is not a RAG rating", "write Red, Amber, Green or Blue")
	}
	return s
}
