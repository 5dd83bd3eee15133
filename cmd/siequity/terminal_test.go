package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width int
		want  string
	}{
		"piped":       {"a line that nobody breaks, however long it may be", 0, "a line that nobody breaks, however long it may be"},
		"short":       {"short\n", 20, "short\n"},
		"words":       {"one two three four five six", 20, "one two three four\n  five six"},
		"indented":    {"  hint: one two three four", 20, "  hint: one two\n    three four"},
		"a long word": {"see exports/eastmoor-datix-2026.xlsx now", 20, "see\n  exports/eastmoor-datix-2026.xlsx\n  now"},
		"each line":   {"one two three four five\nsix", 20, "one two three four\n  five\nsix"},
	} {
		if got := wrap(c.text, c.width); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestWrapHelp(t *testing.T) {
	for text, want := range map[string]string{
		"   init  begin a project and its folders":             "   init  begin a project\n         and its folders",
		"   --config FILE, -c FILE  project file, if there is": "   --config FILE, -c FILE\n       project file, if\n       there is",
		"   siequity init DIR":                                 "   siequity init DIR",
	} {
		if got := wrapHelp(text, 26); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestWidthsOfAListing(t *testing.T) {
	l := newListing("rule", "what it asks")
	l.add("equity/language-recorded", "the preferred language is recorded and recognised")
	for line, want := range map[int][]int{0: nil, 200: {24, 49}, 60: {24, 32}, 20: {8, 8}} {
		if d := cmp.Diff(want, l.widths(line)); d != "" {
			t.Errorf("in %d characters: %s", line, d)
		}
	}
}

// Piped, every row is one line, for whoever searches it.
func TestListingPiped(t *testing.T) {
	l := newListing("rule", "what it asks")
	l.most[1] = 10
	l.add("equity/language-recorded", strings.Repeat("long ", 40))
	var b bytes.Buffer
	l.render(&b)
	if n := strings.Count(b.String(), "\n"); n != 3 {
		t.Errorf("%d lines:\n%s", n, b.String())
	}
}

// A table leaves out what it can spare before it breaks its rows, and nothing where
// lines may have any length.
func TestColumnsGiveWay(t *testing.T) {
	listed := func(line int) []string {
		l := newListing("Measure", "Actual", "Interval", "Target", "Rating")
		l.spare = []string{"Interval", "Target"}
		l.add("Valid ethnic code", "91.1%", "87.8 to 93.5", "at least 95%", "Amber")
		l.spareColumns(line)
		return append(l.head, l.rows[0]...)
	}
	for line, want := range map[int][]string{
		0:  {"Measure", "Actual", "Interval", "Target", "Rating", "Valid ethnic code", "91.1%", "87.8 to 93.5", "at least 95%", "Amber"},
		80: {"Measure", "Actual", "Interval", "Target", "Rating", "Valid ethnic code", "91.1%", "87.8 to 93.5", "at least 95%", "Amber"},
		55: {"Measure", "Actual", "Target", "Rating", "Valid ethnic code", "91.1%", "at least 95%", "Amber"},
		40: {"Measure", "Actual", "Rating", "Valid ethnic code", "91.1%", "Amber"},
	} {
		if diff := cmp.Diff(want, listed(line)); diff != "" {
			t.Errorf("%d characters (-want +got)\n%s", line, diff)
		}
	}
}
