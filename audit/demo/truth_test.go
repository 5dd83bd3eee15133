package demo

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/incidents"
	"siequity/incidents/scope"
)

// runDemo audits the demo as the command does.
func runDemo(t *testing.T) *audit.Result {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	p, err := project.Load(filepath.Join(dir, project.FileName))
	if err != nil {
		t.Fatal(err)
	}
	cfg := audit.Config{Project: p, Evidence: true}
	if cfg.Period, err = scope.ParsePeriod(p.Period); err != nil {
		t.Fatal(err)
	}
	for _, in := range p.Inputs {
		cfg.Inputs = append(cfg.Inputs, intake.Input{Path: in.File, Organisation: in.Organisation, Statement: incidents.Statement{Source: in.Source, Columns: in.Columns}})
	}
	r, err := audit.Run(t.Context(), cfg, audit.Nobody{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// expected gives the status of each label that the demo's DATIX uses where it is
// not simply valid.
var expected = map[string]string{"Not stated": "not_stated", "Declined to answer": "not_stated", "Z": "not_stated", "Not known": "not_known", "Unknown": "not_known", "99": "not_known",
	"Polish": "invalid", "Asian": "ambiguous", "": "missing"}

// TestTruth holds every DATIX record to the event it tells of: code, status,
// decile, harm and date are known, since they were invented.
func TestTruth(t *testing.T) {
	r := runDemo(t)
	events := map[string]event{}
	for _, e := range invent() {
		events["datix:"+e.datixRef()] = e
	}
	seen := 0
	for _, rec := range r.Records {
		e, ok := events[rec.ID()]
		if !ok || !rec.InScope() {
			continue
		}
		seen++
		status, code := "valid", e.ethnicity
		if s, ok := expected[e.label()]; ok {
			status = s
			code = map[string]string{"not_stated": "Z", "not_known": "99"}[s]
		}
		got := fmt.Sprint(rec.Ethnicity.Code, " ", rec.Ethnicity.Status, " ", rec.Place.Decile, " ", rec.Harm.Level(), " ", rec.When())
		want := fmt.Sprint(code, " ", status, " ", e.decile, " ", e.harm, " ", e.date.Format("2006-01-02"))
		if got != want {
			t.Errorf("%s (%q): got %s, want %s", rec.ID(), e.label(), got, want)
		}
	}
	if seen < 200 {
		t.Errorf("only %d DATIX records were compared", seen)
	}
}

// TestLinks holds linkage to the truth: records of one event in one case, records
// of two events in two.
func TestLinks(t *testing.T) {
	r := runDemo(t)
	event := map[string]int{}
	for _, e := range invent() {
		for _, id := range []string{"datix:" + e.datixRef(), "steis:" + e.steisRef(), "mnsi:" + e.mnsiRef(), "pmrt:" + e.pmrtRef(), fmt.Sprintf("lfpse:INC-%05d", 20000+e.number)} {
			event[id] = e.number
		}
	}
	var right, wrong, missed int
	for i, a := range r.Records {
		for _, b := range r.Records[i+1:] {
			ea, oka := event[a.ID()]
			eb, okb := event[b.ID()]
			if !oka || !okb || !a.InScope() || !b.InScope() {
				continue
			}
			switch {
			case a.Case == b.Case && ea == eb:
				right++
			case a.Case == b.Case:
				wrong++
			case ea == eb:
				missed++
			}
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d pairs linked rightly, %d wrongly, %d missed: precision %.3f, recall %.3f", right, wrong, missed, precision, recall)
	if precision < 0.98 || recall < 0.90 {
		t.Errorf("precision %.3f, recall %.3f; want at least 0.98 and 0.90", precision, recall)
	}
}

// TestLeftOut holds the traps that must not be counted.
func TestLeftOut(t *testing.T) {
	r := runDemo(t)
	want := map[string]string{"steis:2026/9901": "not maternity", "datix:WEB48900": "not maternity", "datix:WEB61900": "not maternity", "lfpse:INC-99001": "not an incident", "pmrt:99001": "unsuitable for PMRT: termination"}
	for _, rec := range r.Records {
		why, ok := want[rec.ID()]
		if !ok {
			continue
		}
		delete(want, rec.ID())
		if got, _ := r.LeftOut(rec); !strings.HasPrefix(got, why) {
			t.Errorf("%s is left out because %q, want %q", rec.ID(), got, why)
		}
	}
	for id := range want {
		t.Errorf("%s has no line", id)
	}
}
