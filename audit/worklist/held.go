package worklist

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// held keeps the items of a worklist packed. A million of them as values would
// take half a gigabyte in string headers alone; most of their texts are one of a
// few hundred, which are kept once and told by number.
type held struct {
	words  map[string]uint64
	list   []string
	chunks [][]byte
	index  []entry
	buf    []byte
}

// An entry says where an item lies, with what it is sorted by.
type entry struct {
	chunk, from, to uint32
	rule, team      uint32 // numbers of words
	severity        uint8
	long            bool // a text of it is longer than a cell
}

const (
	chunkSize = 1 << 20
	// fewWords is how many different texts are told by number, beside rules and
	// teams. Reasons that name their record would fill the list for nothing.
	fewWords = 1 << 15
)

func newHeld() *held { return &held{words: map[string]uint64{}} }

// add packs an item.
func (h *held) add(it Item) {
	e := entry{rule: uint32(h.number(it.Rule)), team: uint32(h.number(it.Team)), severity: severityRank(it.Severity)}
	h.buf = h.buf[:0]
	for _, s := range []string{it.Record, it.Key} {
		h.plain(s)
	}
	for i, s := range it.texts() {
		if i >= firstUnique {
			h.plain(s)
		} else {
			h.word(s)
		}
		e.long = e.long || len(s) > cellLimit && units(s) > cellLimit
	}
	h.buf = binary.AppendUvarint(h.buf, uint64(max(it.Row, 0)))
	h.buf = append(h.buf, flag(it.Review))
	e.chunk, e.from, e.to = h.keep()
	h.index = append(h.index, e)
}

// texts lists the texts of an item but its key and record, those that repeat
// first. setTexts is its inverse.
func (it *Item) texts() []string {
	return []string{it.Severity, it.Rule, it.Title, it.Source, it.Organisation, it.Team, it.File, it.Sheet, it.Column, it.Heading, it.Reason, it.Fix, it.Dimension, it.Label,
		it.Case, it.Value, it.Quote}
}

// firstUnique is the index in texts of the first text that seldom repeats.
const firstUnique = 14

func (it *Item) setTexts(t []string) {
	for i, to := range []*string{&it.Severity, &it.Rule, &it.Title, &it.Source, &it.Organisation, &it.Team, &it.File, &it.Sheet, &it.Column, &it.Heading, &it.Reason, &it.Fix,
		&it.Dimension, &it.Label, &it.Case, &it.Value, &it.Quote} {
		*to = t[i]
	}
}

// number gives the number of a text that is always told by number.
func (h *held) number(s string) uint64 {
	n, ok := h.words[s]
	if !ok {
		n = uint64(len(h.list))
		s = strings.Clone(s)
		h.words[s] = n
		h.list = append(h.list, s)
	}
	return n
}

// word packs a text as its number, or in full once there are too many: 0 stands
// before a text in full.
func (h *held) word(s string) {
	n, ok := h.words[s]
	if !ok && len(h.list) >= fewWords {
		h.buf = append(h.buf, 0)
		h.plain(s)
		return
	}
	if !ok {
		n = h.number(s)
	}
	h.buf = binary.AppendUvarint(h.buf, n+1)
}

func (h *held) plain(s string) {
	h.buf = binary.AppendUvarint(h.buf, uint64(len(s)))
	h.buf = append(h.buf, s...)
}

// keep moves the packed item into a chunk.
func (h *held) keep() (chunk, from, to uint32) {
	last := len(h.chunks) - 1
	if last < 0 || len(h.chunks[last])+len(h.buf) > cap(h.chunks[last]) {
		h.chunks = append(h.chunks, make([]byte, 0, max(chunkSize, len(h.buf))))
		last++
	}
	from = uint32(len(h.chunks[last]))
	h.chunks[last] = append(h.chunks[last], h.buf...)
	return uint32(last), from, uint32(len(h.chunks[last]))
}

// item unpacks one.
func (h *held) item(e entry) Item {
	b := h.chunks[e.chunk][e.from:e.to]
	var it Item
	it.Record, b = cut(b)
	it.Key, b = cut(b)
	var t [firstUnique + 3]string
	for i := range t {
		if i >= firstUnique {
			t[i], b = cut(b)
			continue
		}
		n, size := binary.Uvarint(b)
		b = b[size:]
		if n == 0 {
			t[i], b = cut(b)
		} else {
			t[i] = h.list[n-1]
		}
	}
	it.setTexts(t[:])
	row, size := binary.Uvarint(b)
	it.Row, it.Review = int(row), b[size] == 1
	return it
}

func cut(b []byte) (string, []byte) {
	n, size := binary.Uvarint(b)
	end := size + int(n)
	return string(b[size:end]), b[end:]
}

// sort orders the items by what matters: severity, rule, team, record, key, and
// last as they came.
func (h *held) sort() {
	order := make([]int, len(h.list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(h.list[a], h.list[b]) })
	rank := make([]int, len(h.list))
	for i, w := range order {
		rank[w] = i
	}
	slices.SortStableFunc(h.index, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.severity, b.severity), cmp.Compare(rank[a.rule], rank[b.rule]), cmp.Compare(rank[a.team], rank[b.team]), h.compare(a, b))
	})
}

// compare orders two items by record, then key, where they lie.
func (h *held) compare(a, b entry) int {
	x, y := h.chunks[a.chunk][a.from:], h.chunks[b.chunk][b.from:]
	for range 2 {
		n, i := binary.Uvarint(x)
		m, j := binary.Uvarint(y)
		s, t := x[i:i+int(n)], y[j:j+int(m)]
		if c := bytes.Compare(s, t); c != 0 {
			return c
		}
		x, y = x[i+int(n):], y[j+int(m):]
	}
	return 0
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// severityRank orders severities; a word that is none comes last.
func severityRank(s string) uint8 {
	switch strings.ToLower(s) {
	case "must":
		return 0
	case "should":
		return 1
	}
	return 2
}
