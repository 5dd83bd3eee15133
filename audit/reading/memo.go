package reading

import (
	"sync/atomic"

	"siequity/incidents/texts"
)

// A memo reads each distinct text once and keeps what it means. Readings are
// pure, so two goroutines that read the same text at once agree, and no lock is
// needed. A million cells of a column hold a few hundred texts.
type memo[T any] struct {
	texts *texts.Distinct
	read  func(text string) T
	known []atomic.Pointer[T]
}

func newMemo[T any](texts *texts.Distinct, read func(string) T) *memo[T] {
	return &memo[T]{texts, read, make([]atomic.Pointer[T], texts.Len())}
}

// of gives the reading of the text with number n.
func (m *memo[T]) of(n uint32) *T {
	if p := m.known[n].Load(); p != nil {
		return p
	}
	v := m.read(m.texts.Text(n))
	m.known[n].Store(&v)
	return &v
}
