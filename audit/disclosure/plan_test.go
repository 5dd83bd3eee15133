package disclosure

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDerive(t *testing.T) {
	at := func(row, col string) Ref { return Ref{"harm", row, col} }
	tests := []struct {
		name    string
		profile Profile
		use     func(Plan) Use
		want    Use
	}{
		{"open counts", LT5(), func(p Plan) Use { return p.Share(at("b", "y"), at("b", "")) },
			Use{Allowed: true, Numbers: []int{8, 32}}},
		{"small count", LT5(), func(p Plan) Use { return p.Share(at("a", "x"), at("a", "")) },
			Use{Why: "harm / a / x is hidden"}},
		{"count hidden for another", LT5(), func(p Plan) Use { return p.Rate(at("a", "y")) },
			Use{Why: "harm / a / y is hidden"}},
		{"not in the tables", LT5(), func(p Plan) Use { return p.Derive(at("d", "x")) },
			Use{Why: "harm / d / x is not shown"}},
		{"rounded counts", HES(), func(p Plan) Use { return p.Share(at("a", "y"), at("a", "")) },
			Use{Allowed: true, Numbers: []int{10, 35}}},
		{"rate of a small count", NHSE(), func(p Plan) Use { return p.Rate(at("a", "x")) },
			Use{Why: "harm / a / x is a small number"}},
		{"share of a small count", NHSE(), func(p Plan) Use { return p.Share(at("a", "x"), at("a", "")) },
			Use{Why: "harm / a / x is a small number"}},
		{"panel", Panel(), func(p Plan) Use { return p.Share(at("a", "x"), at("a", "")) },
			Use{Allowed: true, Numbers: []int{3, 35}}},
	}
	for _, tt := range tests {
		plan := protect(t, Pack{Tables: []Table{harm()}}, tt.profile)
		if diff := cmp.Diff(tt.want, tt.use(plan)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestZeroPlanShowsNothing(t *testing.T) {
	var p Plan
	if s := p.At(Ref{Table: "harm"}); s.State != Absent || p.Derive(Ref{Table: "harm"}).Allowed {
		t.Errorf("shows %+v", s)
	}
}

// TestAuditFinds changes a safe plan so that it leaks.
func TestAuditFinds(t *testing.T) {
	pack := Pack{Tables: []Table{harm()}}
	tests := []struct {
		name   string
		change func(*Plan)
		want   string
	}{
		{"nothing", func(*Plan) {}, ""},
		{"a protecting count shown", func(p *Plan) { p.shown[Ref{"harm", "a", "y"}] = exactly(12) }, "exposed"},
		{"a small count shown", func(p *Plan) { p.shown[Ref{"harm", "a", "x"}] = exactly(3) }, "exposed"},
		{"a wrong number", func(p *Plan) { p.shown[Ref{"harm", "b", "y"}] = exactly(7) }, "does not stand for its count"},
		{"another symbol", func(p *Plan) { p.shown[Ref{"harm", "a", "y"}] = Shown{"[d]", 0, Secondary} }, "does not stand for its count"},
		{"a false proof", func(p *Plan) {
			p.proof = append(p.proof[:0:0], p.proof...)
			for i := range p.proof {
				p.proof[i] = p.proof[i][:1]
			}
		}, ""},
	}
	for _, tt := range tests {
		plan := protect(t, pack, LT5())
		tt.change(&plan)
		r := Audit(context.Background(), pack, plan)
		switch {
		case tt.want == "":
			if !r.Safe {
				t.Errorf("%s: %+v", tt.name, r)
			}
		case tt.want == "exposed" && (r.Safe || len(r.Exposed) == 0):
			t.Errorf("%s: not found", tt.name)
		case tt.want != "exposed" && (r.Safe || !strings.Contains(r.Incomplete, tt.want)):
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
}

// TestAuditMissesNoProtectingCount: whatever protecting count is shown again, the
// audit finds out.
func TestAuditMissesNoProtectingCount(t *testing.T) {
	for n := range 20 {
		r := rand.New(rand.NewPCG(uint64(n), 5))
		pack := Pack{Tables: []Table{randomTable(r, "t", 5, 4, 15)}}
		plan := protect(t, pack, LT5())
		counts := pack.counts()
		for _, ref := range pack.Tables[0].places(Grouping{}) {
			if plan.shown[ref].State != Secondary {
				continue
			}
			was := plan.shown[ref]
			plan.shown[ref] = exactly(counts[ref])
			if Audit(context.Background(), pack, plan).Safe {
				t.Errorf("table %d: %s need not be hidden", n, ref)
			}
			plan.shown[ref] = was
		}
	}
}

func TestAuditCancelledIsUnsafe(t *testing.T) {
	pack := Pack{Tables: []Table{harm()}}
	plan := protect(t, pack, LT5())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r := Audit(ctx, pack, plan); r.Safe || r.Incomplete == "" {
		t.Errorf("%+v", r)
	}
}

func TestSummaryTellsNoSymbolApart(t *testing.T) {
	sum := protect(t, Pack{Tables: []Table{harm()}}, LT5()).Summary()
	want := Summary{Places: 16, Hidden: 6, Tables: []TableSummary{{
		Name: "harm", Places: 16, Hidden: 6,
		Why: "[c] stands for a number from 1 to 4, or for a larger one that would give such a number away",
	}}}
	if diff := cmp.Diff(want, sum); diff != "" {
		t.Error(diff)
	}
	r := rand.New(rand.NewPCG(1, 1))
	sum = protect(t, stackedPack(r, "m", 3, 8, 6, 10), LT5()).Summary()
	if !sum.Told || sum.First+sum.Protecting != sum.Hidden {
		t.Errorf("%+v", sum)
	}
}
