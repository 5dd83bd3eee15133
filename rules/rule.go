package rules

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/check"
	"siequity/rules/document"
)

// Severity says how much a failure matters.
type Severity uint8

// The severities. Info asks for a look and is never a failing of anybody.
const (
	Must Severity = iota
	Should
	Info
)

func severityNames() []string { return []string{"must", "should", "info"} }

// String is the name used in packs and files.
func (s Severity) String() string {
	if names := severityNames(); int(s) < len(names) {
		return names[s]
	}
	return fmt.Sprintf("%d", uint8(s))
}

// ParseSeverity reads what String writes.
func ParseSeverity(text string) (Severity, error) {
	if i := slices.Index(severityNames(), text); i >= 0 {
		return Severity(i), nil
	}
	return 0, fmt.Errorf("%q is not a severity", text)
}

// Rule is one documented check. All of it is what its pack says, but for Off.
type Rule struct {
	ID, Pack           string
	Title, Doc, Source string
	Severity           Severity
	On                 []string // sources, in the catalogue's order
	When               string   // "" for always
	Kind               string
	Asks               string // the check in words
	Message, Fix       string
	// PerExport marks a finding that is of the whole export, such as a missing
	// column: a worklist says it once, not once a record.
	PerExport bool
	// PerCase marks a question about the whole event, such as who sat on the panel: a
	// measure counts the case once, however many records tell of it, and a worklist asks
	// once.
	PerCase  bool
	Examples []Example
	Off      string // why the rule is switched off, "" when it is on
	Text     string // the definition as its author wrote it
	File     string
	Line     int

	check     check.Check
	condition *check.Condition // nil for always
	on        uint32           // bit set of source positions
	message   template
}

// Fields lists the indexes of the fields that the rule reads, in order, each
// once: what an export must have for the rule to say anything.
func (r *Rule) Fields() []int {
	var fields []int
	if r.check != nil {
		fields = slices.Clone(r.check.Fields())
	}
	if r.condition != nil {
		fields = append(fields, r.condition.Fields()...)
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

// eval is the rule's outcome for a record of one of its sources.
func (r *Rule) eval(rec Record, asOf Day) Outcome {
	if r.condition != nil {
		if ok, instead := r.condition.Holds(rec, asOf); !ok {
			return instead
		}
	}
	return r.check.Test(rec, asOf)
}

// readRule reads one rule of a pack; on a fault the rule may be incomplete and
// the log says why.
func readRule(pack Pack, k *check.Kit, o *document.Object) Rule {
	r := Rule{ID: readID(pack, o), Pack: pack.Name, File: pack.File, Line: o.Line(), Text: o.Source()}
	o.Need("title", "doc", "source", "severity", "kind", "message", "fix", "examples")
	r.Title, r.Doc, r.Source = o.Text("title"), o.Text("doc"), o.Text("source")
	r.Fix, r.Kind, r.When = o.Text("fix"), o.Text("kind"), o.Text("when")
	r.Severity = readSeverity(o)
	r.PerExport, r.PerCase = readPer(o)
	r.On, r.on = readOn(k.Catalogue, o)
	r.condition = k.Condition(o, "when", false)
	var known bool
	r.check, known = k.Build(o)
	r.Message = o.Text("message")
	r.message = readTemplate(k.Catalogue, o, r.Message)
	if r.check != nil {
		r.Asks = r.check.Describe(k.Catalogue)
		r.reachable(k.Catalogue, o)
		r.clockWords(o)
	}
	r.Examples = readExamples(k.Catalogue, &r, o.Object("examples"))
	if known { // otherwise all the keys of the kind meant would be called unknown
		o.Close()
	}
	return r
}

// clockWords refuses {due} and {limit} in the message of a rule that is no clock.
func (r *Rule) clockWords(o *document.Object) {
	if _, clock := r.check.(clock); clock {
		return
	}
	for _, p := range r.message {
		if p.field == word && (p.text == "due" || p.text == "limit") {
			o.Fault("message", fmt.Sprintf("{%s} has no meaning in a rule of kind %s", p.text, r.Kind), "only a rule of kind within has a limit")
		}
	}
}

func readSeverity(o *document.Object) Severity {
	text := o.Text("severity")
	s, err := ParseSeverity(text)
	if err != nil && text != "" {
		o.Fault("severity", err.Error(), "write must, should or info")
	}
	return s
}

func readPer(o *document.Object) (export, byCase bool) {
	switch per := o.Text("per"); per {
	case "", "record":
	case "export":
		export = true
	case "case":
		byCase = true
	default:
		o.Fault("per", fmt.Sprintf("%q is none of record, case, export", per), "")
	}
	return export, byCase
}

// readOn reads the sources a rule is for, all when it names none.
func readOn(c *Catalogue, o *document.Object) ([]string, uint32) {
	var set uint32
	for _, name := range o.Texts("on") {
		at := c.Source(name)
		if at < 0 {
			o.Fault("on", fmt.Sprintf("no source is called %q", name), "the sources are "+strings.Join(c.Sources(), ", "))
			continue
		}
		set |= 1 << at
	}
	if set == 0 {
		set = 1<<len(c.Sources()) - 1
	}
	var names []string
	for i, name := range c.Sources() {
		if set&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names, set
}

// reachable refuses a rule about a field that none of its sources ever has: it
// would be unknown for ever.
func (r *Rule) reachable(c *Catalogue, o *document.Object) {
	for _, i := range r.check.Fields() {
		f := c.Field(i)
		if f.Sources != nil && !slices.ContainsFunc(r.On, func(s string) bool { return slices.Contains(f.Sources, s) }) {
			o.Fault("on", fmt.Sprintf("none of the rule's sources has the field %s", f.Name), "it is in "+strings.Join(f.Sources, ", "))
		}
	}
}
