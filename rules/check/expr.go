package check

import (
	"errors"
	"fmt"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// formula is a check whose answer is an expression.
type formula struct{ condition *Condition }

func newExpr(k *Kit, o *document.Object) Check {
	o.Need("expr")
	if c := k.Condition(o, "expr", true); c != nil {
		return formula{c}
	}
	return nil
}

func (f formula) Test(rec Record, asOf calendar.Day) Outcome {
	ok, o := f.condition.Holds(rec, asOf)
	switch {
	case ok:
		return pass()
	case o.Verdict == Unknown:
		return o
	}
	return fail(Invalid, f.condition.first())
}

// first is the field that a failed expression is said to be about.
func (c *Condition) first() int {
	if len(c.fields) == 0 {
		return -1
	}
	return c.fields[0]
}

func (f formula) Fields() []int { return f.condition.fields }

func (f formula) Describe(*Catalogue) string { return f.condition.Source }

// Condition compiles the expression under a key; nil and faults when it is
// wrong, nil alone when the key is not there. In a strict expression a blank
// text makes the answer unknown.
//
// Expressions see the record's fields by name (texts, numbers, dates as days),
// `as_of`, day("2026-05-14"), weeks("24+3") and given(field), and nothing else:
// no clock, no files, a bounded number of steps.
func (k *Kit) Condition(o *document.Object, key string, strict bool) *Condition {
	source := o.Text(key)
	if source == "" {
		return nil
	}
	c := &compiler{kit: k, strict: strict}
	condition := c.compile(source)
	for _, p := range c.problems {
		o.Fault(key, p.what, p.hint)
	}
	if len(c.problems) > 0 {
		return nil
	}
	return condition
}

// compile parses the expression and compiles it, what the closures can say to
// closures and the rest for the library's machine.
func (c *compiler) compile(source string) *Condition {
	config := conf.CreateNew()
	config.MaxNodes = maxNodes
	tree, err := parser.ParseWithConfig(source, config)
	if err != nil {
		c.refuse(err)
		return nil
	}
	fields := c.names(tree.Node)
	if len(c.problems) > 0 {
		return nil
	}
	condition := &Condition{Source: source, fields: fields, test: c.node(tree.Node)}
	if len(c.problems) > 0 {
		c.recheck(source, fields)
	}
	return condition
}

// recheck puts what the library says of the whole expression in the place of
// what it said of a part: its positions are those the author sees.
func (c *compiler) recheck(source string, fields []int) {
	if _, err := c.program(source, fields); err != nil {
		c.problems = nil
		c.refuse(err)
	}
}

func (c *compiler) refuse(err error) {
	var at *file.Error
	if errors.As(err, &at) {
		c.problems = append(c.problems, problem{fmt.Sprintf("%s (character %d of the expression)", at.Message, at.Column+1), `an expression looks like: source == "pmrt" and gestation >= 24`})
		return
	}
	c.problems = append(c.problems, problem{err.Error(), ""})
}

// names lists the fields an expression reads, in order, and refuses the names
// that are neither a field, nor as_of, nor day.
func (c *compiler) names(n ast.Node) []int {
	found := names{declared: map[string]bool{"as_of": true, "day": true, "given": true, "weeks": true}}
	ast.Walk(&n, &found)
	var fields []int
	for _, name := range found.used {
		i, ok := c.kit.Catalogue.Index(name)
		switch {
		case found.declared[name]:
		case !ok:
			c.problems = append(c.problems, problem{fmt.Sprintf("no field is called %q", name), c.kit.Catalogue.Suggest(name)})
		case !slices.Contains(fields, i):
			fields = append(fields, i)
		}
	}
	for _, text := range found.days {
		if _, err := calendar.ParseDay(text); err != nil {
			c.problems = append(c.problems, problem{err.Error(), ""})
		}
	}
	return fields
}

// calls tells whether a function is called anywhere in an expression.
func (c *compiler) calls(n ast.Node, function string) bool {
	found := names{declared: map[string]bool{}}
	ast.Walk(&n, &found)
	return slices.Contains(found.used, function)
}

type names struct {
	used     []string
	days     []string // what stands in day("...")
	declared map[string]bool
}

// Visit implements [ast.Visitor].
func (n *names) Visit(node *ast.Node) {
	switch node := (*node).(type) {
	case *ast.IdentifierNode:
		n.used = append(n.used, node.Value)
	case *ast.VariableDeclaratorNode:
		n.declared[node.Name] = true
	case *ast.CallNode:
		if callee, ok := node.Callee.(*ast.IdentifierNode); ok && callee.Value == "day" && len(node.Arguments) == 1 {
			if s, ok := node.Arguments[0].(*ast.StringNode); ok {
				n.days = append(n.days, s.Value)
			}
		}
	}
}

// maxNodes and maxMemory bound an expression: the built-in ones have fewer than
// twenty nodes, and none builds a list.
const (
	maxNodes  = 200
	maxMemory = 10_000
)

func (c *compiler) program(source string, fields []int) (*vm.Program, error) {
	env := map[string]any{"as_of": 0}
	for _, f := range fields {
		field := c.kit.Catalogue.fields[f]
		env[field.Name] = native(Value{}, field.Kind)
	}
	options := []expr.Option{
		expr.Env(env), expr.AsBool(), expr.MaxNodes(maxNodes), expr.DisableAllBuiltins(),
		expr.Function("day", dayOf, new(func(string) int)),
		expr.Function("weeks", weeksOf, new(func(string) float64), new(func(float64) float64)),
		expr.Function("given", alone, new(func(any) bool)),
	}
	for _, name := range []string{"len", "lower", "upper", "trim", "abs", "min", "max", "round", "any", "all", "none"} {
		options = append(options, expr.EnableBuiltin(name))
	}
	return expr.Compile(source, options...)
}

func dayOf(args ...any) (any, error) {
	text, _ := args[0].(string)
	d, err := calendar.ParseDay(text)
	return int(d), err
}

// errGiven is met only where given(field) stands inside something that is not
// joined by and, or and not; the fault says so when the pack is loaded.
var errGiven = errors.New("given(...) may only be joined with and, or, not")

func alone(...any) (any, error) { return false, errGiven }

// native is a value as the expression library sees it.
func native(v Value, kind FieldKind) any {
	switch typeOf(kind) {
	case "number":
		return v.number
	case "date":
		return int(v.number)
	case "truth":
		return v.number != 0
	}
	return v.text
}

// machine runs part of an expression on the library's machine. Any value that
// the part needs and does not have makes it unsure.
func (c *compiler) machine(n ast.Node) test {
	fields := c.names(n)
	if c.calls(n, "given") {
		c.refuse(errGiven)
		return nil
	}
	program, err := c.program(n.String(), fields)
	if err != nil {
		c.refuse(err)
		return nil
	}
	cat, strict := c.kit.Catalogue, c.strict
	return func(rec Record, asOf calendar.Day) answer {
		env := map[string]any{"as_of": int(asOf)}
		for _, f := range fields {
			v, field := rec.Value(f), cat.fields[f]
			if v.State == NoData || v.State != Given && (strict || typeOf(field.Kind) != "text") {
				return unsureOf(v.State, f)
			}
			env[field.Name] = native(v, field.Kind)
		}
		machine := vm.VM{MemoryBudget: maxMemory}
		out, err := machine.Run(program, env)
		if ok, is := out.(bool); err == nil && is {
			return holds(ok)
		}
		return answer{unsure, CannotCompute, -1}
	}
}
