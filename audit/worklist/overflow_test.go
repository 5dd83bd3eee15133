package worklist

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// A list that a sheet cannot hold goes on on the next, with nothing lost.
func TestListGoesOnOnTheNextSheet(t *testing.T) {
	var list []Item
	for i := range 25 {
		list = append(list, Item{Key: fmt.Sprint(i), Severity: "must", Rule: "r", Record: fmt.Sprintf("%02d", i), Team: "A"})
	}
	b := newBook(Document{Items: slices.Values(list)}, 10)
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if d := cmp.Diff([]string{startSheet, listsSheet, "All", "All (2)", "All (3)"}, f.GetSheetList()); d != "" {
		t.Error(d)
	}
	n := 0
	for _, s := range []string{"All", "All (2)", "All (3)"} {
		rows, _ := f.GetRows(s)
		n += len(rows) - headRow
	}
	if n != 25 {
		t.Errorf("%d of 25 items", n)
	}
}

func TestSheetNames(t *testing.T) {
	n := newNamer()
	for _, c := range []struct{ wanted, want string }{
		{"Labour ward", "Labour ward"},
		{"labour WARD", "labour WARD (2)"},
		{"Antenatal/Postnatal: [A] ward?", "Antenatal Postnatal A ward"},
		{"'quoted'", "quoted"},
		{"all", "all (2)"},
		{"History", "History (2)"},
		{"", noTeam},
		{strings.Repeat("Maternity assessment unit ", 3), "Maternity assessment unit Mater"},
		{strings.Repeat("Maternity assessment unit ", 3) + "two", "Maternity assessment unit M (2)"},
		{"\x07\n", noTeam + " (2)"},
		{strings.Repeat("😀", 20), strings.Repeat("😀", 15)},
	} {
		got := n.name(c.wanted)
		if got != c.want || len(utf16.Encode([]rune(got))) > 31 {
			t.Errorf("%q became %q, want %q", c.wanted, got, c.want)
		}
	}
}

// Whatever is put in comes out, also when there are too many different texts to
// be told by number.
func TestHeldGivesBackWhatItWasGiven(t *testing.T) {
	h := newHeld()
	var want []Item
	for i := range fewWords/3 + 500 {
		it := Item{Key: fmt.Sprint("k", i), Severity: "must", Rule: fmt.Sprint("rule ", i), Record: fmt.Sprintf("%07d", i), Reason: fmt.Sprint("reason ", i), Fix: fmt.Sprint("fix ", i), Title: fmt.Sprint("title ", i),
			Case: "c", Team: "t", Value: "v", Quote: "q", Row: i, Review: i%2 == 0, Heading: "h", Label: "l", File: "f", Sheet: "s", Column: "C", Organisation: "o", Source: "x", Dimension: "d"}
		h.add(it)
		want = append(want, it)
	}
	for i, e := range h.index {
		if d := cmp.Diff(want[i], h.item(e)); d != "" {
			t.Fatal(i, d)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "=1", "_x0041_", "a\r\nb", "\x00\x1f\x7f", "<&>\"", "\xff", "\uFFFE", strings.Repeat("é", 40000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := strings.Join(parts(s), ""); got != s {
			t.Errorf("cutting %q gives %q", s, got)
		}
		for _, p := range parts(s) {
			if units(p) > cellLimit {
				t.Errorf("a part of %d units", units(p))
			}
		}
		for _, r := range string(appendText(nil, s)) {
			if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
				t.Errorf("%q keeps %U", s, r)
			}
		}
		if n := len(appendText(nil, s)); n > 8*len(s) {
			t.Errorf("%d bytes became %d", len(s), n)
		}
	})
}
