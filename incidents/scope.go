package incidents

import "siequity/incidents/field"

// A Scope says which records an audit counts.
//
// Maternity and neonatal is decided record by record, in this order:
//
//  1. MNSI and PMRT hold nothing else: in scope.
//  2. A place, specialty or category that names maternity or neonatal care
//     (Scope.Terms): in scope.
//     A directorate or other unit that names maternity beside another specialty
//     ("Maternity and Gynaecology") counts only where no other column names another.
//  3. A specialty, service or clinical area that is filled in and names something
//     else, or a StEIS incident type that does: left out. Words that name no
//     specialty (acute, hospital, women's services), placeholders (TBC, -, not
//     recorded) and bare numbers say nothing, but for LFPSE's own numbers. Beside
//     "Other" StEIS has a column of free words, which count if they name something.
//  4. A place that names another specialty (Scope.Others), a ward of another
//     (Scope.Wards) or a unit of another (Scope.Units): left out.
//  5. Nothing says: in scope, because a maternity team's own export has no column
//     for it - but left out where the sheet holds other specialties too. Either way
//     [Scope.Apply] reports how many records that were.
type Scope struct {
	Period Period
	Terms  []string // stems of words that mean maternity or neonatal care
	Others []string // stems of words that mean another specialty
	Wards  []string // more of Others, for locations and units
	Units  []string // more of Others, for teams, care groups, directorates and divisions
	All    bool     // take every record for maternity
}

// DefaultTerms and DefaultOthers are the stems used when siequity.yaml has none.
// A stem matches the beginning of a word.
var (
	DefaultTerms = []string{"matern", "obstet", "midwi", "neonat", "labour", "delivery suite", "delivery room", "birth", "antenat", "postnat", "perinat", "nicu", "scbu", "nnu", "lnu", "special care baby",
		"pregnan", "caesarean", "cesarean", "c-section", "stillb", "fetal", "foetal", "fetus", "foetus", "newborn", "baby", "babies", "intrapart", "postpartum", "peripart", "obs and gyn", "o&g", "ctg", "induction of labour", "shoulder dystocia", "perineal", "pph", "transitional care", "eclampsia", "mlu", "early pregnancy", "epau", "breastfeed", "infant feeding"}
	DefaultOthers = []string{"orthop", "cardio", "stroke", "elderly", "geriatr", "dermatol", "oncolog", "urolog", "renal", "respirator", "psychiatr", "mental health", "dental", "ophthalm", "surgical", "medical ward", "a&e",
		"accident and emergency", "emergency department", "emergency medicine", "general medicine", "general surgery", "intensive care unit", "itu", "outpatient", "endoscop", "radiolog", "patholog", "pharmac", "gastro", "rheumat", "neurolog", "neurosurg", "vascular", "trauma", "ent ", "haematol", "diabetes centre", "older people", "rehabilitation", "catering", "estates", "car park", "mortuary", "paediatric ward", "children's ward", "community nursing", "district nurs", "care home", "dialysis", "plastic surgery", "frailty", "acute medical"}
	DefaultWards = []string{"gynae", "amu ", "aau ", "sau ", "mau ", "medical assessment", "acute assessment", "surgery", "hdu ", "icu ", "ccu ", "ambulatory", "same day emergency", "sdec", "coronary care",
		"emergency dep", "minor injur", "discharge lounge"}
	DefaultUnits = []string{"medicine", "medical", "surg", "emergency", "urgent", "unscheduled", "unplanned care", "planned care", "elective", "scheduled care", "paediatr", "pediatr", "cancer", "critical care", "theatre", "anaesth", "diagnos", "imaging",
		"clinical support", "support services", "corporate", "facilities", "therap", "head and neck", "musculoskeletal", "msk ", "heart", "digestive", "sexual health", "dental", "finance", "human resources", "adult", "primary care", "long term conditions", "learning disab", "neuro"}
)

// NewScope gives the scope with the default terms.
func NewScope(p Period) Scope {
	return Scope{Period: p, Terms: DefaultTerms, Others: DefaultOthers, Wards: DefaultWards, Units: DefaultUnits}
}

// Apply marks the records that are out of scope, and reports what of that a person
// should check. Records already left out keep their reason.
func (s Scope) Apply(r *Reader, records []*Record) []Fault {
	j := newJudge(s, r)
	notes := sheetNotes{of: map[*Sheet]*sheetNote{}}
	verdicts := make([]verdict, len(records))
	for i, rec := range records {
		verdicts[i] = j.maternity(rec)
		note := notes.sheet(rec.Sheet)
		note.judged(rec, verdicts[i])
		if rec.Source() == "pmrt" && rec.Left == Used && rec.dayOf(j.days.death) == 0 {
			note.deathless(j.Date(rec) != 0, j.Period.All())
		}
	}
	for i, rec := range records {
		if rec.Left == Used {
			rec.Left = j.left(rec, verdicts[i], notes.sheet(rec.Sheet))
		}
	}
	return notes.faults(j)
}

type judge struct {
	Scope
	reader       *Reader
	groups       [4][]int // fields by the way they are read: deciding, units, wards, hinting
	withdrawing  [3]withdrawing
	kind         int
	days         dayFields
	incidentType int
	beside       map[int]int // fields to those that say what they mean by "Other"
	says         map[scopeKey]uint8
	kinds        map[uint32]uint8
	codes        map[int][]string // by field, LFPSE's numbers that mean maternity
	service      int
}

func newJudge(s Scope, r *Reader) *judge {
	c := r.Catalogue
	j := &judge{Scope: s, reader: r, withdrawing: withdrawals(c), kind: c.Index("event_kind"), incidentType: c.Index("incident_type"),
		days: r.days, beside: map[int]int{}, says: map[scopeKey]uint8{}, kinds: map[uint32]uint8{},
		codes: maternityCodes(c), service: c.Index("service")}
	for name, other := range besides {
		j.beside[c.Index(name)] = c.Index(other)
	}
	for group, names := range scopeFields {
		for _, n := range names {
			j.groups[group] = append(j.groups[group], c.Index(n))
		}
	}
	return j
}

// left gives the first reason that applies.
func (j *judge) left(rec *Record, v verdict, note *sheetNote) Left {
	if l := j.withdrawn(rec, note); l != Used {
		return l
	}
	if j.otherKind(rec, note) {
		return NotIncident
	}
	if !j.All && (v.says == saysOther || v.says == saysNothing && note.others > 0) {
		return NotMaternity
	}
	return j.when(rec)
}

func (j *judge) when(rec *Record) Left {
	if j.Period.All() {
		return Used
	}
	day := j.Date(rec)
	switch {
	case day == 0:
		return NoDate
	case !j.Period.Holds(day):
		return OutsidePeriod
	}
	return Used
}

// Date gives the day by which the record belongs to a period, see [Record.When].
func (j *judge) Date(rec *Record) field.Day { return rec.when(j.days) }

// dayFields are the catalogue numbers that the date of a record is taken from.
type dayFields struct{ incident, death, birth, kind int }

func newDayFields(c *Catalogue) dayFields {
	return dayFields{c.Index("incident_date"), c.Index("date_of_death"), c.Index("date_of_birth_baby"), c.Index("death_type")}
}

func (r *Record) when(f dayFields) field.Day {
	if r.Source() != "pmrt" {
		return r.dayOf(f.incident)
	}
	if d := r.dayOf(f.death); d != 0 || !r.bornDead(f) {
		return d
	}
	return r.dayOf(f.birth)
}

// dayOf gives the date in a field, 0 without one.
func (r *Record) dayOf(f int) field.Day {
	d, state := r.Day(f)
	if state != Present {
		return 0
	}
	return d
}

// bornDead reports a stillbirth or late loss, which is born on or after the day of
// death.
func (r *Record) bornDead(f dayFields) bool {
	text, state := r.Text(f.kind)
	return state == Present && r.Sheet.reader.BornDead != nil && r.Sheet.reader.BornDead(text)
}

// When gives the day by which the record belongs to a period, 0 without one: of the
// incident, and of the death for a perinatal mortality review. A baby born dead
// without a date of death goes by its birth.
func (r *Record) When() field.Day { return r.when(r.Sheet.reader.days) }
