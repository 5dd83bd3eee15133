package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/narrative/text"
)

// A Fault is a proof that failed: a phrase that an entry misses, or a near miss
// that it takes.
type Fault struct {
	Entry  *Entry
	Phrase string
	Missed bool // a find phrase was not found; else a miss phrase was found
}

func (f Fault) Error() string {
	if f.Missed {
		return fmt.Sprintf("%s: term %q does not find %q\n  hint: mend the pattern or the phrase", f.Entry.Where, f.Entry.ID, f.Phrase)
	}
	return fmt.Sprintf("%s: term %q also finds the near miss %q\n  hint: narrow the pattern", f.Entry.Where, f.Entry.ID, f.Phrase)
}

// Prove runs the proofs of all entries, in order.
func (lx *Lexicon) Prove() []Fault { return lx.prove(lx.entries) }

// ProveDocument runs the proofs of the entries of one document, and counts these and
// their phrases.
func (lx *Lexicon) ProveDocument(name string) (entries, phrases int, faults []Fault) {
	own := slices.DeleteFunc(slices.Clone(lx.entries), func(e *Entry) bool { return !strings.HasPrefix(e.Where, name+":") })
	for _, e := range own {
		phrases += len(e.Find) + len(e.Miss)
	}
	return len(own), phrases, lx.prove(own)
}

func (lx *Lexicon) prove(entries []*Entry) []Fault {
	var out []Fault
	for _, e := range entries {
		for _, s := range e.Find {
			if !lx.finds(e, s) {
				out = append(out, Fault{e, s, true})
			}
		}
		for _, s := range e.Miss {
			if lx.finds(e, s) {
				out = append(out, Fault{e, s, false})
			}
		}
	}
	return out
}

// finds reports whether the entry holds in s where no homograph or unrelated
// sense covers it. Another term that says more of the same words does not count
// against it.
func (lx *Lexicon) finds(e *Entry, s string) bool {
	f := text.Fold(s)
	ms := lx.Match(nil, lx.Tokens(nil, f.Low, 0, len(f.Low)))
	for i, m := range ms {
		if m.Entry == e && !disowned(ms, i) && (!e.Term() || e.Kind == Homograph || lx.Any(s)) {
			return true
		}
	}
	return false
}

func disowned(ms []Match, i int) bool {
	for _, m := range ms {
		if m.Entry.Kind.rank() >= Unrelated.rank() && covers(m, ms[i]) {
			return true
		}
	}
	return false
}
