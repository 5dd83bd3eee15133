package ethnicity

import (
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
		return p.decidePool(s)
	case len(p.tokens) == 0:
		return p.decideEmpty()
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

// decidePool reads words of tables that pool categories.
func (p *parsed) decidePool(s shape) Reading {
	return ambiguous("", "pools several categories")
}

// decideEmpty reads labels made of fillers only: "Ethnic groups", "Any other ethnic group" has a token and is not here.
func (p *parsed) decideEmpty() Reading {
	return invalid("the heading of a list, not a value", "")
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
