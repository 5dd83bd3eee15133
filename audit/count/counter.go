package count

import (
	"unsafe"

	"siequity/audit/deprivation"
	"siequity/audit/measure"
)

// counter counts into cells of its own and fills a book at the end. Each worker
// has one: a cell is found by a few numbers, not by six texts.
type counter struct {
	result *Counting
	book   *measure.Book
	words  numbers[string]
	// vintages names the editions of the index.
	vintages map[deprivation.Vintage]string
	// recent finds the number of a text by where it lies in memory: the texts that
	// are counted are constants and shared readings, so nearly every look-up ends
	// here and costs no hash of the text.
	recent [1 << wordBits]recentWord
	lines  numbers[lineKey]
	// near finds a line that was counted lately: most additions ask no map.
	near [1 << nearBits]nearLine
	// Few places have many cells each, so the cells of a place lie in one row.
	places map[cellPlace]*placeCells
	last   *placeCells
}

// numbers gives keys numbers in the order in which they come.
type numbers[K comparable] struct {
	of   map[K]uint32
	keys []K // by number
}

func newNumbers[K comparable](first ...K) numbers[K] { return numbers[K]{map[K]uint32{}, first} }

func (n *numbers[K]) number(k K) uint32 {
	at, known := n.of[k]
	if !known {
		at = uint32(len(n.keys))
		n.of[k], n.keys = at, append(n.keys, k)
	}
	return at
}

type recentWord struct {
	at     *byte
	length int
	number uint32
}

// A lineKey is a cell of a table wherever it is counted, in numbers of words.
type lineKey struct{ table, row, column uint32 }

type nearLine struct {
	key    lineKey
	number uint32
}

const (
	wordBits = 10
	nearBits = 10
)

// slot mixes a key into the number of a place among the near lines.
func (k lineKey) slot() uint64 {
	return (uint64(k.row)<<32 | uint64(k.column)<<16 ^ uint64(k.table)) * 0x9E3779B97F4A7C15 >> (64 - nearBits)
}

type cellPlace struct {
	source               uint32
	organisation, period uint16
}

// placeCells are the cells of one place: in a row by line as far as lines are few,
// as those of all tables but the teams' are, else by themselves.
type placeCells struct {
	at    cellPlace
	row   []int
	apart map[uint32]int
}

// rowed is how many lines have their cell in the row of each place.
const rowed = 1024

func newCounter(r *Counting, book *measure.Book) *counter {
	return &counter{result: r, book: book, words: newNumbers(""), vintages: map[deprivation.Vintage]string{},
		lines: newNumbers[lineKey](), places: map[cellPlace]*placeCells{}}
}

func (c *counter) word(text string) uint32 {
	if text == "" {
		return 0 // it lies nowhere
	}
	at := unsafe.StringData(text)
	r := &c.recent[(uint64(uintptr(unsafe.Pointer(at)))^uint64(len(text)))*0x9E3779B97F4A7C15>>(64-wordBits)]
	if r.at != at || r.length != len(text) {
		*r = recentWord{at, len(text), c.words.number(text)}
	}
	return r.number
}

func (c *counter) add(table string, org, period uint16, source, row, column string, n int) {
	p := c.place(cellPlace{c.word(source), org, period})
	p.add(c.line(lineKey{c.word(table), c.word(row), c.word(column)}), n)
}

// line numbers a line.
func (c *counter) line(k lineKey) uint32 {
	near := &c.near[k.slot()]
	if near.key != k || k == (lineKey{}) {
		*near = nearLine{k, c.lines.number(k)}
	}
	return near.number
}

// place gives the cells of a place; the same as before for nearly every addition.
func (c *counter) place(at cellPlace) *placeCells {
	if c.last == nil || c.last.at != at {
		p := c.places[at]
		if p == nil {
			p = &placeCells{at: at, apart: map[uint32]int{}}
			c.places[at] = p
		}
		c.last = p
	}
	return c.last
}

func (p *placeCells) add(line uint32, n int) {
	switch {
	case int(line) < len(p.row) && n > 0:
		p.row[line] += n
	case line < rowed && n > 0:
		p.row = append(p.row, make([]int, int(line)+1-len(p.row))...)
		p.row[line] += n
	default:
		p.apart[line] += n
	}
}

// flush moves the cells into the book.
func (c *counter) flush() {
	for _, p := range c.places {
		for line, n := range p.row {
			if n > 0 {
				c.count(p.at, uint32(line), n)
			}
		}
		for line, n := range p.apart {
			c.count(p.at, line, n)
		}
	}
}

func (c *counter) count(at cellPlace, line uint32, n int) {
	k := c.lines.keys[line]
	c.book.Count(measure.CellKey{Table: c.words.keys[k.table], Row: c.words.keys[k.row], Column: c.words.keys[k.column], Place: measure.Place{
		Organisation: c.result.Organisations[at.organisation], Period: c.result.Periods[at.period], Source: c.words.keys[at.source]}}, n)
}
