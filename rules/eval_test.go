package rules

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/calendar"
)

func day(year, month, d int) Day { return calendar.Date(year, month, d) }

// row is a record held as an array by field index, as an audit holds it.
type row struct {
	source string
	values []Value
}

func (r *row) ID() string        { return r.source + ":2026/10432" }
func (r *row) Source() string    { return r.source }
func (r *row) Value(i int) Value { return r.values[i] }

// validRow is a record that passes every rule it is asked, changed by change.
func validRow(t testing.TB, c *Catalogue, source string, change map[string]Value) *row {
	t.Helper()
	r := &row{source, make([]Value, len(c.Fields()))}
	set := func(name string, v Value) {
		i, ok := c.Index(name)
		if !ok {
			t.Fatalf("no field %s", name)
		}
		r.values[i] = v
	}
	for _, name := range []string{"culture", "ethnicity", "language"} {
		set(name+"_considered", Text("considered"))
		set(name+"_basis", Text("text"))
	}
	for _, name := range []string{"interpreter_used", "panel_recorded", "panel_external", "shared_family", "shared_staff", "suitable",
		"parents_told", "parents_asked", "parents_replied", "mnsi_case", "external_present", "born_here", "died_here", "text_read", "interpreter_need"} {
		set(name, Text("yes"))
	}
	set("source", Text(source))
	set("needs_check", Text("no"))
	set("interpreter_issue", Text("no"))
	set("ethnicity", Text("J"))
	set("ethnicity_status", Text("valid"))
	set("ethnicity_recorded", Text("yes"))
	set("language_status", Text("valid"))
	set("imd_status", Text("value_given"))
	set("harm", Text("severe"))
	set("framework", Text("si"))
	set("scheme_year", Text("year7"))
	set("death_type", Text("neonatal_death"))
	set("gestation", Text("26+1"))
	set("mnsi_ref", Text("MI-012345"))
	for _, name := range []string{"grade_before_birth", "grade_after_birth", "grade_mother_after"} {
		set(name, Text("B"))
	}
	set("panel_attendees", Num(6))
	set("panel_ethnicity_recorded", Num(6))
	for name, d := range map[string]Day{
		"incident_date": day(2025, 5, 14), "reported_date": day(2025, 5, 15), "report_72h_date": day(2025, 5, 17),
		"investigation_completed": day(2025, 7, 1), "closed_date": day(2025, 7, 10), "shared_lmns_date": day(2025, 9, 1),
		"date_of_death": day(2025, 5, 14), "notified_date": day(2025, 5, 15), "review_started_date": day(2025, 6, 1),
		"surveillance_completed_date": day(2025, 6, 2), "draft_report_date": day(2025, 8, 1), "report_published_date": day(2025, 9, 1),
	} {
		set(name, On(d))
	}
	for name, v := range change {
		set(name, v)
	}
	return r
}

// failing lists the rules that fail for a record, and those that are unknown.
func failing(s *Set, r Record) (fails, unknown []string) {
	for i, o := range s.Eval(r, day(2026, 5, 14), nil) {
		switch o.Verdict {
		case Fail:
			fails = append(fails, s.Rules[i].ID)
		case Unknown:
			unknown = append(unknown, s.Rules[i].ID)
		}
	}
	return fails, unknown
}

func TestOneChangeFailsOnlyWhatItTouches(t *testing.T) {
	set := builtin(t)
	for name, tc := range map[string]struct {
		source         string
		change         map[string]Value
		fails, unknown []string
	}{
		"valid steis": {"steis", nil, nil, nil},
		"valid datix": {"datix", nil, nil, nil},
		"valid lfpse": {"lfpse", nil, nil, nil},
		"valid mnsi":  {"mnsi", nil, nil, nil},
		"valid pmrt":  {"pmrt", nil, nil, nil},
		"not stated":  {"datix", map[string]Value{"ethnicity_status": Text("not_stated")}, []string{"ethnicity/valid-code"}, nil},
		"no column for ethnicity": {"lfpse", map[string]Value{"ethnicity": Nothing(Absent), "ethnicity_recorded": Nothing(Absent), "ethnicity_status": Text("field_absent")},
			[]string{"ethnicity/field"}, []string{"ethnicity/recorded", "ethnicity/valid-code"}},
		"language silent": {"steis", map[string]Value{"language_considered": Text("absent")},
			[]string{"equity/language-considered", "equity/all-considered"}, nil},
		"not investigated": {"datix", map[string]Value{"harm": Text("low"), "language_considered": Text("absent")}, nil, nil},
		"no register yet": {"mnsi", map[string]Value{"panel_recorded": Nothing(NoData)}, nil,
			[]string{"equity/panel-recorded", "equity/panel-ethnicity", "equity/panel-external"}},
		"psirf":         {"steis", map[string]Value{"framework": Text("psirf"), "reported_date": On(day(2025, 12, 1))}, nil, nil},
		"reported late": {"steis", map[string]Value{"reported_date": On(day(2025, 5, 17))}, []string{"si/reported-on-steis"}, nil},
		"year 8":        {"pmrt", map[string]Value{"scheme_year": Text(""), "report_published_date": Nothing(Blank)}, nil, nil},
		"unsuitable":    {"pmrt", map[string]Value{"suitable": Text("no"), "parents_told": Text("no"), "unsuitable_reason": Text("termination")}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			fails, unknown := failing(set, validRow(t, set.Catalogue, tc.source, tc.change))
			if diff := cmp.Diff(tc.fails, fails); diff != "" {
				t.Errorf("fails: %s", diff)
			}
			if diff := cmp.Diff(tc.unknown, unknown); diff != "" {
				t.Errorf("unknown: %s", diff)
			}
		})
	}
}

func TestOtherSourcesAndSwitchedOffRulesAreNotApplicable(t *testing.T) {
	set, err := load(t, local)
	if err != nil {
		t.Fatal(err)
	}
	out := set.Eval(validRow(t, set.Catalogue, "datix", nil), day(2026, 5, 14), nil)
	got := map[string]string{}
	for i, r := range set.Rules {
		if strings.HasPrefix(r.ID, "pmrt/eli") || r.Off != "" {
			got[r.ID] = out[i].Verdict.String() + " " + out[i].Why.String()
		}
	}
	want := map[string]string{"pmrt/eligible": "not_applicable other_source", "equity/shared-with-staff": "not_applicable switched_off"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, o := range set.Eval(&row{source: "elsewhere"}, 0, nil) {
		if o.Verdict != NotApplicable {
			t.Fatalf("a record of no known source gets %s", o.Verdict)
		}
	}
}

func TestMessages(t *testing.T) {
	set := builtin(t)
	for id, tc := range map[string]struct {
		change map[string]Value
		want   string
	}{
		"ethnicity/valid-code":          {map[string]Value{"ethnicity": Text("Martian"), "ethnicity_status": Text("invalid"), "ethnicity_reason": Text("no such people")}, "ethnic category Martian is not a valid code: invalid, no such people"},
		"equity/culture-considered":     {map[string]Value{"culture_considered": Text("absent")}, "culture: no evidence found"},
		"equity/deprivation-known":      {map[string]Value{"imd_status": Text("not_found")}, "deprivation is not known: not found"},
		"pmrt/report-published-in-time": {map[string]Value{"report_published_date": Nothing(Blank), "date_of_death": On(day(2025, 8, 31))}, "report published (blank), due by 28 February 2026: within 6 calendar months (not checked against the published source) of the death"},
		"si/reported-on-steis":          {map[string]Value{"reported_date": On(day(2025, 5, 19))}, "reported 19 May 2025, due by 16 May 2025: within 2 working days of the incident (legacy standard)"},
	} {
		source := "pmrt"
		if strings.HasPrefix(id, "si/") {
			source = "steis"
		}
		r := validRow(t, set.Catalogue, source, tc.change)
		out := set.Eval(r, day(2026, 5, 14), nil)
		for i := range set.Rules {
			if set.Rules[i].ID != id {
				continue
			}
			if diff := cmp.Diff(tc.want, set.Message(i, r, out[i])); diff != "" {
				t.Errorf("%s: %s", id, diff)
			}
		}
	}
}

func TestMessagesOfWhatIsNoFailure(t *testing.T) {
	set := builtin(t)
	r := validRow(t, set.Catalogue, "mnsi", map[string]Value{"panel_recorded": Nothing(NoData), "ethnicity_recorded": Nothing(Absent)})
	out := set.Eval(r, day(2026, 5, 14), nil)
	want := map[string]string{
		"equity/panel-recorded": "not known whether attendance at the review panel is recorded: no data yet (panel recorded)",
		"ethnicity/recorded":    "not known whether something is recorded for ethnicity: the export has no such column (ethnicity recorded)",
		"pmrt/notified":         "not asked: the rule is not for this source",
	}
	for i, rule := range set.Rules {
		if text, ok := want[rule.ID]; ok {
			if diff := cmp.Diff(text, set.Message(i, r, out[i])); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestMeasures(t *testing.T) {
	set := builtin(t)
	for name, tc := range map[string]struct {
		measure, source string
		change          map[string]Value
		want            Verdict
	}{
		"valid counts":                {"ethnicity/valid-code", "datix", nil, Pass},
		"Z does not":                  {"ethnicity/valid-code", "datix", map[string]Value{"ethnicity_status": Text("not_stated")}, Fail},
		"Z counts in the other":       {"ethnicity/valid-or-not-stated", "datix", map[string]Value{"ethnicity_status": Text("not_stated")}, Pass},
		"blank fails both":            {"ethnicity/valid-or-not-stated", "datix", map[string]Value{"ethnicity_status": Text("missing")}, Fail},
		"no column is unknown":        {"ethnicity/valid-or-not-stated", "datix", map[string]Value{"ethnicity_status": Text("field_absent")}, Unknown},
		"another source":              {"pmrt/notified", "datix", nil, NotApplicable},
		"a register is not counted":   {"equity/training", "datix", nil, NotApplicable},
		"condition of its own":        {"pmrt/interpreter-issue", "pmrt", map[string]Value{"interpreter_issue": Nothing(Blank)}, NotApplicable},
		"an issue is the numerator":   {"pmrt/interpreter-issue", "pmrt", map[string]Value{"interpreter_issue": Text("yes")}, Pass},
		"pmrt has its own valid code": {"pmrt/valid-code", "pmrt", map[string]Value{"ethnicity_status": Text("invalid")}, Fail},
	} {
		r := validRow(t, set.Catalogue, tc.source, tc.change)
		asOf := day(2026, 5, 14)
		for i := range set.Measures {
			if set.Measures[i].ID == tc.measure {
				outcomes := set.Eval(r, asOf, nil)
				got := set.Count(i, r, outcomes, asOf)
				if got.Verdict != tc.want {
					t.Errorf("%s: got %s (%s), want %s", name, got.Verdict, got.Why, tc.want)
				}
				if all := set.CountAll(r, outcomes, asOf, nil); all[i] != got {
					t.Errorf("%s: alone %v, with all %v", name, got, all[i])
				}
			}
		}
	}
}

func TestPlaceInASpread(t *testing.T) {
	set := builtin(t)
	at := slices.IndexFunc(set.Measures, func(m Measure) bool { return m.ID == "pmrt/grade-after-birth" })
	for name, tc := range map[string]struct {
		source string
		grade  Value
		want   int
		why    Reason
	}{
		"third":        {"pmrt", Text("C"), 2, NoReason},
		"blank":        {"pmrt", Nothing(Blank), -1, Missing},
		"other":        {"pmrt", Text("E"), -1, Invalid},
		"no column":    {"pmrt", Nothing(Absent), -1, FieldAbsent},
		"other source": {"steis", Text("A"), -1, OtherSource},
	} {
		got, o := set.Place(at, validRow(t, set.Catalogue, tc.source, map[string]Value{"grade_after_birth": tc.grade}))
		if got != tc.want || o.Why != tc.why {
			t.Errorf("%s: got %d, %s, want %d, %s", name, got, o.Why, tc.want, tc.why)
		}
	}
}

func TestWorstOfSeveralRules(t *testing.T) {
	outcomes := []Outcome{{Verdict: Pass}, {Verdict: Fail}, {Verdict: Unknown}, {Verdict: NotApplicable}}
	for _, tc := range []struct {
		rules []int
		want  Verdict
	}{{[]int{0}, Pass}, {[]int{0, 3}, Pass}, {[]int{0, 2}, Unknown}, {[]int{2, 1, 0}, Fail}, {[]int{3}, NotApplicable}, {[]int{3, 0}, Pass}} {
		if got := worst(tc.rules, outcomes); got.Verdict != tc.want {
			t.Errorf("%v: got %s, want %s", tc.rules, got.Verdict, tc.want)
		}
	}
}

func TestRatings(t *testing.T) {
	up := Target{Set: true, Value: 95, Amber: 90, Better: Higher, MinN: 5}
	down := Target{Set: true, Value: 0, Amber: 10, Better: Lower, MinN: 1}
	third := Target{Set: true, Value: 100.0 / 3, Amber: 30, Better: Higher}
	for _, tc := range []struct {
		t        Target
		num, den int
		want     RAG
	}{
		{up, 95, 100, Green}, {up, 949, 1000, Amber}, {up, 90, 100, Amber}, {up, 899, 1000, Red},
		{up, 4, 4, Grey}, {up, 5, 5, Green}, {up, 0, 0, Grey}, {up, 19, 20, Green},
		{down, 0, 3, Green}, {down, 1, 10, Amber}, {down, 2, 10, Red}, {down, 0, 0, Grey},
		{third, 1, 3, Green}, {Target{Better: Neither, MinN: 1}, 9, 9, Grey}, {Target{}, 9, 9, Grey},
	} {
		if got := tc.t.Rate(tc.num, tc.den); got != tc.want {
			t.Errorf("%d of %d against %s: got %s, want %s", tc.num, tc.den, tc.t, got, tc.want)
		}
	}
}

// TestUnknownCouldTurnTheRating holds that green and amber are not given where those
// not known are many enough to make them something else.
func TestUnknownCouldTurnTheRating(t *testing.T) {
	up := Target{Set: true, Value: 95, Amber: 90, Better: Higher, MinN: 5, MaxUnknown: 10}
	down := Target{Set: true, Value: 10, Amber: 20, Better: Lower, MinN: 5, MaxUnknown: 10}
	for _, tc := range []struct {
		t                 Target
		num, den, unknown int
		want              bool
	}{
		{up, 234, 234, 147, true}, {up, 234, 234, 0, false}, {up, 90, 90, 10, false}, {up, 89, 89, 11, true},
		{up, 92, 100, 40, true}, {up, 10, 100, 100, false}, {up, 80, 100, 100, true},
		{down, 0, 100, 50, true}, {down, 90, 100, 50, false}, {down, 0, 100, 11, false},
	} {
		if got := tc.t.Unsettled(tc.num, tc.den, tc.unknown); got != tc.want {
			t.Errorf("%d of %d with %d not known, against %s: unsettled %v", tc.num, tc.den, tc.unknown, tc.t, got)
		}
	}
}

func TestEvalIsConcurrentAndAllocatesNothing(t *testing.T) {
	set := builtin(t)
	datix, asOf := validRow(t, set.Catalogue, "steis", nil), day(2026, 5, 14)
	want := set.Eval(datix, asOf, nil)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				if diff := cmp.Diff(want, set.Eval(datix, asOf, nil)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	wg.Wait()
	out := make([]Outcome, 0, len(set.Rules))
	if n := testing.AllocsPerRun(100, func() { out = set.Eval(datix, asOf, out) }); n != 0 {
		t.Errorf("Eval allocates %v times a record", n)
	}
}

func TestShow(t *testing.T) {
	set := builtin(t)
	for id, parts := range map[string][]string{
		"ethnicity/valid-code":  {"### ethnicity/valid-code", "ethnicity/valid-or-not-stated", "ethnicity/valid-code): records where ethnicity_status is valid", "\nfield: ethnicity_status\n"},
		"pmrt/report-published": {"75%", "year7", "6 calendar months", "| no |"},
		"haemorrhage":           {"Postpartum haemorrhage over 1500 ml"},
	} {
		page, ok := set.Show(id)
		if !ok {
			t.Errorf("%s is not shown", id)
		}
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("%s: %q is not on the page:\n%s", id, part, page)
			}
		}
	}
	if _, ok := set.Show("equity/nothing"); ok {
		t.Error("an id that nothing has is shown")
	}
}

// TestDefinitionsStandAlone takes each rule's text as `rules show` prints it,
// puts it into a pack of its own, and wants the same rule back.
func TestDefinitionsStandAlone(t *testing.T) {
	set := builtin(t)
	for _, p := range set.Packs {
		text := "pack: " + p.Name + "\ntitle: x\nversion: \"1\"\ntopics: [" + strings.Join(p.Topics, ", ") + "]\nrules:\n"
		for _, r := range set.Rules {
			if r.Pack == p.Name {
				text += "  - " + strings.ReplaceAll(strings.TrimSuffix(r.Text, "\n"), "\n", "\n    ") + "\n"
			}
		}
		if p.Name == "pmrt" {
			continue // its rules name the tables of the pack
		}
		if p.Name == "themes" {
			continue
		}
		again, err := Load(set.Catalogue, Document{"again.yaml", text})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range again.Rules {
			if was := set.Rule(r.ID); was.Text != r.Text || was.Asks != r.Asks || len(was.Examples) != len(r.Examples) {
				t.Errorf("%s is another rule when read from its own text:\n%s", r.ID, r.Text)
			}
		}
	}
}

func BenchmarkEval(b *testing.B) {
	set := builtin(b)
	for _, source := range set.Catalogue.Sources() {
		r := validRow(b, set.Catalogue, source, nil)
		var record Record = r
		out := make([]Outcome, 0, len(set.Rules))
		b.Run(source, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				out = set.Eval(record, day(2026, 5, 14), out)
			}
		})
	}
}

func BenchmarkCountAll(b *testing.B) {
	set := builtin(b)
	var r Record = validRow(b, set.Catalogue, "datix", nil)
	asOf := day(2026, 5, 14)
	outcomes := set.Eval(r, asOf, nil)
	counts := set.CountAll(r, outcomes, asOf, nil)
	b.ReportAllocs()
	for b.Loop() {
		counts = set.CountAll(r, outcomes, asOf, counts)
	}
}

func BenchmarkLoad(b *testing.B) {
	c := testCatalogue(b)
	for b.Loop() {
		if _, err := Load(c, Builtin()...); err != nil {
			b.Fatal(err)
		}
	}
}
