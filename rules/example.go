package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"siequity/rules/document"
)

// Example is a record made up to show what a rule says of it.
type Example struct {
	Want  Verdict
	Line  int
	Note  string
	Shown []Shown // as written, in order

	source string
	asOf   Day
	values map[int]Value
}

// Shown is one field of an example in words.
type Shown struct{ Field, Value string }

// endOfTime is the day of the audit for an example that names none: every
// clock has run out.
const endOfTime Day = 1 << 30

// ID, Source and Value make an example a [Record].
func (e *Example) ID() string { return "example" }

// Source is the source the example is of.
func (e *Example) Source() string { return e.source }

// Value is what the example says of a field, blank when it says nothing.
func (e *Example) Value(i int) Value {
	if v, ok := e.values[i]; ok {
		return v
	}
	return Nothing(Blank)
}

// Text is the example in a line: what is in it, in order.
func (e *Example) Text() string {
	parts := make([]string, len(e.Shown))
	for i, s := range e.Shown {
		parts[i] = s.Field + ": " + s.Value
	}
	return strings.Join(parts, ", ")
}

// readExamples reads a rule's examples, of which it must have one that passes
// and one that fails.
func readExamples(c *Catalogue, r *Rule, o *document.Object) []Example {
	var list []Example
	for _, want := range []Verdict{Pass, Fail, NotApplicable, Unknown} {
		key := want.String()
		for _, each := range o.Objects(key) {
			list = append(list, readExample(c, r, want, each))
		}
	}
	o.Need(Pass.String(), Fail.String())
	o.Close()
	return list
}

func readExample(c *Catalogue, r *Rule, want Verdict, o *document.Object) Example {
	e := Example{Want: want, Line: o.Line(), asOf: endOfTime, values: map[int]Value{}}
	if len(r.On) > 0 {
		e.source = r.On[0]
	}
	for _, key := range o.Keys() {
		switch key {
		case "note":
			e.Note = o.Text(key)
		case "as_of":
			e.asOf = readDay(o, key)
			e.Shown = append(e.Shown, Shown{"as of", e.asOf.Long()})
		case "source":
			e.source = o.Text(key)
			e.Shown = append(e.Shown, Shown{"source", e.source})
		case "absent":
			e.nothing(c, o, key, Absent)
		case "no_data":
			e.nothing(c, o, key, NoData)
		default:
			e.give(c, o, key)
		}
	}
	e.closeOn(c, r, o)
	o.Close()
	return e
}

// closeOn sets what follows from the source and refuses fields the rule never
// looks at: they would make the example seem to prove more than it does.
func (e *Example) closeOn(c *Catalogue, r *Rule, o *document.Object) {
	if c.Source(e.source) < 0 {
		o.Fault("source", fmt.Sprintf("no source is called %q", e.source), "")
	}
	used := append(r.Fields(), r.message.fields()...)
	for _, key := range o.Keys() {
		if i, ok := c.Index(key); ok && r.check != nil && key != "source" && !slices.Contains(used, i) {
			o.Fault(key, "the rule does not look at the field "+key, "leave it out of the example")
		}
	}
	if i, ok := c.Index("source"); ok {
		e.values[i] = Text(e.source)
	}
}

func (e *Example) nothing(c *Catalogue, o *document.Object, key string, s State) {
	for _, name := range o.Texts(key) {
		i, ok := c.Index(name)
		if !ok {
			o.Fault(key, fmt.Sprintf("no field is called %q", name), c.Suggest(name))
			continue
		}
		e.values[i] = Nothing(s)
		e.Shown = append(e.Shown, Shown{name, Nothing(s).Show(Words)})
	}
}

func (e *Example) give(c *Catalogue, o *document.Object, key string) {
	i, ok := c.Index(key)
	if !ok {
		o.Scalar(key)
		o.Fault(key, fmt.Sprintf("no field is called %q", key), c.Suggest(key))
		return
	}
	v := readValue(c.Field(i), o, key)
	e.values[i] = v
	e.Shown = append(e.Shown, Shown{key, v.Show(c.Field(i).Kind)})
}

// readValue reads one value of an example as its field's kind wants it.
func readValue(f Field, o *document.Object, key string) Value {
	text, tag, ok := o.Scalar(key)
	if !ok || text == "" {
		return Nothing(Blank)
	}
	switch f.Kind {
	case Date:
		return On(readDay(o, key))
	case Number:
		if x, err := strconv.ParseFloat(text, 64); err == nil && (tag == "!!int" || tag == "!!float") {
			return Num(x)
		}
		o.Fault(key, text+" is not a number", "")
		return Nothing(Blank)
	case Truth:
		b, _ := o.Bool(key)
		return Flag(b)
	}
	if len(f.Values) > 0 && !slices.Contains(f.Values, text) {
		o.Fault(key, fmt.Sprintf("%s is never %q", f.Name, text), fmt.Sprintf("its values are %v", f.Values))
	}
	return Text(o.Text(key))
}

// readDay reads an ISO date, quoted or not; YAML takes an unquoted one for a
// timestamp, which is the same text.
func readDay(o *document.Object, key string) Day {
	text, _, ok := o.Scalar(key)
	if !ok {
		return 0
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		o.Fault(key, fmt.Sprintf("%q is not a date such as 2026-05-14", text), "")
		return 0
	}
	return Day(t.Unix() / (24 * 60 * 60))
}
