package ethnicity

import (
	"regexp"
	"slices"
	"strings"

	"siequity/rules/codes/wording"
)

// A code beside its label: "A - White British", "[A] White British", "C3: Other White", "White British (A)", "Irish, B",
// "Chinese (NHS code R)", "Pakistani J".
var (
	codeFirst = regexp.MustCompile(`^[\[(]?\s*([A-Za-z][0-9A-Za-z]?|99|[0-9]{2})\s*(?:[\])]\s*[-–—:.=]?|[-–—:=.|,;/_]|\s)\s*(\S.*)$`)
	codeLast  = regexp.MustCompile(`^(.*\S)\s*(?:[\[(]\s*(?:(?i:(?:nhs|national|ethnic)?\s*code)\s*:?\s*)?([A-Za-z][0-9A-Za-z]?|99)\s*[\])]|[-–—:=|)]\s*([A-Z][0-9A-Z]?|99))$`)
	codeAfter = regexp.MustCompile(`^(.*(?:\S{3}|\s(?:or|[&+])))(?:\s*[,/]\s*|\s+(?i:(?:(?:nhs|national|ethnic)\s+)?code\s*:?\s+)?)([A-Z]|99)$`)
	endsShort = regexp.MustCompile(`\b[A-Za-z]\s?/\s?[A-Za-z]$`)
	ordinal   = regexp.MustCompile(`^[0-9]{1,2}\s*[.):-]\s*(\D.*)$|^[0-9]{1,2}\s+([A-Za-z]\D*)$`)
)

// readCodeAndLabel reads text that holds a code and a label. ok is false when there is no code beside a label.
func readCodeAndLabel(text string, in Scheme) (Reading, bool) {
	if at := shortSlash.FindStringIndex(text); at != nil && at[0] == 0 {
		return Reading{}, false
	}
	code, label := splitCode(text)
	if _, short := wholePhrases[strings.ToLower(code)]; code == "" || short {
		return Reading{}, false
	}
	if other, ok := readCode(label, in); ok && strings.EqualFold(code, label) {
		return other, true // the same of two persons, or of one twice
	} else if ok && other.Code != "" && strings.Contains(text, ";") {
		return ambiguous(commonGroup(strings.ToUpper(code[:1]), other.Code), "two codes in one cell"), true
	}
	byCode, ok := readCode(code, in)
	if !ok || byCode.Status == Invalid {
		return Reading{}, false
	}
	if wording.Fold(label) == "" {
		return byCode, true
	}
	if dangling(label) {
		return ambiguous("", quote(code)+" is joined to "+quote(label)+" and may be a second value"), true
	}
	if initialOfBritish(code, label, text) {
		return ambiguous(GroupWhite, `"B" behind "White" may be the code for Irish or the initial of British`), true
	}
	p := parse(label)
	if p.counted {
		return ambiguous(p.decide().Group, totalOfCategory), true
	}
	if a, b, two := twoValues(label, p.oneList()); two && !p.ofOtherOrigin() && !p.irishTravellers() {
		return ambiguous(commonGroup(a, b), "names two categories, "+a+" and "+b+", beside a code"), true
	}
	byLabel := readLabel(label)
	if abuts(text, code) && byCode.Status == Valid && (!agree(byCode, byLabel) && !contradict(byCode, byLabel, code) || compass(code, label) || cutBackground(label, text)) {
		return Reading{}, false
	}
	return combine(byCode, byLabel, code, label), true
}

// initialOfBritish tells whether the code B stands behind the bare heading White: "White - B" as likely means British.
func initialOfBritish(code, label, text string) bool {
	return strings.EqualFold(code, "b") && wording.Fold(label) == "white" && !strings.HasPrefix(strings.TrimLeft(text, "[( "), code)
}

// splitCode cuts text into a code and a label; code is "" when it finds none.
func splitCode(text string) (code, label string) {
	if m := codeFirst.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	if m := codeLast.FindStringSubmatch(text); m != nil {
		return m[2] + m[3], m[1]
	}
	if m := codeAfter.FindStringSubmatch(text); m != nil && !endsShort.MatchString(text) {
		return m[2], m[1]
	}
	return "", ""
}

// abuts tells whether only a space parts the code from the words after it or before it. "A White British" is then a code
// and a label, but "E African Asian" is East African Asian, "No data" is no code N, and "Any other White B" is cut off.
func abuts(text, code string) bool {
	if strings.HasSuffix(text, " "+code) && len(text) > len(code)+1 {
		before := text[len(text)-len(code)-2]
		return letter(before) || digit(before)
	}
	after, found := strings.CutPrefix(text, code)
	rest := strings.TrimLeft(after, " \t")
	return found && rest != "" && rest != after && (letter(rest[0]) || digit(rest[0]))
}

// contradict tells whether a capital that abuts a label may be a code, and one for another category: "A Irish",
// "Asian B". A lower-case letter may be a word, "a".
func contradict(code, label Reading, text string) bool {
	says := label.Status == Valid || label.Status == Ambiguous && label.Group != ""
	return code.Status == Valid && says && code.Code != label.Code && strings.ToUpper(text) == text
}

// cutBackground tells whether the B that a label closes with is what is left of "background": "Any other White B".
func cutBackground(label, text string) bool {
	return strings.HasSuffix(text, " B") && slices.Contains(wording.Words(label), "other")
}

// agree tells whether a label says no more and no less than the code, or is vaguer than it within the same group.
func agree(code, label Reading) bool {
	switch label.Status {
	case Valid, NotStated, NotKnown:
		return label.Code == code.Code
	case Ambiguous:
		if label.Suggest != "" {
			return label.Suggest == code.Code
		}
		return label.Group != "" && label.Group == code.Group
	}
	return label.Suggest != "" && (label.Suggest == code.Code || code.extended() && (GroupOf(label.Suggest) == code.Group || code.Code == "S"))
}

// extended tells whether a code has a local second character: its label may then be a nationality ("CA - English").
func (r Reading) extended() bool { return strings.HasPrefix(r.Why, "local code") }

// compass tells whether a single letter may be a point of the compass: "N African" is N beside African, or North African.
func compass(code, label string) bool {
	first := wording.Words(label)
	if len(first) == 0 {
		return false
	}
	_, ok := expressions[strings.ToLower(code)+" "+first[0]]
	return ok
}

// combine gives the code when the label agrees, otherwise an ambiguous reading: neither is preferred.
func combine(code, label Reading, codeText, labelText string) Reading {
	if agree(code, label) {
		code.Why += "; the label " + quote(labelText) + " agrees"
		if label.Status != code.Status {
			code.Why = strings.Replace(code.Why, "agrees", "does not contradict it", 1)
		}
		if code.Warning == "" {
			code.Warning = label.Warning
		}
		return code
	}
	r := Reading{Status: Ambiguous, Why: "code " + quote(codeText) + " and label " + quote(labelText) + " disagree"}
	if label.Status == Invalid {
		r.Status, r.Suggest = Invalid, code.Code
		r.Why = "code " + quote(codeText) + " stands beside " + quote(labelText) + ", which is no ethnic category: " + label.Why
	}
	if code.Group != "" && code.Group == label.Group {
		r.Group = code.Group
	}
	return r
}

// withoutOrdinal drops the item number of a questionnaire ("16. any other black background").
func withoutOrdinal(text string) string {
	if m := ordinal.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1] + m[2])
	}
	return text
}
