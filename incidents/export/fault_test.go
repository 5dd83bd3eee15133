package export

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestFaultsSayWhatToDo goes through the source: every fault that is written out has an ID of this package, says in lower
// case what is wrong, and has a hint.
func TestFaultsSayWhatToDo(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, seen := token.NewFileSet(), 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if kind, ok := lit.Type.(*ast.Ident); ok && kind.Name == "Fault" && len(lit.Elts) > 0 {
				seen++
				checkLiteral(t, set.Position(lit.Pos()), lit)
			}
			return true
		})
	}
	if seen < 30 {
		t.Errorf("found %d faults in the source: the test no longer sees them", seen)
	}
}

func checkLiteral(t *testing.T, at token.Position, lit *ast.CompositeLit) {
	t.Helper()
	given := map[string]string{}
	for _, e := range lit.Elts {
		kv := e.(*ast.KeyValueExpr)
		text := "?"
		if b, ok := kv.Value.(*ast.BasicLit); ok {
			text, _ = strconv.Unquote(b.Value)
		}
		given[kv.Key.(*ast.Ident).Name] = text
	}
	if id := given["ID"]; id != "?" && !strings.HasPrefix(id, "export/") {
		t.Errorf("%s: ID %q", at, id)
	}
	what := given["What"]
	if given["Hint"] == "" || what == "" {
		t.Errorf("%s: a fault without What or Hint", at)
	}
	if what != "" && unicode.IsUpper(rune(what[0])) || strings.HasSuffix(what, ".") {
		t.Errorf("%s: What is %q", at, what)
	}
}
