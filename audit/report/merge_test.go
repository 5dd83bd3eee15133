package report

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/count"
	"siequity/audit/demo"
	"siequity/audit/intake"
	"siequity/audit/measure"
	"siequity/audit/project"
	"siequity/incidents"
	"siequity/incidents/scope"
)

// randomSubmission makes a submission of one return with counts of its own.
func randomSubmission(r *rand.Rand, trust string) Submission {
	ret := Return{Organisations: []string{trust}, Period: "2026/27-Q1", Periods: []string{"2026/27-Q1"}, AsOf: fmt.Sprintf("2026-07-%02d", 1+r.IntN(28)), Vintage: 2019,
		Inputs: []string{fmt.Sprint(r.Uint64())}, Packs: []PackUsed{}}
	place := measure.Place{Organisation: trust, Period: "2026/27-Q1", Source: "datix"}
	for i := range 5 {
		ret.Tallies = append(ret.Tallies, measure.TallyEntry{TallyKey: measure.TallyKey{Measure: fmt.Sprint("m", i), Place: place}, Tally: measure.Tally{Pass: r.IntN(50), Fail: r.IntN(50)}})
		ret.Cells = append(ret.Cells, measure.CellEntry{CellKey: measure.CellKey{Table: "t", Place: place, Row: fmt.Sprint(i % 3), Column: "c"}, Count: r.IntN(9)})
	}
	ret.ID = ret.hash()
	return Submission{Format: SubmissionFormat, Marking: Marking, Returns: []Return{ret}}
}

// Merging does not care for order or grouping, and merging twice is merging once.
func TestMergeIsAUnion(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var all []Submission
		for i := range 1 + r.IntN(6) {
			all = append(all, randomSubmission(r, fmt.Sprint("trust ", i%4))) // some trusts return twice
		}
		want := Merge(all...)
		shuffled := slices.Clone(all)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		cut := r.IntN(len(all) + 1)
		grouped := Merge(Merge(shuffled[cut:]...), Merge(shuffled[:cut]...), want)
		if diff := cmp.Diff(want, grouped); diff != "" {
			t.Fatalf("merging in another order and grouping differs (-want +got)\n%s", diff)
		}
	}
}

// A later return of a trust replaces its earlier one, and others are untouched.
func TestLaterReturnReplaces(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	early, late, other := randomSubmission(r, "A"), randomSubmission(r, "A"), randomSubmission(r, "B")
	early.Returns[0].AsOf, late.Returns[0].AsOf = "2026-07-01", "2026-07-20"
	for _, s := range []*Submission{&early, &late} {
		s.Returns[0].ID = s.Returns[0].hash()
	}
	merged := Merge(early, other, late)
	if diff := cmp.Diff(Merge(late, other).Book().Tallies(), merged.Book().Tallies()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if found := merged.mismatches(); len(found) != 1 || found[0].ID != "merge/replaced" {
		t.Errorf("mismatches = %v, want one about the return that was replaced", found)
	}
}

// Counts changed by hand are refused.
func TestReadSubmissionRefusesChangedCounts(t *testing.T) {
	s := randomSubmission(rand.New(rand.NewPCG(5, 6)), "A")
	var b bytes.Buffer
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	back, err := ReadSubmission(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, back); diff != "" {
		t.Errorf("a submission reads back differently (-want +got)\n%s", diff)
	}
	changed := bytes.Replace(b.Bytes(), []byte(`"trust"`), []byte(`"x"`), 1)
	changed = bytes.Replace(changed, []byte(`"2026/27-Q1"`), []byte(`"2026/27-Q2"`), 1)
	if _, err := ReadSubmission(bytes.NewReader(changed)); err == nil {
		t.Error("a return that was changed is read without complaint")
	}
}

// The books of two trusts add up to the book of both audited at once.
func TestMergeEqualsAuditOfBoth(t *testing.T) {
	p := demoProject(t)
	both := auditOf(t, p)
	var parts []Submission
	for _, trust := range both.Organisations {
		only := p
		only.Scope.Organisations = []string{trust}
		only.Registers, only.Births = nil, "" // counted once, in the audit of both
		parts = append(parts, NewSubmission(auditOf(t, only)))
	}
	whole := p
	whole.Registers, whole.Births = nil, ""
	want := NewSubmission(auditOf(t, whole)).Book()
	got := Merge(parts...).Book()
	if diff := cmp.Diff(inScope(want), inScope(got)); diff != "" {
		t.Errorf("(-both at once +merged)\n%s", diff)
	}
}

// inScope lists the counts but those of records left out, which a limit to one
// trust leaves out for another reason.
func inScope(b *measure.Book) []measure.CellEntry {
	return slices.DeleteFunc(b.Cells(), func(e measure.CellEntry) bool { return e.Table == count.TableLeft })
}

func auditOf(t testing.TB, p project.Project) *audit.Result {
	t.Helper()
	cfg := audit.Config{Project: p}
	var err error
	if cfg.Period, err = scope.ParsePeriod(p.Period); err != nil {
		t.Fatal(err)
	}
	for _, in := range p.Inputs {
		cfg.Inputs = append(cfg.Inputs, intake.Input{Path: in.File, Organisation: in.Organisation, Statement: incidents.Statement{Source: in.Source}})
	}
	r, err := audit.Run(t.Context(), cfg, audit.Nobody{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// renamed gives a return to another trust, as its own system would have written it.
func renamed(r Return, trust string) Return {
	r.Organisations, r.Inputs, r.Samples = []string{trust}, []string{trust}, nil
	r.Tallies, r.Cells = slices.Clone(r.Tallies), slices.Clone(r.Cells)
	for i := range r.Tallies {
		if r.Tallies[i].Organisation != "" {
			r.Tallies[i].Organisation = trust
		}
	}
	for i := range r.Cells {
		if r.Cells[i].Organisation != "" {
			r.Cells[i].Organisation = trust
		}
	}
	r.ID = r.hash()
	return r
}

// 150 trusts' returns are read, put together, protected and written.
func BenchmarkMerge150(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "demo")
	if err := demo.Write(dir); err != nil {
		b.Fatal(err)
	}
	p, err := project.Load(filepath.Join(dir, project.FileName))
	if err != nil {
		b.Fatal(err)
	}
	r := auditOf(b, p)
	p.Scope.Organisations = r.Organisations[:1]
	r = auditOf(b, p)
	one := NewSubmission(r).Returns[0]
	var files [][]byte
	for i := range 150 {
		var text bytes.Buffer
		if err := (Submission{Format: SubmissionFormat, Marking: Marking, Returns: []Return{renamed(one, fmt.Sprintf("Trust %03d", i))}}).Write(&text); err != nil {
			b.Fatal(err)
		}
		files = append(files, text.Bytes())
	}
	for b.Loop() {
		var all []Submission
		for _, text := range files {
			s, err := ReadSubmission(bytes.NewReader(text))
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, s)
		}
		pack, _, err := NewMergedPack(b.Context(), Merge(all...), r.Set, PackOptions{Disclosure: "lt5"})
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range pack.Files() {
			if err := f.Write(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
