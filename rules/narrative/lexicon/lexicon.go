package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// A Lexicon is a set of compiled entries. It does not change once loaded and
// may be used from many goroutines.
type Lexicon struct {
	entries    []*Entry
	opened     []guards    // by list: the patterns whose first step a word of it takes
	atStart    guards      // patterns that begin with ^
	signatures []signature // by list
	number     int32       // the list of any number
	words      *trie
	screen     *screen
	telling    *Glance
	patterns   []*pattern
	compiler   *compiler
	scanners   sync.Pool // of *Scanner, for Any
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
	return c.build(entries, sideBySide(patterns)), nil
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
			faults = append(faults, fmt.Errorf("%s: term %q is defined at %s already\n  hint: give it another id", e.Where, e.ID, at))
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
	lx := &Lexicon{entries: entries, patterns: patterns, compiler: c}
	slippery := map[int32]bool{}
	for _, p := range patterns {
		if p.entry.Term() {
			slippery[p.anchor] = true
		}
	}
	lx.words = newTrie(c.sets, slippery, c.common)
	lx.number = lx.words.list(anyNumber)
	lx.screen = newScreen(lx.words, chosen(patterns, (*pattern).cue), len(c.sets), c.cost)
	lx.telling = lx.Glance(Kind.telling)
	lx.index(c, patterns)
	return lx
}

func chosen(patterns []*pattern, is func(*pattern) bool) []*pattern {
	return slices.DeleteFunc(slices.Clone(patterns), func(p *pattern) bool { return !is(p) })
}

// index lays out which patterns are to be tried at a word: those of each of its
// sets in turn, in the order of the entries.
func (lx *Lexicon) index(c *compiler, patterns []*pattern) {
	var needed []need
	for _, p := range patterns {
		first := rareCost
		if set := p.steps[0].set; set >= 0 {
			first = c.cost(set)
		}
		needed = append(needed, need{p.besideFirst(), first})
	}
	colours := newPalette(len(c.sets), needed, c.cost)
	begin := make([]guards, len(c.sets)+1)
	for _, p := range patterns {
		beside := p.besideFirst()
		g, tells := colours.guard(p, 0, beside, c.cost), colours.tells(beside)
		if first := p.steps[0].set; first == stepStart {
			lx.atStart.add(g, tells)
		} else {
			begin[first].add(g, tells)
		}
	}
	lx.opened = make([]guards, len(lx.words.lists))
	lx.signatures = make([]signature, len(lx.words.lists))
	for i, list := range lx.words.lists {
		lx.signatures[i] = colours.signature(list)
		lx.opened[i] = guardsOf(list, begin)
	}
}

// Any reports whether s may hold a term. A false answer is certain.
func (lx *Lexicon) Any(s string) bool {
	w, reused := lx.scanners.Get().(*Scanner)
	if !reused {
		w = lx.Scanner()
	}
	defer func() {
		w.Forget()
		lx.scanners.Put(w)
	}()
	_, _, ok := w.Next(s, 0)
	return ok
}

// Entries returns the entries in the order of the documents.
func (lx *Lexicon) Entries() []*Entry { return lx.entries }
