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

// longestReason is the number of words in the longest phrase of reasons.
const longestReason = 4

// reasons are the phrases, folded, that show why no category was recorded. They may stand among other words. Phrases
// that hold a shorter one and take its meaning away map to 0.
var reasons = phrases(map[evidence]string{
	notStatedSaid: `not stated|not state|not given|none given|non stated|nonstated|notstated|un stated|unstated|not state d|ns`,
	notKnownSaid: `not known|unknown|unkown|unknwon|unknow|notknown|not know|unclassified|not classified|undetermined|dont know|
		do not know|does not know|doesnt know|unsure|not sure|uncertain|nk|u k known|unidentified|indeterminate|not identified`,
	refused: `refused|refuse|refuses|refusal|refusing|declined|declines|decline|declining|withheld|withhold|withholds|unwilling|
		not willing|prefer not|prefers not|preferred not|rather not|not wish|not wishing|not wanting|not want|not disclosed|
		not disclose|undisclosed|non disclosure|nondisclosure|chose not|chooses not|choose not|opted not|opted out|opt out|
		unable to choose|uble to choose|cannot choose|could not choose|couldnt choose|wont say|will not say|would not say|
		wouldnt say|did not answer|didnt answer|not answered|did not state|didnt state|did not respond|not provided by|not given by|didnt respond|no response|
		asked no answer|asked but no|unwillng|objected|objects|wish not|wishes not`,
	notAsked: `not asked|not requested|not request|not been asked|not yet asked|never asked|wasnt asked|unable to request|
		uble to request|unable to ask|unable to obtain|unable to be asked|unable to ascertain|unable to record|unable to establish|
		could not ask|couldnt ask|could not obtain|could not be obtained|not obtained|not obtainable|not recorded|not record|
		unrecorded|notrecorded|not collected|not captured|not documented|undocumented|not entered|not completed|not complete|incomplete|not filled|
		not provided|not supplied|not available|unavailable|not found|not held|not reported|unreported|not listed|
		not on system|not ascertained|no data|no information|no info|no record|no ethnicity recorded|no ethnicity|none recorded|
		none entered|none available|missing|to be confirmed|to be recorded|to be completed|to be asked|tbc|
		unconscious|too unwell|not able to ask|unable to answer|unable to communicate|unable to respond|not checked|not set|not yet recorded|not yet known|awaiting|pending|data missing`,
	0: `part not stated|part nt st|part not known`,
})

// wholePhrases are non-answers only when they are the whole label: short forms and words that mean something else
// among others.
var wholePhrases = phrases(map[evidence]string{
	notKnownSaid: `nk|n k|nkn|not kn|dk|d k|unk|ukn|unkn|null|nil|none|nan|n d|nd|no entry|empty|blank|ref|value|name|
		missing data|data not|void|no value|not specified|unspecified|invalid|tba|tbd|unspec|not spec|nothing|undefined|no ethnic group`,
	notAsked:      `nr|n r|unobtainable`,
	notStatedSaid: `ns|n s|not st|not answered by patient|not stated z`,
	refused:       `pnts|pns|pnta|ref d|refd|rather not|prefer not`,
})
