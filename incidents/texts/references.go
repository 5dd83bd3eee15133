package texts

import (
	"sync"
	"sync/atomic"
	"unsafe"
)

// References keeps the texts of references, nearly all of which differ. A map
// from text to number would cost more than the texts themselves, so they are
// appended to blocks and never looked up.
type References struct {
	mu     sync.Mutex // to replace blocks
	blocks atomic.Pointer[[][]byte]
}

const blockSize = 1 << 16

// A Block is what one worker fills with references. Its zero value is of no use;
// see [References.Block].
type Block struct {
	shared *References
	number int
	data   []byte
}

// Block starts the block of one worker.
func (r *References) Block() Block { return Block{shared: r} }

// Put keeps text and returns its place: block number and offset, 0 for the empty
// text. References longer than 255 bytes are cut; no system writes them, a narrative
// in the wrong column does.
func (b *Block) Put(text []byte) uint32 {
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

func (b *Block) fresh() {
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

// Text gives the reference kept at a place that [Block.Put] returned.
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
