package ethnicity

import (
	"strings"

	"siequity/rules/codes/wording"
)

// evidence is what part of a non-answer shows.
type evidence uint8

const (
	notStatedSaid evidence = 1 << iota // "not stated": usually Z, but says nothing of why
	notKnownSaid                       // "not known": usually 99, likewise
	refused                            // the person was asked and declined, or could not choose
	notAsked                           // nobody asked, or she could not be asked
)

// readShort reads the short forms of a non-answer ("N/K", "NULL") and the errors that a spreadsheet leaves ("#N/A"),
// before any letter is taken for a code.
func readShort(text string) (Reading, bool) {
	if strings.HasPrefix(text, "#") {
		return Reading{Code: "99", Status: NotKnown, Why: quote(text) + " is a spreadsheet error, nothing was recorded"}, true
	}
	folded := wording.Fold(text)
	if e, ok := wholePhrases[folded]; ok {
		return fromEvidence(e, text), true
	}
	return Reading{}, false
}

// readNonAnswer reads labels that say why there is no category. It runs before any group is looked for, because
// systems file "Not stated" under a heading ("Other ethnic group - Not stated").
//
// Z needs evidence that the person was asked (Change Request 406 of 2004: refusal, or genuinely unable to choose);
// "not asked" beats a bare "not stated", and a label that mixes both reasons is ambiguous.
func readNonAnswer(folded string) (Reading, bool) {
	words := strings.Fields(folded)
	var found evidence
	for i := 0; i < len(words); {
		e, n := evidenceAt(words[i:])
		found |= e
		i += n
	}
	if found == 0 {
		return Reading{}, false
	}
	return fromEvidence(found, folded), true
}

// evidenceAt gives the evidence of the longest phrase that words start with, and its length; 0 and 1 when none does.
func evidenceAt(words []string) (evidence, int) {
	for n := min(len(words), longestReason); n > 0; n-- {
		if e, ok := reasons[strings.Join(words[:n], " ")]; ok {
			return e, n
		}
	}
	return 0, 1
}

// fromEvidence decides between Z, 99 and ambiguous.
func fromEvidence(e evidence, label string) Reading {
	asked, unasked := e&refused != 0, e&notAsked != 0
	stated, known := e&notStatedSaid != 0, e&notKnownSaid != 0
	switch {
	case asked && (unasked || known), stated && known && !unasked:
		return Reading{Status: Ambiguous, Why: quote(label) + " could be Z (asked, no answer) or 99 (not asked)"}
	case asked, stated && !unasked:
		return Reading{Code: "Z", Status: NotStated, Why: quote(label) + " says that she was asked and did not answer"}
	}
	return Reading{Code: "99", Status: NotKnown, Why: quote(label) + " says that it is not known, or that nobody asked"}
}
