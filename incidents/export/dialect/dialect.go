package dialect

import "bytes"

// A Dialect is how a text file marks the ends of its cells and records.
type Dialect struct {
	Delimiter byte
	Newline   byte      // '\n', or '\r' for files of the old Macintosh kind that have no '\n' at all
	ends      [256]bool // bytes at which an unquoted cell must be looked at: delimiter, newline, quote
}

// New gives the dialect with that delimiter and newline.
func New(delim, newline byte) Dialect {
	d := Dialect{Delimiter: delim, Newline: newline}
	d.ends[delim], d.ends[newline], d.ends['"'] = true, true, true
	return d
}

// Sniff decides from the beginning of a text, already UTF-8 and without a mark. If Excel's own first line "sep=;"
// is there it is believed, and declared is the length of that line.
func Sniff(head []byte) (d Dialect, declared int) {
	newline := byte('\n')
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		newline = '\r'
	}
	if delim, n := declaredDelimiter(head, newline); n > 0 {
		return New(delim, newline), n
	}
	best, bestFit := New(',', newline), fit{}
	for _, delim := range []byte{',', ';', '\t', '|'} {
		candidate := New(delim, newline)
		if f := candidate.fit(head); f.betterThan(bestFit) {
			best, bestFit = candidate, f
		}
	}
	return best, 0
}

// declaredDelimiter reads the line "sep=;" that some systems write for Excel.
func declaredDelimiter(head []byte, newline byte) (delim byte, length int) {
	end := bytes.IndexByte(head, newline)
	if end < 0 || end > 10 {
		return 0, 0
	}
	line := bytes.Trim(bytes.TrimRight(head[:end], "\r"), `"`)
	if len(line) != 5 || !bytes.EqualFold(line[:4], []byte("sep=")) || bytes.IndexByte([]byte(",;\t|"), line[4]) < 0 {
		return 0, 0
	}
	return line[4], end + 1
}

// sniffRecords is how many records the delimiter is judged by.
const sniffRecords = 60

// A fit is how well a delimiter suits the beginning of a text.
type fit struct {
	score float64 // high if many records have the same, large number of cells
	first int     // the first record, from 1, with that number of cells
}

// betterThan prefers the higher score, counted half for the delimiter that comes second: the right one stands in the
// heading, one that joins lists within cells does not.
func (f fit) betterThan(g fit) bool {
	switch {
	case g.score == 0 || f.score == 0:
		return f.score > g.score
	case f.first < g.first:
		return 2*f.score > g.score
	case f.first > g.first:
		return f.score > 2*g.score
	}
	return f.score > g.score
}

// fit tries the delimiter on the first records. Titles above the heading and free text cost the right one a little; a
// wrong one rarely gives two records alike.
func (d *Dialect) fit(head []byte) fit {
	widths, first := map[int]int{}, map[int]int{}
	records, commonest := 0, 0
	for p := 0; p < len(head) && records < sniffRecords; {
		width, next := d.count(head, p)
		if next >= len(head) && records > 0 {
			break // the last record of the sample may be cut
		}
		p = next
		records++
		if width < 2 {
			continue
		}
		if widths[width]++; widths[width] == 1 {
			first[width] = records
		}
		if n := widths[width]; n > widths[commonest] || n == widths[commonest] && width > commonest {
			commonest = width
		}
	}
	if commonest == 0 {
		return fit{}
	}
	share := float64(widths[commonest]) / float64(records)
	return fit{score: share * share * float64(commonest), first: first[commonest]}
}

// count gives the number of cells of the record at p, and where the next record begins.
func (d *Dialect) count(b []byte, p int) (cells, next int) {
	cells = 1
	for p < len(b) {
		switch c := b[p]; {
		case c == '"' && d.Opens(b, p):
			p = d.Quoted(b, p+1, true).Next
		case c == d.Delimiter:
			cells++
			p++
		case c == d.Newline:
			return cells, p + 1
		default:
			p++
		}
	}
	return cells, p
}

// Opens tells whether the quote at q begins a cell: only then does it quote anything.
func (d *Dialect) Opens(b []byte, q int) bool {
	return q == 0 || b[q-1] == d.Delimiter || b[q-1] == d.Newline
}
