package layout

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// luminance and contrast as WCAG 2.2 defines them.
func luminance(c hex) float64 {
	part := func(i int) float64 {
		n, _ := strconv.ParseUint(c[i:i+2], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(0) + 0.7152*part(2) + 0.0722*part(4)
}

func contrast(a, b hex) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastOfKnownColours(t *testing.T) {
	if c := contrast("000000", "FFFFFF"); math.Abs(c-21) > 0.01 {
		t.Errorf("black on white is %.2f, not 21", c)
	}
	if c := contrast("777777", "FFFFFF"); math.Abs(c-4.48) > 0.01 {
		t.Errorf("#777 on white is %.2f, not 4.48", c)
	}
}

func TestPalettesCanBeRead(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		need := func(what string, fore, back hex, least float64) {
			if c := contrast(fore, back); c < least {
				t.Errorf("%s, %s: contrast %.2f, needs %.1f", name, what, c, least)
			}
		}
		for what, c := range map[string]hex{"text": p.text, "quiet": p.quiet, "link": p.link, "hidden": p.tones[Hidden].text} {
			need(what, c, p.page, 4.5)
			need(what+" on a total", c, p.total.back, 4.5)
		}
		for what, x := range map[string]paint{"band": p.band, "head": p.head, "total": p.total, "entry": p.entry, "green": p.tones[Green], "amber": p.tones[Amber], "red": p.tones[Red], "grey": p.tones[Grey]} {
			need(what, x.text, x.back, 4.5)
		}
		for n := range heatSteps {
			back := mix(p.heatLow, p.heatHigh, float64(n+1)/heatSteps)
			need("heat", p.heatText, back, 4.5)
		}
		for _, c := range append(slices.Clone(p.series[:]), p.limit, p.rule) {
			need("line "+c, c, p.page, 3)
		}
		// Green, amber and red differ in lightness, not in hue alone.
		tones := []hex{p.tones[Green].back, p.tones[Amber].back, p.tones[Red].back}
		for i, a := range tones {
			for _, b := range tones[i+1:] {
				if c := contrast(a, b); c < 1.15 {
					t.Errorf("%s: %s and %s are equally light (%.2f)", name, a, b, c)
				}
			}
		}
	}
}

func TestMix(t *testing.T) {
	for _, c := range []struct {
		share float64
		want  hex
	}{{0, "000000"}, {1, "FF8000"}, {0.5, "804000"}} {
		if got := mix("000000", "FF8000", c.share); got != c.want {
			t.Errorf("mix %.1f gives %s, want %s", c.share, got, c.want)
		}
	}
}

func TestRounded(t *testing.T) {
	for _, c := range []struct {
		v         float64
		places    int
		thousands bool
		want      string
	}{
		{0, 0, true, "0"}, {999, 0, true, "999"}, {1000, 0, true, "1,000"}, {1234567.5, 1, true, "1,234,567.5"}, {-1234, 0, true, "-1,234"}, {-123, 0, true, "-123"},
		{12.25, 1, false, "12.3"}, {2.675, 2, true, "2.68"}, {0.05, 1, true, "0.1"}, {-0.01, 1, true, "0.0"}, {1.005, 2, true, "1.01"}, {99.95, 1, true, "100.0"},
	} {
		if got := rounded(c.v, c.places, c.thousands); got != c.want {
			t.Errorf("%v to %d places reads %s, want %s", c.v, c.places, got, c.want)
		}
	}
}

func TestSheetNames(t *testing.T) {
	pages := []Page{{Sheet: "Summary"}, {Sheet: "summary"}, {Sheet: "a/b:c"}, {Sheet: "History"}, {Sheet: "'quoted'"}, {}, {Sheet: "   "}, {Title: "Only a title"},
		{Sheet: "Ethnicity by deprivation quintile and trust"}, {Sheet: "Ethnicity by deprivation quintile and team"}, {Sheet: strings.Repeat("🙂", 20)}}
	want := []string{"Summary", "summary (2)", "a-b-c", "History (2)", "quoted", "Page 6", "Page 7", "Only a title",
		"Ethnicity by deprivation…", "Ethnicity by deprivation… (2)", strings.Repeat("🙂", 15) + "…"}
	got := sheetNames(pages)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("page %d is named %q, want %q", i, got[i], want[i])
		}
	}
}

func FuzzSheetNames(f *testing.F) {
	f.Add("Summary", "summary")
	f.Add(strings.Repeat("x", 40), strings.Repeat("x", 41))
	f.Add("'", "[]*?/\\:")
	f.Fuzz(func(t *testing.T, a, b string) {
		names := sheetNames([]Page{{Sheet: a}, {Sheet: b}, {Sheet: a}})
		seen := map[string]bool{}
		for _, n := range names {
			if n == "" || len(utf16.Encode([]rune(n))) > 31 || strings.ContainsAny(n, `:\/?*[]`) || strings.Trim(n, "'") != n || seen[strings.ToLower(n)] {
				t.Errorf("%q of %q and %q", names, a, b)
			}
			seen[strings.ToLower(n)] = true
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("some words to split", 7)
	f.Add("🙂🙂🙂", 2)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		s, limit = clean(s), 2+abs(limit)%50
		pieces := split(s, limit)
		for _, p := range pieces {
			if len(utf16.Encode([]rune(p))) > limit {
				t.Errorf("a piece of %d units of at most %d", len(utf16.Encode([]rune(p))), limit)
			}
		}
		if strings.Join(pieces, "") != s {
			t.Error("the pieces do not make the text")
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

func TestNiceAxis(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		zero      bool
		want      axis
	}{
		{0, 543, true, axis{0, 600, 100}}, {84.2, 98.4, false, axis{80, 100, 5}}, {0, 0, true, axis{0, 1, 0.2}}, {-3, 4, true, axis{-4, 4, 2}},
		{5, 5, false, axis{5, 6, 0.2}}, {0.4, 9.4, false, axis{0, 10, 2}}, {1e6, 4e6, true, axis{0, 4e6, 1e6}},
	} {
		got := niceAxis(c.low, c.high, c.zero)
		if math.Abs(got.low-c.want.low)+math.Abs(got.high-c.want.high)+math.Abs(got.step-c.want.step) > 1e-9 {
			t.Errorf("%v to %v: %+v, want %+v", c.low, c.high, got, c.want)
		}
	}
}

func TestShades(t *testing.T) {
	n := func(v float64) Cell { return Cell{Text: rounded(v, 0, true), Number: v, IsNum: true} }
	table := &Table{Heat: true, Columns: []Column{{Kind: Label}, {Kind: Count}, {Kind: Count}, {Title: "Total", Kind: Count}}, Rows: []Row{
		{Cells: []Cell{Say("a"), n(0), n(10), n(10)}}, {Cells: []Cell{Say("b"), {Text: "c", Tone: Hidden, Number: 4, IsNum: true}, n(1000), n(1000)}},
		{Total: true, Cells: []Cell{Say("Total"), n(4), n(1010), n(1014)}}}}
	got := table.shades()
	want := map[[2]int]int{{0, 2}: 3, {1, 2}: 6}
	if len(got) != len(want) {
		t.Errorf("%v, want %v", got, want)
	}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("cell %v has shade %d, want %d", k, got[k], v)
		}
	}
}

func TestSplitPage(t *testing.T) {
	p := Page{Title: "T", Blocks: []Block{&Table{Rows: make([]Row, 7)}}}
	got := splitPage(p, 3)
	if len(got) != 3 {
		t.Fatalf("%d pages, want 3", len(got))
	}
	total := 0
	for _, q := range got {
		total += len(q.Blocks[0].(*Table).Rows)
	}
	if total != 7 {
		t.Errorf("%d rows, want 7", total)
	}
}
