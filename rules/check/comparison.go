package check

import (
	"github.com/expr-lang/expr/ast"

	"siequity/rules/calendar"
)

// comparison compiles `field == "text"`, `field in [...]` and comparisons of a
// number, a date or weeks(field) with a constant; nil for any other shape.
func (c *compiler) comparison(n *ast.BinaryNode) test {
	if f, ok := c.call(n.Left, "weeks"); ok {
		return c.numberTest(f, n, weeksIn)
	}
	f, ok := c.identifier(n.Left)
	if !ok {
		return nil
	}
	switch typeOf(c.kit.Catalogue.fields[f].Kind) {
	case "text":
		if values, ok := c.literals(f, n); ok {
			return c.textTest(f, values, n.Operator == "!=")
		}
	case "number", "date":
		return c.numberTest(f, n, func(v Value) (float64, bool) { return v.number, true })
	}
	return nil
}

// numberTest compares what read makes of a field with a constant.
func (c *compiler) numberTest(f int, n *ast.BinaryNode, read func(Value) (float64, bool)) test {
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
		x, ok := read(v)
		if !ok {
			return answer{unsure, CannotCompute, int16(f)}
		}
		return holds(compare(x, limit))
	}
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
