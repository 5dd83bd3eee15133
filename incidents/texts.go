package incidents

import (
	"sync"
	"sync/atomic"
	"unsafe"
)

// Texts keeps each distinct short text of a run once. Records hold its number.
// Numbers depend on which goroutine came first, so they serve for equality
// only; whatever is sorted or shown is sorted and shown by the text.
//
// To look a text up takes no lock: all cores do it a few times for each record.
type Texts struct {
	mu     sync.Mutex // for number, and to replace texts
	number map[string]uint32
	texts  atomic.Pointer[[]string]
}

// NewTexts starts with the empty text as number 0: a blank cell.
func NewTexts() *Texts {
	t := &Texts{number: map[string]uint32{"": 0}}
	t.texts.Store(&[]string{""})
	return t
}

// Text gives the text of a number.
func (t *Texts) Text(n uint32) string { return (*t.texts.Load())[n] }

// Len counts the distinct texts.
func (t *Texts) Len() int { return len(*t.texts.Load()) }

// Number gives the number of a text, keeping the text if it is new.
func (t *Texts) Number(text string) uint32 {
	t.mu.Lock()
	defer t.mu.Unlock()
	n, ok := t.number[text]
	if !ok {
		all := append(*t.texts.Load(), text) // who reads the old list does not see beyond its end
		n = uint32(len(all) - 1)
		t.texts.Store(&all)
		t.number[text] = n
	}
	return n
}

// cache is one worker's own view of Texts: most cells repeat, and a private map
// spares them the lock.
type cache struct {
	shared *Texts
	known  map[string]uint32
	recent [1 << recentBits]recentText
}

// A recentText is a short text that a column held lately, and its number. A cell is
// compared with one of them before the map is asked.
type recentText struct {
	short
	number uint32
}

const recentBits = 10

func (c *cache) number(text []byte) uint32 {
	if len(text) == 0 {
		return 0
	}
	key, ok := shorten(text)
	if !ok {
		return c.slow(text)
	}
	r := &c.recent[key.slot(recentBits)]
	if r.short != key {
		*r = recentText{key, c.slow(text)}
	}
	return r.number
}

func (c *cache) slow(text []byte) uint32 {
	if n, ok := c.known[string(text)]; ok { // no copy: the compiler sees the look-up
		return n
	}
	own := string(text)
	n := c.shared.Number(own)
	c.known[own] = n
	return n
}

// References keeps the texts of references, nearly all of which differ. A map
// from text to number would cost more than the texts themselves, so they are
// appended to blocks and never looked up.
type References struct {
	mu     sync.Mutex // to replace blocks
	blocks atomic.Pointer[[][]byte]
}

const blockSize = 1 << 16

// refBlock is the block one worker fills.
type refBlock struct {
	shared *References
	number int
	data   []byte
}

// put keeps text and returns where: block number and offset. References longer
// than 255 bytes are cut; no system writes them, a narrative in the wrong column
// does.
func (b *refBlock) put(text []byte) uint32 {
	if len(text) == 0 {
		return 0
	}
	text = text[:min(len(text), 255)]
	if b.data == nil || len(b.data)+1+len(text) > cap(b.data) {
		b.fresh()
	}
	at := len(b.data)
	b.data = append(append(b.data, byte(len(text))), text...)
	return uint32(b.number)<<16 | uint32(at)
}

func (b *refBlock) fresh() {
	b.data = make([]byte, 0, blockSize)
	b.shared.mu.Lock()
	defer b.shared.mu.Unlock()
	var all [][]byte
	if before := b.shared.blocks.Load(); before != nil {
		all = *before
	} else {
		b.data = append(b.data, 0) // place 0 of block 0 is the empty reference
	}
	b.number = len(all)
	all = append(all, b.data[:cap(b.data)])
	b.shared.blocks.Store(&all)
}

// Text gives the reference kept at a place that put returned.
func (r *References) Text(place uint32) string {
	if place == 0 {
		return ""
	}
	block := (*r.blocks.Load())[place>>16]
	at := int(place & 0xffff)
	n := int(block[at])
	if n == 0 {
		return ""
	}
	return unsafe.String(&block[at+1], n) // blocks are never changed once written
}
