package main

import (
	"path/filepath"
	"testing"
)

func TestPatternReads(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tb [2026]")
	for _, c := range []struct {
		dir, written, file string
		want               bool
	}{
		{dir, "exports/*", "exports/tables.csv", true},
		{dir, "exports/*.xlsx", "exports/tables.csv", false},
		{dir, "exports/*.CSV", "exports/tables.csv", true},
		{dir, "exports/*", "exports/pack/tables.csv", false},
		{dir, "exports/*/*.csv", "exports/pack/tables.csv", true},
		{dir, "exports/datix.xlsx", "exports/datix.xlsx", false},
		{dir, "exports/a[b].*", "exports/a[b].csv", true},
		{dir, "./exports/../exports/*", "exports/tables.csv", true},
		{"", filepath.Join(dir, "exports", "*"), "exports/tables.csv", true},
		{filepath.Join(dir, "sub"), "../exports/*", "exports/tables.csv", true},
	} {
		if got := patternOf(c.dir, c.written).reads(filepath.Join(dir, filepath.FromSlash(c.file))); got != c.want {
			t.Errorf("%s, %s: %v", c.written, c.file, got)
		}
	}
}

func TestWithin(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]bool{"reports/a.txt": true, "reports/sub/a.txt": true, "reports": true, "reports2/a.txt": false, "a.txt": false, "..reports": false} {
		if got := within(filepath.Join(dir, filepath.FromSlash(path)), filepath.Join(dir, "reports")); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

func TestCalledBy(t *testing.T) {
	paths := []string{"a/p.xlsx", "b/P.xlsx", "b/q.xlsx"}
	for i, want := range []string{"a/p.xlsx", "b/P.xlsx", "q.xlsx"} {
		if got := calledBy(paths, i); got != want {
			t.Errorf("%s is called %s", paths[i], got)
		}
	}
}
