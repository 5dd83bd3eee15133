package check

import (
	"github.com/expr-lang/expr/ast"

	"siequity/rules/calendar"
)

// truth is an answer of three: a comparison with a value that is not there is
// neither true nor false.
type truth uint8

const (
	no truth = iota
	yes
	unsure
)

// answer is a truth and, when unsure, why.
type answer struct {
	truth truth
	why   Reason
	field int16
}

// test is a compiled expression, or a part of one.
type test func(rec Record, asOf calendar.Day) answer

func holds(b bool) answer {
	if b {
		return answer{truth: yes}
	}
	return answer{}
}

func unsureOf(s State, field int) answer {
	o := lacking(s, field)
	return answer{unsure, o.Why, o.Field}
}

// Condition is a compiled expression that is true of a record, or not.
type Condition struct {
	Source string
	fields []int
	test   test
}

// Fields lists the indexes of the fields that the expression reads.
func (c *Condition) Fields() []int { return c.fields }

// Holds reports whether the expression is true of a record. When that cannot be
// told, unknown is the outcome to give.
func (c *Condition) Holds(rec Record, asOf calendar.Day) (ok bool, unknown Outcome) {
	a := c.test(rec, asOf)
	if a.truth == unsure {
		return false, Outcome{Verdict: Unknown, Why: a.why, Field: a.field}
	}
	return a.truth == yes, Outcome{Verdict: NotApplicable, Why: ConditionNot, Field: -1}
}

// compiler turns the shapes that most conditions have, comparisons joined by
// and, or and not, into closures: some nanoseconds and no allocation each. Any
// other part goes to the expression library's machine.
type compiler struct {
	kit *Kit
	// strict makes a blank text as unknown as a blank number. A rule's `when`
	// is not strict: there a blank is the text "".
	strict   bool
	problems []problem
}

type problem struct{ what, hint string }

func (c *compiler) node(n ast.Node) test {
	switch n := n.(type) {
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			return negate(c.node(n.Node))
		}
	case *ast.CallNode:
		if f, ok := c.given(n); ok {
			return givenTest(f)
		}
	case *ast.BinaryNode:
		switch n.Operator {
		case "and", "&&":
			return both(c.node(n.Left), c.node(n.Right))
		case "or", "||":
			return either(c.node(n.Left), c.node(n.Right))
		}
		if t := c.comparison(n); t != nil {
			return t
		}
	}
	return c.machine(n)
}

// given reads given(field).
func (c *compiler) given(n *ast.CallNode) (int, bool) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value != "given" || len(n.Arguments) != 1 {
		return 0, false
	}
	return c.identifier(n.Arguments[0])
}

// givenTest asks whether a field holds anything. That a file has not come yet
// is the one thing that leaves it open.
func givenTest(f int) test {
	return func(rec Record, _ calendar.Day) answer {
		v := rec.Value(f).settled()
		if v.State == NoData {
			return unsureOf(v.State, f)
		}
		return holds(v.State == Given)
	}
}

func negate(t test) test {
	return func(rec Record, asOf calendar.Day) answer {
		a := t(rec, asOf)
		if a.truth != unsure {
			a.truth = yes - a.truth
		}
		return a
	}
}

// both is Kleene's and: one part that is false settles it.
func both(left, right test) test {
	return func(rec Record, asOf calendar.Day) answer {
		l := left(rec, asOf)
		if l.truth == no {
			return l
		}
		r := right(rec, asOf)
		if r.truth == no || l.truth == yes {
			return r
		}
		return l
	}
}

// either is Kleene's or: one part that is true settles it.
func either(left, right test) test {
	return func(rec Record, asOf calendar.Day) answer {
		l := left(rec, asOf)
		if l.truth == yes {
			return l
		}
		r := right(rec, asOf)
		if r.truth == yes || l.truth == no {
			return r
		}
		return l
	}
}

// comparison compiles `field == "text"`, `field in [...]` and comparisons of a
// number or a date with a constant; nil for any other shape.
func (c *compiler) comparison(n *ast.BinaryNode) test {
	f, ok := c.identifier(n.Left)
	if !ok {
		return nil
	}
	switch typeOf(c.kit.Catalogue.fields[f].Kind) {
	case "text":
		values, ok := c.literals(f, n)
		if !ok {
			return nil
		}
		return c.textTest(f, values, n.Operator == "!=")
	case "number", "date":
		limit, ok := constant(n.Right)
		compare := comparer(n.Operator)
		if !ok || compare == nil {
			return nil
		}
		return func(rec Record, _ calendar.Day) answer {
			v := rec.Value(f)
			if v.State != Given {
				return unsureOf(v.State, f)
			}
			return holds(compare(v.number, limit))
		}
	}
	return nil
}

func (c *compiler) textTest(f int, values []string, not bool) test {
	strict := c.strict
	return func(rec Record, _ calendar.Day) answer {
		v := rec.Value(f)
		if strict {
			v = v.settled()
		}
		if v.State == NoData || strict && v.State != Given {
			return unsureOf(v.State, f)
		}
		for _, s := range values {
			if s == v.text {
				return holds(!not)
			}
		}
		return holds(not)
	}
}

func (c *compiler) identifier(n ast.Node) (int, bool) {
	id, ok := n.(*ast.IdentifierNode)
	if !ok {
		return 0, false
	}
	return c.kit.Catalogue.Index(id.Value)
}

// literals reads the texts a field is compared with, and refuses one that the
// field never has: the comparison would be false for ever and nobody would know.
func (c *compiler) literals(f int, n *ast.BinaryNode) ([]string, bool) {
	var nodes []ast.Node
	switch right := n.Right.(type) {
	case *ast.ArrayNode:
		if n.Operator != "in" {
			return nil, false
		}
		nodes = right.Nodes
	case *ast.StringNode:
		if n.Operator != "==" && n.Operator != "!=" {
			return nil, false
		}
		nodes = []ast.Node{right}
	}
	var values []string
	for _, node := range nodes {
		s, ok := node.(*ast.StringNode)
		if !ok {
			return nil, false
		}
		if hint, ok := c.kit.Catalogue.fields[f].allows(s.Value); !ok {
			c.problems = append(c.problems, problem{c.kit.Catalogue.fields[f].Name + ` is never "` + s.Value + `"`, hint})
		}
		values = append(values, s.Value)
	}
	return values, len(values) > 0
}

// constant reads a number or day("2026-05-14").
func constant(n ast.Node) (float64, bool) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return float64(n.Value), true
	case *ast.FloatNode:
		return n.Value, true
	case *ast.CallNode:
		callee, ok := n.Callee.(*ast.IdentifierNode)
		if !ok || callee.Value != "day" || len(n.Arguments) != 1 {
			return 0, false
		}
		s, ok := n.Arguments[0].(*ast.StringNode)
		if !ok {
			return 0, false
		}
		d, err := calendar.ParseDay(s.Value)
		return float64(d), err == nil
	}
	return 0, false
}

func comparer(operator string) func(a, b float64) bool {
	switch operator {
	case "==":
		return func(a, b float64) bool { return a == b }
	case "!=":
		return func(a, b float64) bool { return a != b }
	case "<":
		return func(a, b float64) bool { return a < b }
	case "<=":
		return func(a, b float64) bool { return a <= b }
	case ">":
		return func(a, b float64) bool { return a > b }
	case ">=":
		return func(a, b float64) bool { return a >= b }
	}
	return nil
}

// typeOf is the type a kind of field has in expressions.
func typeOf(k FieldKind) string {
	switch k {
	case Number:
		return "number"
	case Date:
		return "date"
	case Truth:
		return "truth"
	}
	return "text"
}
