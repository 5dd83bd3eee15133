package reading

import (
	"strconv"
	"strings"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/pmrt"
	"siequity/rules"
	"siequity/rules/codes"
)

// Readings give the texts of records their meaning, each distinct text once.
type Readings struct {
	Catalogue *incidents.Catalogue
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

	declared codes.Scheme // what the user says ethnicity columns hold
	// SchemeTable is the packs' own, of the years of the incentive scheme; it may be nil.
	SchemeTable *rules.Table
}

// fieldNumbers are the catalogue numbers that classification asks for.
type fieldNumbers struct {
	ethnicity, ethnicitySecond                               int
	ethnicityHeader, ethnicityLFPSE, taxonomy                int
	language                                                 int
	harm, harmPhysical, harmMind                             int
	category, subcategory, incidentType, criteria, deathType int
	response, level, framework, dateOfDeath                  int
	allAnswer                                                int
	answers                                                  [record.DimensionCount]int
	teams                                                    [7]int         // team, and what stands in for it: who should mend a record
	references                                               map[string]int // by source
}

func numberFields(c *incidents.Catalogue) fieldNumbers {
	n := c.Index
	return fieldNumbers{
		ethnicity: n("ethnicity"), ethnicitySecond: n("ethnicity_second"), ethnicityHeader: n("ethnicity_header"), ethnicityLFPSE: n("ethnicity_lfpse"), taxonomy: n("taxonomy"),
		language: n("language"),
		harm:     n("harm"), harmPhysical: n("harm_physical"), harmMind: n("harm_psychological"),
		category: n("category"), subcategory: n("subcategory"), incidentType: n("incident_type"), criteria: n("criteria"), deathType: n("death_type"),
		response: n("learning_response"), level: n("investigation_level"), framework: n("framework"), dateOfDeath: n("date_of_death"),
		allAnswer:  n("all_answer"),
		answers:    [record.DimensionCount]int{n("culture_answer"), n("ethnicity_answer"), n("language_answer")},
		teams:      [7]int{n("team"), n("care_group"), n("directorate"), n("division"), n("site"), n("exact_location"), n("location")},
		references: map[string]int{"steis": n("steis_ref"), "datix": n("datix_ref"), "lfpse": n("lfpse_ref"), "mnsi": n("mnsi_ref"), "pmrt": n("pmrt_ref")},
	}
}

// New makes the readings of the texts that a reader keeps. declared is what the user
// says that columns of ethnicity hold; names are the IDs of the themes, 64 at most, in
// the order of their bits.
func New(r *incidents.Reader, o codes.Options, declared codes.Scheme, themes *codes.Themes, names []string) *Readings {
	t := r.Texts()
	s := &Readings{Catalogue: r.Catalogue, fields: numberFields(r.Catalogue), options: o, declared: declared}
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

// Nothing gives a cell that holds nothing readable to the rules.
func Nothing(s incidents.State) rules.Value {
	if s == incidents.Absent {
		return rules.Nothing(rules.Absent)
	}
	return rules.Nothing(rules.Blank)
}

// Answer gives an answer field to the rules, in the words of codes.Answer.
func (s *Readings) Answer(r *record.Record, f int) rules.Value {
	n, state := r.TextNumber(f)
	if state != incidents.Present {
		return Nothing(state)
	}
	return rules.Text(*s.answers.of(n))
}

// Number gives a field of numbers to the rules; of "34+2" it takes the weeks.
func (s *Readings) Number(r *record.Record, f int) rules.Value {
	n, state := r.TextNumber(f)
	if state != incidents.Present {
		return Nothing(state)
	}
	return *s.numbers.of(n)
}

// Interpreter gives an answer about interpreters, in the words of codes.Answer, or
// "field_absent".
func (s *Readings) Interpreter(r *record.Record, f int) string {
	n, state := r.TextNumber(f)
	switch state {
	case incidents.Absent:
		return "field_absent"
	case incidents.Present:
		return *s.interpreters.of(n)
	}
	return string(codes.AnswerMissing)
}

// Framework says under which framework a record was investigated. StEIS is the
// system of the SI Framework; elsewhere the kind of learning response tells.
func (s *Readings) Framework(r *record.Record) string {
	if n, state := r.TextNumber(s.fields.framework); state == incidents.Present {
		if f := *s.frameworks.of(n); f != "" {
			return f
		}
	}
	switch kind := s.Kind(r); kind {
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

// Kind gives the first learning response that the record names.
func (s *Readings) Kind(r *record.Record) codes.LearningResponse {
	for _, f := range []int{s.fields.response, s.fields.level} {
		if n, state := r.TextNumber(f); state == incidents.Present {
			return s.responses.of(n).Kinds[0]
		}
	}
	return codes.ResponseMissing
}

// SchemeYear names the year of the incentive scheme that holds the death, as the
// pack's own table dates it.
func (s *Readings) SchemeYear(r *record.Record) string {
	d, state := r.Day(s.fields.dateOfDeath)
	if state != incidents.Present || s.SchemeTable == nil {
		return ""
	}
	if row := s.SchemeTable.On(record.RuleDay(d)); row != nil {
		return row.Key
	}
	return ""
}

// DeathType gives the type of a baby's death, in the words of package pmrt; "" for none.
func (s *Readings) DeathType(r *record.Record) string {
	if n, state := r.TextNumber(s.fields.deathType); state == incidents.Present {
		return *s.deaths.of(n)
	}
	return ""
}

// Grade gives the grade of care in the field of that name; "" for none.
func (s *Readings) Grade(r *record.Record, name string) string {
	if n, state := r.TextNumber(s.Catalogue.Index(name)); state == incidents.Present {
		return *s.grades.of(n)
	}
	return ""
}

// HasHarm reports whether the record's export has a column for harm.
func (s *Readings) HasHarm(r *record.Record) bool {
	for _, f := range []int{s.fields.harm, s.fields.harmPhysical, s.fields.harmMind} {
		if _, state := r.TextNumber(f); state != incidents.Absent {
			return true
		}
	}
	return false
}

// Team gives the team that should mend a record, or what stands in for it; "" where
// the record names neither.
func (s *Readings) Team(r *record.Record) string {
	for _, f := range s.fields.teams {
		if text, state := r.Text(f); state == incidents.Present {
			return text
		}
	}
	return ""
}
