package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A step is one part of a compiled pattern.
type step struct {
	set int32 // the word set, or one of the negative values below
	gap int   // words that may come before it
}

const (
	stepStart = -1
	stepEnd   = -2
)

// A pattern is a compiled phrase.
type pattern struct {
	entry  *Entry
	steps  []step
	anchor []atom // the words of the step that tells most, for the scanner
}

// compiler turns phrases into patterns and numbers their word sets.
type compiler struct {
	classes map[string][]string
	common  map[string]int
	ids     map[string]int32
	sets    [][]atom
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
		st.gap, gap = gap, 0
		p.steps = append(p.steps, st)
	}
	if err := p.check(gap); err != nil {
		return nil, err
	}
	p.anchor = c.anchorOf(p)
	return p, nil
}

func (p *pattern) check(gap int) error {
	switch {
	case gap > 0:
		return fmt.Errorf("a gap cannot end a pattern")
	case len(p.steps) > maxSteps:
		return fmt.Errorf("more than %d steps", maxSteps)
	case p.entry.Term() && !slices.ContainsFunc(p.steps, func(s step) bool { return s.set >= 0 }):
		return fmt.Errorf("holds no word that must be there")
	case len(p.steps) == 0:
		return fmt.Errorf("is empty")
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
	atoms, err := c.atoms(w)
	if err != nil {
		return st, err
	}
	st.set = c.number(atoms)
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

// number returns the number of the set of atoms, the same for equal sets.
func (c *compiler) number(atoms []atom) int32 {
	key := fmt.Sprint(atoms)
	if id, ok := c.ids[key]; ok {
		return id
	}
	id := int32(len(c.sets))
	c.ids[key], c.sets = id, append(c.sets, atoms)
	return id
}

// anchorOf returns the alternatives of the step whose commonest word is rarest,
// taking the words listed as common as frequent and long words as rare.
func (c *compiler) anchorOf(p *pattern) []atom {
	var best []atom
	bestCost := 1 << 30
	for _, st := range p.steps {
		if st.set < 0 {
			continue
		}
		if cost := c.cost(c.sets[st.set]); cost < bestCost {
			best, bestCost = c.sets[st.set], cost
		}
	}
	return best
}

// What a word costs as an anchor, by how often ordinary text holds it.
const (
	rareCost   = 10
	shortCost  = 40
	commonCost = 1_000
	oftenCost  = 100_000
)

func (c *compiler) cost(atoms []atom) int {
	sum := 0
	for _, a := range atoms {
		sum += c.costOf(a)
	}
	return sum
}

func (c *compiler) costOf(a atom) int {
	cost := rareCost + max(0, 12-len(a.text))
	if len(a.text) < 5 {
		cost = shortCost
	}
	if !a.stem {
		return max(cost, c.common[a.text])
	}
	for w, k := range c.common { // the greatest, so the order does not matter
		if strings.HasPrefix(w, a.text) {
			cost = max(cost, k)
		}
	}
	return cost
}
