package codes

import "siequity/rules/codes/wording"

// doubtOf gives the mark or the words that put an answer or a grade in doubt, "" without any: they stand beside the
// value ("Severe?", "harm suspected"), or alone in a remark ("No - tbc", "Severe (?)"). A remark with words of its own
// doubts those: "Severe - PE?", "No - suspected FGM". rest are all words behind the value; the first near of them count.
func doubtOf[V any](raw string, rest []string, near int, values map[string]V) string {
	value, at := len(wording.Words(raw))-len(rest), 0
	for _, clause := range clauseMark.Split(raw, -1) {
		words := wording.Words(clause)
		from := at
		at += len(words)
		if from >= value && ofItsOwn(words, values) {
			continue
		}
		if wording.DoubtMarked(clause) {
			return "?"
		}
		first, last := min(max(value-from, 0), len(words)), min(max(value+near-from, 0), len(words))
		if doubt := wording.Doubt(words[first:last]); doubt != "" {
			return doubt
		}
	}
	return ""
}

// ofItsOwn tells whether a remark has words that it may doubt: none that names another value, or tells that this one
// is to be settled.
func ofItsOwn[V any](words []string, values map[string]V) bool {
	own := false
	for i := range words {
		if _, n := longestPhrase(values, words[i:], longestHarm); n > 0 {
			return false
		}
		if _, n := longestPhrase(unsettled, words[i:], 3); n > 0 {
			return false
		}
	}
	for _, w := range wording.WithoutDoubt(words) {
		own = own || !ofValue[w]
	}
	return own
}

// unsettled are words of doubt that are said of a value, and not of a finding.
var unsettled = phraseTable([]phrasesFor[bool]{{true, `tbc|tba|to be confirmed|to confirm|unsure|not sure|uncertain|unconfirmed|not confirmed|not yet confirmed|provisional|provisionally|prov|
	unverified|not verified|needs confirming|needs checking|to be checked`}})

// ofValue are words that a remark may have and still speak of the value.
var ofValue = wordList(`so it this that is was the a an at by for from in of panel mdt team reviewer reviewers consultant review harm injury grade graded grading level score rating answer
	higher lower worse less more correct right true really sure agreed confirmed check checked downgrade upgrade regrade`)
