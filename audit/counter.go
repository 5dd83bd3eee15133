package audit

import (
	"unsafe"

	"siequity/audit/deprivation"
	"siequity/audit/measure"
)

// counter counts into cells of its own and fills a book at the end. Each worker
// has one: a cell is found by a few numbers, not by six texts.
type counter struct {
	result *Result
	book   *measure.Book
	cells  map[cellKey]*int
	number map[string]uint32
	words  []string
	// vintages names the editions of the index.
	vintages map[deprivation.Vintage]string
	// recent finds the number of a text by where it lies in memory: the texts that
	// are counted are constants and shared readings, so nearly every look-up ends
	// here and costs no hash of the text.
	recent [256]recentWord
	// near holds cells that were counted lately: a million records fall into a few
	// thousand, and most additions end here and ask no map.
	near [1 << nearBits]nearCell
}

type recentWord struct {
	at     *byte
	length int
	number uint32
}

type nearCell struct {
	key   cellKey
	count *int
}

const nearBits = 14

// cellKey is a measure.CellKey in numbers.
type cellKey struct {
	table, row, column, source uint32
	organisation, period       uint16
}

// slot mixes a key into the number of a place among the near cells.
func (k cellKey) slot() uint64 {
	low := uint64(k.row)<<32 | uint64(k.column)
	high := uint64(k.organisation)<<48 | uint64(k.period)<<32 | uint64(k.table)<<16 ^ uint64(k.source)
	return (low*0x9E3779B97F4A7C15 ^ high) * 0xD6E8FEB86659FD93 >> (64 - nearBits)
}

func newCounter(r *Result, book *measure.Book) *counter {
	return &counter{result: r, book: book, cells: map[cellKey]*int{}, number: map[string]uint32{}, vintages: map[deprivation.Vintage]string{}}
}

func (c *counter) word(text string) uint32 {
	at := unsafe.StringData(text)
	r := &c.recent[(uintptr(unsafe.Pointer(at))>>2^uintptr(len(text)))&255]
	if r.at != at || r.length != len(text) || at == nil {
		*r = recentWord{at, len(text), c.slowWord(text)}
	}
	return r.number
}

func (c *counter) slowWord(text string) uint32 {
	n, known := c.number[text]
	if !known {
		n = uint32(len(c.words))
		c.number[text], c.words = n, append(c.words, text)
	}
	return n
}

func (c *counter) add(table string, org, period uint16, source, row, column string, n int) {
	*c.cell(cellKey{c.word(table), c.word(row), c.word(column), c.word(source), org, period}) += n
}

// cell gives the count of a key.
func (c *counter) cell(k cellKey) *int {
	near := &c.near[k.slot()]
	if near.count == nil || near.key != k {
		*near = nearCell{k, c.farCell(k)}
	}
	return near.count
}

func (c *counter) farCell(k cellKey) *int {
	count := c.cells[k]
	if count == nil {
		count = new(int)
		c.cells[k] = count
	}
	return count
}

// flush moves the cells into the book.
func (c *counter) flush() {
	for k, n := range c.cells {
		c.book.Count(measure.CellKey{Table: c.words[k.table], Row: c.words[k.row], Column: c.words[k.column], Place: measure.Place{
			Organisation: c.result.Organisations[k.organisation], Period: c.result.Periods[k.period], Source: c.words[k.source]}}, *n)
	}
}
