package sample_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"siequity/audit/sample"

	"github.com/google/go-cmp/cmp"
)

// madeUp is a frame of invented cases: three trusts, five groups, five quintiles.
func madeUp(n int) []sample.Unit {
	groups := []string{"White", "White", "White", "White", "Asian", "Asian", "Black", "Mixed", "Other", ""}
	harms := []string{"none", "low", "low", "moderate", "moderate", "moderate", "severe", "severe", "low", "death"}
	units := make([]sample.Unit, n)
	for i := range units {
		units[i] = sample.Unit{
			ID: fmt.Sprintf("datix:W%06d", i), Reference: fmt.Sprintf("W%06d", i), Source: "datix",
			Organisation: []string{"Fellside", "Marsh Vale", "Three Rivers"}[i%3],
			Ethnicity:    groups[(i/3)%10], Harm: harms[(i*7)%10], Quintile: fmt.Sprint(1 + i%5), Period: "2026/27-Q1",
		}
	}
	return units
}

func plain() sample.Design {
	return sample.Design{ID: "q1", Date: "2026-07-01", Seed: "audit 2026 / 040917", Tool: "test", Size: sample.Size{Cases: 30}}
}

func with(change func(*sample.Design)) sample.Design {
	d := plain()
	change(&d)
	return d
}

func draw(t *testing.T, units []sample.Unit, d sample.Design) sample.Sample {
	t.Helper()
	s, err := sample.Draw(units, d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func drawnIDs(s sample.Sample) []string {
	var ids []string
	for _, c := range s.Cases {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	return ids
}

// TestDrawIsWhatItSays makes the draw again from the words of the domain alone:
// the lowest HMAC-SHA256 of the ids under the seed.
func TestDrawIsWhatItSays(t *testing.T) {
	units := madeUp(200)
	s := draw(t, units, plain())
	type ranked struct{ hash, id string }
	var all []ranked
	for _, u := range units {
		mac := hmac.New(sha256.New, []byte(plain().Seed))
		mac.Write([]byte(u.ID))
		all = append(all, ranked{hex.EncodeToString(mac.Sum(nil)), u.ID})
	}
	slices.SortFunc(all, func(a, b ranked) int { return strings.Compare(a.hash, b.hash) })
	for i, c := range s.Cases {
		if c.ID != all[i].id || c.Hash.String() != all[i].hash {
			t.Fatalf("case %d is %s, want %s", i+1, c.ID, all[i].id)
		}
	}
	if len(s.Cases) != 30 || len(s.Members) != 200 {
		t.Errorf("%d cases of %d members, want 30 of 200", len(s.Cases), len(s.Members))
	}
}

func TestDrawDoesNotDependOnOrder(t *testing.T) {
	units := madeUp(300)
	d := with(func(d *sample.Design) {
		d.Strata, d.Reserve, d.Readers, d.Twice = []sample.By{sample.ByEthnicity, sample.ByHarm}, 2, []string{"A", "B", "C"}, 0.2
		d.Least, d.Size = 1, sample.Size{Cases: 60}
	})
	want := draw(t, units, d)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
	if diff := cmp.Diff(want, draw(t, units, d)); diff != "" {
		t.Errorf("another order of the frame draws otherwise (-want +got):\n%s", diff)
	}
}

func TestLargerDrawKeepsTheSmaller(t *testing.T) {
	small := drawnIDs(draw(t, madeUp(400), plain()))
	large := drawnIDs(draw(t, madeUp(400), with(func(d *sample.Design) { d.Size.Cases = 55 })))
	for _, id := range small {
		if !slices.Contains(large, id) {
			t.Errorf("the larger draw lost %s", id)
		}
	}
}

func TestLateCasesDisturbNoOther(t *testing.T) {
	before := drawnIDs(draw(t, madeUp(400), plain()))
	after := drawnIDs(draw(t, madeUp(420), plain()))
	late := 0
	for _, id := range after {
		if id >= "datix:W000400" {
			late++
		} else if !slices.Contains(before, id) {
			t.Errorf("%s came in, though it is not a late case", id)
		}
	}
	if late > 5 {
		t.Errorf("%d of 20 late cases came in: more than chance gives", late)
	}
}

func TestAllocations(t *testing.T) {
	byHarm := func(change func(*sample.Design)) sample.Design {
		return with(func(d *sample.Design) { d.Strata = []sample.By{sample.ByHarm}; change(d) })
	}
	// Of 1,000 cases: 100 death, 300 low, 300 moderate, 100 none, 200 severe.
	tests := []struct {
		name   string
		design sample.Design
		want   []int // drawn, by stratum in order
	}{
		{"proportional", byHarm(func(*sample.Design) {}), []int{3, 9, 9, 3, 6}},
		{"equal", byHarm(func(d *sample.Design) { d.Spread = sample.Equal }), []int{6, 6, 6, 6, 6}},
		{"least", byHarm(func(d *sample.Design) { d.Least = 5 }), []int{5, 8, 7, 5, 5}},
		{"certain", byHarm(func(d *sample.Design) {
			d.Certain = []sample.Group{{By: sample.ByHarm, Any: []string{"Death"}}}
			d.Size.Cases = 109
		}), []int{100, 3, 3, 1, 2}},
		{"boost", byHarm(func(d *sample.Design) {
			d.Boost = []sample.Boost{{Group: sample.Group{By: sample.ByHarm, Any: []string{"death"}}, Factor: 3}}
		}), []int{8, 7, 7, 3, 5}},
		{"neyman", byHarm(func(d *sample.Design) {
			d.Spread = sample.Neyman
			d.Expected = []sample.Expected{{Group: sample.Group{By: sample.ByHarm, Any: []string{"low", "none"}}, Share: 0}}
		}), []int{4, 5, 11, 2, 8}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := draw(t, madeUp(1000), tt.design)
			var got []int
			weights := 0.0
			for _, h := range s.Strata {
				got = append(got, h.Drawn)
			}
			for _, c := range s.Cases {
				weights += c.Weight
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("drawn by stratum (-want +got):\n%s", diff)
			}
			if weights < 999.999 || weights > 1000.001 {
				t.Errorf("the weights add up to %v, not to the frame", weights)
			}
		})
	}
}

func TestSizes(t *testing.T) {
	tests := []struct {
		name  string
		size  sample.Size
		frame int
		want  int
	}{
		{"given", sample.Size{Cases: 12}, 100, 12},
		{"more than there are", sample.Size{Cases: 500}, 100, 100},
		{"all", sample.Size{All: true}, 100, 100},
		{"a margin", sample.Size{Margin: 0.1}, 100, 50},
		{"a margin about a share", sample.Size{Margin: 0.05, Share: 0.1}, 1000, 122},
		{"detection", sample.Size{Detect: 0.1}, 100, 25},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := draw(t, madeUp(tt.frame), with(func(d *sample.Design) { d.Size = tt.size }))
			if len(s.Cases) != tt.want {
				t.Errorf("%d cases, want %d: %s", len(s.Cases), tt.want, s.Words)
			}
		})
	}
}

func TestFaultyDesigns(t *testing.T) {
	twice := append(madeUp(40), sample.Unit{ID: " DATIX:w000003"}, sample.Unit{})
	tests := []struct {
		name   string
		units  []sample.Unit
		design sample.Design
		want   []string
	}{
		{"everything at once", madeUp(40), sample.Design{Twice: 2, Least: -1, Spread: "odd", Strata: []sample.By{"shoe size"}},
			[]string{"needs an id", "not a date", "needs a seed", "strata cannot be made of", "share read by two", "exactly one way, not 0", "negative", "no spread"}},
		{"two sizes", madeUp(40), with(func(d *sample.Design) { d.Size.Margin = 0.1 }), []string{"exactly one way, not 2"}},
		{"an id twice, an id missing", twice, plain(), []string{"cases 4 and 41 of the frame are both DATIX:w000003", "case 42 of the frame has no id"}},
		{"nothing left", madeUp(40), with(func(d *sample.Design) { d.Filter = []sample.Group{{By: sample.BySource, Any: []string{"pmrt"}}} }),
			[]string{"no case is left", "40 outside the filter"}},
		{"least too large", madeUp(100), with(func(d *sample.Design) { d.Strata, d.Least = []sample.By{sample.ByHarm, sample.ByEthnicity}, 2 }), []string{"draw at least"}},
		{"certain too many", madeUp(1000), with(func(d *sample.Design) { d.Certain = []sample.Group{{By: sample.ByHarm, Any: []string{"death"}}} }), []string{"100 cases are to be taken for sure"}},
		{"over-sampling outside the strata", madeUp(40), with(func(d *sample.Design) {
			d.Boost = []sample.Boost{{Group: sample.Group{By: sample.ByEthnicity, Any: []string{"Asian"}}, Factor: 2}}
		}), []string{"must be among the strata", "add ethnicity"}},
		{"readers", madeUp(40), with(func(d *sample.Design) { d.Readers, d.Twice = []string{"A", "a "}, 0.1 }), []string{"named twice"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := sample.Draw(tt.units, tt.design)
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range tt.want {
				if !strings.Contains(said(err), want) {
					t.Errorf("the error lacks %q:\n%s", want, said(err))
				}
			}
		})
	}
}

func TestReadersAndReserve(t *testing.T) {
	s := draw(t, madeUp(500), with(func(d *sample.Design) {
		d.Size.Cases, d.Readers, d.Twice, d.Reserve = 40, []string{"A", "B", "C"}, 0.25, 5
	}))
	load, twice := map[string]int{}, 0
	for _, c := range s.Cases {
		load[c.Readers[0]]++
		if len(c.Readers) == 2 {
			twice++
			if c.Readers[0] == c.Readers[1] {
				t.Errorf("case %d has one reader twice", c.Number)
			}
		}
	}
	if diff := cmp.Diff(map[string]int{"A": 14, "B": 13, "C": 13}, load); diff != "" || twice != 10 || len(s.Reserve) != 5 {
		t.Errorf("%d read twice, %d in reserve, load (-want +got):\n%s", twice, len(s.Reserve), diff)
	}
	for i, c := range s.Reserve {
		if c.Rank != 41+i {
			t.Errorf("reserve %d has rank %d, want %d", i, c.Rank, 41+i)
		}
	}
}

func TestEarlierDraws(t *testing.T) {
	first := draw(t, madeUp(200), plain())
	var r sample.Register
	r, err := r.Add(first)
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := r.Earlier("Q1")
	if err != nil {
		t.Fatal(err)
	}
	second := draw(t, madeUp(200), with(func(d *sample.Design) { d.ID, d.Seed, d.Exclude = "q2", "another", []sample.Earlier{earlier} }))
	for _, id := range drawnIDs(second) {
		if slices.Contains(earlier.IDs, id) {
			t.Errorf("%s was drawn again", id)
		}
	}
	if second.FrameSize != 170 {
		t.Errorf("frame of %d, want 170", second.FrameSize)
	}
	follow := draw(t, madeUp(200)[100:], with(func(d *sample.Design) { d.ID, d.FollowUp, d.Size = "f1", &earlier, sample.Size{All: true} }))
	left := map[string]int{}
	for _, l := range follow.LeftOut {
		left[l.Why] = l.Count
	}
	if n := left["in draw q1 but no longer among the cases"]; n+len(follow.Cases) != 30 {
		t.Errorf("%d followed and %d gone, not 30 together: %v", len(follow.Cases), n, left)
	}
}

func TestRegister(t *testing.T) {
	var r sample.Register
	add := func(d sample.Design) error {
		next, err := r.Add(draw(t, madeUp(60), d))
		if err == nil {
			r = next
		}
		return err
	}
	for i := range 3 {
		if err := add(with(func(d *sample.Design) { d.ID = fmt.Sprint("q", i+1) })); err != nil {
			t.Fatal(err)
		}
	}
	for want, d := range map[string]sample.Design{
		"already a draw q1": plain(),
		"filter after a draw": with(func(d *sample.Design) {
			d.ID, d.Filter = "q9", []sample.Group{{By: sample.ByHarm, Any: []string{"low"}}}
		}),
	} {
		if err := add(d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	text, err := r.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	back, err := sample.ReadRegister("draws.yaml", string(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("register read back (-want +got):\n%s", diff)
	}
	windows := "\ufeff" + strings.ReplaceAll(string(text), "\n", "\r\n") + "# seen by the board\r\n"
	if back, err := sample.ReadRegister("draws.yaml", windows); err != nil || !cmp.Equal(r, back) {
		t.Errorf("saved by Notepad: %v", err)
	}
	for name, change := range map[string]func(string) string{
		"a case swapped": func(s string) string { return strings.Replace(s, "datix:W0000", "datix:W0001", 1) },
		"a draw removed": func(s string) string {
			a, b := strings.Index(s, "  - id: q2"), strings.Index(s, "  - id: q3")
			return s[:a] + s[b:]
		},
		"an unknown key": func(s string) string { return strings.Replace(s, "    tool:", "    tooled:", 1) },
	} {
		if _, err := sample.ReadRegister("draws.yaml", change(string(text))); err == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func TestSavedSample(t *testing.T) {
	s := draw(t, madeUp(60), with(func(d *sample.Design) { d.Reserve = 3 }))
	var b bytes.Buffer
	if err := s.Save(&b); err != nil {
		t.Fatal(err)
	}
	back, err := sample.Load("draw.json", bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	s.Members = nil
	if diff := cmp.Diff(s, back); diff != "" {
		t.Errorf("sample read back (-want +got):\n%s", diff)
	}
	changed := bytes.Replace(b.Bytes(), []byte(`"drawn": 30`), []byte(`"drawn": 31`), 1)
	if _, err := sample.Load("draw.json", bytes.NewReader(changed)); err == nil || !strings.Contains(err.Error(), "was changed") {
		t.Errorf("a changed draw gives %v", err)
	}
}

func TestFrameListAndExplanation(t *testing.T) {
	s := draw(t, madeUp(50), with(func(d *sample.Design) { d.Strata, d.Least = []sample.By{sample.ByHarm}, 2 }))
	var b bytes.Buffer
	if err := s.WriteFrame(&b); err != nil {
		t.Fatal(err)
	}
	list := b.String()
	if n := strings.Count(list, "\r\n"); n != 51 {
		t.Errorf("%d lines, want 51", n)
	}
	if n := strings.Count(list, ",drawn\r\n"); n != 30 {
		t.Errorf("%d drawn, want 30", n)
	}
	for _, want := range []string{"30 of 50", s.FrameHash, plain().Seed, "harm death: 3 of 5, each standing for 1.667", "Wright"} {
		if !strings.Contains(s.Explain(), want) {
			t.Errorf("the explanation lacks %q:\n%s", want, s.Explain())
		}
	}
}

func TestCanonicalID(t *testing.T) {
	for in, want := range map[string]string{
		"datix:W1": "datix:W1", "  datix:W1\t": "datix:W1", "a  b\u00a0c": "a b c", "Cafe\u0301": "Caf\u00e9", "": "",
	} {
		if got := sample.CanonicalID(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCheckDrawsAgain(t *testing.T) {
	s := draw(t, madeUp(100), plain())
	for n, want := range map[int]bool{100: true, 101: false} {
		words, err := s.Check(madeUp(n))
		if err != nil || (len(words) == 0) != want {
			t.Errorf("from %d cases: %v, %v", n, words, err)
		}
	}
	others := madeUp(100)
	for i := range others {
		if others[i].ID == s.Cases[0].ID {
			others[i].ID = "datix:gone"
		}
	}
	if words, _ := s.Check(others); !strings.Contains(strings.Join(words, "; "), s.Cases[0].ID+" was drawn, and would not be now") {
		t.Errorf("a case that is gone gives %v", words)
	}
}

// FuzzDraw holds what every draw keeps: no stratum gives more than it has, the
// weights of each add up to it, nobody is drawn twice, and a repeat is the same.
func FuzzDraw(f *testing.F) {
	f.Add(uint16(40), uint16(12), "seed", uint8(1), uint8(0), false)
	f.Add(uint16(300), uint16(80), "x", uint8(2), uint8(3), true)
	f.Fuzz(func(t *testing.T, frame, cases uint16, seed string, least, reserve uint8, equal bool) {
		d := sample.Design{ID: "q", Date: "2026-07-01", Seed: seed, Size: sample.Size{Cases: int(cases)}, Least: int(least), Reserve: int(reserve),
			Strata: []sample.By{sample.ByEthnicity, sample.ByHarm}}
		if equal {
			d.Spread = sample.Equal
		}
		units := madeUp(int(frame % 500))
		s, err := sample.Draw(units, d)
		if err != nil {
			return
		}
		weights, seen := map[int]float64{}, map[string]bool{}
		for _, c := range s.Cases {
			weights[c.Stratum] += c.Weight
			if seen[c.ID] {
				t.Errorf("%s is drawn twice", c.ID)
			}
			seen[c.ID] = true
		}
		drawn := 0
		for h, x := range s.Strata {
			drawn += x.Drawn
			if x.Drawn > x.Population || x.Drawn > 0 && (weights[h] < float64(x.Population)-1e-6 || weights[h] > float64(x.Population)+1e-6) {
				t.Errorf("stratum %+v has the weight %v", x, weights[h])
			}
		}
		if drawn != min(int(cases), len(units)) || drawn != len(s.Cases) {
			t.Errorf("%d cases drawn of %d asked for from %d", len(s.Cases), cases, len(units))
		}
		slices.Reverse(units)
		if again := draw(t, units, d); !cmp.Equal(s, again) {
			t.Error("a repeat draws otherwise")
		}
	})
}

func FuzzReadRegister(f *testing.F) {
	f.Add("draws:\n  - id: q1\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := sample.ReadRegister("draws.yaml", text)
		if err != nil {
			return
		}
		written, err := r.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		back, err := sample.ReadRegister("draws.yaml", string(written))
		if err != nil || len(back.Draws) != len(r.Draws) {
			t.Errorf("%q does not come back: %v", text, err)
		}
	})
}

func BenchmarkDrawMillion(b *testing.B) {
	units := madeUp(1_000_000)
	d := with(func(d *sample.Design) {
		d.Strata, d.Size, d.Least = []sample.By{sample.ByEthnicity, sample.ByHarm, sample.ByQuintile}, sample.Size{Margin: 0.01}, 2
	})
	for b.Loop() {
		if _, err := sample.Draw(units, d); err != nil {
			b.Fatal(err)
		}
	}
}

// said gives all faults of a design with their remedies.
func said(err error) string {
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var b strings.Builder
	for _, e := range all {
		b.WriteString(e.Error() + "\n")
		var f sample.Fault
		if errors.As(e, &f) {
			b.WriteString(f.Remedy() + "\n")
		}
	}
	return b.String()
}

// An id is part of the names of files, and Windows refuses many signs in those.
func TestIDsOfDraws(t *testing.T) {
	for id, want := range map[string]bool{"2026-27-q1": true, "Q1_b.2": true, "": false, "a b": false, "a:b": false, "a*": false, "a?": false, `a"b`: false, "a<b": false, "a>b": false, "a|b": false, "a/b": false, `a\b`: false} {
		d := plain()
		d.ID = id
		_, err := sample.Draw(madeUp(40), d)
		if got := err == nil; got != want {
			t.Errorf("%q: %v", id, err)
		}
	}
}
