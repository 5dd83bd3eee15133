package lexicon_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// FuzzTells holds that tokens said to tell nothing hold no cue and no version.
func FuzzTells(f *testing.F) {
	lx, err := lexicon.Load(builtin(f)...)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("No interpreter was used, and the revised version 2 says so")
	f.Add("The trace was reviewed by the registrar at 04:10")
	f.Fuzz(func(t *testing.T, s string) {
		low := text.Fold(s).Low
		tokens := lx.Tokens(nil, low, 0, len(low))
		if lx.Tells(tokens) {
			return
		}
		for _, m := range lx.Match(nil, tokens) {
			if k := m.Entry.Kind; k == lexicon.Version || m.Entry.Term() && k != lexicon.Homograph {
				t.Errorf("%q is said to tell nothing, but holds %s", s, m.Entry.ID)
			}
		}
	})
}

// FuzzTokens holds that a scanner cuts words as the lexicon does, whatever it has
// met before.
func FuzzTokens(f *testing.F) {
	lx, err := lexicon.Load(builtin(f)...)
	if err != nil {
		f.Fatal(err)
	}
	w := lx.Scanner()
	f.Add("She can't, ca wo cannot; didnt 36+2 caf\u00e9's non-english-speaking antidisestablishmentarianism", 0)
	f.Add("interpreters'", 3)
	f.Fuzz(func(t *testing.T, s string, end int) {
		low := text.Fold(s).Low
		end = min(max(end, 0), len(low))
		for _, to := range []int{end, len(low)} {
			if diff := cmp.Diff(lx.Tokens(nil, low, 0, to), w.Tokens(nil, low, 0, to), cmp.AllowUnexported(lexicon.Token{})); diff != "" {
				t.Errorf("%q to byte %d: %s", low, to, diff)
			}
		}
	})
}
