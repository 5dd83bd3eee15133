package rules

import (
	"fmt"
	"slices"

	"siequity/rules/check"
)

// plan sorts the rules by source once, so that a record meets only its own.
func (s *Set) plan() {
	base := make([]Outcome, len(s.Rules))
	for i, r := range s.Rules {
		base[i] = check.Skip(check.OtherSource)
		if r.Off != "" {
			base[i] = check.Skip(check.SwitchedOff)
		}
	}
	s.none = base
	for at := range s.Catalogue.Sources() {
		var list []int
		for i, r := range s.Rules {
			if r.Off == "" && r.on&(1<<at) != 0 {
				list = append(list, i)
			}
		}
		s.bySource = append(s.bySource, list)
	}
	s.planMeasures()
}

func (s *Set) planMeasures() {
	for range s.Measures {
		s.uncounted = append(s.uncounted, check.Skip(check.OtherSource))
	}
	for at := range s.Catalogue.Sources() {
		var list []int
		for i := range s.Measures {
			if m := &s.Measures[i]; m.Per() == "record" && m.on&(1<<at) != 0 {
				list = append(list, i)
			}
		}
		s.counted = append(s.counted, list)
	}
}

// Eval gives the outcome of every rule for a record, as things stood on a day,
// in the order of Rules. It writes into out, which it grows when needed. It is
// safe for concurrent use and, but for rules of kind expr, allocates nothing.
func (s *Set) Eval(rec Record, asOf Day, out []Outcome) []Outcome {
	out = append(out[:0], s.none...)
	at := s.Catalogue.Source(rec.Source())
	if at < 0 {
		return out
	}
	for _, i := range s.bySource[at] {
		out[i] = s.Rules[i].eval(rec, asOf)
	}
	return out
}

// Failure is an example of a rule that did not come out as its author says.
type Failure struct {
	Rule    string
	File    string
	Line    int
	Example Example
	Got     Outcome
}

// String is where the example stands, what it should give and what it gave.
func (f Failure) String() string {
	got := f.Got.Verdict.String()
	if why := f.Got.Why.Plain(); why != "" {
		got += " (" + why + ")"
	}
	return fmt.Sprintf("%s:%d: %s: the example should give %s and gives %s\n    %s", f.File, f.Line, f.Rule, f.Example.Want, got, f.Example.Text())
}

// Prove runs every rule, switched off or not, on its own examples.
func (s *Set) Prove() []Failure {
	var failures []Failure
	for i := range s.Rules {
		r := &s.Rules[i]
		for _, e := range r.Examples {
			if got := s.try(r, &e); got.Verdict != e.Want {
				failures = append(failures, Failure{r.ID, r.File, e.Line, e, got})
			}
		}
	}
	return failures
}

// try is the outcome of a rule for an example, its source counted in.
func (s *Set) try(r *Rule, e *Example) Outcome {
	if at := s.Catalogue.Source(e.source); at < 0 || r.on&(1<<at) == 0 {
		return check.Skip(check.OtherSource)
	}
	return r.eval(e, e.asOf)
}

// Rule is the rule of an id, nil when there is none.
func (s *Set) Rule(id string) *Rule {
	i := slices.IndexFunc(s.Rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Rules[i]
}

// Measure is the measure of an id, nil when there is none.
func (s *Set) Measure(id string) *Measure {
	i := slices.IndexFunc(s.Measures, func(m Measure) bool { return m.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Measures[i]
}

// Table is the table of an id, nil when there is none.
func (s *Set) Table(id string) *Table {
	i := slices.IndexFunc(s.Tables, func(t Table) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Tables[i]
}

func (s *Set) ruleIDs() []string {
	var ids []string
	for _, r := range s.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

func (s *Set) measureIDs() []string {
	var ids []string
	for _, m := range s.Measures {
		ids = append(ids, m.ID)
	}
	return ids
}
