package narrative

import (
	"iter"
	"slices"
	"strings"

	"siequity/rules/narrative/lexicon"
)

// A column is the one of a table that asks something of every row: "Considered".
type column struct {
	at     int  // how many cell ends stand before it; 0 for none
	looked bool // it asks whether the review looked, not whether it mattered
}

// cellEnds are the signs that part the cells of a table.
const cellEnds = "|\t"

// cells yields the cells of a line with a bar or, failing that, a tab between them.
func cells(line string) iter.Seq[string] {
	if strings.IndexByte(line, '|') >= 0 {
		return strings.SplitSeq(line, "|")
	}
	return strings.SplitSeq(line, "\t")
}

// cellsBefore returns how many cell ends stand in the head of a line.
func cellsBefore(head string) int {
	if n := strings.Count(head, "|"); n > 0 {
		return n
	}
	return strings.Count(head, "\t")
}

// headColumn notes the column that asks, once a line reads as the head of a table,
// until a line that is no row.
func (r *reader) headColumn(line string) {
	if strings.IndexByte(line, '|') < 0 && strings.IndexByte(line, '\t') < 0 {
		r.column = column{}
		return
	}
	if r.column.at == 0 {
		r.column = asking(line)
	}
}

// asking returns the column of a table's head that asks something of its rows. A
// line that holds an answer is a row itself.
func asking(line string) (found column) {
	at := 0
	for cell := range cells(line) {
		words := strings.Fields(strings.ToLower(cell))
		if len(words) == 1 && yesOrNo(words[0]) {
			return column{}
		}
		if looked, ok := asksOfRows(words); ok && at > 0 && found.at == 0 {
			found = column{at, looked}
		}
		at++
	}
	return found
}

// askingWords is the greatest number of words in the head of a column that asks.
const askingWords = 4

// asksOfRows reads the head of a column: whether its rows were looked at, or whether
// they mattered.
func asksOfRows(words []string) (looked, ok bool) {
	if len(words) == 0 || len(words) > askingWords {
		return false, false
	}
	for _, w := range words {
		switch strings.Trim(w, "?*:") {
		case "considered", "discussed", "explored", "examined", "reviewed", "addressed", "looked":
			return true, true
		case "contributory", "contributed", "relevant":
			ok = true
		}
	}
	return false, ok
}

// yesOrNo reports whether a cell answers its column's head.
func yesOrNo(cell string) bool {
	switch strings.ToLower(strings.Trim(cell, " .*\t")) {
	case "yes", "no", "y", "n":
		return true
	}
	return false
}

// settleCell takes what the cell before sentence i named as asked, if the head of this
// one's column asks and this one answers; and notes whether this one asks itself.
func (r *reader) settleCell(low string, i int) {
	span := r.buf.spans[i]
	if r.cell = r.asksNextCell(low, i); r.column.at == 0 || !r.last.open || len(r.last.found) == 0 || slices.ContainsFunc(r.last.found, found.valued) {
		return
	}
	if yesOrNo(low[span.Start:span.End]) && cellsBefore(low[:span.Start]) == r.column.at {
		r.last.question, r.last.asked = true, r.column.looked
	}
}

// valued reports whether a finding names what one has or has not, whatever its column
// asks: "Interpreter required | No".
func (f found) valued() bool { return f.kind == lexicon.Status || f.kind == lexicon.Identity }

// asksNextCell reports whether sentence i is a cell that names no more than what the
// review did, with the answer in the next: "considered | no".
func (r *reader) asksNextCell(low string, i int) bool {
	if i == 0 || i+1 >= len(r.buf.spans) {
		return false
	}
	here, next := r.buf.spans[i], r.buf.spans[i+1]
	if !strings.ContainsAny(low[here.End:next.Start], cellEnds) || !yesOrNo(low[next.Start:next.End]) {
		return false
	}
	_, ok := asksOfRows(strings.Fields(low[here.Start:here.End]))
	return ok
}
