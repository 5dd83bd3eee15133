package deprivation

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit/deprivation/area"
	"siequity/rules/codes"
)

// invented writes two index files over the same 2,000 codes: the ranks of 2025 are
// those of 2019, each moved at random, so that about half of the deciles differ.
func invented(t *testing.T) *Lookup {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	var a, b strings.Builder
	a.WriteString("lsoa,rank\n")
	b.WriteString("lsoa,rank\n")
	for i := 1; i <= 2000; i++ {
		old := 1 + rnd.IntN(IMD2019.Areas())
		moved := old + int(rnd.NormFloat64()*3000)
		moved = min(max(moved, 1), IMD2025.Areas())
		fmt.Fprintf(&a, "E01%06d,%d\n", i, old)
		fmt.Fprintf(&b, "E01%06d,%d\n", i, moved)
	}
	folder := t.TempDir()
	var files []string
	for name, text := range map[string]string{"imd2019.csv": a.String(), "imd2025.csv": b.String()} {
		files = append(files, filepath.Join(folder, name))
		if err := os.WriteFile(files[len(files)-1], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := Open(Config{Vintage: IMD2019, IMD: files})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCheck(t *testing.T) {
	l := invented(t)
	value := func(v Vintage, k codes.IMDKind, turned bool) func(code string) int {
		return func(code string) int {
			g := group(l.LSOAAt(v, code, area.UnknownCensus), k)
			if turned {
				g = groups(k) + 1 - g
			}
			return g
		}
	}
	tests := []struct {
		name    string
		kind    codes.IMDKind
		rows    int
		value   func(code string) int
		vouched bool
		v       Vintage
		turned  bool
		words   string
	}{
		{"deciles of 2019", codes.IMDDecile, 60, value(IMD2019, codes.IMDDecile, false), true, IMD2019, false, "60 of 60"},
		{"deciles of 2025", codes.IMDDecile, 60, value(IMD2025, codes.IMDDecile, false), true, IMD2025, false, "60 of 60"},
		{"deciles turned round", codes.IMDDecile, 60, value(IMD2019, codes.IMDDecile, true), true, IMD2019, true, "turned round"},
		{"quintiles turned round", codes.IMDQuintile, 80, value(IMD2025, codes.IMDQuintile, true), true, IMD2025, true, "turned round"},
		{"ranks", codes.IMDRank, 60, func(c string) int { return int(l.LSOAAt(IMD2019, c, 0).Rank) }, true, IMD2019, false, "60 of 60"},
		{"too few rows", codes.IMDDecile, 29, value(IMD2019, codes.IMDDecile, false), false, IMD2019, false, "29 rows"},
		{"another index", codes.IMDDecile, 100, func(c string) int { return int(c[8]-'0') + 1 }, false, 0, false, "cannot be vouched for"},
		{"no rows", codes.IMDDecile, 0, nil, false, 0, false, "0 rows"},
		{"values out of range", codes.IMDDecile, 100, func(string) int { return 11 }, false, 0, false, "0 rows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := l.NewCheck(tt.kind)
			for i := 1; i <= tt.rows; i++ {
				code := fmt.Sprintf("E01%06d", i)
				c.AddLSOA(valueOf(tt.kind, tt.value(code)), code, area.UnknownCensus)
			}
			v := c.Verdict()
			if v.Vouched != tt.vouched || !strings.Contains(v.Words, tt.words) {
				t.Errorf("vouched %v, %q", v.Vouched, v.Words)
			}
			if best := v.Best(); tt.v != 0 && (best.Vintage != tt.v || best.Inverted != tt.turned) {
				t.Errorf("best IMD %d turned %v", best.Vintage, best.Inverted)
			}
		})
	}
}

// A column as exports spell it, read and then checked against the LSOA beside it.
func TestCheckOfASpeltColumn(t *testing.T) {
	l := invented(t)
	spelt := map[string]func(p Place) string{
		"plain deciles":                 func(p Place) string { return fmt.Sprintf("%02d", p.Decile) },
		"deciles with words":            func(p Place) string { return fmt.Sprintf("Decile %d", p.Decile) },
		"plain deciles, 10 the most":    func(p Place) string { return fmt.Sprint(11 - p.Decile) },
		"quintiles, 5 the most, silent": func(p Place) string { return fmt.Sprint("Quintile ", 6-p.Quintile) },
	}
	for name, spell := range spelt {
		counts, cells, codesOf := map[string]int{}, []string{}, []string{}
		for i := 1; i <= 100; i++ {
			code := fmt.Sprintf("E01%06d", i)
			cell := spell(l.LSOAAt(IMD2025, code, 0))
			counts[cell]++
			cells, codesOf = append(cells, cell), append(codesOf, code)
		}
		column := codes.ReadIMDColumn(counts, codes.IMDOptions{})
		if !column.Usable() {
			t.Errorf("%s: %v", name, column.Faults)
			continue
		}
		check := l.NewCheck(column.Kind)
		for i, cell := range cells {
			check.AddLSOA(column.Read(cell), codesOf[i], area.UnknownCensus)
		}
		v := check.Verdict()
		if turned := strings.Contains(name, "the most"); !v.Vouched || v.Best().Vintage != IMD2025 || v.Best().Inverted != turned {
			t.Errorf("%s: %s", name, v.Words)
		}
	}
}

// A deciding share of rows that both vintages explain is no proof of either.
func TestCheckUndecided(t *testing.T) {
	l := invented(t)
	c := l.NewCheck(codes.IMDDecile)
	for i, n := 1, 0; n < 40; i++ {
		code := fmt.Sprintf("E01%06d", i)
		a, b := l.LSOAAt(IMD2019, code, 0), l.LSOAAt(IMD2025, code, 0)
		if a.Decile == b.Decile {
			c.AddLSOA(valueOf(codes.IMDDecile, int(a.Decile)), code, 0)
			n++
		}
	}
	if v := c.Verdict(); v.Vouched || !strings.Contains(v.Words, "do not tell them apart") {
		t.Errorf("vouched %v, %q", v.Vouched, v.Words)
	}
	if v := open(t, IMD2019, func(c *Config) { c.IMD = nil }).NewCheck(codes.IMDDecile).Verdict(); v.Vouched || v.Words != "no index was given to compare with" {
		t.Errorf("without an index: %q", v.Words)
	}
}

// The agreement of a wrong vintage over all England, known for the published
// tables: 52% of deciles, 73% of quintiles, and of inverted ones none and a fifth.
func TestExpectedAgreement(t *testing.T) {
	folder := os.Getenv("SIEQUITY_DATA")
	if folder == "" {
		t.Skip("SIEQUITY_DATA names no folder with the published tables")
	}
	l, err := Open(Config{Vintage: IMD2019, IMD: []string{filepath.Join(folder, "imd", "imd2019_lsoa11.csv"), filepath.Join(folder, "imd", "imd2025_lsoa21.csv")}})
	if err != nil {
		t.Fatal(err)
	}
	truth := Trial{Vintage: IMD2019}
	tests := []struct {
		other Trial
		kind  codes.IMDKind
		want  float64
	}{
		{Trial{Vintage: IMD2025}, codes.IMDDecile, 0.52},
		{Trial{Vintage: IMD2025}, codes.IMDQuintile, 0.73},
		{Trial{Vintage: IMD2019, Inverted: true}, codes.IMDDecile, 0},
		{Trial{Vintage: IMD2019, Inverted: true}, codes.IMDQuintile, 0.20},
		{Trial{Vintage: IMD2019}, codes.IMDDecile, 1},
	}
	for _, tt := range tests {
		if got := l.expected(truth, tt.other, tt.kind); math.Abs(got-tt.want) > 0.005 {
			t.Errorf("%+v: %.3f, want %.2f", tt.other, got, tt.want)
		}
	}
}

// valueOf is a cell read as the kind.
func valueOf(k codes.IMDKind, n int) codes.IMDValue {
	v := codes.IMDValue{Status: codes.IMDGiven}
	switch k {
	case codes.IMDDecile:
		v.Decile, v.Quintile = n, codes.Quintile(n)
	case codes.IMDQuintile:
		v.Quintile = n
	case codes.IMDRank:
		v.Rank = n
	}
	return v
}

func TestChoose(t *testing.T) {
	absent, blank := Place{Status: FieldAbsent}, Place{Status: Missing}
	value := Place{Status: ValueGiven, Decile: 3, Quintile: 2, Vintage: IMD2019}
	fifth := Place{Status: ValueGiven, Quintile: 2, Vintage: IMD2019}
	lsoa := Place{Status: LSOAGiven, Decile: 4, Quintile: 2, Vintage: IMD2019}
	postcode := Place{Status: MatchedTerminated, Decile: 3, Quintile: 2, Vintage: IMD2019, Notes: NoteTerminated}
	tests := []struct {
		name                  string
		value, lsoa, postcode Place
		status                Status
		decile                uint8
		notes                 Note
	}{
		{"value first", value, absent, postcode, ValueGiven, 3, 0},
		{"value differs from the LSOA", value, lsoa, absent, ValueGiven, 3, NoteSourcesDiffer},
		{"a quintile is compared by quintile", fifth, lsoa, absent, ValueGiven, 0, 0},
		{"LSOA before postcode", blank, lsoa, postcode, LSOAGiven, 4, NoteSourcesDiffer},
		{"postcode last", blank, absent, postcode, MatchedTerminated, 3, NoteTerminated},
		{"no fixed abode is not missing", blank, blank, Place{Status: NoFixedAbode}, NoFixedAbode, 0, 0},
		{"no fixed abode is not invalid", Place{Status: Invalid}, absent, Place{Status: NoFixedAbode}, NoFixedAbode, 0, 0},
		{"outside England stands above a bad value", Place{Status: Invalid}, absent, Place{Status: OutsideEngland}, OutsideEngland, 0, 0},
		{"a value for an address outside England", value, absent, Place{Status: OutsideEngland}, ValueGiven, 3, NoteSourcesDiffer},
		{"blank stands above no column", absent, blank, absent, Missing, 0, 0},
		{"no column at all", absent, absent, absent, FieldAbsent, 0, 0},
		{"the value is compared with large user", value, absent, Place{Status: Matched, Decile: 3, Quintile: 2, Vintage: IMD2019, Notes: NoteLargeUser, Basis: BasisPostcode2011}, ValueGiven, 3, NoteLargeUser},
	}
	for _, tt := range tests {
		got := Choose(tt.value, tt.lsoa, tt.postcode)
		if got.Status != tt.status || got.Decile != tt.decile || got.Notes != tt.notes {
			t.Errorf("%s: %s, decile %d, %q", tt.name, got.Status, got.Decile, got.Notes)
		}
	}
}
