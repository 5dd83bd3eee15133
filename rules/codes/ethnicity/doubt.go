package ethnicity

import (
	"regexp"
	"strings"

	"siequity/rules/codes/wording"
)

// readDoubt reads a value with a question mark or words of doubt: whoever wrote it was not sure, so a category is only
// suggested. It runs before the reasons for having no category, which share words with doubt: "Pakistani (tbc)" names
// a group, and "tbc at next visit" none.
func readDoubt(text string, in Scheme, local map[string]string) (Reading, bool) {
	sure, marked := withoutMark(text)
	rest, worded := wording.CutDoubt(sure)
	if rest == "" || !marked && !worded {
		return Reading{}, false
	}
	r := read(rest, in, local)
	switch {
	case r.Status == Valid:
		return Reading{Status: Ambiguous, Group: r.Group, Suggest: r.Code, Scheme: r.Scheme, Why: "the value says that " + quote(rest) + " is in doubt"}, true
	case worded && r.Status != Ambiguous && r.Suggest == "":
		return Reading{}, false
	}
	return r, true
}

// withoutMark leaves out the question marks of doubt.
func withoutMark(text string) (string, bool) {
	whole := lostDash.ReplaceAllString(text, "$1 – $2")
	if !wording.DoubtMarked(whole) {
		return text, false
	}
	rest := strings.TrimSpace(emptyBrackets.ReplaceAllString(strings.ReplaceAll(whole, "?", ""), ""))
	return rest, rest != ""
}

// A dash that a program could not write becomes a question mark: "White ? British". It doubts nothing.
var (
	lostDash      = regexp.MustCompile(`(\pL) \? (\pL)`)
	emptyBrackets = regexp.MustCompile(`\(\s*\)|\[\s*\]`)
)
