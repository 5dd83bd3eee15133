package check

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// Check is one question put to a record. It is immutable and may be asked from
// many goroutines at once.
type Check interface {
	// Test answers for one record as things stood on a day.
	Test(rec Record, asOf calendar.Day) Outcome
	// Fields lists the indexes of the fields the answer depends on.
	Fields() []int
	// Describe is the question in words.
	Describe(c *Catalogue) string
}

// Kind is a sort of check and how to build one from a rule's own keys.
type Kind struct {
	Name  string
	Doc   string // what it asks, and what its keys are
	build func(k *Kit, o *document.Object) Check
}

// Kinds is every kind there is, in the order in which the manual lists them.
func Kinds() []Kind {
	return []Kind{
		{"present", "`field` holds something (or one of `any` does); `column: true` asks only that the export has the column", newPresent},
		{"code", "`field`, the status of a value read against a code list, is one of `valid`", newCode},
		{"considered", "evidence that each of `dimensions` was considered", newConsidered},
		{"within", "`to` comes within `limit` `unit` (days, working_days, months) of `from`, or within the limit of a dated `table`; a clock still running is not due; without `to`, the day of the audit is within the limit", newWithin},
		{"one_of", "`field` is one of `values`", newOneOf},
		{"agrees", "the two `fields` say the same", newAgrees},
		{"order", "the dates of `fields` follow one another", newOrder},
		{"count", "the number in `field` is `at_least` so many, or at least the number in `at_least_field`", newCount},
		{"expr", "the expression `expr` is true; a value that is not there makes it unknown", newExpr},
	}
}

// Kit is what kinds are built with.
type Kit struct {
	Catalogue *Catalogue
	Calendar  *calendar.Calendar
	Tables    []Table
}

// Build reads the kind of a rule or measure and that kind's keys. It gives nil
// when they are wrong, and the object's log says how; known tells whether there
// is such a kind, so that the other keys of the object can be judged.
func (k *Kit) Build(o *document.Object) (c Check, known bool) {
	name := o.Text("kind")
	kinds := Kinds()
	at := slices.IndexFunc(kinds, func(kind Kind) bool { return kind.Name == name })
	if at >= 0 {
		return kinds[at].build(k, o), true
	}
	if name != "" {
		var names []string
		for _, kind := range kinds {
			names = append(names, kind.Name)
		}
		o.Fault("kind", fmt.Sprintf("no kind of check is called %q", name), "the kinds are "+strings.Join(names, ", "))
	}
	return nil, false
}

// field reads the name of a field under a key; -1 and a fault if it is none, or
// is of a kind the check cannot use. No wanted kinds means any.
func (k *Kit) field(o *document.Object, key string, want ...FieldKind) int {
	o.Need(key)
	name := o.Text(key)
	if name == "" {
		return -1
	}
	return k.named(o, key, name, want)
}

func (k *Kit) named(o *document.Object, key, name string, want []FieldKind) int {
	i, ok := k.Catalogue.Index(name)
	if !ok {
		o.Fault(key, fmt.Sprintf("no field is called %q", name), k.Catalogue.Suggest(name))
		return -1
	}
	if len(want) > 0 && !slices.Contains(want, k.Catalogue.Field(i).Kind) {
		o.Fault(key, fmt.Sprintf("the field %s does not hold what this kind of check needs", name), "")
		return -1
	}
	return i
}

// fields reads a list of at least n field names, nil and a fault otherwise.
func (k *Kit) fields(o *document.Object, key string, n int, want ...FieldKind) []int {
	names := o.Texts(key)
	if len(names) < n {
		o.Fault(key, fmt.Sprintf("at least %d fields are needed", n), "")
		return nil
	}
	list := make([]int, len(names))
	for i, name := range names {
		if list[i] = k.named(o, key, name, want); list[i] < 0 {
			return nil
		}
	}
	return list
}

// values reads a list of values that the field can have.
func (k *Kit) values(o *document.Object, key string, field int) []string {
	list := o.Texts(key)
	if field < 0 {
		return list
	}
	for _, value := range list {
		if hint, ok := k.Catalogue.Field(field).allows(value); !ok {
			o.Fault(key, fmt.Sprintf("%s is never %q", k.Catalogue.Field(field).Name, value), hint)
		}
	}
	return list
}

// allows tells whether a field can have a value, and if not what it can have.
func (f Field) allows(value string) (hint string, ok bool) {
	if len(f.Values) == 0 || value == "" || slices.Contains(f.Values, value) {
		return "", true
	}
	return "its values are " + strings.Join(f.Values, ", "), false
}
