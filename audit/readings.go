package audit

import (
	"strconv"
	"strings"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/pmrt"
	"siequity/rules"
	"siequity/rules/codes"
)

// readings give the texts of records their meaning, each distinct text once.
type readings struct {
	catalogue *incidents.Catalogue
	fields    fieldNumbers
	options   codes.Options

	ethnicityWords *memo[codes.Ethnicity]
	ethnicityLFPSE *memo[codes.Ethnicity]
	languages      *memo[codes.LanguageReading]
	harmWords      *memo[codes.HarmReading]
	harmPhysical   *memo[codes.HarmReading]
	harmMind       *memo[codes.HarmReading]
	answers        *memo[string]
	interpreters   *memo[string]
	responses      *memo[codes.ResponseReading]
	numbers        *memo[rules.Value]
	frameworks     *memo[string]
	themes         *memo[uint64]
	deaths         *memo[string]
	grades         *memo[string]

	declared     codes.Scheme // what the user says ethnicity columns hold
	organisation func(r *record.Record) string
	schemeTable  *rules.Table
	registers    registerView
}

// fieldNumbers are the catalogue numbers that classification asks for.
type fieldNumbers struct {
	ethnicity, ethnicityHeader, ethnicityLFPSE, taxonomy     int
	language, interpreterNeed, interpreterUsed               int
	harm, harmPhysical, harmMind                             int
	category, subcategory, incidentType, criteria, deathType int
	response, level, framework, dateOfDeath                  int
	allAnswer                                                int
	answers                                                  [record.DimensionCount]int
	organisation                                             int
	teams                                                    [7]int // team, and what stands in for it: who should mend a record
	nhs, hospital, birth, babyBirth, gestation               int
	incidentDate, reported, notified                         int
	clocks                                                   []int          // dates of an event and of its review
	references                                               map[string]int // by source
}

func numberFields(c *incidents.Catalogue) fieldNumbers {
	n := c.Index
	return fieldNumbers{
		ethnicity: n("ethnicity"), ethnicityHeader: n("ethnicity_header"), ethnicityLFPSE: n("ethnicity_lfpse"), taxonomy: n("taxonomy"),
		language: n("language"), interpreterNeed: n("interpreter_need"), interpreterUsed: n("interpreter_used"),
		harm: n("harm"), harmPhysical: n("harm_physical"), harmMind: n("harm_psychological"),
		category: n("category"), subcategory: n("subcategory"), incidentType: n("incident_type"), criteria: n("criteria"), deathType: n("death_type"),
		response: n("learning_response"), level: n("investigation_level"), framework: n("framework"), dateOfDeath: n("date_of_death"),
		allAnswer:    n("all_answer"),
		answers:      [record.DimensionCount]int{n("culture_answer"), n("ethnicity_answer"), n("language_answer")},
		organisation: n("organisation"), teams: [7]int{n("team"), n("care_group"), n("directorate"), n("division"), n("site"), n("exact_location"), n("location")}, nhs: n("nhs_number"), hospital: n("hospital_number"), birth: n("date_of_birth"),
		babyBirth: n("date_of_birth_baby"), gestation: n("gestation"),
		incidentDate: n("incident_date"), reported: n("reported_date"), notified: n("notified_date"), clocks: clockFields(c),
		references: map[string]int{"steis": n("steis_ref"), "datix": n("datix_ref"), "lfpse": n("lfpse_ref"), "mnsi": n("mnsi_ref"), "pmrt": n("pmrt_ref")},
	}
}

func newReadings(r *incidents.Reader, o codes.Options, declared codes.Scheme, themes *codes.Themes, names []string) *readings {
	t := r.Texts()
	s := &readings{catalogue: r.Catalogue, fields: numberFields(r.Catalogue), options: o, declared: declared}
	s.ethnicityWords = newMemo(t, func(x string) codes.Ethnicity { return o.Ethnicity(x, declared) })
	s.ethnicityLFPSE = newMemo(t, func(x string) codes.Ethnicity { return o.Ethnicity(x, codes.SchemeLFPSE) })
	s.languages = newMemo(t, codes.Language)
	s.harmWords = newMemo(t, func(x string) codes.HarmReading { return codes.Harm(x, codes.HarmWords) })
	s.harmPhysical = newMemo(t, func(x string) codes.HarmReading { return codes.Harm(x, codes.HarmLFPSEPhysical) })
	s.harmMind = newMemo(t, func(x string) codes.HarmReading { return codes.Harm(x, codes.HarmLFPSEPsychological) })
	s.answers = newMemo(t, func(x string) string { return string(codes.ReadAnswer(x).Answer) })
	s.interpreters = newMemo(t, func(x string) string { return string(codes.ReadInterpreter(x).Answer) })
	s.responses = newMemo(t, codes.ReadResponse)
	s.numbers = newMemo(t, readNumber)
	s.frameworks = newMemo(t, readFramework)
	s.themes = newMemo(t, func(x string) uint64 { return themeBits(themes, names, x) })
	s.deaths = newMemo(t, pmrt.DeathType)
	s.grades = newMemo(t, pmrt.Grade)
	return s
}

func readNumber(text string) rules.Value {
	digits := strings.TrimSpace(text)
	if end := strings.IndexFunc(digits, func(r rune) bool { return (r < '0' || r > '9') && r != '.' }); end > 0 {
		digits = digits[:end] // "34+2": the weeks
	}
	x, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return rules.Nothing(rules.Blank)
	}
	return rules.Num(x)
}

func readFramework(text string) string {
	s := strings.ToLower(text)
	switch {
	case strings.Contains(s, "psirf"), strings.Contains(s, "patient safety incident response"):
		return "psirf"
	case s == "si", strings.Contains(s, "serious incident"), strings.Contains(s, "si framework"), strings.Contains(s, "2015"):
		return "si"
	}
	return ""
}

func themeBits(t *codes.Themes, names []string, text string) uint64 {
	var bits uint64
	for _, m := range t.Match(text) {
		for i, n := range names {
			if n == m.ID {
				bits |= 1 << i
			}
		}
	}
	return bits
}

// answer gives an answer field to the rules, in the words of codes.Answer.
func (s *readings) answer(r *record.Record, f int) rules.Value {
	n, state := r.TextNumber(f)
	if state != incidents.Present {
		return nothing(state)
	}
	return rules.Text(*s.answers.of(n))
}

func (s *readings) number(r *record.Record, f int) rules.Value {
	n, state := r.TextNumber(f)
	if state != incidents.Present {
		return nothing(state)
	}
	return *s.numbers.of(n)
}

func (s *readings) interpreter(r *record.Record, f int) string {
	n, state := r.TextNumber(f)
	switch state {
	case incidents.Absent:
		return "field_absent"
	case incidents.Present:
		return *s.interpreters.of(n)
	}
	return string(codes.AnswerMissing)
}

// framework says under which framework a record was investigated. StEIS is the
// system of the SI Framework; elsewhere the kind of learning response tells.
func (s *readings) framework(r *record.Record) string {
	if n, state := r.TextNumber(s.fields.framework); state == incidents.Present {
		if f := *s.frameworks.of(n); f != "" {
			return f
		}
	}
	switch kind := s.kind(r); kind {
	case codes.ResponsePSII, codes.ResponseAAR, codes.ResponseSwarm, codes.ResponseMDT, codes.ResponseThematic:
		return "psirf"
	case codes.ResponseSI:
		return "si"
	}
	if r.Source() == "steis" {
		return "si"
	}
	return ""
}

// kind gives the first learning response that the record names.
func (s *readings) kind(r *record.Record) codes.LearningResponse {
	for _, f := range []int{s.fields.response, s.fields.level} {
		if n, state := r.TextNumber(f); state == incidents.Present {
			return s.responses.of(n).Kinds[0]
		}
	}
	return codes.ResponseMissing
}

func (s *readings) response(r *record.Record) string { return string(s.kind(r)) }

// schemeYear names the year of the incentive scheme that holds the death, as the
// pack's own table dates it.
func (s *readings) schemeYear(r *record.Record) string {
	d, state := r.Day(s.fields.dateOfDeath)
	if state != incidents.Present || s.schemeTable == nil {
		return ""
	}
	if row := s.schemeTable.On(record.RuleDay(d)); row != nil {
		return row.Key
	}
	return ""
}

func (s *readings) deathType(r *record.Record) string {
	if n, state := r.TextNumber(s.fields.deathType); state == incidents.Present {
		return *s.deaths.of(n)
	}
	return ""
}

func (s *readings) grade(r *record.Record, name string) string {
	if n, state := r.TextNumber(s.catalogue.Index(name)); state == incidents.Present {
		return *s.grades.of(n)
	}
	return ""
}
