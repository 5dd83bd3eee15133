package ethnicity

import (
	"strings"

	"siequity/rules/codes/wording"
)

// Scheme says what a column is known to hold, or which list decided a reading.
type Scheme string

// The schemes that a column may be declared to hold are Unknown, NHS2001 and LFPSE. The others name lists that are
// recognised and refused.
const (
	Unknown   Scheme = ""         // nothing is known: national codes and labels are read, bare numbers are not
	NHS2001   Scheme = "nhs2001"  // 2001 national codes and labels
	LFPSE     Scheme = "lfpse"    // the numeric list of LFPSE, taxonomy version 5
	GROW      Scheme = "grow"     // customised growth chart groups, 1 to 21
	Pre2001   Scheme = "pre2001"  // hospital codes 0 to 9 used before April 2001
	Scotland  Scheme = "scotland" // Scottish list, a digit and a letter
	Wales     Scheme = "wales"    // Welsh list: its A is any White background, its B Gypsy or Irish Traveller
	LocalList Scheme = "local"    // a label mapped by the user
)

// Reading is what a raw value means, and why.
type Reading struct {
	Raw     string // as given
	Code    string // "A" to "S" when Valid, "Z" when NotStated, "99" when NotKnown, else empty
	Group   Group  // of the code; of an ambiguous value where certain
	Status  Status
	Scheme  Scheme // the list that decided
	Why     string // the decision in words
	Suggest string // a code that a person might confirm; never applied
	Warning string // what to mend although the value could be read
}

// Read reads one raw value of a column known to hold scheme in. local maps labels as the user writes them to
// national codes; it wins over everything but a blank. Read is pure: callers with long columns cache it by raw string.
func Read(raw string, in Scheme, local map[string]string) Reading {
	text := wording.Tidy(raw)
	if shorter := strings.TrimRight(text, " .,;:"); shorter != "" {
		text = shorter
	}
	r := read(text, in, local)
	r.Raw = raw
	if r.Scheme == "" {
		r.Scheme = NHS2001
	}
	if r.Status == Valid {
		r.Group = GroupOf(r.Code)
	}
	return r
}

func read(text string, in Scheme, local map[string]string) Reading {
	if text == "" {
		return Reading{Status: Missing, Why: "the cell is blank"}
	}
	if r, ok := readLocal(text, local); ok {
		return r
	}
	text = withoutSource(partCamel(closeInitials(unwrap(text))))
	if r, ok := readShort(text); ok {
		return r
	}
	if r, ok := readEntries(text, in, local); ok {
		return r
	}
	if r, ok := readDoubt(text, in, local); ok {
		return r
	}
	if code := tableMark.ReplaceAllString(text, ""); len(code) < 4 {
		text = code
	}
	text = codeWord.ReplaceAllString(text, "")
	if r, ok := readJoinedLetter(columnMark.ReplaceAllString(text, "")); ok {
		return r
	}
	if r, ok := readCode(text, in); ok {
		return r
	}
	if r, ok := readCodeAndLabel(columnMark.ReplaceAllString(text, ""), in); ok {
		return r
	}
	return readLabel(columnDash.ReplaceAllString(text, ""))
}

// readLocal looks text up in the user's own labels, folded, so that case and punctuation do not matter.
func readLocal(text string, local map[string]string) (Reading, bool) {
	if len(local) == 0 {
		return Reading{}, false
	}
	folded, match := wording.Fold(text), ""
	for label := range local {
		if wording.Fold(label) == folded && (match == "" || label < match) {
			match = label
		}
	}
	if match == "" {
		return Reading{}, false
	}
	r := fromCode(strings.ToUpper(strings.TrimSpace(local[match])))
	r.Scheme = LocalList
	r.Why = "local label " + quote(match) + " is mapped to " + quote(local[match])
	return r, true
}

// fromCode gives the reading of a national code, upper case.
func fromCode(code string) Reading {
	switch {
	case IsValid(code):
		return Reading{Code: code, Group: GroupOf(code), Status: Valid, Scheme: NHS2001}
	case code == "Z":
		return Reading{Code: "Z", Status: NotStated, Scheme: NHS2001}
	case code == "99":
		return Reading{Code: "99", Status: NotKnown, Scheme: NHS2001}
	}
	return Reading{Status: Invalid, Scheme: NHS2001}
}

func quote(s string) string { return `"` + s + `"` }

// readLabel reads a label without a code beside it.
func readLabel(label string) Reading {
	folded := wording.Fold(label)
	if folded == "" {
		return Reading{Code: "99", Status: NotKnown, Why: "punctuation only: nothing was recorded"}
	}
	if r, ok := readNonAnswer(label); ok {
		return r
	}
	p := parse(label)
	r := p.decide()
	if r.Status == Valid && !p.ofOtherOrigin() && !p.irishTravellers() && !p.otherMixOf() {
		if a, b, two := twoValues(label, p.oneList()); two {
			return ambiguous(commonGroup(a, b), "names two categories, "+a+" and "+b)
		}
	}
	if r.Why == "" {
		r.Why = "label " + quote(label)
		if r.Status == Valid {
			r.Why += " means " + r.Code + ": " + Label(r.Code)
		}
	}
	if len(p.respelt) > 0 && r.Status != Invalid {
		note := "spelling: " + strings.Join(p.respelt, ", ")
		r.Why += "; " + note
		r.Warning = note
	}
	return r
}

// decide gives the reading of a label taken apart.
func (p *parsed) decide() Reading {
	s := shapeOf(p.tokens)
	switch {
	case p.total:
		return invalid(totalOfCategory, "")
	case len(p.unknown) > 0:
		return p.refuseUnknown(s)
	case p.father:
		return ambiguous("", "speaks of the father, and may not be the mother's own")
	case p.pooled:
		return ambiguous("", "pools several categories")
	case p.counted:
		return ambiguous(s.decide(p).certainGroup(), totalOfCategory)
	case len(p.tokens) == 0 && p.plural:
		return invalid("the heading of a list, not a value", "")
	case len(p.tokens) == 0:
		return invalid("names no category", "")
	case p.eitherW && len(p.tokens) == 1:
		return Reading{Status: Ambiguous, Suggest: s.suggestion(), Why: `the "W" may be White or West`}
	case p.nationwide:
		return invalid("a nationality is not an ethnic category", s.suggestion())
	case s.pooledOther:
		return ambiguous("", "pools several categories")
	case p.cutShort:
		return ambiguous(s.decide(p).certainGroup(), "the label is cut off, and could have gone on in several ways")
	}
	return s.decide(p)
}

// totalOfCategory is why the total of a category is none.
const totalOfCategory = "the total of a table, not a value"

// certainGroup gives the group of a reading, of its category where it has one.
func (r Reading) certainGroup() Group {
	if r.Group == "" {
		return GroupOf(r.Code)
	}
	return r.Group
}

// refuseUnknown refuses a label with a word outside the vocabulary.
func (p *parsed) refuseUnknown(s shape) Reading {
	r := invalid(quote(p.unknown[0])+" is not a word of any ethnic category list", "")
	if s.any(tongue) {
		r.Why = "a language is not an ethnic category"
	}
	return r
}

func valid(code string) Reading { return fromCode(code) }

func ambiguous(g Group, why string) Reading { return Reading{Status: Ambiguous, Group: g, Why: why} }

func invalid(why, suggest string) Reading {
	return Reading{Status: Invalid, Why: why, Suggest: suggest}
}

// suggestion gives the one category that the peoples named would have, or "".
func (s *shape) suggestion() string {
	if c := s.codes(); len(c) == 1 {
		return c[0]
	}
	if len(s.peoples) == 0 && (s.british || s.homes > 0) {
		return "A"
	}
	return ""
}
