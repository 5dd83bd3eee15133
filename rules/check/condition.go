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
		if f, ok := c.call(n, "given"); ok {
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

// call reads function(field).
func (c *compiler) call(n ast.Node, function string) (int, bool) {
	call, ok := n.(*ast.CallNode)
	if !ok || len(call.Arguments) != 1 {
		return 0, false
	}
	callee, ok := call.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value != function {
		return 0, false
	}
	return c.identifier(call.Arguments[0])
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
