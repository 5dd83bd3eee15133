package ethnicity

import (
	"html"
	"regexp"
	"strings"

	"siequity/rules/codes/wording"
)

// What systems put round a label: the name of its column, its classification, what it leaves out.

// censusSuffix is the tail by which coded terms name their classification, in the long and the cut-off forms.
var censusSuffix = regexp.MustCompile(`(?i)[\s,(-]*(?:\b(?:england\s*(?:and|&|\+)\s*wales|eng\s*(?:and|&|\+)?\s*wales|n(?:orthern)?\s*i(?:reland)?|scot(?:land)?)\b)?[\s-]*(?:\beth(?:n|nic)?\b\.?)?[\s-]*(?:\bcat(?:eg|egory)?\b\.?)?[\s-]*\b(?:1991|2001|2011|2021)\s*(?:cens(?:us)?)?\b`)

// censusPlace is what may follow it: where the census was taken.
var censusPlace = regexp.MustCompile(`(?i)^[\s,()-]*(?:(?:england|wales|scotland|northern ireland|united kingdom|uk|ni|and|finding)[\s,()-]*)*$`)

// withoutClassification parts a label from the name of its classification, "" when it has none.
func withoutClassification(text string) (label, classification string) {
	m := censusSuffix.FindStringIndex(text)
	if m == nil {
		return text, ""
	}
	rest := text[m[1]:]
	if censusPlace.MatchString(rest) {
		rest = ""
	}
	return strings.TrimSpace(text[:m[0]] + " " + rest), text[m[0]:m[1]]
}

// codedMark are the other marks of a coded term.
var codedMark = regexp.MustCompile(`(?i)^\s*race\s*[:-]|\(\s*nmo\s*\)|\((?:ethnic|racial) group\)|- ethnic group`)

// tableMark is the name of a column that statistical tables put before a label.
var tableMark = regexp.MustCompile(`(?i)^\s*(?:ethnicity[\s_]+(?:minor|major)[\s_]+|(?:patient[\s_]+|mother'?s?[\s_]+|maternal[\s_]+)?(?:ethnic(?:ity)?(?:[\s_]+(?:group|origin|category|background|code|desc(?:ription)?))*(?:\s*\(mother\))?)\s*[:=]\s*|race\s*[:-]\s*)`)

// exclusion is what a label says it leaves out, in brackets or to its end: "Middle Eastern (excluding Israeli, Iranian
// and Arab)", "Asian excluding Chinese".
var exclusion = regexp.MustCompile(`(?i)\(\s*exc(?:l|luding|ept)?\b[^)]*\)?|\bexc(?:l|luding|ept)?\b[^-–()]*`)

// withoutExclusion drops what a label leaves out, which must not be read as what it names.
func withoutExclusion(text string) string {
	text = exclusion.ReplaceAllString(text, " ")
	if m := restBut.FindStringSubmatch(text); m != nil && onlyNames(m[2]) {
		return m[1]
	}
	return text
}

// whereFrom is a remark behind a label on where it was looked up: "White British (as per PAS)".
var whereFrom = regexp.MustCompile(`(?i)[\s,;(–-]+(?:confirmed|taken|copied|recorded|stated|checked)?\s*(?:as\s+)?(?:per|from|at|on|in|with|by)\s+((?:` + lookedUp + `)(?:[\s/]+(?:` + lookedUp + `))*)\s*\)?$`)

// lookedUp are the places where staff look a category up.
const lookedUp = `the|her|booking|notes?|maternity|antenatal|pas|gp|records?|badger\s?net|euroking|epr|emis|systm\s?one|spine|pds|system|referral|letter|summary|care|admission|registration|form|handheld|hand|held|electronic|medical|hospital|clinical|demographics|self`

// withoutSource drops such a remark. In a non-answer it may be the reason: "not on record".
func withoutSource(text string) string {
	if _, none := readNonAnswer(text); none {
		return text
	}
	if at := whereFrom.FindStringIndex(text); at != nil && at[0] > 0 {
		return text[:at[0]] + strings.Repeat(")", strings.Count(text[:at[0]], "(")-strings.Count(text[:at[0]], ")"))
	}
	return text
}

// restBut is the rest of a heading and what is none of it: "Other Asian - not Chinese". "White, not British" has no rest,
// and is left to the grammar.
var restBut = regexp.MustCompile(`(?i)^(.*\both(?:e?r)?\b.*?)[\s(,;:–-]+(?:but\s+)?not\s+(?:an?\s+)?([^()]+)\)?$`)

// onlyNames tells whether a list names headings and peoples and nothing else.
func onlyNames(list string) bool {
	for _, w := range wording.Words(list) {
		known, _ := spellWord(w)
		if _, joins := conjunctions[w]; !joins && w != "nor" && !names(known) && !homeNations[known] {
			return false
		}
	}
	return true
}

// codeWord stands in front of a code: "Code C - Other White", "NHS code: J".
var codeWord = regexp.MustCompile(`(?i)^(?:(?:nhs|national|ethnic|ethnicity)\s+)?(?:(?:group|category)\s+)?code\s*[:=-]?\s+`)

// codeWordLast stands at the end of a label, in front of its code: "White British, NHS code A".
var codeWordLast = regexp.MustCompile(`(?i)(?:\b(?:nhs|national|ethnic)\s+)?\bcode\b[\s:=-]*$`)

// slashed is an abbreviation written with a slash, which would otherwise part two words: "Any other White b/g".
var slashed = regexp.MustCompile(`(?i)\bb\s?/\s?g(?:r|rd|rnd|round)?\b\.?`)

// camel is where a name that a program made of several words parts them. One small letter in front is a slip.
var camel = regexp.MustCompile(`([a-z]{2}|[A-Z][a-z])([A-Z][a-z])`)

// partCamel writes "PreferNotToSay" as words. Two matches may share letters, so that it goes over the text again.
func partCamel(text string) string {
	for parted := camel.ReplaceAllString(text, "$1 $2"); parted != text; parted = camel.ReplaceAllString(text, "$1 $2") {
		text = parted
	}
	return text
}

// columnDash is a column's name that a dash parts from its value; columnMark is either form.
var (
	columnDash = regexp.MustCompile(`(?i)^\s*ethnic(?:ity)?(?:\s+(?:group|origin|category))?\s+[-–]\s+`)
	columnMark = regexp.MustCompile(tableMark.String() + "|" + columnDash.String())
)

// plainMarks are the marks that pages and fonts write for others.
var plainMarks = strings.NewReplacer("⁄", "/", "／", "/", "＆", "&")

// unwrap drops what pages, lists and exports put round a value: HTML, bullets, quotation marks, brackets round the
// whole, and underscores for spaces. A value of nothing else is let be.
func unwrap(text string) string {
	text = plainMarks.Replace(html.UnescapeString(text))
	if !strings.ContainsAny(text, " \u00a0") {
		text = strings.ReplaceAll(text, "_", " ")
	}
	for _, bare := range []string{strings.TrimLeft(text, "•·●▪* "), strings.Trim(text, "\"'“”‘’` "), strings.TrimRight(text, "* "), strings.TrimSuffix(text, " -")} {
		if bare != "" && bare != text {
			return unwrap(bare)
		}
	}
	if bracketed(text) {
		return unwrap(strings.TrimSpace(text[1 : len(text)-1]))
	}
	return strings.Join(strings.Fields(text), " ")
}

// bracketed tells whether one pair of brackets holds the whole text.
func bracketed(text string) bool {
	if len(text) < 4 || !strings.ContainsAny(text[:1], "([") {
		return false
	}
	depth := 0
	for i, r := range text {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth == 0 {
			return i == len(text)-1
		}
	}
	return false
}
