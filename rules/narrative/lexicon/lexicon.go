package lexicon

import (
	"errors"
	"fmt"
)

// A Lexicon is a set of compiled entries. It does not change once loaded and
// may be used from many goroutines.
type Lexicon struct {
	entries []*Entry
	begin   [][]*pattern // by the word set of the first step
	atStart []*pattern   // patterns that begin with ^
	number  []int32      // the word sets that hold any number
	words   *trie
	anchors *scanner
}

// Load compiles the documents, in order. The error joins every fault found,
// each with its file and line.
func Load(docs ...Document) (*Lexicon, error) {
	var faults []error
	c := newCompiler()
	var entries []*Entry
	for _, d := range docs {
		doc, err := parse(d)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		faults = append(faults, c.define(d, doc))
		entries = append(entries, doc.entries(d.Name)...)
	}
	patterns, err := c.compileAll(entries)
	if err = errors.Join(append(faults, err)...); err != nil {
		return nil, err
	}
	return c.build(entries, patterns), nil
}

// define takes over the classes and common words of a document.
func (c *compiler) define(d Document, doc *document) error {
	classes, err := classesOf(d, doc)
	for name, words := range classes {
		c.classes[name] = append(c.classes[name], words...)
	}
	for _, w := range doc.Common {
		c.common[w] = max(c.common[w], commonCost)
	}
	for _, w := range doc.Often {
		c.common[w] = oftenCost
	}
	return err
}

func (c *compiler) compileAll(entries []*Entry) ([]*pattern, error) {
	var patterns []*pattern
	var faults []error
	seen := map[string]string{}
	for _, e := range entries {
		faults = append(faults, e.validate())
		if at, twice := seen[e.ID]; twice {
			faults = append(faults, fmt.Errorf("%s: term %q is defined at %s already; hint: give it another id", e.Where, e.ID, at))
		}
		seen[e.ID] = e.Where
		for _, phrase := range e.Match {
			p, err := c.compile(e, phrase)
			if err != nil {
				faults = append(faults, fmt.Errorf("%s: term %q: pattern %q: %w", e.Where, e.ID, phrase, err))
				continue
			}
			patterns = append(patterns, p...)
		}
	}
	return patterns, errors.Join(faults...)
}

// build lays out the automata.
func (c *compiler) build(entries []*Entry, patterns []*pattern) *Lexicon {
	lx := &Lexicon{entries: entries}
	slippery := map[int32]bool{}
	var anchorSets [][]atom
	for _, p := range patterns {
		if !p.entry.Term() {
			continue
		}
		slippery[c.number(p.anchor)] = true
		if p.entry.Kind != Homograph {
			anchorSets = append(anchorSets, p.anchor)
		}
	}
	sets := withSlips(c.sets, slippery, c.common)
	lx.words = newTrie(sets)
	lx.number = lx.words.sets(anyNumber)
	lx.anchors = newScanner(c.anchorAtoms(sets, anchorSets))
	lx.begin = make([][]*pattern, len(c.sets))
	for _, p := range patterns {
		lx.index(p)
	}
	return lx
}

// anchorAtoms lists the anchors with their misspellings, each once.
func (c *compiler) anchorAtoms(sets, anchors [][]atom) []atom {
	seen := map[atom]bool{}
	var out []atom
	for _, a := range anchors {
		for _, x := range withContractions(sets[c.number(a)]) {
			if !seen[x] {
				seen[x] = true
				out = append(out, x)
			}
		}
	}
	return out
}

func (lx *Lexicon) index(p *pattern) {
	switch first := p.steps[0]; {
	case first.set == stepStart:
		lx.atStart = append(lx.atStart, p)
	default:
		lx.begin[first.set] = append(lx.begin[first.set], p)
	}
}

// Any reports whether s may hold a term. A false answer is certain.
func (lx *Lexicon) Any(s string) bool { return lx.anchors.hit(s) }

// Entries returns the entries in the order of the documents.
func (lx *Lexicon) Entries() []*Entry { return lx.entries }
