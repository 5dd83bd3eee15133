package rules

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/check"
	"siequity/rules/document"
)

// Measure is a share with a target. It is made of one of these:
//
//   - Rules: a record counts as the worst of its rules' verdicts;
//   - a check of its own (kind and keys as in a rule), for a figure that is no
//     reason to mend a record;
//   - Register: two counts, by name, from files people keep by hand;
//   - Spread: how the values of one field are spread, never averaged.
type Measure struct {
	ID, Pack           string
	Title, Doc, Source string
	On                 []string // sources
	Rules              []int    // indexes in Set.Rules
	RuleIDs            []string
	When, Kind, Asks   string // of a check of its own
	Register           Register
	Spread             Spread
	Split              string   // field by which the numerator is shown split, such as ethnicity_basis
	By                 []string // breakdowns worth showing
	Target             Target
	Targets            *Table // targets by scheme year, nil for none
	// PerCase says that a case counts once, by the record nearest to the investigation
	// of which it is asked. Rules say it of themselves, a check of the measure's own by per.
	PerCase bool
	Text    string // the definition as its author wrote it
	File    string
	Line    int

	check     check.Check
	condition *check.Condition
	on        uint32
}

// Register names the counts that a measure takes from hand-kept files. Without
// a denominator the measure is a plain count.
type Register struct{ Numerator, Denominator string }

// Spread is a field whose values are counted one by one, in this order.
type Spread struct {
	Field  string
	Values []string
	index  int
}

func readMeasure(pack Pack, k *check.Kit, o *document.Object) Measure {
	m := Measure{ID: readID(pack, o), Pack: pack.Name, File: pack.File, Line: o.Line(), Text: o.Source()}
	o.Need("title", "doc", "source")
	m.Title, m.Doc, m.Source, m.Split = o.Text("title"), o.Text("doc"), o.Text("source"), o.Text("split")
	m.On, m.on = readOn(k.Catalogue, o)
	m.By = o.Texts("by")
	for _, name := range append(slices.Clone(m.By), m.Split) {
		if _, ok := k.Catalogue.Index(name); name != "" && !ok {
			o.Fault("by", fmt.Sprintf("no field is called %q", name), k.Catalogue.Suggest(name))
		}
	}
	m.RuleIDs = o.Texts("rules")
	m.Register = readRegister(o.Object("register"))
	m.Spread = readSpread(k, o.Object("spread"))
	m.Target = readTarget(pack, o, plainTarget())
	if m.Targets = readTargetTable(k, o); m.Targets != nil {
		m.newest(o)
	}
	known := true
	if o.Has("kind") {
		known = m.readCheck(k, o)
	}
	m.oneWay(o)
	if known {
		o.Close()
	}
	return m
}

// readCheck reads a check of the measure's own, and tells whether there is such
// a kind.
func (m *Measure) readCheck(k *check.Kit, o *document.Object) (known bool) {
	m.Kind, m.When = o.Text("kind"), o.Text("when")
	if _, m.PerCase = readPer(o); o.Text("per") == "export" {
		o.Fault("per", "a measure counts records or cases", "leave it out, or write case")
	}
	m.condition = k.Condition(o, "when", false)
	if m.check, known = k.Build(o); m.check != nil {
		m.Asks = m.check.Describe(k.Catalogue)
	}
	return known
}

// oneWay holds a measure to exactly one way of being counted.
func (m *Measure) oneWay(o *document.Object) {
	ways := 0
	for _, key := range []string{"rules", "kind", "register", "spread"} {
		if o.Has(key) {
			ways++
		}
	}
	if ways != 1 {
		o.Fault("", fmt.Sprintf("says in %d ways what is counted, where one is meant", ways), "give one of rules, kind, register, spread")
	}
}

// newest makes the target of the newest year that has one the measure's own,
// for a figure that is not shown by year.
func (m *Measure) newest(o *document.Object) {
	if m.Target.Set {
		o.Fault("target", "the target is given twice, here and by table "+m.Targets.ID, "leave one of them out")
	}
	var newest *Row
	for i := range m.Targets.Rows {
		if row := &m.Targets.Rows[i]; row.Target > 0 && (newest == nil || row.To >= newest.To) {
			newest = row
		}
	}
	m.Target = m.Target.in(newest)
}

func readRegister(o *document.Object) Register {
	o.Need("numerator")
	r := Register{Numerator: o.Text("numerator"), Denominator: o.Text("denominator")}
	o.Close()
	return r
}

func readSpread(k *check.Kit, o *document.Object) Spread {
	o.Need("field", "values")
	s := Spread{Field: o.Text("field"), Values: o.Texts("values")}
	var ok bool
	if s.index, ok = k.Catalogue.Index(s.Field); s.Field != "" && !ok {
		o.Fault("field", fmt.Sprintf("no field is called %q", s.Field), k.Catalogue.Suggest(s.Field))
	}
	o.Close()
	return s
}

func readTargetTable(k *check.Kit, o *document.Object) *Table {
	id := o.Text("targets_from")
	if id == "" {
		return nil
	}
	i := slices.IndexFunc(k.Tables, func(t Table) bool { return t.ID == id })
	if i < 0 {
		o.Fault("targets_from", fmt.Sprintf("no table is called %q", id), "")
		return nil
	}
	return &k.Tables[i]
}

// resolve finds the measure's rules once all packs are read.
func (m *Measure) resolve(s *Set, o *document.Object) {
	for _, id := range m.RuleIDs {
		i := slices.IndexFunc(s.Rules, func(r Rule) bool { return r.ID == id })
		if i < 0 {
			o.Fault("rules", fmt.Sprintf("no rule is called %q", id), document.DidYouMean(id, s.ruleIDs()))
			continue
		}
		m.Rules = append(m.Rules, i)
	}
	for at, i := range m.Rules {
		if byCase := s.Rules[i].PerCase; at == 0 {
			m.PerCase = byCase
		} else if byCase != m.PerCase {
			o.Fault("rules", "some of the rules ask of a case and some of a record, and a measure counts one of the two", "make two measures of them")
		}
	}
}

// Per is where the measure's figures come from, in a word: record, register or
// spread.
func (m *Measure) Per() string {
	switch {
	case m.Register.Numerator != "":
		return "register"
	case m.Spread.Field != "":
		return "spread"
	}
	return "record"
}

// Counts is the numerator and denominator in words.
func (m *Measure) Counts(s *Set) string {
	switch {
	case m.Per() == "register" && m.Register.Denominator == "":
		return "number of " + m.Register.Numerator
	case m.Per() == "register":
		return m.Register.Numerator + " of " + m.Register.Denominator
	case m.Per() == "spread":
		return "records by " + m.Spread.Field + ": " + strings.Join(m.Spread.Values, ", ")
	case m.check != nil:
		return m.counted() + " where " + m.Asks
	}
	var asks []string
	for _, r := range m.Rules {
		asks = append(asks, s.Rules[r].Asks)
	}
	return m.counted() + " where " + strings.Join(asks, ", and ")
}

// counted is what a share is counted of.
func (m *Measure) counted() string {
	if m.PerCase {
		return "cases"
	}
	return "records"
}

// Count says where a record stands in one measure, as CountAll does in all.
func (s *Set) Count(measure int, rec Record, outcomes []Outcome, asOf Day) Outcome {
	at := s.Catalogue.Source(rec.Source())
	if m := &s.Measures[measure]; at >= 0 && m.Per() == "record" && m.on&(1<<at) != 0 {
		return m.count(rec, outcomes, asOf)
	}
	return s.uncounted[measure]
}

// CountAll says where a record stands in every measure, given the outcomes that
// Eval gave for it, in the order of Measures: Pass in numerator and
// denominator, Fail in the denominator alone, NotApplicable in neither; Unknown
// in neither, and to be shown beside. A measure for other sources gives
// NotApplicable with [OtherSource], and so does a register or a spread, which
// is not counted so. It writes into out and is as safe as Eval.
func (s *Set) CountAll(rec Record, outcomes []Outcome, asOf Day, out []Outcome) []Outcome {
	out = append(out[:0], s.uncounted...)
	at := s.Catalogue.Source(rec.Source())
	if at < 0 {
		return out
	}
	for _, m := range s.counted[at] {
		out[m] = s.Measures[m].count(rec, outcomes, asOf)
	}
	return out
}

func (m *Measure) count(rec Record, outcomes []Outcome, asOf Day) Outcome {
	if m.check == nil {
		return worst(m.Rules, outcomes)
	}
	if m.condition != nil {
		if ok, instead := m.condition.Holds(rec, asOf); !ok {
			return instead
		}
	}
	return m.check.Test(rec, asOf)
}

// Place is the position of a record's value in a spread, -1 when it has none of
// the values listed; o says why, and OtherSource that the record is no part of
// the spread at all.
func (s *Set) Place(measure int, rec Record) (at int, o Outcome) {
	m := &s.Measures[measure]
	source := s.Catalogue.Source(rec.Source())
	if m.Per() != "spread" || source < 0 || m.on&(1<<source) == 0 {
		return -1, check.Skip(check.OtherSource)
	}
	return check.Place(rec, m.Spread.index, m.Spread.Values)
}

// worst is fail before unknown before pass; what is not applicable counts only
// when nothing else is there.
func worst(rules []int, outcomes []Outcome) Outcome {
	all := check.Skip(check.ConditionNot)
	rank := [...]int{Unknown: 2, Pass: 1, Fail: 3, NotApplicable: 0}
	for i, r := range rules {
		if o := outcomes[r]; i == 0 || rank[o.Verdict] > rank[all.Verdict] {
			all = o
		}
	}
	return all
}
