package ethnicity

import (
	"regexp"
	"strings"

	"siequity/rules/codes/wording"
)

// readLabel reads a label without a code beside it.
func readLabel(label string) Reading {
	folded := wording.Fold(label)
	if folded == "" {
		return Reading{Code: "99", Status: NotKnown, Why: "punctuation only: nothing was recorded"}
	}
	if r, ok := readNonAnswer(folded); ok {
		return r
	}
	p := parse(label)
	r := p.decide()
	if a, b, two := twoValues(label); two && r.Status == Valid && !p.oneList() {
		return ambiguous(commonGroup(a, b), "names two categories, "+a+" and "+b)
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
		return invalid("the total of a table, not a value", "")
	case len(p.unknown) > 0:
		return p.refuseUnknown(s)
	case p.pooled:
		return ambiguous("", "pools several categories")
	case len(p.tokens) == 0:
		return invalid("the heading of a list, not a value", "")
	case p.nationwide:
		return invalid("a nationality is not an ethnic category", s.suggestion())
	case s.pooledOther:
		return ambiguous("", "pools several categories")
	}
	return s.decide(p)
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

// oneList tells whether the lists of a label belong to one value: inside an official heading, or naming Travellers.
func (p *parsed) oneList() bool {
	s := shapeOf(p.tokens)
	return s.formal || s.irishTraveller
}

// twoValues finds two different categories in a list of ticked boxes ("White Irish / Indian"). Lists inside official
// headings ("Black/African/Caribbean/Black British") are not for it.
func twoValues(label string) (a, b string, two bool) {
	parts := listMark.Split(label, -1)
	if len(parts) < 2 {
		return "", "", false
	}
	for _, part := range parts {
		p := parse(part)
		switch r := p.decide(); {
		case r.Status != Valid || r.Code == a:
		case a == "":
			a = r.Code
		default:
			return a, r.Code, true
		}
	}
	return "", "", false
}

// listMark parts the entries of a list.
var listMark = regexp.MustCompile(`(?i)\s*(?:[;|/,]|\bor\b)\s*`)

func commonGroup(a, b string) Group {
	if GroupOf(a) == GroupOf(b) {
		return GroupOf(a)
	}
	return ""
}
