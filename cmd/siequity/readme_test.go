package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"siequity/audit"
	"siequity/audit/project"
)

// elsewhere are the commands of the README that are not run from here, each with
// the reason.
var elsewhere = map[string]string{
	"go test ./...": "would run itself",
	".ci/run":       "runs the tests",
	"GOOS=windows GOARCH=amd64 go build -o siequity.exe ./cmd/siequity": "built by .ci/run, for three systems",
	".ci/speed datix.csv": "measures, and needs a large file",
}

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// blocks gives the code blocks of one language.
func blocks(text, language string) []string {
	var out []string
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// TestReadmeCommands runs every command of the README in order, in one folder
// that holds only what the README says the reader has.
func TestReadmeCommands(t *testing.T) {
	var script strings.Builder
	for _, block := range blocks(readme(t), "sh") {
		for line := range strings.Lines(block) {
			script.WriteString(scriptLine(strings.TrimSpace(line)))
		}
	}
	if slices.ContainsFunc(blocks(readme(t), "sh"), func(s string) bool { return strings.Contains(s, "'") }) {
		t.Error("a command of the README has single quotes, which cmd.exe hands on as they are")
	}
	if strings.Count(script.String(), "exec siequity") < 10 {
		t.Fatalf("few commands were found in the README:\n%s", script.String())
	}
	file := filepath.Join(t.TempDir(), "readme.txtar")
	if err := os.WriteFile(file, []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{file}, RequireExplicitExec: true, Setup: func(e *testscript.Env) error {
		return os.CopyFS(e.WorkDir, os.DirFS(filepath.Join("testdata", "readme")))
	}})
}

// scriptLine turns a line of the shell into one of a script, whose quotes are single.
// The README has double ones, which the shells of every system take.
func scriptLine(line string) string {
	if line == "" || elsewhere[line] != "" {
		return ""
	}
	line = strings.ReplaceAll(line, `"`, "'")
	if rest, ok := strings.CutPrefix(line, "go run ./cmd/siequity"); ok {
		line = "siequity" + rest
	}
	command, to, redirected := strings.Cut(line, " > ")
	if redirected {
		return fmt.Sprintf("exec %s\ncp stdout %s\n", command, to)
	}
	return "exec " + command + "\n"
}

// TestReadmeProject holds the example of siequity.yaml to its reader and schema, and
// that of terms to its own proof.
func TestReadmeProject(t *testing.T) {
	examples := blocks(readme(t), "yaml")
	if len(examples) == 0 {
		t.Fatal("the README has no example of siequity.yaml")
	}
	s, err := schemaOf("siequity")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range examples {
		if strings.HasPrefix(text, "terms:") {
			proveTerms(t, text)
			continue
		}
		if _, err := project.Parse("README.md", "", text); err != nil {
			t.Error(err)
		}
		if err := fits(s, "siequity.yaml", []byte(text)); err != nil {
			t.Error(err)
		}
	}
}

func proveTerms(t *testing.T, text string) {
	file := filepath.Join(t.TempDir(), "our-terms.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	proof, err := audit.ProveTerms([]string{file})
	if err != nil || proof.Terms == 0 || len(proof.Failures) > 0 {
		t.Errorf("the terms of the README: %d terms, %v, %v", proof.Terms, proof.Failures, err)
	}
}

// TestReadmeRooms holds the README's table of rooms to the one that the import
// test applies, in its order, and says which row should read how.
func TestReadmeRooms(t *testing.T) {
	_, text, _ := strings.Cut(readme(t), "## The rooms")
	text, _, _ = strings.Cut(text, "\n## ")
	rows := regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\| [^|]+ \\| ([^|]+) \\|$").FindAllStringSubmatch(text, -1)
	rooms := roomsOfTest(t)
	for i, want := range rooms {
		if i >= len(rows) || rows[i][1] != want.room {
			t.Fatalf("row %d of the README's table should be room %s, which may use %s", i+1, want.room, want.uses)
		}
		if got := rows[i][2]; got != want.uses {
			t.Errorf("the README says that %s may use %s; audit/imports_test.go says %s", want.room, got, want.uses)
		}
	}
	if len(rows) > len(rooms) {
		t.Errorf("room %s of the README is not in audit/imports_test.go", rows[len(rooms)][1])
	}
}

// A room is a row of the table: uses is its last cell.
type room struct{ room, uses string }

// roomsOfTest reads the table `rooms` from the source of the import test.
func roomsOfTest(t *testing.T) []room {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", "audit", "imports_test.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []room
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Names[0].Name != "rooms" {
			return true
		}
		for _, row := range spec.Values[0].(*ast.CompositeLit).Elts {
			texts := textsIn(row)
			uses := "nothing"
			if len(texts) > 1 {
				uses = "`" + strings.Join(texts[1:], "`, `") + "`"
			}
			out = append(out, room{texts[0], uses})
		}
		return false
	})
	return out
}

func textsIn(n ast.Node) []string {
	var out []string
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			if err == nil {
				out = append(out, text)
			}
		}
		return true
	})
	return out
}

// TestReadmeFiles finds every file that the README shows or names in the tree.
func TestReadmeFiles(t *testing.T) {
	for _, m := range regexp.MustCompile("\\]\\(([^)#]+)\\)|`((?:testdata|rules|cmd|\\.ci)/[a-z/]+)`").FindAllStringSubmatch(readme(t), -1) {
		path := m[1] + m[2]
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(path))); err != nil {
			t.Errorf("the README names %s, which is not there", path)
		}
	}
}
