package document

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Object is one mapping of a document. Every method works on a nil Object and
// then gives nothing, so that a caller need not ask before each step.
type Object struct {
	src     *source
	path    string
	node    *yaml.Node
	entries []entry
	known   []string // keys asked for, there or not
}

type entry struct {
	key, value *yaml.Node
	taken      bool
}

// Has tells whether the key is there, whatever its value.
func (o *Object) Has(key string) bool { return o.find(key) != nil }

// Keys lists the keys as written, and takes none.
func (o *Object) Keys() []string {
	if o == nil {
		return nil
	}
	keys := make([]string, len(o.entries))
	for i, e := range o.entries {
		keys[i] = e.key.Value
	}
	return keys
}

// Name sets what the object is called in faults from here on.
func (o *Object) Name(name string) {
	if o != nil && name != "" {
		o.path += " " + name
	}
}

// Line is where the object begins, 0 when it is nil.
func (o *Object) Line() int {
	if o == nil {
		return 0
	}
	return o.node.Line
}

// LineOf is the line of a key, or of the object when it lacks the key.
func (o *Object) LineOf(key string) int {
	if e := o.find(key); e != nil {
		return e.key.Line
	}
	return o.Line()
}

// Need notes a fault for each key that is missing or empty.
func (o *Object) Need(keys ...string) {
	for _, key := range keys {
		if e := o.find(key); o != nil && (e == nil || empty(e.value)) {
			o.fault(o.LineOf(key), "", key+" is missing", "")
		}
	}
}

func empty(n *yaml.Node) bool {
	return len(n.Content) == 0 && strings.TrimSpace(n.Value) == ""
}

// Fault notes what is wrong with the value of a key, or with the whole object
// when key is "".
func (o *Object) Fault(key, what, hint string) {
	if o == nil {
		return
	}
	if e := o.find(key); e != nil {
		o.fault(e.value.Line, key, what, hint)
		return
	}
	o.fault(o.node.Line, key, what, hint)
}

func (o *Object) fault(line int, key, what, hint string) {
	path := o.path
	if key != "" {
		path = join(path, key)
	}
	o.src.fault(line, path, what, hint)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + ": " + key
}

// Text is the text of a key, "" when there is none.
func (o *Object) Text(key string) string {
	e := o.take(key)
	if e == nil {
		return ""
	}
	return o.src.text(e.value, join(o.path, key))
}

// Texts is a list of texts. A single text stands for a list of one.
func (o *Object) Texts(key string) []string {
	e := o.take(key)
	if e == nil {
		return nil
	}
	at := join(o.path, key)
	if e.value.Kind == yaml.ScalarNode {
		if text := o.src.text(e.value, at); text != "" {
			return []string{text}
		}
		return nil
	}
	return o.src.texts(e.value, at)
}

// Number is the number of a key, and whether there is one.
func (o *Object) Number(key string) (float64, bool) {
	e := o.take(key)
	if e == nil {
		return 0, false
	}
	n := e.value
	if n.Kind == yaml.ScalarNode && (n.Tag == "!!int" || n.Tag == "!!float") {
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil && x-x == 0 {
			return x, true
		}
	}
	o.Fault(key, fmt.Sprintf("%s is not a number", show(n)), "write digits without quotes, such as 95 or 2.5")
	return 0, false
}

// Whole is the whole number of a key, and whether there is one.
func (o *Object) Whole(key string) (int, bool) {
	x, ok := o.Number(key)
	if ok && (x != float64(int32(x)) || x < 0) {
		o.Fault(key, fmt.Sprintf("%v is not a whole number of at least 0", x), "")
		return 0, false
	}
	return int(x), ok
}

// Bool is true or false, and whether the key is there.
func (o *Object) Bool(key string) (value, ok bool) {
	e := o.take(key)
	if e == nil {
		return false, false
	}
	if n := e.value; n.Kind == yaml.ScalarNode && n.Tag == "!!bool" {
		return strings.EqualFold(n.Value, "true"), true
	}
	o.Fault(key, show(e.value)+" is neither true nor false", "")
	return false, false
}

// Scalar is a value as written with the type that YAML reads it as, such as
// "!!int". It is for a key whose type depends on something else.
func (o *Object) Scalar(key string) (text, tag string, ok bool) {
	e := o.take(key)
	if e == nil {
		return "", "", false
	}
	if e.value.Kind != yaml.ScalarNode {
		o.Fault(key, "is a list or a block, where one value is meant", "")
		return "", "", false
	}
	return e.value.Value, e.value.Tag, true
}

// Object is the mapping of a key, nil when there is none.
func (o *Object) Object(key string) *Object {
	e := o.take(key)
	if e == nil {
		return nil
	}
	return o.src.object(e.value, join(o.path, key))
}

// Objects is the list of mappings of a key. Elements of another kind are
// faults and are left out.
func (o *Object) Objects(key string) []*Object {
	e := o.take(key)
	if e == nil {
		return nil
	}
	at := join(o.path, key)
	if e.value.Kind != yaml.SequenceNode {
		o.Fault(key, "is not a list", "begin each entry with a dash")
		return nil
	}
	var list []*Object
	for i, n := range e.value.Content {
		if child := o.src.object(n, fmt.Sprintf("%s[%d]", at, i+1)); child != nil {
			list = append(list, child)
		}
	}
	return list
}

// Close notes a fault for every key that nobody took.
func (o *Object) Close() {
	if o == nil {
		return
	}
	for _, e := range o.entries {
		if !e.taken {
			o.src.fault(e.key.Line, o.path, fmt.Sprintf("the key %q is not known here", e.key.Value), DidYouMean(e.key.Value, o.known))
		}
	}
}

func (o *Object) find(key string) *entry {
	if o == nil {
		return nil
	}
	for i := range o.entries {
		if o.entries[i].key.Value == key {
			return &o.entries[i]
		}
	}
	return nil
}

func (o *Object) take(key string) *entry {
	if o == nil {
		return nil
	}
	o.known = append(o.known, key)
	e := o.find(key)
	if e != nil {
		e.taken = true
	}
	return e
}

// Source is the object as its author wrote it, with its own indentation taken
// away: the lines from its first to the one before anything further out.
func (o *Object) Source() string {
	if o == nil || o.node.Line == 0 {
		return ""
	}
	indent, last := o.node.Column-1, lastLine(o.node)
	var lines []string
	for i, line := range o.src.lines[o.node.Line-1:] {
		own := len(line) - len(strings.TrimLeft(line, " "))
		if o.node.Line+i > last && own < indent && strings.TrimSpace(line) != "" {
			break
		}
		cut := min(indent, own)
		if i == 0 {
			cut = indent // past the dash of a list
		}
		lines = append(lines, strings.TrimRight(line[cut:], " \r"))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

// lastLine is where the last value inside a node begins.
func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, child := range n.Content {
		last = max(last, lastLine(child))
	}
	return last
}
