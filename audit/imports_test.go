package audit_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which rooms may import which, in the order of the README. A room is
// a folder with the folders under it, up to the next room named here; within a
// room packages import one another freely. Folders form no circle:
// cmd -> audit -> pmrt -> incidents, and audit -> rules.
var rooms = []struct {
	room string
	may  []string
}{
	{"cmd/siequity", []string{"audit", "audit/dates", "audit/decision", "audit/demo", "audit/deprivation", "audit/evidence", "audit/finding", "audit/intake", "audit/project", "audit/record", "audit/register", "audit/report", "audit/report/layout", "audit/sample", "incidents", "incidents/document", "incidents/export", "incidents/field", "incidents/scope", "rules", "rules/masking"}},
	{"audit", []string{"audit/cases", "audit/count", "audit/dates", "audit/decision", "audit/deprivation", "audit/evidence", "audit/fieldbook", "audit/finding", "audit/intake", "audit/link", "audit/measure", "audit/organisation", "audit/place", "audit/project", "audit/reading", "audit/record", "audit/register", "audit/sample", "audit/worklist", "incidents", "incidents/field", "incidents/merge", "incidents/scope", "incidents/specialty", "pmrt", "rules", "rules/codes", "rules/narrative"}},
	{"audit/count", []string{"audit/cases", "audit/deprivation", "audit/fieldbook", "audit/measure", "audit/reading", "audit/record", "audit/register", "incidents", "incidents/field", "incidents/scope", "rules", "rules/codes"}},
	{"audit/audittest", []string{"audit", "audit/cases", "audit/intake", "audit/project", "audit/record", "incidents/scope"}},
	{"audit/decision", []string{"audit/finding", "audit/record", "audit/sample", "audit/worklist", "rules/masking"}},
	{"audit/cases", []string{"audit/deprivation", "audit/finding", "audit/link", "audit/organisation", "audit/reading", "audit/record", "incidents", "incidents/field", "rules", "rules/codes"}},
	{"audit/dates", []string{"audit/finding", "audit/record", "incidents", "incidents/field", "incidents/scope", "pmrt"}},
	{"audit/place", []string{"audit/deprivation", "audit/finding", "audit/project", "audit/record", "incidents", "incidents/field", "incidents/texts", "rules/codes"}},
	{"audit/fieldbook", []string{"audit/deprivation", "audit/reading", "audit/record", "audit/register", "incidents", "incidents/field", "rules", "rules/codes"}},
	{"audit/reading", []string{"audit/evidence", "audit/finding", "audit/record", "incidents", "incidents/field", "incidents/reference", "incidents/texts", "pmrt", "rules", "rules/codes", "rules/narrative"}},
	{"audit/evidence", []string{"audit/finding", "audit/record", "incidents", "incidents/document", "incidents/reference", "rules/masking", "rules/narrative"}},
	{"audit/intake", []string{"audit/finding", "audit/organisation", "audit/project", "incidents", "incidents/decoder", "incidents/export", "incidents/field", "incidents/recognition", "incidents/source", "pmrt", "rules/codes", "rules/masking"}},
	{"audit/organisation", []string{"audit/finding", "audit/project", "audit/record", "incidents", "incidents/field", "incidents/scope", "rules/codes"}},
	{"audit/record", []string{"audit/deprivation", "incidents", "incidents/field", "rules", "rules/codes"}},
	{"audit/finding", []string{"incidents", "incidents/export"}},
	{"audit/demo", nil},
	{"audit/report", []string{"audit", "audit/cases", "audit/count", "audit/dates", "audit/disclosure", "audit/finding", "audit/intake", "audit/measure", "audit/organisation", "audit/project", "audit/record", "audit/report/layout", "audit/report/pages", "audit/report/release", "audit/sample", "audit/worklist", "incidents", "incidents/export", "incidents/field", "incidents/scope", "rules", "rules/codes", "rules/masking"}},
	{"audit/report/layout", []string{"audit/delimited"}},
	{"audit/report/pages", []string{"audit", "audit/cases", "audit/count", "audit/disclosure", "audit/finding", "audit/measure", "audit/record", "audit/register", "audit/report/layout", "audit/report/release", "audit/sample", "audit/stats", "rules", "rules/masking", "rules/narrative"}},
	{"audit/report/release", []string{"audit", "audit/cases", "audit/count", "audit/deprivation", "audit/disclosure", "audit/intake", "audit/measure", "audit/record", "audit/report/layout", "incidents/field", "incidents/scope", "rules", "rules/codes", "rules/masking"}},
	{"audit/sample", []string{"audit/delimited", "audit/stats", "rules/codes", "rules/document"}},
	{"audit/delimited", nil},
	{"audit/disclosure", nil},
	{"audit/measure", []string{"audit/stats"}},
	{"audit/stats", nil},
	{"audit/link", nil},
	{"audit/deprivation", []string{"incidents/export", "rules/codes"}},
	{"audit/register", []string{"incidents/export", "incidents/field"}},
	{"audit/worklist", []string{"incidents/export"}},
	{"audit/project", []string{"incidents/field", "rules/document"}},
	{"pmrt", []string{"incidents", "incidents/field", "incidents/source", "rules/codes"}},
	{"incidents", []string{"incidents/export", "incidents/field", "incidents/texts"}},
	{"incidents/decoder", []string{"incidents", "incidents/export", "incidents/field", "incidents/footer", "incidents/texts"}},
	{"incidents/footer", []string{"incidents", "incidents/export", "incidents/field"}},
	{"incidents/merge", []string{"incidents", "incidents/field", "incidents/reference"}},
	{"incidents/recognition", []string{"incidents", "incidents/export", "incidents/field"}},
	{"incidents/reference", []string{"incidents/field"}},
	{"incidents/scope", []string{"incidents", "incidents/field", "incidents/reference", "incidents/specialty", "incidents/texts"}},
	{"incidents/source", []string{"incidents/field"}},
	{"incidents/texts", nil},
	{"incidents/trial", []string{"incidents", "incidents/decoder", "incidents/export", "incidents/field", "incidents/merge", "incidents/recognition", "incidents/scope", "incidents/source"}},
	{"incidents/field", nil},
	{"incidents/specialty", nil},
	{"incidents/document", nil},
	{"incidents/export", nil},
	{"rules", []string{"rules/document"}},
	{"rules/document", nil},
	{"rules/codes", nil},
	{"rules/narrative", nil},
	{"rules/masking", nil},
}

// An arrow leads from a room to one that it imports.
type arrow struct{ from, to string }

// TestImports holds the table: it fails on an arrow or a room that the table
// lacks, and says what to add; and on an arrow of the table that no import goes.
func TestImports(t *testing.T) {
	root, used := "..", map[arrow]bool{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != root {
			return fs.SkipDir // .ci holds a module of its own
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		return checkFile(t, file, path.Dir(filepath.ToSlash(rel)), used)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rooms {
		for _, to := range r.may {
			if !used[arrow{r.room, to}] {
				t.Errorf("room %s imports nothing of %s; take the arrow out of the table", r.room, to)
			}
		}
	}
}

func checkFile(t *testing.T, file, dir string, used map[arrow]bool) error {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	from := roomOf(dir)
	if from < 0 {
		t.Errorf("folder %s is no room; add it to the table with what it may import", dir)
		return nil
	}
	for _, spec := range f.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		target, ours := strings.CutPrefix(name, "siequity/")
		if !ours {
			continue
		}
		to := roomOf(target)
		if to >= 0 {
			used[arrow{rooms[from].room, rooms[to].room}] = true
		}
		if to == from || to >= 0 && slices.Contains(rooms[from].may, rooms[to].room) {
			continue
		}
		t.Errorf("%s: room %s may not import %s; if it should, add it to the table and say why in the commit", file, rooms[from].room, target)
	}
	return nil
}

// roomOf finds the innermost room that holds a folder.
func roomOf(dir string) int {
	best, length := -1, 0
	for i, r := range rooms {
		if (dir == r.room || strings.HasPrefix(dir, r.room+"/")) && len(r.room) > length {
			best, length = i, len(r.room)
		}
	}
	return best
}
