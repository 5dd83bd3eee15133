package texts

import (
	"sync"
	"sync/atomic"
)

// Distinct keeps each distinct short text of a run once. Records hold its number.
// Numbers depend on which goroutine came first, so they serve for equality
// only; whatever is sorted or shown is sorted and shown by the text.
//
// To look a text up takes no lock: all cores do it a few times for each record.
type Distinct struct {
	mu     sync.Mutex // for number, and to replace texts
	number map[string]uint32
	texts  atomic.Pointer[[]string]
}

// NewDistinct starts with the empty text as number 0: a blank cell.
func NewDistinct() *Distinct {
	t := &Distinct{number: map[string]uint32{"": 0}}
	t.texts.Store(&[]string{""})
	return t
}

// Text gives the text of a number.
func (t *Distinct) Text(n uint32) string { return (*t.texts.Load())[n] }

// Len counts the distinct texts.
func (t *Distinct) Len() int { return len(*t.texts.Load()) }

// Number gives the number of a text, keeping the text if it is new.
func (t *Distinct) Number(text string) uint32 {
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
