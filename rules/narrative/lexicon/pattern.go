package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A step is one part of a compiled pattern.
type step struct {
	set int32 // the word set, or one of the negative values below
	gap int32 // words that may come before it
}

const (
	stepStart = -1
	stepEnd   = -2
)

// A pattern is a compiled phrase.
type pattern struct {
	entry  *Entry
	steps  []step
	anchor int32   // the word set of the step that tells most, for the screen
	at     int     // that step, -1 if several or none have the set
	before int     // words at most from the first of the pattern to its anchor
	needs  []int32 // the word sets of its steps, each once, the rarest first
}

// compiler turns phrases into patterns and numbers their word sets.
type compiler struct {
	classes map[string][]string
	common  map[string]int
	ids     map[string]int32
	sets    [][]atom
	costs   []int    // by set, 0 until asked
	sorted  []string // the common words in order
}

const (
	maxGap   = 16
	maxSteps = 16
)

func newCompiler() *compiler {
	return &compiler{classes: map[string][]string{}, common: map[string]int{}, ids: map[string]int32{}}
}

// compile returns the patterns of a phrase: one for each choice of the words
// that may be missing.
func (c *compiler) compile(e *Entry, phrase string) ([]*pattern, error) {
	words := strings.Fields(phrase)
	for i, w := range words {
		rest, ok := strings.CutSuffix(w, "?")
		if !ok || rest == "" {
			continue
		}
		words[i] = rest
		with, err := c.compile(e, strings.Join(words, " "))
		if err != nil {
			return nil, err
		}
		without, err := c.compile(e, strings.Join(slices.Delete(words, i, i+1), " "))
		return append(with, without...), err
	}
	p, err := c.compileOne(e, words)
	return []*pattern{p}, err
}

func (c *compiler) compileOne(e *Entry, words []string) (*pattern, error) {
	p := &pattern{entry: e}
	gap := 0
	for _, w := range words {
		if n, ok := strings.CutPrefix(w, ".."); ok {
			k, err := strconv.Atoi(n)
			if err != nil || k < 1 || k > maxGap || len(p.steps) == 0 {
				return nil, fmt.Errorf("%q: a gap is ..1 to ..%d and stands between words", w, maxGap)
			}
			gap += k
			continue
		}
		st, err := c.step(w)
		if err != nil {
			return nil, err
		}
		st.gap, gap = int32(gap), 0
		p.steps = append(p.steps, st)
	}
	if err := p.check(gap); err != nil {
		return nil, err
	}
	c.rank(p)
	return p, nil
}

// sideBySide lays patterns and their steps out one behind the other, as they are
// tried: a pattern that lies by itself is slow to come by.
func sideBySide(patterns []*pattern) []*pattern {
	n := 0
	for _, p := range patterns {
		n += len(p.steps)
	}
	slab, steps := make([]pattern, len(patterns)), make([]step, 0, n)
	out := make([]*pattern, len(patterns))
	for i, p := range patterns {
		at := len(steps)
		steps = append(steps, p.steps...)
		slab[i] = *p
		slab[i].steps = steps[at:len(steps):len(steps)]
		out[i] = &slab[i]
	}
	return out
}

func (p *pattern) check(gap int) error {
	switch {
	case gap > 0:
		return fmt.Errorf("a gap cannot end a pattern")
	case len(p.steps) > maxSteps:
		return fmt.Errorf("more than %d steps", maxSteps)
	case p.entry.Term() && !slices.ContainsFunc(p.steps, func(s step) bool { return s.set >= 0 }):
		return fmt.Errorf("holds no word that must be there")
	case len(p.steps) == 0, len(p.steps) == 1 && p.steps[0].set == stepStart:
		return fmt.Errorf("is empty, or cut off by a # outside quotes")
	case p.steps[0].set == stepEnd:
		return fmt.Errorf("$ is the end of the sentence and cannot begin a pattern")
	}
	return nil
}

// step compiles one word of a phrase.
func (c *compiler) step(w string) (step, error) {
	var st step
	switch w {
	case "^":
		st.set = stepStart
		return st, nil
	case "$":
		st.set = stepEnd
		return st, nil
	}
	id, ok := c.ids[w]
	if !ok {
		atoms, err := c.atoms(w)
		if err != nil {
			return st, err
		}
		id = int32(len(c.sets))
		c.ids[w], c.sets = id, append(c.sets, atoms)
	}
	st.set = id
	return st, nil
}

// atoms expands alternatives and classes.
func (c *compiler) atoms(w string) ([]atom, error) {
	var out []atom
	for alt := range strings.SplitSeq(w, "|") {
		words := []string{alt}
		if name, ok := strings.CutPrefix(alt, "<"); ok {
			name = strings.TrimSuffix(name, ">")
			if words = c.classes[name]; len(words) == 0 {
				return nil, fmt.Errorf("class %q is not defined", name)
			}
		}
		for _, x := range words {
			text, stem := strings.CutSuffix(x, "*")
			if !plainWord(text) && !sign(x) {
				return nil, fmt.Errorf("%q: want lower-case letters, then * if more may follow", x)
			}
			out = append(out, atom{text, stem})
		}
	}
	return out, nil
}

// anyNumber is the atom that every number is.
const anyNumber = "#"

// sign reports whether s is one of the signs that a pattern may name.
func sign(s string) bool { return len(s) == 1 && strings.Contains("#,:;/()?[]-%~+&", s) }

func plainWord(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !wordByte(s[i]) {
			return false
		}
	}
	return true
}

// lone reports whether the pattern needs no word beside its anchor.
func (p *pattern) lone() bool { return len(p.needs) == 1 }

// besideFirst returns the sets of the steps without that of the first, the rarest
// first.
func (p *pattern) besideFirst() []int32 {
	return slices.DeleteFunc(slices.Clone(p.needs), func(s int32) bool { return s == p.steps[0].set })
}

// rank orders the sets of a pattern's steps by how rare their words are together,
// taking the words listed as common as frequent and long words as rare. The
// rarest is the anchor, -1 for none.
func (c *compiler) rank(p *pattern) {
	for _, st := range p.steps {
		if st.set >= 0 && !slices.Contains(p.needs, st.set) {
			p.needs = append(p.needs, st.set)
		}
	}
	slices.SortStableFunc(p.needs, func(a, b int32) int { return c.cost(a) - c.cost(b) })
	p.anchor, p.at = -1, -1
	if len(p.needs) > 0 {
		p.anchor = p.needs[0]
		p.at, p.before = p.place(p.anchor)
	}
}

// place returns the step that has a set, -1 if several have it, and how many words
// at most may stand before the word of the last such step.
func (p *pattern) place(set int32) (at, before int) {
	at = -1
	steps, words := 0, 0
	for k, st := range p.steps {
		words += int(st.gap)
		if st.set == set {
			at, before = k, words+k
			steps++
		}
	}
	if steps > 1 {
		at = -1
	}
	return at, before
}

// neighbour returns the set of the step that must come right beside step k, and
// its side: 1 behind, -1 before. Of two it is the rarer. Without one the side is 0.
func (p *pattern) neighbour(k int, cost func(int32) int) (set, side int32) {
	if k < 0 {
		return -1, 0
	}
	if k > 0 && p.steps[k].gap == 0 && p.steps[k-1].set >= 0 {
		set, side = p.steps[k-1].set, -1
	}
	if k+1 < len(p.steps) && p.steps[k+1].gap == 0 && p.steps[k+1].set >= 0 {
		if next := p.steps[k+1].set; side == 0 || cost(next) < cost(set) {
			set, side = next, 1
		}
	}
	return set, side
}

// What a word costs as an anchor, by how often ordinary text holds it.
const (
	rareCost   = 10
	shortCost  = 40
	commonCost = 1_000
	oftenCost  = 100_000
)

// cost returns what a set costs, reckoned once.
func (c *compiler) cost(set int32) int {
	for int(set) >= len(c.costs) {
		c.costs = append(c.costs, 0)
	}
	if c.costs[set] == 0 {
		for _, a := range c.sets[set] {
			c.costs[set] += c.costOf(a)
		}
	}
	return c.costs[set]
}

func (c *compiler) costOf(a atom) int {
	cost := rareCost + max(0, 12-len(a.text))
	if len(a.text) < 5 {
		cost = shortCost
	}
	if !a.stem {
		return max(cost, c.common[a.text])
	}
	if c.sorted == nil {
		c.sorted = slices.Sorted(maps.Keys(c.common))
	}
	i, _ := slices.BinarySearch(c.sorted, a.text)
	for ; i < len(c.sorted) && strings.HasPrefix(c.sorted[i], a.text); i++ {
		cost = max(cost, c.common[c.sorted[i]])
	}
	return cost
}
