package demo

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// A trust of the invented system.
type trust struct {
	name, code, short string
	firstID           int
}

var trusts = []trust{
	{"Eastmoor Hospitals NHS Trust", "ZE1", "Eastmoor", 48000},
	{"Westhaven Women's and Children's NHS Trust", "ZW2", "Westhaven", 61000},
}

// An event is one thing that happened, before any system tells of it.
type event struct {
	trust     *trust
	number    int
	date      time.Time
	reported  time.Time
	ethnicity string // national code; "" where nobody wrote it down
	language  string
	interpret string // need for an interpreter, as written
	decile    int
	nhs       string
	hospital  string
	born      time.Time
	kind      kind
	harm      string // none, low, moderate, severe, death
	text      string // investigation narrative
	answers   [3]string
	serious   bool // on StEIS
	national  bool // with MNSI
	perinatal bool // a death reviewed in the PMRT
	rejected  bool
}

// A kind of incident, with how often it comes.
type kind struct {
	category, sub, place string
	weight               int
	death                string // type of death for the PMRT
}

var kinds = []kind{
	{"Haemorrhage", "Postpartum haemorrhage over 1500 ml", "Labour Ward", 16, ""},
	{"Delay", "Delay in induction of labour", "Antenatal Ward", 14, ""},
	{"Perineal trauma", "Third or fourth degree tear", "Labour Ward", 12, ""},
	{"Baby", "Unexpected term admission to neonatal unit", "Neonatal Unit", 12, ""},
	{"Diabetes", "Gestational diabetes not screened for", "Antenatal Clinic", 8, ""},
	{"Communication", "Interpreter not available", "Triage", 8, ""},
	{"Preterm birth", "Preterm birth outside tertiary unit", "Labour Ward", 7, ""},
	{"Mental health", "Perinatal mental health referral delayed", "Community Midwifery", 6, ""},
	{"Medication", "Omitted medicine", "Postnatal Ward", 8, ""},
	{"Fetal monitoring", "CTG misinterpretation", "Labour Ward", 6, ""},
	{"Stillbirth", "Stillbirth at or after 24 weeks", "Labour Ward", 4, "Stillbirth"},
	{"Neonatal death", "Neonatal death", "Neonatal Unit", 3, "Neonatal death"},
}

// share is a value with its weight.
type share struct {
	value  string
	weight int
}

var (
	ethnicities = []share{{"A", 46}, {"B", 2}, {"C", 9}, {"D", 2}, {"F", 2}, {"H", 6}, {"J", 14}, {"K", 5}, {"L", 3}, {"M", 2}, {"N", 7}, {"P", 2}, {"R", 1}, {"S", 4}, {"Z", 4}, {"99", 4}, {"", 5}}
	languages   = map[string][]share{"J": {{"Urdu", 5}, {"English", 5}, {"Punjabi", 2}}, "K": {{"Bengali", 6}, {"Sylheti", 2}, {"English", 4}}, "C": {{"Polish", 4}, {"Romanian", 4}, {"English", 3}},
		"N": {{"English", 6}, {"Somali", 3}, {"Tigrinya", 2}}, "S": {{"Arabic", 4}, {"English", 3}, {"Farsi", 1}}}
	harms   = []share{{"none", 46}, {"low", 30}, {"moderate", 15}, {"severe", 5}, {"death", 1}}
	answers = []share{{"Yes", 3}, {"No", 3}, {"N/A", 1}, {"", 4}}
)

// dice are the only source of chance; their seed is fixed.
type dice struct{ *rand.Rand }

func (d dice) pick(of []share) string {
	total := 0
	for _, s := range of {
		total += s.weight
	}
	n := d.IntN(total)
	for _, s := range of {
		if n -= s.weight; n < 0 {
			return s.value
		}
	}
	return ""
}

func (d dice) kind() kind {
	var of []share
	for i, k := range kinds {
		of = append(of, share{fmt.Sprint(i), k.weight})
	}
	var i int
	fmt.Sscan(d.pick(of), &i)
	return kinds[i]
}

var firstDay = time.Date(2026, time.January, 2, 0, 0, 0, 0, time.UTC)

// invent makes the events of both trusts and quarters, in order of date.
func invent() []event {
	d := dice{rand.New(rand.NewPCG(2026, 4))}
	var out []event
	const events = 240
	for i := range events {
		e := event{trust: &trusts[d.IntN(len(trusts))], number: i, date: firstDay.AddDate(0, 0, i*178/events)}
		d.fill(&e)
		out = append(out, e)
	}
	return out
}

func (d dice) fill(e *event) {
	e.reported = e.date.AddDate(0, 0, d.IntN(6))
	e.ethnicity = d.pick(ethnicities)
	e.language = "English"
	if of := languages[e.ethnicity]; of != nil {
		e.language = d.pick(of)
	}
	e.interpret = "No"
	if e.language != "English" {
		e.interpret = d.pick([]share{{"Yes", 5}, {"No", 1}, {"Not recorded", 3}, {"", 2}})
	}
	e.decile = 1 + min(d.IntN(10), d.IntN(10)) // more families live in deprived areas
	e.nhs, e.hospital = nhsNumber(d.IntN(1_000_000)), fmt.Sprintf("H%06d", d.IntN(1_000_000))
	e.born = time.Date(1982+d.IntN(24), time.Month(1+d.IntN(12)), 1+d.IntN(28), 0, 0, 0, 0, time.UTC)
	e.kind, e.harm = d.kind(), d.pick(harms)
	e.perinatal = e.kind.death != ""
	if e.perinatal {
		e.harm = "death"
	}
	e.serious = e.harm == "severe" || e.harm == "death" && d.IntN(3) > 0
	e.national = e.serious && d.IntN(3) == 0
	e.rejected = !e.serious && d.IntN(40) == 0
	for i := range e.answers {
		e.answers[i] = d.pick(answers)
	}
	e.text = d.narrative(*e)
}

// nhsNumber makes a number of the range kept for tests (999 ...) with a right
// check digit.
func nhsNumber(n int) string {
	for ; ; n++ {
		digits := fmt.Sprintf("999%06d", n%1_000_000)
		sum := 0
		for i, c := range digits {
			sum += int(c-'0') * (10 - i)
		}
		if check := (11 - sum%11) % 11; check < 10 {
			return digits[:3] + " " + digits[3:6] + " " + digits[6:] + fmt.Sprint(check)
		}
	}
}
