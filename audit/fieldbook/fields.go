package fieldbook

import (
	"siequity/audit/deprivation"
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
)

// A getter reads one field of a record for the rules.
type getter func(r *record.Record) rules.Value

// A Book is every field that rules may name: those of the exports, with
// codes and answers brought to one wording, and those that the audit works out.
type Book struct {
	Catalogue    *rules.Catalogue
	get          []getter
	incident     *incidents.Catalogue
	registers    registerView
	organisation func(r *record.Record) string // the name under which it is shown
}

// New numbers the fields for the rules. seen supplies the readings that
// getters look up, organisation the name under which a record's is shown; a book that
// meets no record needs none.
func New(c *incidents.Catalogue, tables []field.Table, seen *reading.Readings, organisation func(*record.Record) string) (*Book, error) {
	b := &Book{incident: c, organisation: organisation}
	var fields []rules.Field
	derived := derivedFields(b, seen)
	names := map[string]bool{}
	for _, d := range derived {
		names[d.Name] = true
	}
	for i, f := range c.Fields() {
		if !names[f.Name] {
			fields = append(fields, rules.Field{Name: f.Name, Title: f.Title, Kind: ruleKind(f), Values: answersOf(f), Sources: sourcesOf(tables, f.Name)})
			b.get = append(b.get, rawGetter(i, f, seen))
		}
	}
	for _, d := range derived {
		fields = append(fields, d.Field)
		b.get = append(b.get, d.get)
	}
	var err error
	b.Catalogue, err = rules.NewCatalogue(sourceNames(tables), fields)
	return b, err
}

func sourceNames(tables []field.Table) []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Source
	}
	return names
}

func sourcesOf(tables []field.Table, name string) []string {
	var out []string
	for _, t := range tables {
		if t.Index(name) >= 0 {
			out = append(out, t.Source)
		}
	}
	return out
}

func ruleKind(f field.Field) rules.FieldKind {
	switch f.Kind {
	case field.Reference:
		return rules.Identifier
	case field.Date, field.DateList:
		return rules.Date
	case field.Number:
		return rules.Number
	case field.Answer:
		return rules.Answer
	case field.Narrative:
		return rules.Narrative
	case field.Person:
		return rules.Person
	}
	return rules.Words
}

// answersOf lists the words that an answer is brought to, so that a rule which
// asks for another is refused when it is loaded.
func answersOf(f field.Field) []string {
	if f.Kind != field.Answer {
		return nil
	}
	return []string{"yes", "partly", "no", "not_applicable", "not_recorded", "missing", "unmapped"}
}

// rawGetter reads a field as the export has it.
func rawGetter(i int, f field.Field, seen *reading.Readings) getter {
	switch f.Kind {
	case field.Date, field.DateList:
		return func(r *record.Record) rules.Value {
			d, state := r.Day(i)
			if state != incidents.Present {
				return reading.Nothing(state)
			}
			return rules.On(record.RuleDay(d))
		}
	case field.Answer:
		return func(r *record.Record) rules.Value { return seen.Answer(r, i) }
	case field.Person:
		return func(r *record.Record) rules.Value { return personState(r, i, f) }
	case field.Narrative:
		return func(r *record.Record) rules.Value { return narrativeState(r, i) }
	case field.Number:
		return func(r *record.Record) rules.Value { return seen.Number(r, i) }
	}
	return func(r *record.Record) rules.Value {
		text, state := r.Text(i)
		if state != incidents.Present {
			return reading.Nothing(state)
		}
		return rules.Text(text)
	}
}

// personState tells a rule only whether a field that identifies somebody is
// filled: its value is not for rules, whose messages are printed.
func personState(r *record.Record, i int, f field.Field) rules.Value {
	if f.Name == field.Dropped {
		return rules.Nothing(rules.Absent)
	}
	state := incidents.Present
	if f.Name == "date_of_birth" {
		_, state = r.Day(i)
	} else {
		_, state = r.Key(i)
	}
	if state != incidents.Present {
		return reading.Nothing(state)
	}
	return rules.Text("given")
}

func narrativeState(r *record.Record, i int) rules.Value {
	switch {
	case !r.Sheet.Has(i):
		return rules.Nothing(rules.Absent)
	case r.Read:
		return rules.Text("given")
	}
	return rules.Nothing(rules.Blank)
}

// A derived field is one that the audit works out.
type derived struct {
	rules.Field
	get getter
}

func derivedFields(b *Book, seen *reading.Readings) []derived {
	var out []derived
	out = append(out, identityFields(b, seen)...)
	out = append(out, ethnicityFields()...)
	out = append(out, placeFields()...)
	out = append(out, consideredFields()...)
	out = append(out, codedFields(b, seen)...)
	return append(out, registerFields(b)...)
}

func code(name string, values []string, get func(r *record.Record) string) derived {
	return derived{rules.Field{Name: name, Kind: rules.Code, Values: values}, func(r *record.Record) rules.Value { return rules.Text(get(r)) }}
}

func number(name string, get func(r *record.Record) int) derived {
	return derived{rules.Field{Name: name, Kind: rules.Number}, func(r *record.Record) rules.Value {
		n := get(r)
		if n == 0 {
			return rules.Nothing(rules.Blank)
		}
		return rules.Num(float64(n))
	}}
}

func identityFields(b *Book, seen *reading.Readings) []derived {
	return []derived{
		{rules.Field{Name: "record", Kind: rules.Identifier}, func(r *record.Record) rules.Value { return rules.Text(r.ID()) }},
		code("source", nil, func(r *record.Record) string { return r.Source() }),
		{rules.Field{Name: "organisation", Kind: rules.Words}, func(r *record.Record) rules.Value { return rules.Text(b.organisation(r)) }},
	}
}

func ethnicityFields() []derived {
	status := []string{"valid", "not_stated", "not_known", "ambiguous", "invalid", "missing", "field_absent", "conflict"}
	return []derived{
		{rules.Field{Name: "ethnicity", Kind: rules.Words}, func(r *record.Record) rules.Value {
			if r.Ethnicity.Status == "field_absent" {
				return rules.Nothing(rules.Absent)
			}
			return rules.Text(r.Ethnicity.Raw)
		}},
		{rules.Field{Name: "ethnicity_recorded", Kind: rules.Code, Values: []string{"yes", "no"}}, func(r *record.Record) rules.Value {
			switch {
			case r.Ethnicity.Status == "field_absent":
				return rules.Nothing(rules.Absent)
			case r.Ethnicity.Recorded:
				return rules.Text("yes")
			}
			return rules.Text("no")
		}},
		{rules.Field{Name: "ethnicity_reason", Kind: rules.Words}, func(r *record.Record) rules.Value { return rules.Text(r.Ethnicity.Why) }},
		code("ethnicity_status", status, func(r *record.Record) string { return string(r.Ethnicity.Status) }),
		code("ethnicity_code", nil, func(r *record.Record) string { return r.Ethnicity.Code }),
		code("ethnicity_group", nil, func(r *record.Record) string { return r.Ethnicity.Group }),
	}
}

func placeFields() []derived {
	var statuses []string
	for _, s := range deprivation.Statuses() {
		statuses = append(statuses, s.String())
	}
	return []derived{
		{rules.Field{Name: "imd_status", Kind: rules.Code, Values: statuses}, func(r *record.Record) rules.Value {
			if r.Place.Unlooked() {
				return rules.Nothing(rules.NoData)
			}
			return rules.Text(r.Place.Status.String())
		}},
		number("imd_decile", func(r *record.Record) int { return int(r.Place.Decile) }),
		number("imd_quintile", func(r *record.Record) int { return int(r.Place.Quintile) }),
	}
}

func consideredFields() []derived {
	labels := []string{"considered", "mentioned", "explicitly_not", "absent"}
	var out []derived
	for _, d := range record.Dimensions() {
		out = append(out,
			code(d.String()+"_considered", labels, func(r *record.Record) string { return r.View(d).Label.String() }),
			code(d.String()+"_basis", []string{"answer", "review", "text", "none"}, func(r *record.Record) string { return r.View(d).Basis.String() }))
	}
	return append(out, code("text_read", []string{"yes", "no"}, func(r *record.Record) string {
		if r.Read {
			return "yes"
		}
		return "no"
	}), code("needs_check", []string{"yes", "no"}, func(r *record.Record) string {
		for _, d := range record.Dimensions() {
			if r.View(d).Unsupported {
				return "yes"
			}
		}
		return "no"
	}))
}

func codedFields(b *Book, seen *reading.Readings) []derived {
	interpreterNeed, interpreterUsed := b.incident.Index("interpreter_need"), b.incident.Index("interpreter_used")
	language := []string{"valid", "missing", "not_recorded", "invalid", "ambiguous", "field_absent"}
	need := []string{"yes", "partly", "no", "not_applicable", "not_recorded", "missing", "unmapped", "field_absent"}
	return []derived{
		code("harm", harmNames(), func(r *record.Record) string { return string(r.Harm.Level()) }),
		code("language_status", language, func(r *record.Record) string { return string(r.Language.Status) }),
		code("language_tag", nil, func(r *record.Record) string { return r.Language.Tag }),
		code("interpreter_need", need, func(r *record.Record) string { return seen.Interpreter(r, interpreterNeed) }),
		code("interpreter_used", need, func(r *record.Record) string { return seen.Interpreter(r, interpreterUsed) }),
		code("framework", []string{"si", "psirf"}, func(r *record.Record) string { return seen.Framework(r) }),
		code("learning_kind", nil, func(r *record.Record) string { return string(seen.Kind(r)) }),
		code("scheme_year", nil, func(r *record.Record) string { return seen.SchemeYear(r) }),
		code("death_type", []string{"late_fetal_loss", "stillbirth", "neonatal_death", "post_neonatal_death"}, func(r *record.Record) string { return seen.DeathType(r) }),
		code("grade_before_birth", nil, func(r *record.Record) string { return seen.Grade(r, "grade_before_birth") }),
		code("grade_after_birth", nil, func(r *record.Record) string { return seen.Grade(r, "grade_after_birth") }),
		code("grade_mother_after", nil, func(r *record.Record) string { return seen.Grade(r, "grade_mother_after") }),
	}
}

func harmNames() []string {
	levels := record.HarmLevels()
	out := make([]string, len(levels))
	for i, l := range levels {
		out[i] = string(l)
	}
	return out
}
