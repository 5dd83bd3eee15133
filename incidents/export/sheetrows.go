package export

import (
	"bytes"
	"strconv"
	"sync"

	"siequity/incidents/export/markup"
	"siequity/incidents/export/workbook"
)

// sheetRows is a piece of a sheet that begins and ends between two rows.
type sheetRows struct {
	*piece
	pool   *sync.Pool
	sheet  *sheet
	want   Range
	before int  // number of the last row before the piece
	last   bool // the sheet ends in this piece
	col    int  // of the last cell read in this row
	faults []Fault
}

// rows reads the piece. Texts of cells lie in it, in the workbook's shared texts, or decoded in scratch.
func (b *sheetRows) rows(yield func(Row) bool) []Fault {
	defer b.pool.Put(b.piece)
	row, ended := Row{Number: b.before}, false
	tag, ok := markup.Next(b.text, 0)
	for ; ok && !ended; tag, ok = markup.Next(b.text, tag.After) {
		switch {
		case tag.Ends("sheetData") || tag.Is("sheetData") && tag.Empty:
			ended = true
		case tag.Is("row"):
			row.Number = rowNumber(tag, row.Number+1)
			row.Hidden = truth(tag.Attr("hidden"))
			b.cells, b.scratch, b.col = b.cells[:0], b.scratch[:0], 0
			if !tag.Empty {
				tag.After = b.row(tag.After, row.Number)
			}
			row.Cells = b.cells
			if row.Number < b.want.From || row.blank() {
				continue
			}
			if row.Cells = b.fill(row.Number); !yield(row) {
				return b.faults
			}
		}
	}
	if b.last {
		b.end(row.Number, ended, tag.After)
	}
	return b.faults
}

// fill adds Empty cells up to the width wanted, and reports a first row that is very wide.
func (b *sheetRows) fill(row int) []Cell {
	if len(b.cells) > wideTable && row == max(b.want.From, 1) {
		b.fault(row, 0, wideTableFault(len(b.cells)))
	}
	for len(b.cells) < b.want.Width {
		b.cells = append(b.cells, Cell{})
	}
	return b.cells
}

// end reports a sheet that stops early, and merged cells, which are listed after the rows.
func (b *sheetRows) end(row int, ended bool, p int) {
	if !ended {
		b.fault(row, 0, Fault{ID: "export/broken-sheet", What: "the sheet stops after this row, before its proper end",
			Hint: "open the workbook in Excel, let Excel repair it and save it as .xlsx"})
		return
	}
	for tag, ok := markup.Next(b.text, p); ok; tag, ok = markup.Next(b.text, tag.After) {
		if !tag.Is("mergeCell") {
			continue
		}
		if f, ok := mergedFault(string(tag.Attr("ref")), b.want.From); ok {
			b.fault(f.Row, f.Col, f)
		}
	}
}

// row reads the cells of a row whose start tag ends at p, and gives where to go on.
func (b *sheetRows) row(p, number int) int {
	for {
		tag, ok := markup.Next(b.text, p)
		switch {
		case !ok:
			return len(b.text)
		case tag.Ends("row"):
			return tag.After
		case tag.Is("row") || tag.Ends("sheetData"): // the end tag is missing
			return tag.Start
		case tag.Is("c"):
			p = b.cell(tag, number)
		default:
			p = tag.After
		}
	}
}

// A cellTag is what the start tag of a cell says.
type cellTag struct {
	col   int
	style int
	kind  []byte
}

func (b *sheetRows) cellTag(tag markup.Tag) cellTag {
	c := cellTag{col: b.col + 1}
	for rest := tag.Attributes(); len(rest) > 0; {
		var name, value []byte
		name, value, rest = markup.NextAttribute(rest)
		if len(name) != 1 {
			continue
		}
		switch name[0] {
		case 'r':
			if n := column(value); n > 0 {
				c.col = n
			}
		case 's':
			c.style, _ = smallNumber(value)
		case 't':
			c.kind = value
		}
	}
	b.col = c.col
	return c
}

// cell reads one cell into its column, and gives where to go on.
func (b *sheetRows) cell(tag markup.Tag, row int) int {
	c := b.cellTag(tag)
	var raw []byte
	inline, formula, p := false, false, tag.After
	for !tag.Empty {
		t, ok := markup.Next(b.text, p)
		if !ok || t.Ends("c") {
			p = t.After
			if !ok {
				p = len(b.text)
			}
			break
		}
		if t.Is("row") || t.Is("c") || t.Ends("row") { // the end tag is missing
			p = t.Start
			break
		}
		p = t.After
		switch {
		case t.Is("f"):
			formula = true
		case t.Close || t.Empty:
		case string(t.Name) == "v":
			end := markup.TextEnd(b.text, p)
			raw, p = b.text[p:end], end
		case string(t.Name) == "is":
			start := len(b.scratch)
			b.scratch, p = workbook.AppendRuns(b.scratch, b.text, p, "is")
			raw, inline = b.scratch[start:len(b.scratch):len(b.scratch)], true
		}
	}
	if formula && len(raw) == 0 && len(c.kind) == 0 {
		b.fault(row, c.col, uncalculated)
	}
	b.put(c, row, b.value(c, raw, inline, row))
	return p
}

var uncalculated = Fault{ID: "export/no-result", What: "the cell has a formula whose result was never worked out; it was taken as empty",
	Hint: "open the workbook in Excel, which works it out, and save it"}

// put places a cell in its column, after Empty ones for a gap.
func (b *sheetRows) put(c cellTag, row int, v Cell) {
	switch {
	case v.Kind == Empty:
		return
	case c.col > maxColumns:
		if len(b.faults) == 0 || b.faults[len(b.faults)-1].Row != row {
			b.fault(row, maxColumns+1, tooManyColumns)
		}
		return
	}
	for len(b.cells) < c.col {
		b.cells = append(b.cells, Cell{})
	}
	b.cells[c.col-1] = v
	if len(v.Text) > longCell {
		b.fault(row, c.col, longCellFault(len(v.Text)))
	}
}

// value gives a cell its kind. raw is as the sheet has it; inline says that it was decoded already.
func (b *sheetRows) value(c cellTag, raw []byte, inline bool, row int) Cell {
	if len(raw) == 0 {
		return Cell{}
	}
	switch {
	case inline:
		return Cell{Text: raw, Kind: Text}
	case string(c.kind) == "s":
		return b.sharedText(c, raw, row)
	case string(c.kind) == "str" || string(c.kind) == "inlineStr":
		return Cell{Text: b.decoded(raw), Kind: Text}
	case string(c.kind) == "e":
		return Cell{Text: b.decoded(raw), Kind: Error}
	case string(c.kind) == "b":
		return truthCell(raw)
	case string(c.kind) == "d":
		return isoCell(raw)
	}
	return b.number(c, raw, row)
}

func (b *sheetRows) sharedText(c cellTag, raw []byte, row int) Cell {
	n, ok := smallNumber(bytes.TrimSpace(raw))
	text, known := b.sheet.book.Text(n)
	if !ok || !known {
		b.fault(row, c.col, Fault{ID: "export/lost-text", What: "the cell's text is missing from the workbook",
			Hint: "open the workbook in Excel, let Excel repair it and save it as .xlsx"})
		return Cell{}
	}
	if len(text) == 0 {
		return Cell{}
	}
	return Cell{Text: text, Kind: Text}
}

// decoded resolves entities and _xHHHH_, without a copy if there are none.
func (b *sheetRows) decoded(raw []byte) []byte {
	if workbook.Plain(raw) {
		return raw
	}
	start := len(b.scratch)
	b.scratch = workbook.AppendText(b.scratch, raw)
	return b.scratch[start:len(b.scratch):len(b.scratch)]
}

// truth reads XML's two ways to write true.
func truth(b []byte) bool { return string(b) == "1" || string(b) == "true" }

func truthCell(raw []byte) Cell {
	if truth(raw) {
		return Cell{Text: []byte("TRUE"), Value: 1, Kind: Bool}
	}
	return Cell{Text: []byte("FALSE"), Kind: Bool}
}

// isoCell reads a date stored as text, which strict workbooks may do.
func isoCell(raw []byte) Cell {
	if days, ok := workbook.ISODays(string(raw)); ok {
		return Cell{Text: raw, Value: days, Kind: Date}
	}
	return Cell{Text: raw, Kind: Text}
}

// number reads a figure, and makes it a date if the cell's style shows one.
func (b *sheetRows) number(c cellTag, raw []byte, row int) Cell {
	raw = bytes.TrimSpace(raw)
	n, ok := smallNumber(raw)
	value := float64(n)
	if !ok {
		var err error
		if value, err = strconv.ParseFloat(string(raw), 64); err != nil {
			b.fault(row, c.col, Fault{ID: "export/unreadable-number", What: "the cell is marked as a number but is none; it was taken as text",
				Hint: "open the workbook in Excel and save it as .xlsx again"})
			return Cell{Text: b.decoded(raw), Kind: Text}
		}
	}
	cell := Cell{Text: raw, Value: value, Kind: Number}
	if !b.sheet.book.IsDate(c.style) {
		return cell
	}
	days, ok := b.sheet.book.Days(value)
	if !ok {
		b.fault(row, c.col, Fault{ID: "export/date-out-of-range", What: "the cell is shown as a date but its figure is none that Excel can show; it was taken as a number",
			Hint: "correct the date in the cell"})
		return cell
	}
	cell.Value, cell.Kind = days, Date
	return cell
}

func (b *sheetRows) fault(row, col int, f Fault) {
	f.File, f.Sheet = b.sheet.table.File, b.sheet.table.Sheet
	f.Row, f.Col = row, col
	b.faults = append(b.faults, f)
}
