package ethnicity

import (
	"sort"
	"strings"
	"unicode"

	"siequity/rules/codes/wording"
)

// shortestSlip is the shortest word that is corrected: below it, too many words are one slip apart.
const shortestSlip = 5

// partOfExpression holds the words that only occur inside expressions.
var partOfExpression = expressionWords()

func expressionWords() map[string]bool {
	set := map[string]bool{}
	for phrase := range expressions {
		for _, w := range strings.Fields(phrase) {
			set[w] = true
		}
	}
	return set
}

// correctable are the words that a slip may be read as, in alphabetical order: the headings and the categories, not
// the nationalities, which lie too close together (Iranian and Ukrainian, Malian and Maltese) and are never valid alone.
var correctable = correctableWords()

func correctableWords() []string {
	words := []string{"british", "other", "background", "scottish", "english", "northern", "european", "caucasian", "ethnic", "group", "category",
		"unspecified", "jewish", "punjabi", "gujarati", "bengali", "hispanic", "mediterranean"}
	for w := range headings {
		words = append(words, w)
	}
	for w, p := range peoples {
		if p.alone == category {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	return words
}

// lookalikes are real words one slip away from a word of the vocabulary.
var lookalikes = wordSet(`lack bloc whip mice fixe while write blank block slack flack fixed mined mother bother groups roman wasian arabic romans romance irises iris back gujarat bengal`)

// nearest gives the one correctable word a single slip away from w, or "" when there is none or more than one.
func nearest(w string) string {
	if len(w) < shortestSlip || lookalikes[w] {
		return ""
	}
	found := ""
	for _, c := range correctable {
		if len(c) < shortestSlip || !wording.OneSlip(w, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// nearestHeading gives the heading that a word of four letters has lost a letter of ("Whie", "Blac"), or "". A heading
// alone is never valid, so that this is enough.
func nearestHeading(w string) string {
	if len(w) != shortestSlip-1 || inVocabulary(w) || lookalikes[w] {
		return ""
	}
	for _, h := range []string{"asian", "black", "mixed", "other", "white"} {
		if wording.OneSlip(w, h) {
			return h
		}
	}
	return ""
}

// nearestShort gives the word of five letters that a word among others has lost a letter of ("ethnic grup"), or "".
func nearestShort(w string) string {
	if len(w) != shortestSlip-1 || inVocabulary(w) || lookalikes[w] {
		return ""
	}
	for _, whole := range []string{"group", "gypsy", "irish"} {
		if wording.OneSlip(w, whole) {
			return whole
		}
	}
	return ""
}

// nearestNation gives the one nationality a slip away from w, among those that the headings beside it have, or "". Under
// its heading a nationality stands for the rest of that heading, so that a wrong guess does not change the category.
func nearestNation(w string, beside map[Group]bool) string {
	if len(beside) == 0 || len(w) < shortestSlip || inVocabulary(w) || lookalikes[w] {
		return ""
	}
	var found, code string
	for name, p := range peoples {
		if p.alone != nation || len(name) < shortestSlip || !beside[p.group] || !wording.OneSlip(w, name) {
			continue
		}
		if code != "" && code != p.code {
			return ""
		}
		found, code = max(found, name), p.code
	}
	return found
}

// headingsAmong gives the headings that stand among tokens.
func headingsAmong(tokens []token) map[Group]bool {
	found := map[Group]bool{}
	for _, t := range tokens {
		word, _ := spellWord(t.word)
		if g := headings[word]; g != "" {
			found[g] = true
		}
	}
	return found
}

// narrowestColumn is the shortest width at which systems cut labels off, in characters.
const narrowestColumn = 15

// lastWords are the words that labels close with, or that stand last where a column is too narrow for the rest.
var lastWords = fields(`african any arab asian background bangladeshi black british caribbean chinese english ethnic ethnicity group
	gypsy indian irish mixed multiple northern not or other pakistani roma scottish traveller unspecified welsh white`)

// unfinished tells whether w is no whole word of the grammar: unknown, a single letter, or a word that only occurs in
// front of another ("northern").
func unfinished(w string) bool {
	if grammatical(w) || fillers[w] || aggregates[w] || markers[w] || w == "total" || nearest(w) != "" {
		return false
	}
	if _, known := spellings[w]; known {
		return false
	}
	return len(w) < 3 || !strings.HasSuffix(w, "s") || unfinished(strings.TrimSuffix(w, "s"))
}

// endings gives the word that rest is the beginning of, and how many words it could be. After "other" and a heading
// nothing can follow but "background" or "ethnic group", which say the same.
func endings(rest string, before []token) (whole string, found int) {
	other, heading := false, false
	for _, t := range before {
		word, _ := spellWord(t.word)
		other = other || word == "other"
		heading = other && (heading || headings[word] != "")
	}
	if heading {
		if whole, found = startingLike(rest, func(w string) bool { return fillers[w] }); found > 0 {
			return whole, 1
		}
	}
	return startingLike(rest, func(string) bool { return true })
}

// startingLike gives the last of lastWords that start with rest and that fit, and their number.
func startingLike(rest string, fits func(string) bool) (whole string, found int) {
	for _, w := range lastWords {
		if strings.HasPrefix(w, rest) && fits(w) {
			whole = w
			found++
		}
	}
	return whole, found
}

// mendCut completes the last word of a label that a system has cut off at a fixed width ("Black or Black British Car").
// A rest that could be several words is dropped: the label is then ambiguous, whatever is left of it.
func (p *parsed) mendCut(text string, tokens []token) []token {
	last := len(tokens) - 1
	if len(text) < narrowestColumn || last < 1 || !unicode.IsLetter(rune(text[len(text)-1])) {
		return tokens
	}
	rest := tokens[last].word
	if !unfinished(rest) || closesExpression(tokens) {
		return tokens
	}
	switch whole, found := endings(rest, tokens[:last]); {
	case found == 1 && (grammatical(whole) || fillers[whole]):
		tokens[last].word = whole
	case found > 0:
		p.cutShort = true
		return tokens[:last]
	}
	return tokens
}

// closesExpression tells whether the last words are an expression, so that the last of them is whole.
func closesExpression(tokens []token) bool {
	for i := max(0, len(tokens)-longestExpression); i < len(tokens)-1; i++ {
		if _, n := expressionAt(spelt(tokens[i:])); i+n == len(tokens) {
			return true
		}
	}
	return false
}

// spelt writes tokens in the form that the vocabulary knows, and leaves tokens as they are.
func spelt(tokens []token) []token {
	out := make([]token, len(tokens))
	for i, t := range tokens {
		out[i] = t
		out[i].word, _ = spellWord(t.word)
	}
	return out
}

// unglue parts two words that a system has written as one ("WhiteBritish", "BLACKAFRICAN").
func unglue(tokens []token) []token {
	out := tokens[:0:0]
	for _, t := range tokens {
		if head, tail, two := glued(t.word); two {
			out = append(out, token{head, t.joint}, token{tail, space})
			continue
		}
		out = append(out, t)
	}
	return out
}

// glued cuts a word outside the vocabulary into two words that labels are made of. Both must be whole and known.
func glued(w string) (head, tail string, two bool) {
	if _, known := spellings[w]; known || len(w) < 2*shortestGlued || inVocabulary(w) {
		return "", "", false
	}
	for i := shortestGlued; i <= len(w)-shortestGlued; i++ {
		if gluable(w[:i]) && (gluable(w[i:]) || w[i:] == "background" || w[i:] == "group") {
			return w[:i], w[i:], true
		}
	}
	return "", "", false
}

// shortestGlued is the length of the shortest word that stands glued to another.
const shortestGlued = 5

// gluable tells whether a word names a heading or a category.
func gluable(w string) bool {
	return headings[w] != "" || w == "british" || w == "other" || peoples[w].alone == category
}

// completed gives the long word that w is the beginning of, where a system has cut the label short
// ("Other Asian backgrou", "Asian - Banglade"), or "". It needs five letters and a word that nothing else starts like.
func completed(w string) string {
	if len(w) < shortestSlip {
		return ""
	}
	for _, long := range []string{"background", "bangladeshi", "british", "caribbean", "ethnicity", "pakistani", "traveller", "unspecified"} {
		if strings.HasPrefix(long, w) {
			return long
		}
	}
	return ""
}
