package ethnicity

import (
	"regexp"
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
// before any letter is taken for a code. An error is like a blank and not like 99: nobody recorded that it is not known.
func readShort(text string) (Reading, bool) {
	if wording.SheetError(text) {
		return Reading{Status: Missing, Why: quote(text) + " is the error of a formula in the spreadsheet, nothing was recorded"}, true
	}
	if strings.HasPrefix(text, "#") {
		return Reading{Code: "99", Status: NotKnown, Why: quote(text) + " is a sign, nothing was recorded"}, true
	}
	folded := wording.Fold(text)
	if e, ok := wholePhrases[folded]; ok {
		return fromEvidence(e, text), true
	}
	if e, ok := wholePhrases[withoutField(folded)]; ok && !unspecific[withoutField(folded)] {
		return fromEvidence(e, text), true
	}
	return Reading{}, false
}

// withoutField drops the words that say where a short form stands: "Blank field", "Ethnicity: null".
func withoutField(folded string) string {
	var rest []string
	for _, w := range strings.Fields(folded) {
		if !fieldWords[w] {
			rest = append(rest, w)
		}
	}
	return strings.Join(rest, " ")
}

var fieldWords = wordSet(`field cell box column entry record value ethnicity ethnic group category origin code patient mother`)

// readNonAnswer reads labels that say why there is no category. It runs before any group is looked for, because
// systems file "Not stated" under a heading ("Other ethnic group - Not stated").
//
// Z needs evidence that the person was asked (Change Request 406 of 2004: refusal, or genuinely unable to choose);
// "not asked" beats a bare "not stated", and a label that mixes both reasons is ambiguous.
func readNonAnswer(label string) (Reading, bool) {
	folded := wording.Fold(label)
	words := plainNegations(strings.Fields(folded))
	found := evidenceIn(words) | shortPart(label)
	if found == 0 {
		return Reading{}, false
	}
	if g, ok := besideCategory(label); ok {
		return ambiguous(g, "names a category, and that there is none, as alternatives"), true
	}
	if unlike(label) {
		found |= notStatedSaid | notKnownSaid
		found &^= notAsked
	}
	return fromEvidence(found, folded), true
}

// evidenceIn gives the evidence of all phrases in a list of words.
func evidenceIn(words []string) evidence {
	var found evidence
	for i := 0; i < len(words); {
		e, n := evidenceAt(words[i:])
		found |= e
		i += n
	}
	return found
}

// unlike tells whether a label gives Z and 99 as alternatives: "Not stated / not recorded". A reason in brackets or
// behind a dash explains, and is no alternative: "Not stated (not requested)".
func unlike(label string) bool {
	var stated, known bool
	for _, part := range alternatives.Split(shortSlash.ReplaceAllString(label, "$1$2"), -1) {
		e := evidenceIn(plainNegations(strings.Fields(wording.Fold(part)))) | shortPart(part)
		r := fromEvidence(e, part)
		stated = stated || e != 0 && r.Status == NotStated
		known = known || e != 0 && r.Status == NotKnown
	}
	return stated && known
}

// besideCategory tells whether a whole category stands beside a non-answer as its alternative, and gives its group:
// "White British / Not stated". A non-answer under a heading ("Other ethnic group - Not stated") answers nothing.
func besideCategory(label string) (Group, bool) {
	parts := append(alternatives.Split(shortSlash.ReplaceAllString(label, "$1$2"), -1), strongMark.Split(label, -1)...)
	for _, part := range parts {
		if wording.Fold(part) == "" || evidenceIn(plainNegations(strings.Fields(wording.Fold(part))))|shortPart(part) != 0 {
			continue
		}
		p := parse(part)
		if r := p.decide(); r.Status == Valid && p.specific() {
			return r.Group, true
		}
	}
	return "", false
}

// alternatives part the alternatives of a non-answer.
var alternatives = regexp.MustCompile(`(?i)/|\bor\b`)

// shortPart gives the evidence of a short form that stands as a part of its own: "Black African - NK", "White (blank)".
// "Unspecified" is left to the grammar: "White - unspecified" is a category.
func shortPart(label string) evidence {
	var found evidence
	if wording.HoldsSheetError(label) {
		found = notKnownSaid
	}
	for _, part := range partMark.Split(shortSlash.ReplaceAllString(label, "$1$2"), -1) {
		if folded := wording.Fold(part); !unspecific[folded] {
			found |= wholePhrases[folded]
		}
	}
	return found
}

// partMark parts a label where systems join two values; shortSlash finds the slash of a short form ("N/K"), which does not.
var (
	partMark   = regexp.MustCompile(`(?i)[;|,:=/()\[\]<>–—]|\s-|-\s|\bor\b`)
	shortSlash = regexp.MustCompile(`\b([A-Za-z])\s?/\s?([A-Za-z])\b`)
)

// unspecific are the short forms that may say which category is meant.
var unspecific = map[string]bool{"unspecified": true, "not specified": true, "unspec": true, "not spec": true, "ref": true, "name": true, "value": true}

// plainNegations writes every way of saying "not" in one way, with its verb next to it: "has not yet been asked",
// "yet to be asked" and "wasnt asked" all hold "not asked".
func plainNegations(words []string) []string {
	out := make([]string, 0, len(words))
	for i, w := range words {
		last := ""
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		if slippedNot(words, i) {
			w = "never"
		}
		toBe := w == "to" && i+1 < len(words) && words[i+1] == "be"
		switch after := last == "not" || last == "unable"; {
		case after && hedges[w]:
		case negations[w], toBe:
			out = append(out, "not")
		default:
			out = append(out, reasonSpelt(w, after))
		}
	}
	return out
}

// slippedNot tells whether word i is a slip of "not": one stands in front of what was not done.
func slippedNot(words []string, i int) bool {
	whole := i == 0 && len(words) == 2
	if i+1 == len(words) || !nots[words[i]] && !(whole && notsAlone[words[i]]) {
		return false
	}
	next := words[i+1]
	return recording[next] || next == "stated" || next == "known" || next == "given" || next == "to"
}

// reasonSpelt mends a single slip in a word that gives a reason ("refusd"). After "not" a shorter word is enough
// ("not knwon"): nothing else is likely there.
func reasonSpelt(w string, negated bool) string {
	if len(w) <= shortestSlip && !negated || len(w) < 4 || inVocabulary(w) || reasonWords[w] || recording[w] || answering[w] {
		return w
	}
	for _, right := range slippedReasons {
		if wording.OneSlip(w, right) {
			return right
		}
	}
	return w
}

// evidenceAt gives the evidence of the longest phrase that words start with, and its length; 0 and 1 when none does.
func evidenceAt(words []string) (evidence, int) {
	for n := min(len(words), longestReason); n > 0; n-- {
		if e, ok := reasons[strings.Join(words[:n], " ")]; ok {
			return e, n
		}
	}
	if e := prefixed(words[0]); e != 0 {
		return e, 1
	}
	if len(words) < 2 || words[0] != "not" && words[0] != "unable" {
		return 0, 1
	}
	if len(words) > 2 && places[words[2]] {
		return 0, 3
	}
	return failure(words[0], words[1]), 1
}

// prefixed gives the evidence of a verb that carries its negation: "unassigned", "nondisclosed".
func prefixed(w string) evidence {
	for _, prefix := range []string{"un", "non"} {
		if verb, ok := strings.CutPrefix(w, prefix); ok && len(verb) > 2 {
			return failure("not", verb)
		}
	}
	return 0
}

// failure gives the evidence of "not" or "unable" before a verb: who failed to do what.
func failure(negation, verb string) evidence {
	switch {
	case negation == "unable" && answering[verb]:
		return notAsked
	case answering[verb]:
		return refused
	case recording[verb]:
		return notAsked
	}
	return 0
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
	why := " says that it is not known"
	if unasked {
		why = " says that no answer was asked for or recorded"
	}
	return Reading{Code: "99", Status: NotKnown, Why: quote(label) + why}
}
