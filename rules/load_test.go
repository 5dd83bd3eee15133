package rules

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// local is a valid pack of a user; each case below changes one thing in it.
const local = `pack: local
title: Rules of our own
version: "1"
rules:
  - id: local/candour
    title: duty of candour was followed
    doc: Why it matters.
    source: our policy, paragraph 3
    severity: must
    on: [datix]
    when: harm in ["severe", "death"]
    kind: one_of
    field: duty_of_candour
    values: ["yes"]
    message: "duty of candour: {duty_of_candour}"
    fix: Ask the team.
    examples:
      pass: [{harm: severe, duty_of_candour: "yes"}]
      fail: [{harm: death, duty_of_candour: "no"}]
measures:
  - id: local/candour
    title: Duty of candour followed
    doc: Of severe harm.
    source: our policy
    rules: [local/candour]
    target: 90
tables:
  - id: local/limits
    title: Limits
    doc: By scheme year.
    key: scheme_year
    rows: [{key: year7, limit: 6, unit: months, source: guidance, verified: true}]
themes:
  - {id: falls, title: Falls, include: [fall], find: [a fall], miss: [nightfall]}
targets:
  - {measure: ethnicity/valid-code, target: 98, amber: 97}
off:
  - {rule: equity/shared-with-staff, reason: no such column}
holidays:
  - {date: 2026-06-15, name: A celebration}
`

func load(t testing.TB, text string) (*Set, error) {
	return Load(testCatalogue(t), append(Builtin(), Document{"local.yaml", text})...)
}

func TestAUsersPack(t *testing.T) {
	set, err := load(t, local)
	if err != nil {
		t.Fatal(err)
	}
	if failures := set.Prove(); len(failures) > 0 {
		t.Error(failures[0])
	}
	got := []any{
		set.Rule("local/candour").Severity, set.Rule("equity/shared-with-staff").Off,
		set.Measure("ethnicity/valid-code").Target.Value, set.Measure("ethnicity/valid-code").Target.Pack,
		set.Measure("equity/language-recorded").Target.Value, set.Packs[4].Name, len(set.Packs[4].SHA256),
		set.Themes[len(set.Themes)-1].ID, set.Table("local/limits").Row("year7").Limit.String(),
	}
	want := []any{Must, "no such column", 98.0, "local", 95.0, "local", 64, "falls", "6 calendar months"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if working, _ := set.Calendar.WorkingDay(day(2026, 6, 15)); working {
		t.Error("the holiday added is a working day")
	}
}

func TestFaultsOfAPack(t *testing.T) {
	for name, tc := range map[string]struct{ old, new, want string }{
		"no title":             {"    title: duty of candour was followed\n", "", "local.yaml:5: rules[1] local/candour: title is missing"},
		"no doc":               {"    doc: Why it matters.\n", "", "local.yaml:5: rules[1] local/candour: doc is missing"},
		"no source":            {"    source: our policy, paragraph 3\n", "", "local.yaml:5: rules[1] local/candour: source is missing"},
		"no fix":               {"    fix: Ask the team.\n", "", "rules[1] local/candour: fix is missing"},
		"no failing example":   {"      fail: [{harm: death, duty_of_candour: \"no\"}]\n", "", "local.yaml:18: rules[1] local/candour: examples: fail is missing"},
		"empty examples":       {"pass: [{harm: severe, duty_of_candour: \"yes\"}]", "pass: []", "rules[1] local/candour: examples: pass is missing"},
		"misspelt key":         {"severity: must", "severty: must", "local.yaml:9: rules[1] local/candour: the key \"severty\" is not known here\n    severty: must\n    hint: did you mean \"severity\"?"},
		"misspelt severity":    {"severity: must", "severity: most", `local.yaml:9: rules[1] local/candour: severity: "most" is not a severity`},
		"unknown source":       {"on: [datix]", "on: [datics]", `on: no source is called "datics"`},
		"unknown field":        {"field: duty_of_candour\n", "field: duty_of_cander\n", "field: no field is called \"duty_of_cander\"\n    field: duty_of_cander\n    hint: did you mean \"duty_of_candour\"?"},
		"two faults of one":    {"severity: must\n", "severty: must\n    field2: x\n", "severity is missing"},
		"no such kind":         {"kind: one_of", "kind: one-of", "no kind of check is called \"one-of\"\n    kind: one-of\n    hint: the kinds are present, code, considered, within, one_of, agrees, order, count, expr"},
		"word without a clock": {"{duty_of_candour}", "{due}", `{due} has no meaning in a rule of kind one_of`},
		"retired":              {"rules:\n  - id", "retired: [local/candour]\nrules:\n  - id", "a rule of this id is already in the ids that local.yaml has retired"},
		"condition":            {`harm in ["severe", "death"]`, `harm in ["severe", "fatal"]`, `local.yaml:11: rules[1] local/candour: when: harm is never "fatal"`},
		"condition type":       {`harm in ["severe", "death"]`, `imd_decile == "1"`, `mismatched types float64 and string`},
		"field in a message":   {"{duty_of_candour}", "{duty}", `message: no field is called "duty"`},
		"identifying":          {"{duty_of_candour}", "{patient_name}", `message: a message may not show patient_name, which can identify a person`},
		"free text":            {"{duty_of_candour}", "{narrative}", `message: a message may not show narrative`},
		"open brace":           {"{duty_of_candour}", "{duty_of_candour", `a { has no } after it`},
		"foreign id":           {"- id: local/candour\n    title: duty", "- id: equity/candour\n    title: duty", `"equity/candour" is not an id of this pack`},
		"id form":              {"- id: local/candour\n    title: duty", "- id: local/Candour!\n    title: duty", `"local/Candour!" is not an id of this pack`},
		"example value":        {"harm: severe,", "harm: sevre,", `examples: pass[1]: harm: harm is never "sevre"`},
		"example field":        {"{harm: severe,", "{hram: severe,", `examples: pass[1]: hram: no field is called "hram"`},
		"example not read":     {"{harm: severe,", "{harm: severe, team: A,", `examples: pass[1]: team: the rule does not look at the field team`},
		"example number":       {`duty_of_candour: "yes"}]`, `duty_of_candour: 1}]`, `1 is read as a number, not as text`},
		"measure, no rule":     {"rules: [local/candour]", "rules: [local/candor]", "local.yaml:25: measures[1] local/candour: rules: no rule is called \"local/candor\"\n    rules: [local/candor]\n    hint: did you mean \"local/candour\"?"},
		"measure, no way":      {"    rules: [local/candour]\n", "", "says in 0 ways what is counted"},
		"measure, two ways":    {"    rules: [local/candour]\n", "    rules: [local/candour]\n    register: {numerator: a.b}\n", "says in 2 ways what is counted"},
		"target twice":         {"target: 90", "target: 90\n    targets_from: pmrt/parents", "the target is given twice, here and by table pmrt/parents"},
		"target":               {"target: 90", "target: 900", "local.yaml:26: measures[1] local/candour: target: 900 is not a percentage"},
		"amber":                {"target: 98, amber: 97", "target: 98, amber: 99", "amber at 99 would begin beyond the target 98"},
		"retarget":             {"measure: ethnicity/valid-code", "measure: ethnicity/valid-codes", `no measure is called "ethnicity/valid-codes"`},
		"off":                  {"rule: equity/shared-with-staff", "rule: equity/shared-with-stuff", "did you mean \"equity/shared-with-staff\"?"},
		"off without a reason": {", reason: no such column", "", "off[1]: reason is missing"},
		"table unit":           {"unit: months", "unit: moons", `"moons" is not a unit of time`},
		"table key":            {"key: scheme_year", "key: schema_year", `no field is called "schema_year"`},
		"theme without proof":  {", miss: [nightfall]", "", "themes[1] falls: miss is missing"},
		"theme null":           {"include: [fall]", "include: [fall, null]", "include[2]: null is read as nothing, not as text"},
		"theme number":         {"include: [fall]", "include: [fall, 010]", "include[2]: 010 is read as a number, not as text"},
		"holiday":              {"date: 2026-06-15", "date: 15/06/2026", `"15/06/2026" is not a date such as 2026-05-14`},
		"holiday twice":        {"date: 2026-06-15", "date: 2026-12-25", `bank holiday 2026-12-25 is listed twice`},
		"holiday, year left":   {"date: 2026-06-15", "date: 2030-01-01", `no holidays are listed for 2029`},
		"pack name":            {"pack: local\n", "pack: pmrt\n", `a pack called "pmrt" is already loaded`},
		"version":              {`version: "1"`, "version: 1", "version: 1 is read as a number, not as text"},
		"unknown section":      {"holidays:", "holydays:", "the key \"holydays\" is not known here\n    holydays:\n    hint: did you mean \"holidays\"?"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(local, tc.old, tc.new, 1)
			if text == local {
				t.Fatal("the case changes nothing")
			}
			_, err := load(t, text)
			if got := said(err); !strings.Contains(got, tc.want) {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
			if err != nil && strings.Contains(err.Error(), "built-in") {
				t.Errorf("a built-in pack is blamed:\n%v", err)
			}
		})
	}
}

// TestAPackSavedOnWindows has a byte order mark and CRLF, as Notepad writes them.
func TestAPackSavedOnWindows(t *testing.T) {
	set, err := load(t, "\ufeff"+strings.ReplaceAll(local, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r := set.Rule("local/candour"); strings.Contains(r.Text+r.Doc+r.Message, "\r") || len(set.Prove()) > 0 {
		t.Errorf("the rule came out as %q", r.Text)
	}
}

func TestDuplicateIDsAreRefused(t *testing.T) {
	start, end := strings.Index(local, "  - id: local/candour\n"), strings.Index(local, "measures:")
	_, err := load(t, local[:end]+local[start:end]+local[end:])
	if err == nil || !strings.Contains(err.Error(), "local.yaml:20: rules[2] local/candour: id: a rule of this id is already in local.yaml:5") {
		t.Errorf("got %v", err)
	}
}

func TestAllFaultsOfAllPacksAreReported(t *testing.T) {
	one := strings.Replace(strings.Replace(local, "severity: must", "severity: most", 1), "kind: one_of", "kind: oneof", 1)
	two := strings.NewReplacer("local", "other", "field: duty_of_candour\n", "field: duty\n").Replace(local)
	_, err := Load(testCatalogue(t), append(Builtin(), Document{"one.yaml", one}, Document{"two.yaml", two})...)
	var faults Faults
	if !errors.As(err, &faults) {
		t.Fatalf("got %v, want Faults", err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.File+": "+f.What)
	}
	want := []string{
		`one.yaml: "most" is not a severity`,
		`one.yaml: no kind of check is called "oneof"`,
		`two.yaml: no field is called "duty"`,
		`two.yaml: a theme of this id is already in one.yaml:34`,
		`two.yaml: bank holiday 2026-06-15 is listed twice`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestARuleOfAFieldItsSourcesLackIsRefused(t *testing.T) {
	fields := testFields()
	for i := range fields {
		if fields[i].Name == "duty_of_candour" {
			fields[i].Sources = []string{"steis"}
		}
	}
	c, err := NewCatalogue([]string{"steis", "datix", "lfpse", "mnsi", "pmrt"}, fields)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Load(c, append(Builtin(), Document{"local.yaml", local})...)
	if err == nil || !strings.Contains(err.Error(), "none of the rule's sources has the field duty_of_candour") {
		t.Errorf("got %v", err)
	}
}

func TestATableCanBeExtended(t *testing.T) {
	text := local + `  - {date: 2026-06-16, name: Another}
`
	text = strings.Replace(text, "tables:\n", "tables:\n  - extends: pmrt/report-published\n    rows: [{key: year8, title: Year 8, limit: 6, unit: months, target: 80, source: guidance, verified: true}]\n", 1)
	set, err := load(t, text)
	if err != nil {
		t.Fatal(err)
	}
	published := set.Measure("pmrt/report-published")
	got := []any{
		published.Target.String(), published.TargetFor("year8").Verified, published.TargetFor("year7").String(), published.TargetFor("year9").String(),
		published.TargetOver("year5", "year6").Value, published.TargetOver("year6", "year7").Set, published.TargetOver().Value,
	}
	want := []any{"at least 80% in year 8", true, "at least 75% in year 7 (a setting, not checked against a published source)", "no target", 60.0, false, 80.0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheScaffoldLoadsAndProves(t *testing.T) {
	text, err := New("ourtrust/duty-of-candour")
	if err != nil {
		t.Fatal(err)
	}
	set, err := load(t, text)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range set.Prove() {
		t.Error(f)
	}
	if set.Rule("ourtrust/duty-of-candour") == nil {
		t.Error("the scaffold has no rule of the id asked for")
	}
	uncommented := strings.NewReplacer("# targets:", "targets:", "# off:", "off:", "# holidays:", "holidays:", "# tables:", "tables:", "#   ", "  ").Replace(text)
	if _, err := load(t, uncommented); err != nil {
		t.Errorf("what the scaffold offers in comments does not load: %v", err)
	}
	for _, id := range []string{"", "name", "equity/mine", "Our/rule", "our/"} {
		var bad *BadID
		if _, err := New(id); !errors.As(err, &bad) || bad.Remedy() == "" {
			t.Errorf("New(%q): %v, want an error with a hint", id, err)
		}
	}
}

// said gives the faults as a person reads them, each with its hint.
func said(err error) string {
	var faults Faults
	errors.As(err, &faults)
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error() + "\n    hint: " + f.Remedy() + "\n")
	}
	return b.String()
}

func FuzzLoad(f *testing.F) {
	for _, d := range Builtin() {
		f.Add(d.Text)
	}
	f.Add(local)
	c := testCatalogue(f)
	f.Fuzz(func(t *testing.T, text string) {
		set, err := Load(c, Document{"fuzz.yaml", text})
		if err != nil {
			if err.Error() == "" {
				t.Error("a fault without words")
			}
			return
		}
		set.Prove()
		pages := set.Pages()
		for _, r := range set.Rules {
			if page, ok := set.Show(r.ID); !ok || !strings.Contains(page, r.ID) || !strings.Contains(pages[0].Text, r.ID) {
				t.Errorf("rule %q does not render", r.ID)
			}
		}
		again, err := Load(c, Document{"fuzz.yaml", text})
		if err != nil || !cmp.Equal(pages, again.Pages()) {
			t.Errorf("read twice, rendered differently: %v", err)
		}
	})
}

func TestAWrongExampleIsFound(t *testing.T) {
	set, err := load(t, strings.Replace(local, `fail: [{harm: death, duty_of_candour: "no"}]`, `fail: [{harm: low, duty_of_candour: "no"}]`, 1))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range set.Prove() {
		got = append(got, f.String())
	}
	want := []string{"local.yaml:19: local/candour: the example should give fail and gives not_applicable (the rule's condition does not hold)\n    harm: low, duty_of_candour: no"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSchemeYears(t *testing.T) {
	years := builtin(t).Table("pmrt/scheme-years")
	for d, want := range map[Day]string{
		day(2022, 5, 5): "", day(2022, 5, 6): "year4", day(2022, 12, 5): "year4", day(2022, 12, 6): "",
		day(2023, 12, 7): "year5", day(2023, 12, 8): "year6", day(2024, 11, 30): "year6", day(2024, 12, 1): "year7",
		day(2025, 11, 30): "year7", day(2025, 12, 1): "", day(2026, 5, 14): "",
	} {
		got := ""
		if row := years.On(d); row != nil {
			got = row.Key
		}
		if got != want {
			t.Errorf("%s is in %q, want %q", d, got, want)
		}
	}
}

// TestNothingIsClaimedForYear8 holds back thresholds that nobody has found.
func TestNothingIsClaimedForYear8(t *testing.T) {
	for _, table := range builtin(t).Tables {
		for _, row := range table.Rows {
			if row.Key > "year7" || row.To > day(2025, 11, 30) {
				t.Errorf("table %s has a row for %s", table.ID, row.Key)
			}
			if row.Verified || row.HasLimit && row.Limit.Verified {
				t.Errorf("table %s, %s is marked as checked, and nobody has read the scheme's guidance", table.ID, row.Key)
			}
		}
	}
}
