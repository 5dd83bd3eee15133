package codes

import (
	"fmt"
	"sort"
	"strings"

	"siequity/rules/codes/wording"
)

// Theme is a clinical theme as a pack defines it. Phrases match whole words, folded; a word that ends in "*" matches
// any word with that beginning ("haemorrhag*").
type Theme struct {
	ID      string
	Title   string
	Include []string // any one of these gives the theme
	Exclude []string // the words of these are struck out first: "no haemorrhage", "previous caesarean"
}

// ThemeMatch is one theme found, and the phrase that showed it.
type ThemeMatch struct {
	ID     string
	Phrase string
}

// Themes finds themes in category text. It is safe for concurrent use.
type Themes struct {
	themes  []Theme
	include phraseIndex
	exclude []phraseIndex // by theme
}

// phraseIndex holds phrases by their first word; those that start with a wildcard are under "".
type phraseIndex map[string][]themePhrase

type themePhrase struct {
	theme int
	words []string
	text  string
}

// NewThemes prepares definitions for matching and reports every fault at once: no id, an id used twice, no phrase to
// match, a phrase without a word.
func NewThemes(defs []Theme) (*Themes, []error) {
	t := &Themes{themes: defs, include: phraseIndex{}, exclude: make([]phraseIndex, len(defs))}
	var faults []error
	seen := map[string]bool{}
	for i, d := range defs {
		switch {
		case d.ID == "":
			faults = append(faults, fmt.Errorf("theme %d (%q) has no id", i+1, d.Title))
		case seen[d.ID]:
			faults = append(faults, fmt.Errorf("theme %q is defined twice", d.ID))
		}
		seen[d.ID] = true
		if len(d.Include) == 0 {
			faults = append(faults, fmt.Errorf("theme %q has no phrase to include", d.ID))
		}
		t.exclude[i] = phraseIndex{}
		faults = append(faults, t.include.add(i, d.ID, d.Include)...)
		faults = append(faults, t.exclude[i].add(i, d.ID, d.Exclude)...)
	}
	return t, faults
}

func (x phraseIndex) add(theme int, id string, phrases []string) []error {
	var faults []error
	for _, p := range phrases {
		words := patternWords(p)
		if len(words) == 0 {
			faults = append(faults, fmt.Errorf("theme %q: phrase %q has no word", id, p))
			continue
		}
		key := words[0]
		if strings.HasSuffix(key, "*") {
			key = ""
		}
		x[key] = append(x[key], themePhrase{theme, words, p})
	}
	return faults
}

// patternWords folds a phrase and keeps the stars at the ends of its words.
func patternWords(phrase string) []string {
	var out []string
	for _, part := range strings.Fields(phrase) {
		words := wording.Words(part)
		if strings.HasSuffix(part, "*") && len(words) > 0 {
			words[len(words)-1] += "*"
		}
		out = append(out, words...)
	}
	return out
}

// Match returns the themes that the texts show, in the order of their definition. Several texts (category, sub-category,
// description) are matched apart, so that no phrase runs across them.
func (t *Themes) Match(texts ...string) []ThemeMatch {
	found := map[int]string{}
	for _, text := range texts {
		t.match(wording.Words(text), found)
	}
	order := make([]int, 0, len(found))
	for i := range found {
		order = append(order, i)
	}
	sort.Ints(order)
	var out []ThemeMatch
	for _, i := range order {
		out = append(out, ThemeMatch{t.themes[i].ID, found[i]})
	}
	return out
}

func (t *Themes) match(words []string, found map[int]string) {
	struck := map[int][]bool{}
	for i := range words {
		for _, key := range [2]string{words[i], ""} {
			for _, p := range t.include[key] {
				if _, done := found[p.theme]; done || !p.at(words, i) {
					continue
				}
				if !t.struckOut(struck, p.theme, words, i, len(p.words)) {
					found[p.theme] = p.text
				}
			}
		}
	}
}

// struckOut tells whether any of the n words from i lies inside an excluded phrase of the theme.
func (t *Themes) struckOut(struck map[int][]bool, theme int, words []string, i, n int) bool {
	if len(t.exclude[theme]) == 0 {
		return false
	}
	marks, ok := struck[theme]
	if !ok {
		marks = t.exclude[theme].marks(words)
		struck[theme] = marks
	}
	for _, m := range marks[i : i+n] {
		if m {
			return true
		}
	}
	return false
}

func (x phraseIndex) marks(words []string) []bool {
	marks := make([]bool, len(words))
	for i := range words {
		for _, key := range [2]string{words[i], ""} {
			for _, p := range x[key] {
				if !p.at(words, i) {
					continue
				}
				for j := range p.words {
					marks[i+j] = true
				}
			}
		}
	}
	return marks
}

// at tells whether the phrase stands at position i.
func (p themePhrase) at(words []string, i int) bool {
	if i+len(p.words) > len(words) {
		return false
	}
	for j, want := range p.words {
		got := words[i+j]
		if stem, open := strings.CutSuffix(want, "*"); open {
			if !strings.HasPrefix(got, stem) {
				return false
			}
		} else if got != want {
			return false
		}
	}
	return true
}
