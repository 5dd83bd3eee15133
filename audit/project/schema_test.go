package project

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSchemaKeys holds the schema and the reader together: every key that one
// knows the other knows too.
func TestSchemaKeys(t *testing.T) {
	var root node
	if err := json.Unmarshal([]byte(Schema()), &root); err != nil {
		t.Fatal(err)
	}
	want := append(keysRead(t), RegisterNames()...)
	if diff := cmp.Diff(sorted(want), sorted(root.keys(nil))); diff != "" {
		t.Errorf("load.go reads other keys than siequity.schema.json describes (-read +described):\n%s", diff)
	}
}

// A node is a part of the schema that may describe keys.
type node struct {
	Properties map[string]node `json:"properties"`
	Defs       map[string]node `json:"$defs"`
}

func (n node) keys(out []string) []string {
	for name, child := range n.Properties {
		out = child.keys(append(out, name))
	}
	for _, child := range n.Defs {
		out = child.keys(out)
	}
	return out
}

// keysRead finds the keys in the source of the reader: the texts that it gives
// to the methods of a document, and to choice.
func keysRead(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "load.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			out = append(out, keyOf(call)...)
		}
		return true
	})
	return out
}

func keyOf(call *ast.CallExpr) []string {
	var arg ast.Expr
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		readers := []string{"Text", "Texts", "Number", "Whole", "Bool", "Object", "Objects"}
		if slices.Contains(readers, f.Sel.Name) && len(call.Args) == 1 {
			arg = call.Args[0]
		}
	case *ast.Ident:
		if f.Name == "choice" && len(call.Args) > 1 {
			arg = call.Args[1]
		}
	}
	if lit, ok := arg.(*ast.BasicLit); ok {
		key, err := strconv.Unquote(lit.Value)
		if err == nil {
			return []string{key}
		}
	}
	return nil
}

func sorted(keys []string) []string {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	return slices.Compact(keys)
}
