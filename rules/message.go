package rules

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/check"
	"siequity/rules/document"
)

// template is a message cut at its placeholders.
type template []part

type part struct {
	text  string // plain text, or the name of a word below
	field int    // index of a field, or one of the two below
}

const (
	plain = -1
	word  = -2
)

// words are the placeholders that are not fields.
func words() []string { return []string{"record", "due", "limit", "reason"} }

// readTemplate cuts a message at {name}. It refuses names that are no field,
// and fields that identify a person or hold free text: a message goes into
// sheets that are passed round.
func readTemplate(c *Catalogue, o *document.Object, message string) template {
	var t template
	for rest := message; rest != ""; {
		before, after, found := strings.Cut(rest, "{")
		t = append(t, part{before, plain})
		if !found {
			break
		}
		name, tail, closed := strings.Cut(after, "}")
		if !closed {
			o.Fault("message", "a { has no } after it", "")
			break
		}
		rest = tail
		t = append(t, insertion(c, o, name))
	}
	return t
}

// insertion is what a name in braces stands for: a word about the rule, or a field.
func insertion(c *Catalogue, o *document.Object, name string) part {
	if slices.Contains(words(), name) {
		return part{name, word}
	}
	i, ok := c.Index(name)
	if !ok {
		o.Fault("message", fmt.Sprintf("no field is called %q", name), c.Suggest(name))
		return part{"", plain}
	}
	if kind := c.Field(i).Kind; kind == Person || kind == Narrative {
		o.Fault("message", fmt.Sprintf("a message may not show %s, which can identify a person", name), "say in words what to look at")
		return part{"", plain}
	}
	return part{name, i}
}

func (t template) fields() []int {
	var list []int
	for _, p := range t {
		if p.field >= 0 {
			list = append(list, p.field)
		}
	}
	return list
}

// Message is what a rule says about a record, given the outcome it had there:
// for a failure the rule's own message, otherwise why it is not known or not
// asked. It holds no identifying field and no free text.
func (s *Set) Message(rule int, rec Record, o Outcome) string {
	r := &s.Rules[rule]
	switch o.Verdict {
	case Pass:
		return r.Title
	case Unknown:
		return "not known whether " + r.Title + ": " + s.because(o)
	case NotApplicable:
		return "not asked: " + s.because(o)
	}
	var b strings.Builder
	for _, p := range r.message {
		switch p.field {
		case plain:
			b.WriteString(p.text)
		case word:
			b.WriteString(wordText(r, p.text, rec, o))
		default:
			b.WriteString(rec.Value(p.field).Show(s.Catalogue.Field(p.field).Kind))
		}
	}
	return b.String()
}

// because is the reason for an outcome, with the field it is about.
func (s *Set) because(o Outcome) string {
	if o.Field < 0 {
		return o.Why.Plain()
	}
	return fmt.Sprintf("%s (%s)", o.Why.Plain(), s.Catalogue.Field(int(o.Field)).Label())
}

func wordText(r *Rule, name string, rec Record, o Outcome) string {
	switch name {
	case "record":
		return rec.ID()
	case "due":
		if o.Due == 0 {
			return "(no date)"
		}
		return o.Due.Long()
	case "limit":
		return limitText(r.check, rec)
	}
	return o.Why.Plain()
}

// clock is a check with a limit.
type clock interface{ LimitFor(Record) (Limit, bool) }

func limitText(c check.Check, rec Record) string {
	if within, ok := c.(clock); ok {
		if l, ok := within.LimitFor(rec); ok {
			return l.String()
		}
	}
	return "(no limit)"
}
