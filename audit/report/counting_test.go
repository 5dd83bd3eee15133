package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/measure"
)

// returnOf makes the return of trusts for a period with ten records for each trust and
// quarter, and the number of its day of 2026-08 in the unit's place.
func returnOf(day int, period string, quarters []string, trusts ...string) Submission {
	r := Return{Organisations: trusts, Period: period, Periods: quarters, AsOf: fmt.Sprintf("2026-08-%02d", day), Packs: []PackUsed{}}
	for _, o := range trusts {
		for _, q := range quarters {
			r.Tallies = append(r.Tallies, measure.TallyEntry{TallyKey: measure.TallyKey{Measure: "m", Place: measure.Place{Organisation: o, Period: q, Source: "datix"}}, Tally: measure.Tally{Pass: day}})
		}
	}
	r.ID = r.hash()
	return Submission{Format: SubmissionFormat, Marking: Marking, Returns: []Return{r}}
}

// counts words what counts of each trust and quarter: "A Q1 3".
func counts(b *measure.Book) string {
	var out []string
	for _, e := range b.Tallies() {
		out = append(out, fmt.Sprintf("%s %s %d", e.Organisation, strings.TrimPrefix(e.Period, "2026/27-"), e.Pass))
	}
	return strings.Join(out, ", ")
}

func quarters(names ...string) []string {
	var out []string
	for _, n := range names {
		out = append(out, "2026/27-"+n)
	}
	return out
}

// TestEachQuarterCountsOnce holds that a later return takes the trusts and quarters
// that it covers, and no others.
func TestEachQuarterCountsOnce(t *testing.T) {
	half := "2026-04-01..2026-09-30"
	for _, c := range []struct {
		name    string
		returns []Submission
		want    string
		found   []string
	}{
		{"year then its last quarter", []Submission{returnOf(1, "2026/27", quarters("Q1", "Q2", "Q3", "Q4"), "A"), returnOf(2, "2026/27-Q4", quarters("Q4"), "A")},
			"A Q1 1, A Q2 1, A Q3 1, A Q4 2", []string{"merge/replaced-in-part"}},
		{"quarter, half, quarter", []Submission{returnOf(1, "2026/27-Q1", quarters("Q1"), "A"), returnOf(2, half, quarters("Q1", "Q2"), "A"), returnOf(3, "2026/27-Q2", quarters("Q2"), "A")},
			"A Q1 2, A Q2 3", []string{"merge/replaced", "merge/replaced-in-part"}},
		{"trust, both, trust", []Submission{returnOf(1, "2026/27-Q1", quarters("Q1"), "A"), returnOf(2, "2026/27-Q1", quarters("Q1"), "A", "B"), returnOf(3, "2026/27-Q1", quarters("Q1"), "B")},
			"A Q1 2, B Q1 3", []string{"merge/replaced", "merge/replaced-in-part"}},
		{"whole by two", []Submission{returnOf(1, half, quarters("Q1", "Q2"), "A"), returnOf(2, "2026/27-Q1", quarters("Q1"), "A"), returnOf(3, "2026/27-Q2", quarters("Q2"), "A")},
			"A Q1 2, A Q2 3", []string{"merge/replaced"}},
		{"two quarters", []Submission{returnOf(1, "2026/27-Q1", quarters("Q1"), "A"), returnOf(2, "2026/27-Q2", quarters("Q2"), "A")}, "A Q1 1, A Q2 2", nil},
		{"months of a quarter", []Submission{returnOf(1, "2026-04", quarters("Q1"), "A"), returnOf(2, "2026-05", quarters("Q1"), "A")}, "A Q1 3", nil},
		{"no period", []Submission{returnOf(1, "all", quarters("Q1", "Q2"), "A"), returnOf(2, "2026/27-Q1", quarters("Q1"), "A")}, "A Q1 2, A Q2 1", []string{"merge/replaced-in-part"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := Merge(c.returns...)
			if got := counts(s.Book()); got != c.want {
				t.Errorf("counted %s, want %s", got, c.want)
			}
			var found []string
			for _, f := range s.mismatches() {
				if f.ID != "merge/periods" {
					found = append(found, f.ID)
				}
			}
			if diff := cmp.Diff(c.found, found); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
}

// TestStrayQuartersReplaceNothing holds that records left out, and a register that
// goes back a year, do not make a return one for those quarters; and that a register
// handed in twice counts once.
func TestStrayQuartersReplaceNothing(t *testing.T) {
	first, second := returnOf(1, "2026/27-Q1", quarters("Q1"), "A"), returnOf(2, "2026/27-Q2", quarters("Q2"), "A")
	for i, s := range []*Submission{&first, &second} {
		r := &s.Returns[0]
		r.Periods = quarters("Q1", "Q2")
		r.Cells = []measure.CellEntry{{CellKey: measure.CellKey{Table: "left-out", Place: measure.Place{Organisation: "A", Period: quarters("Q2", "Q1")[i], Source: "datix"}, Row: "period"}, Count: 9},
			{CellKey: measure.CellKey{Table: "births", Place: measure.Place{Organisation: "A"}, Row: "White"}, Count: 500 + i}}
		r.Tallies = append(r.Tallies, measure.TallyEntry{TallyKey: measure.TallyKey{Measure: "training", Place: measure.Place{Organisation: "A", Period: "2026/27-Q1"}}, Tally: measure.Tally{Pass: 40}})
		r.ID = r.hash()
	}
	s := Merge(first, second)
	if got, want := counts(s.Book()), "A Q1 1, A Q2 2, A Q1 40"; got != want {
		t.Errorf("counted %s, want %s", got, want)
	}
	if got := s.Book().Cell("births", measure.Place{}, "White", ""); got != 501 {
		t.Errorf("%d births are counted, want those of the later return, 501", got)
	}
	var ids []string
	for _, f := range s.mismatches() {
		ids = append(ids, f.ID)
	}
	if diff := cmp.Diff([]string{"merge/registers"}, ids); diff != "" {
		t.Errorf("findings (-want +got)\n%s", diff)
	}
}

// TestUnstatedOrganisationsAreNotOneTrust holds that records whose organisation nobody
// states do not let one trust's return replace another's.
func TestUnstatedOrganisationsAreNotOneTrust(t *testing.T) {
	s := Merge(returnOf(1, "2026/27-Q1", quarters("Q1"), "A", "(organisation not stated)"), returnOf(2, "2026/27-Q1", quarters("Q1"), "B", "(organisation not stated)"))
	if got, want := counts(s.Book()), "(organisation not stated) Q1 3, A Q1 1, B Q1 2"; got != want {
		t.Errorf("counted %s, want %s", got, want)
	}
}
