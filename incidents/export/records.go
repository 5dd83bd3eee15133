package export

import (
	"bytes"
	"fmt"
	"sync"

	"siequity/incidents/export/dialect"
	"siequity/incidents/export/encoding"
)

const (
	longCell   = 1 << 20 // bytes of a cell above which it is reported
	wideTable  = 256     // columns above which a table is reported
	shortCells = 2       // cells that make a short row worth reporting: one alone is a title or a footer
)

// records is a piece of delimited text that begins and ends with a record.
type records struct {
	*piece
	pool   *sync.Pool
	source *delimited
	want   Range
	row    int // number and line of the first record
	line   int
	first  bool // the first piece of the table

	valid   bool // the whole piece is valid UTF-8
	tooWide int  // the last row reported for having too many cells
	faults  []Fault
}

// rows splits the piece. Cells point into its text; quotes are undoubled in place.
func (b *records) rows(yield func(Row) bool) []Fault {
	defer b.pool.Put(b.piece)
	b.valid = b.source.table.encoding.Note(b.text)
	row := Row{Number: b.row, Line: b.line}
	for p := 0; p < len(b.text); {
		b.cells, b.scratch = b.cells[:0], b.scratch[:0]
		next, lines := b.record(p, row.Number, row.Line)
		p = next
		if row.Number >= b.want.From && !b.blank() {
			b.ragged(row)
			row.Cells = b.cells
			if !yield(row) {
				break
			}
		}
		row.Number++
		row.Line += lines
	}
	return b.faults
}

// blank tells whether the record is an empty line or delimiters alone; spaces are text.
func (b *records) blank() bool { return (Row{Cells: b.cells}).blank() }

// record splits the record at p into b.cells, and gives where the next begins and how many lines it took.
func (b *records) record(p, row, line int) (next, lines int) {
	d, text := &b.source.dialect, b.text
	reported := row >= b.want.From
	for {
		start := p
		var m dialect.Marks
		var cell []byte
		if p < len(text) && text[p] == '"' {
			start++
			q := d.Quoted(text, start, true)
			cell, p, m = text[start:q.End], q.Next, q.Marks
			lines += bytes.Count(cell, []byte{d.Newline})
			if m&dialect.Doubled != 0 {
				cell = undouble(cell)
			}
		} else {
			var stray bool
			if p, stray = d.Unquoted(text, p); stray {
				m = dialect.Stray
			}
			cell = d.Trim(text[start:p], text[p:])
		}
		b.add(cell, m, row, line, reported)
		if p >= len(text) || text[p] == d.Newline {
			return p + 1, lines + 1
		}
		p++
	}
}

// undouble makes "" into " in place. The bytes left over at the end are never read again.
func undouble(b []byte) []byte {
	out := b[:0]
	for {
		q := bytes.IndexByte(b, '"')
		if q < 0 {
			return append(out, b...)
		}
		out = append(out, b[:q+1]...)
		if b = b[q+1:]; len(b) > 0 && b[0] == '"' {
			b = b[1:]
		}
	}
}

// unwrap reads ="007" as 007: exports write it so that Excel keeps the zeros.
func unwrap(cell []byte, m dialect.Marks) ([]byte, dialect.Marks) {
	inner := cell[2 : len(cell)-1]
	if cell[1] != '"' || cell[len(cell)-1] != '"' || bytes.IndexByte(inner, '"') >= 0 {
		return cell, m
	}
	return inner, m &^ dialect.Stray
}

// add puts a cell into the row, decoded, and reports what was odd about it.
func (b *records) add(cell []byte, m dialect.Marks, row, line int, reported bool) {
	col := len(b.cells) + 1
	if col > maxColumns {
		if reported && b.tooWide != row {
			b.tooWide = row
			b.fault(row, line, col, tooManyColumns)
		}
		return
	}
	if len(cell) > 3 && cell[0] == '=' {
		cell, m = unwrap(cell, m)
	}
	how := encoding.AsUTF8
	if !b.valid {
		cell, b.scratch, how = b.source.table.encoding.Decode(cell, b.scratch)
	}
	kind := Text
	if len(cell) == 0 {
		kind = Empty
	}
	b.cells = append(b.cells, Cell{Text: cell, Kind: kind})
	if (m&(dialect.Stray|dialect.Unclosed) != 0 || how != encoding.AsUTF8 || len(cell) > longCell) && reported {
		b.odd(len(cell), m, how, row, line, col)
	}
}

var (
	tooManyColumns = Fault{ID: "export/too-many-columns", What: "the row has more than 16,384 cells; the others are left out",
		Hint: "look for a missing line end there; a sheet of Excel can hold no more"}
	strayQuote = Fault{ID: "export/stray-quote", What: "a quote stands alone inside the text; it was kept as text",
		Hint: "check that the cell is whole; exports should double a quote inside text"}
	unclosedQuote = Fault{ID: "export/unclosed-quote", What: "a quote is opened and never closed; the cell was taken to end at the next delimiter or line",
		Hint: "check this row and the next in the file, or export again as .xlsx"}
	mixedEncoding = Fault{ID: "export/mixed-encoding", What: "the text is Windows-1252 in a file that otherwise is UTF-8; it was read as Windows-1252",
		Hint: "check the accents and dashes in the cell; two exports may have been pasted together"}
	badEncoding = Fault{ID: "export/unknown-letters", What: "some letters are neither UTF-8 nor Windows-1252; they are shown as \uFFFD",
		Hint: "export again as UTF-8 or as .xlsx"}
)

func (b *records) odd(size int, m dialect.Marks, how encoding.Mend, row, line, col int) {
	if m&dialect.Unclosed != 0 {
		b.fault(row, line, col, unclosedQuote)
	} else if m&dialect.Stray != 0 {
		b.fault(row, line, col, strayQuote)
	}
	if how == encoding.As1252Bad {
		b.fault(row, line, col, badEncoding)
	} else if how == encoding.As1252 && b.source.table.encoding.MostlyUTF8 {
		b.fault(row, line, col, mixedEncoding)
	}
	if size > longCell {
		b.fault(row, line, col, longCellFault(size))
	}
}

func longCellFault(size int) Fault {
	return Fault{ID: "export/long-cell", What: fmt.Sprintf("the cell holds %d MB of text; all of it was read", size>>20),
		Hint: "look for a missing quote there, or for a document pasted into the field"}
}

func (b *records) fault(row, line, col int, f Fault) {
	f.File, f.Sheet = b.source.table.File, b.source.table.Sheet
	f.Row, f.Line, f.Col = row, line, col
	b.faults = append(b.faults, f)
}

// ragged reports a row with too few or too many cells, and fills up a short one. Empty cells too many are what a
// trailing delimiter leaves, and harmless.
func (b *records) ragged(row Row) {
	width, got := b.want.Width, len(b.cells)
	if b.first && got > wideTable && row.Number <= max(b.want.From, 1) {
		b.fault(row.Number, row.Line, 0, wideTableFault(got))
	}
	if width == 0 {
		return
	}
	if extra := b.cells[min(width, got):]; !(Row{Cells: extra}).blank() {
		b.fault(row.Number, row.Line, width+1, Fault{ID: "export/long-row",
			What: fmt.Sprintf("the row has %d cells where %d are expected; all were kept", got, width),
			Hint: "look for text with a delimiter that is not in quotes; cells after it stand in the wrong column"})
	}
	if got < width && got >= shortCells {
		b.fault(row.Number, row.Line, got, Fault{ID: "export/short-row",
			What: fmt.Sprintf("the row has %d cells where %d are expected; the others are taken as empty", got, width),
			Hint: "if the row looks right there is nothing to do, Excel leaves out empty cells at the end; if not, look for a line end inside text"})
	}
	for len(b.cells) < width {
		b.cells = append(b.cells, Cell{})
	}
}

func wideTableFault(got int) Fault {
	return Fault{ID: "export/wide-table", What: fmt.Sprintf("the table has %d columns; all are read", got),
		Hint: "a report with only the columns needed is easier to check"}
}
