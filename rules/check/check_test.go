package check

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// made is a record made of values by name; a name left out is a blank.
type made struct {
	cat    *Catalogue
	values map[string]Value
}

func (m made) ID() string     { return "made" }
func (m made) Source() string { return "steis" }
func (m made) Value(i int) Value {
	if v, ok := m.values[m.cat.Field(i).Name]; ok {
		return v
	}
	return Nothing(Blank)
}

func testKit(t testing.TB) *Kit {
	t.Helper()
	var fields []Field
	for name, kind := range map[string]FieldKind{
		"who": Words, "told": Answer, "status": Code, "began": Date, "ended": Date, "closed": Date, "attended": Number,
		"known": Number, "open": Truth, "nhs_number": Person, "text_read": Code, "year": Code,
	} {
		fields = append(fields, Field{Name: name, Kind: kind})
	}
	fields = append(fields, Field{Name: "culture_considered", Kind: Code, Values: []string{"considered", "mentioned", "explicitly_not", "absent"}},
		Field{Name: "language_considered", Kind: Code}, Field{Name: "harm", Kind: Code, Values: []string{"none", "low", "severe"}})
	cat, err := NewCatalogue([]string{"steis", "datix"}, fields)
	if err != nil {
		t.Fatal(err)
	}
	england, err := calendar.England()
	if err != nil {
		t.Fatal(err)
	}
	year, _ := cat.Index("year")
	tables := []Table{{ID: "t/limit", Key: year, Rows: []Row{
		{Key: "one", HasLimit: true, Limit: Limit{N: 2, Unit: WorkingDays}},
		{Key: "two", HasLimit: true, Limit: Limit{N: 6, Unit: Months, Verified: true}},
		{Key: "three"},
	}}}
	return &Kit{Catalogue: cat, Calendar: england, Tables: tables}
}

// build makes a check of the keys of a rule, and gives the faults there were.
func build(k *Kit, text string) (Check, error) {
	log := &document.Log{}
	root := document.Parse("rule.yaml", text, log)
	c, _ := k.Build(root)
	return c, log.Err()
}

func on(year, month, day int) Value { return On(calendar.Date(year, month, day)) }

func TestKinds(t *testing.T) {
	k := testKit(t)
	asOf := calendar.Date(2026, 5, 14)
	for name, tc := range map[string]struct {
		rule   string
		record map[string]Value
		want   string
	}{
		"present, given":             {"{kind: present, field: who}", values("who", Text("x")), "pass"},
		"present, blank":             {"{kind: present, field: who}", nil, "fail missing"},
		"present, spaces":            {"{kind: present, field: who}", values("who", Text(" \t ")), "fail missing"},
		"present, absent":            {"{kind: present, field: who}", values("who", Value{}), "unknown field_absent"},
		"present, no data":           {"{kind: present, field: who}", values("who", Nothing(NoData)), "unknown no_data"},
		"present, coded missing":     {"{kind: present, field: status}", values("status", Text("missing")), "fail missing"},
		"present, column blank":      {"{kind: present, field: who, column: true}", nil, "pass"},
		"present, column absent":     {"{kind: present, field: who, column: true}", values("who", Value{}), "fail field_absent"},
		"present, column no data":    {"{kind: present, field: who, column: true}", values("who", Nothing(NoData)), "unknown no_data"},
		"present, any second":        {"{kind: present, any: [who, told]}", values("told", Text("yes")), "pass"},
		"present, any blank, absent": {"{kind: present, any: [who, told]}", values("who", Value{}), "fail missing"},
		"present, any absent":        {"{kind: present, any: [who, told]}", values("who", Value{}, "told", Value{}), "unknown field_absent"},
		"present, any no data":       {"{kind: present, any: [who, told]}", values("who", Nothing(NoData)), "unknown no_data"},

		"code, valid":   {"{kind: code, field: status, valid: [valid, old]}", values("status", Text("old")), "pass"},
		"code, invalid": {"{kind: code, field: status, valid: [valid]}", values("status", Text("not_stated")), "fail invalid"},
		"code, blank":   {"{kind: code, field: status, valid: [valid]}", values("status", Text("missing")), "fail missing"},
		"code, absent":  {"{kind: code, field: status, valid: [valid]}", values("status", Text("field_absent")), "unknown field_absent"},

		"considered, yes":        {"{kind: considered, dimensions: [culture]}", values("culture_considered", Text("considered")), "pass"},
		"considered, stated not": {"{kind: considered, dimensions: [culture]}", values("culture_considered", Text("explicitly_not")), "fail stated_not"},
		"considered, mentioned":  {"{kind: considered, dimensions: [culture]}", values("culture_considered", Text("mentioned")), "fail mentioned_only"},
		"considered, silence":    {"{kind: considered, dimensions: [culture]}", values("culture_considered", Text("absent"), "text_read", Text("yes")), "fail no_evidence"},
		"considered, no text":    {"{kind: considered, dimensions: [culture]}", values("culture_considered", Text("absent"), "text_read", Text("no")), "unknown no_text"},
		"considered, all": {"{kind: considered, dimensions: [culture, language]}",
			values("culture_considered", Text("considered"), "language_considered", Text("considered")), "pass"},
		"considered, one unknown": {"{kind: considered, dimensions: [culture, language]}",
			values("culture_considered", Text("considered"), "language_considered", Text("absent"), "text_read", Text("no")), "unknown no_text"},
		"considered, failure beats unknown": {"{kind: considered, dimensions: [language, culture]}",
			values("culture_considered", Text("mentioned"), "language_considered", Text("absent"), "text_read", Text("no")), "fail mentioned_only"},

		"within, on the day":      {days10, values("began", on(2026, 1, 1), "ended", on(2026, 1, 11)), "pass due 2026-01-11"},
		"within, a day late":      {days10, values("began", on(2026, 1, 1), "ended", on(2026, 1, 12)), "fail late due 2026-01-11"},
		"within, same day":        {days10, values("began", on(2026, 1, 1), "ended", on(2026, 1, 1)), "pass due 2026-01-11"},
		"within, ends before":     {days10, values("began", on(2026, 1, 2), "ended", on(2026, 1, 1)), "unknown out_of_order due 2026-01-12"},
		"within, still running":   {days10, values("began", on(2026, 5, 10)), "not_applicable not_due due 2026-05-20"},
		"within, due today":       {days10, values("began", on(2026, 5, 4)), "not_applicable not_due due 2026-05-14"},
		"within, due yesterday":   {days10, values("began", on(2026, 5, 3)), "fail overdue due 2026-05-13"},
		"within, no start":        {days10, values("ended", on(2026, 1, 1)), "unknown missing"},
		"within, no column":       {days10, values("began", on(2026, 1, 1), "ended", Value{}), "unknown field_absent"},
		"within, no data":         {days10, values("began", on(2026, 1, 1), "ended", Nothing(NoData)), "unknown no_data"},
		"within, working days":    {"{kind: within, from: began, to: ended, table: t/limit}", values("year", Text("one"), "began", on(2026, 5, 15), "ended", on(2026, 5, 19)), "pass due 2026-05-19"},
		"within, months":          {"{kind: within, from: began, to: ended, table: t/limit}", values("year", Text("two"), "began", on(2023, 8, 31), "ended", on(2024, 3, 1)), "fail late due 2024-02-29"},
		"within, no such year":    {"{kind: within, from: began, to: ended, table: t/limit}", values("year", Text("nine"), "began", on(2026, 1, 1)), "not_applicable no_standard"},
		"within, year no limit":   {"{kind: within, from: began, to: ended, table: t/limit}", values("year", Text("three"), "began", on(2026, 1, 1)), "not_applicable no_standard"},
		"within, no year":         {"{kind: within, from: began, to: ended, table: t/limit}", values("began", on(2026, 1, 1)), "not_applicable no_standard"},
		"within, year not known":  {"{kind: within, from: began, to: ended, table: t/limit}", values("year", Nothing(NoData), "began", on(2026, 1, 1)), "unknown no_data"},
		"within, beyond holidays": {"{kind: within, from: began, to: ended, limit: 9, unit: working_days}", values("began", on(2028, 12, 28), "ended", on(2029, 1, 3)), "unknown no_calendar"},

		"within, no end, young": {"{kind: within, from: began, limit: 10, unit: days}", values("began", on(2026, 5, 4)), "pass due 2026-05-14"},
		"within, no end, old":   {"{kind: within, from: began, limit: 10, unit: days}", values("began", on(2026, 5, 3)), "fail overdue due 2026-05-13"},

		"one_of, in":        {`{kind: one_of, field: told, values: ["yes"]}`, values("told", Text("yes")), "pass"},
		"one_of, not in":    {`{kind: one_of, field: told, values: ["yes"]}`, values("told", Text("no")), "fail invalid"},
		"one_of, exempt":    {`{kind: one_of, field: told, values: ["yes"]}`, values("told", Text("not_applicable")), "not_applicable exempt"},
		"one_of, exempt in": {`{kind: one_of, field: told, values: ["yes", not_applicable]}`, values("told", Text("not_applicable")), "pass"},
		"one_of, blank":     {`{kind: one_of, field: told, values: ["yes"]}`, nil, "fail missing"},

		"agrees":          {"{kind: agrees, fields: [who, told]}", values("who", Text("Yes "), "told", Text("yes")), "pass"},
		"agrees not":      {"{kind: agrees, fields: [who, told]}", values("who", Text("no"), "told", Text("yes")), "fail differs"},
		"agrees, missing": {"{kind: agrees, fields: [who, told]}", values("who", Text("no")), "unknown missing"},
		"agrees on dates": {"{kind: agrees, fields: [began, ended]}", values("began", on(2026, 1, 1), "ended", on(2026, 1, 2)), "fail differs"},

		"order":              {"{kind: order, fields: [began, ended, closed]}", values("began", on(2026, 1, 1), "ended", on(2026, 1, 1), "closed", on(2026, 1, 2)), "pass"},
		"order, gap":         {"{kind: order, fields: [began, ended, closed]}", values("began", on(2026, 1, 3), "closed", on(2026, 1, 2)), "fail out_of_order"},
		"order, one date":    {"{kind: order, fields: [began, ended]}", values("began", on(2026, 1, 3)), "unknown missing"},
		"order, before 1970": {"{kind: order, fields: [began, ended]}", values("began", on(1969, 1, 3), "ended", on(1968, 1, 1)), "fail out_of_order"},

		"count":              {"{kind: count, field: known, at_least: 2}", values("known", Num(2)), "pass"},
		"count, too few":     {"{kind: count, field: known, at_least: 2}", values("known", Num(1)), "fail too_few"},
		"count, zero is one": {"{kind: count, field: known, at_least: 0}", values("known", Num(0)), "pass"},
		"count of":           {"{kind: count, field: known, at_least_field: attended}", values("known", Num(5), "attended", Num(6)), "fail too_few"},
		"count of, unknown":  {"{kind: count, field: known, at_least_field: attended}", values("known", Num(5), "attended", Nothing(NoData)), "unknown no_data"},

		"expr":                 {"{kind: expr, expr: known * 2 >= attended}", values("known", Num(3), "attended", Num(6)), "pass"},
		"expr, false":          {"{kind: expr, expr: known * 2 >= attended}", values("known", Num(2), "attended", Num(6)), "fail invalid"},
		"expr, missing":        {"{kind: expr, expr: known * 2 >= attended}", values("known", Num(2)), "unknown missing"},
		"expr, blank text":     {`{kind: expr, expr: who == "x"}`, nil, "unknown missing"},
		"expr, settled":        {`{kind: expr, expr: who != "x" and false}`, nil, "fail invalid"},
		"expr, dates in days":  {"{kind: expr, expr: ended - began <= 2}", values("began", on(2026, 2, 27), "ended", on(2026, 3, 1)), "pass"},
		"expr, as of":          {"{kind: expr, expr: as_of - began > 30}", values("began", on(2026, 4, 1)), "pass"},
		"expr, words":          {`{kind: expr, expr: 'lower(who) contains "midwi" and len(who) < 9'}`, values("who", Text("Midwife")), "pass"},
		"expr, weeks":          {`{kind: expr, expr: weeks(who) >= 24}`, values("who", Text("23 weeks 6 days")), "fail invalid"},
		"expr, not weeks":      {`{kind: expr, expr: weeks(who) >= 24}`, values("who", Text("term")), "unknown cannot_compute"},
		"expr, weeks reckoned": {`{kind: expr, expr: 'weeks(who) + 1 >= 25 and weeks(known) == 3'}`, values("who", Text("24+0"), "known", Num(3)), "pass"},
		"expr, truth":          {`{kind: expr, expr: open and known > 1}`, values("open", Flag(true), "known", Num(2)), "pass"},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := build(k, tc.rule)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, told(c.Test(made{k.Catalogue, tc.record}, asOf))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

const days10 = "{kind: within, from: began, to: ended, limit: 10, unit: days}"

func values(pairs ...any) map[string]Value {
	m := map[string]Value{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1].(Value)
	}
	return m
}

func told(o Outcome) string {
	parts := []string{o.Verdict.String()}
	if o.Why != NoReason {
		parts = append(parts, o.Why.String())
	}
	if o.Due != 0 {
		parts = append(parts, "due", o.Due.String())
	}
	return strings.Join(parts, " ")
}

// TestConditions holds the closures and the library's machine to one meaning:
// each condition is asked as it stands, and again in a form that only the
// machine can run.
func TestConditions(t *testing.T) {
	k := testKit(t)
	record := made{k.Catalogue, values("who", Text("x"), "told", Value{}, "known", Num(3), "began", on(2026, 1, 1), "attended", Nothing(NoData), "year", Nothing(NoData))}
	for source, want := range map[string]string{
		`who == "x"`:                               "yes",
		`who != "x"`:                               "no",
		`status == ""`:                             "yes",
		`status != "a"`:                            "yes",
		`told == "yes"`:                            "no",
		`who in ["y", "x"]`:                        "yes",
		`who not in ["y", "z"]`:                    "yes",
		`not (who in ["y", "x"])`:                  "no",
		`known >= 3 and known < 4`:                 "yes",
		`known == 3.5`:                             "no",
		`began >= day("2026-01-01")`:               "yes",
		`began < day("2026-01-01") or who == "x"`:  "yes",
		`ended >= day("2026-01-01")`:               "missing",
		`ended >= day("2026-01-01") and who == ""`: "no",
		`who == "" or ended > day("2026-01-01")`:   "missing",
		`year == "one"`:                            "no_data",
		`not (year == "one")`:                      "no_data",
		`year == "one" or who == "x"`:              "yes",
		`attended > 1 and who == "y"`:              "no",
		`given(who) and not given(told)`:           "yes",
		`given(attended)`:                          "no_data",
		`given(ended)`:                             "no",
		`(who == "x") == true`:                     "yes",
		`known > 1 ? who == "x" : false`:           "yes",
		`let n = known + 1; n > 3`:                 "yes",
		`who matches "^[a-z]$"`:                    "yes",
	} {
		t.Run(source, func(t *testing.T) {
			if got := ask(t, k, source, record); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if strings.Contains(source, "given") || strings.Contains(source, "let") || want == "no_data" || want == "missing" {
				return
			}
			if got := ask(t, k, "[("+source+")][0]", made{k.Catalogue, known(record)}); got != want {
				t.Errorf("on the machine: got %s, want %s", got, want)
			}
		})
	}
}

// known is a record without anything that is not known.
func known(m made) map[string]Value {
	all := values("attended", Num(1), "year", Text("z"), "ended", on(2025, 1, 1))
	for name, v := range m.values {
		if v.State != NoData {
			all[name] = v
		}
	}
	return all
}

func ask(t *testing.T, k *Kit, source string, record made) string {
	t.Helper()
	log := &document.Log{}
	root := document.Parse("rule.yaml", "when: '"+source+"'", log)
	c := k.Condition(root, "when", false)
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	ok, o := c.Holds(record, calendar.Date(2026, 5, 14))
	switch {
	case ok:
		return "yes"
	case o.Verdict == Unknown:
		return o.Why.String()
	}
	return "no"
}

func TestDescribe(t *testing.T) {
	k := testKit(t)
	for rule, want := range map[string]string{
		"{kind: present, any: [who, told]}":                                              "who or told is recorded",
		"{kind: present, field: who, column: true}":                                      "the export has a column for who",
		"{kind: code, field: status, valid: [a, b]}":                                     "status is a or b",
		"{kind: considered, dimensions: [culture, language]}":                            "there is evidence that culture was considered, and that language was considered",
		"{kind: within, from: began, to: ended, limit: 1, unit: months, verified: true}": "ended is within 1 calendar month of began",
		"{kind: within, from: began, limit: 2, unit: days}":                              "the day of the audit is within 2 calendar days (not checked against the published source) of began",
		"{kind: within, from: began, to: ended, table: t/limit}":                         "ended is within the limit of table t/limit of began",
		"{kind: agrees, fields: [who, told]}":                                            "who agrees with told",
		"{kind: order, fields: [began, ended]}":                                          "began is not later than ended",
		"{kind: count, field: known, at_least: 3}":                                       "known is at least 3",
		"{kind: count, field: known, at_least_field: attended}":                          "known is at least attended",
		"{kind: expr, expr: known > 3}":                                                  "known > 3",
	} {
		c, err := build(k, rule)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, c.Describe(k.Catalogue)); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
	}
}

func TestWrongKeysAreFaults(t *testing.T) {
	k := testKit(t)
	for rule, want := range map[string]string{
		`{kind: presnt, field: who}`:                                   `no kind of check is called "presnt"`,
		`{kind: present}`:                                              `field is missing`,
		`{kind: present, field: whom}`:                                 "no field is called \"whom\"\n    {kind: present, field: whom}\n    hint: did you mean \"who\"?",
		`{kind: present, any: [who]}`:                                  `at least 2 fields are needed`,
		`{kind: code, field: status}`:                                  `valid is missing`,
		`{kind: code, field: began, valid: [x]}`:                       `the field began does not hold what this kind of check needs`,
		`{kind: code, field: harm, valid: [sevre]}`:                    `harm is never "sevre"`,
		`{kind: considered, dimensions: [faith]}`:                      `no field is called "faith_considered"`,
		`{kind: within, from: who, to: ended, limit: 2, unit: days}`:   `the field who does not hold`,
		`{kind: within, from: began, to: ended, limit: 2, unit: fort}`: `"fort" is not a unit of time`,
		`{kind: within, from: began, to: ended, limit: 2}`:             `unit is missing`,
		`{kind: within, from: began, to: ended, table: t/none}`:        `no table is called "t/none"`,
		`{kind: one_of, field: told, values: [yes, 010]}`:              `010 is read as a number, not as text`,
		`{kind: agrees, fields: [who, began]}`:                         `a text cannot agree with a date`,
		`{kind: agrees, fields: [who, told, status]}`:                  `two fields can be compared, not more`,
		`{kind: order, fields: [began]}`:                               `at least 2 fields are needed`,
		`{kind: count, field: known}`:                                  `at_least is missing`,
		`{kind: count, field: known, at_least: -1}`:                    `-1 is not a whole number`,
		`{kind: expr}`:                                      `expr is missing`,
		`{kind: expr, expr: whom == "x"}`:                   `no field is called "whom"`,
		`{kind: expr, expr: known}`:                         `expected bool`,
		`{kind: expr, expr: known == "x"}`:                  `mismatched types float64 and string`,
		`{kind: expr, expr: 'harm == "sevre"'}`:             `harm is never "sevre"`,
		`{kind: expr, expr: 'began > day("14/05/2026")'}`:   `"14/05/2026" is not a date`,
		`{kind: expr, expr: 'now() > began'}`:               `unknown name now`,
		`{kind: expr, expr: '(given(who) ? true : false)'}`: `given(...) may only be joined with and, or, not`,
		`{kind: expr, expr: 'who =='}`:                      `unexpected token EOF (character 6 of the expression)`,
	} {
		_, err := build(k, rule)
		if got := said(err); !strings.Contains(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", rule, got, want)
		}
	}
}

// said gives the faults as a person reads them, each with its hint.
func said(err error) string {
	var faults document.Faults
	errors.As(err, &faults)
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error() + "\n    hint: " + f.Remedy() + "\n")
	}
	return b.String()
}

func TestWeeks(t *testing.T) {
	for text, want := range map[string]float64{
		"24": 24, "24+3": 24 + 3.0/7, "24 + 0": 24, "24w 3d": 24 + 3.0/7, "24 weeks 6 days": 24 + 6.0/7, "24.5": 24.5,
		"at 24/40": -1, "24+7": -1, "term": -1, "": -1, "99": -1, "1.2.3": -1, "24.5+1": -1, "24+.": -1, "240+1": -1,
	} {
		got, ok := parseWeeks(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func TestNamesRoundTrip(t *testing.T) {
	if len(reasons()) != int(CannotCompute)+1 {
		t.Errorf("%d reasons have words, there are %d", len(reasons()), CannotCompute+1)
	}
	for i := range unitNames() {
		u := Unit(i)
		if got, err := ParseUnit(u.String()); err != nil || got != u {
			t.Errorf("unit %d: %q reads as %d, %v", i, u, got, err)
		}
	}
	if _, err := ParseUnit("fortnight"); err == nil {
		t.Error("a fortnight is read as a unit")
	}
}

// FuzzCondition compiles anything and asks it of a record: whatever compiles
// gives an answer, twice the same, and without a panic.
func FuzzCondition(f *testing.F) {
	for _, seed := range []string{`who == "x" and known >= 2`, `weeks(who) < 24 or given(ended)`, `not (harm in ["none", "low"])`,
		`let x = known; x * x > as_of`, `any([1, 2], # > known)`, `who matches "a*"`, `began - day("2026-01-01") in 1..9`} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	k := testKit(f)
	record := made{k.Catalogue, values("who", Text("24+1"), "known", Num(3), "began", on(2026, 1, 1), "harm", Text("low"), "told", Nothing(NoData))}
	f.Fuzz(func(t *testing.T, source string, strict bool) {
		c := &compiler{kit: k, strict: strict}
		condition := c.compile(source)
		if len(c.problems) > 0 {
			return
		}
		if condition == nil {
			t.Fatalf("%q: refused without a word", source)
		}
		a, b := condition.test(record, 20000), condition.test(record, 20000)
		if a != b {
			t.Errorf("%q: %v, then %v", source, a, b)
		}
	})
}
