package pmrt

import (
	"regexp"
	"strings"
)

// How a list says that a death is not one for the tool: the answer, and the reason beside it or behind it.

// noWords begin an answer that says no; the longer stand before the shorter.
var noWords = []string{"not suitable", "not eligible", "not supported", "not reviewable", "not required", "not for", "no longer suitable", "no longer eligible", "no longer supported", "no longer reviewable", "no longer required", "no longer for",
	"no longer", "not in scope", "unsuitable", "ineligible", "excluded", "no"}

// tellingWords begin an answer that says no and why at once.
var tellingWords = []string{"out of scope", "outside scope", "outside of scope", "does not meet", "did not meet", "criteria not met", "duplicate"}

// crosses answer no where they stand in the place of a tick.
const crosses = "✗✘❌×✕"

// whyNot gives the reason: of its own column, or what follows the no.
func whyNot(answer, reason string) string {
	if reason != "" && !noReason(reason) {
		return reason
	}
	if begins(strings.ToLower(answer), tellingWords) != "" {
		return answer
	}
	rest := strings.TrimLeft(answer, crosses+" ")
	start := begins(strings.ToLower(rest), noWords)
	rest = rest[len(start):]
	if rest = aboutReview.ReplaceAllString(rest, ""); rest != answer {
		if rest = strings.Trim(rest, " -\u2013\u2014:,;.()"); len(rest) > 1 {
			return rest
		}
	}
	return "no reason given"
}

// begins gives the first of some phrases that a text begins with, as words.
func begins(text string, phrases []string) string {
	for _, p := range phrases {
		if rest, ok := strings.CutPrefix(text, p); ok && !startsLetter(rest) {
			return p
		}
	}
	return ""
}

// aboutReview matches what follows a no and is no reason: "not suitable for PMRT review", "no review needed".
var aboutReview = regexp.MustCompile(`(?i)^ *(for )?(a )?(pmrt|mbrrace|the tool|review)?( review)?( ?\b(needed|required|necessary|suitable|eligible|applicable|supported))?( for (pmrt|review)( review)?)?\b`)

func startsLetter(s string) bool { return s != "" && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' }

// excluding matches a reason for which the tool does not review a death.
var excluding = regexp.MustCompile(`surviv|brain injur|without neonatal care|no neonatal care|not suitable|unsuitable|not eligible|ineligible|not reviewable|not supported|not met\b|not meet|` +
	`\b(?:under|before|below|less than|prior to|earlier than|pre)[ -]*22\b|[<\x{2264}] ?22\b|\b(?:1\d|20|21)(?:\+[0-6])? ?(?:weeks?|wks?|w|/40)\b|\b(?:1\d|20|21)\+[0-6]\b|` +
	`\bcommunity (?:neonatal |baby |infant )?death|\bdied in (?:the )?community|\bduplicat|\b(?:notified|entered|reported|created|added|logged) (?:twice|in error)|\bnotification error|\bnotified by mistake|` +
	`\bout of scope|\boutside (?:of )?(?:the )?(?:scope|criteria)|\bnot in scope|\b(?:born|died) (?:abroad|overseas|outside)`)

// unexcluding matches what takes such a reason back, or leaves it open.
var unexcluding = regexp.MustCompile(`\b(?:not|non|never|nor)[ -](?:an? |the |been |under |yet )*(?:community|duplicat|out |outside|notified|entered|under|before|below|less)|\bno (?:community|duplicat)|\?|\b(?:possibl|query|queried|potential|suspected|awaiting|tbc|to check)|\b(?:after|following|with|received|had) (?:\w+ )?neonatal care|\bborn (?:at )?(?:2[2-9]|3\d|4[0-3])`)

// excludes reports whether a reason beside a blank answer names a death that the
// tool does not review.
func excludes(reason string) bool {
	s := strings.Join(strings.Fields(strings.ToLower(reason)), " ")
	return excluding.MatchString(s) && !unexcluding.MatchString(s)
}

// noReason reports words that stand in the column of the reason and give none.
func noReason(reason string) bool {
	switch strings.Trim(strings.ToLower(reason), " .-") {
	case "", "n/a", "na", "none", "nil", "not applicable", "tbc", "?", "unknown", "not known", "not stated", "null":
		return true
	}
	return false
}

// saysNo reads the answer to "suitable for review?". "Not known" and "not yet
// decided" are no answer.
func saysNo(a string) bool {
	switch {
	case a == "n" || a == "false" || a == "0", a != "" && strings.ContainsAny(string([]rune(a)[0]), crosses), begins(a, tellingWords) != "":
		return true
	}
	start := begins(a, noWords)
	rest := a[len(start):]
	return start != "" && (start != "no" || rest == "" || strings.ContainsRune(" -,:(", rune(rest[0])))
}
