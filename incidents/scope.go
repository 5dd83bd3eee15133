package incidents

import (
	"strings"

	"siequity/incidents/field"
)

// A Scope says which records an audit counts.
//
// Maternity and neonatal is decided record by record, in this order:
//
//  1. MNSI and PMRT hold nothing else: in scope.
//  2. A place, specialty or category that names maternity or neonatal care
//     (Scope.Terms): in scope.
//  3. A specialty, service or clinical area that is filled in and names something
//     else, or a StEIS incident type that does: left out. Words that name no
//     specialty (acute, hospital, women's services) say nothing.
//  4. A place that names another specialty (Scope.Others): left out.
//  5. Nothing says: in scope, because a maternity team's own export has no column
//     for it - but left out where the sheet holds other specialties too.
type Scope struct {
	Period Period
	Terms  []string // stems of words that mean maternity or neonatal care
	Others []string // stems of words that mean another specialty
	All    bool     // take every record for maternity
}

// DefaultTerms and DefaultOthers are the stems used when siequity.yaml has none.
// A stem matches the beginning of a word.
var (
	DefaultTerms = []string{"matern", "obstet", "midwi", "neonat", "labour", "delivery suite", "delivery room", "birth", "antenat", "postnat", "perinat", "nicu", "scbu", "nnu", "lnu", "special care baby",
		"pregnan", "caesarean", "cesarean", "c-section", "stillb", "fetal", "foetal", "fetus", "foetus", "newborn", "baby", "babies", "intrapart", "postpartum", "peripart", "obs and gyn", "o&g", "ctg", "induction of labour", "shoulder dystocia", "perineal", "pph", "transitional care", "eclampsia", "mlu", "early pregnancy", "epau", "breastfeed", "infant feeding"}
	DefaultOthers = []string{"orthop", "cardio", "stroke", "elderly", "geriatr", "dermatol", "oncolog", "urolog", "renal", "respirator", "psychiatr", "mental health", "dental", "ophthalm", "surgical", "medical ward", "a&e",
		"accident and emergency", "emergency department", "emergency medicine", "general medicine", "general surgery", "intensive care unit", "itu", "outpatient", "endoscop", "radiolog", "patholog", "pharmac", "gastro", "rheumat", "neurolog", "neurosurg", "vascular", "trauma", "ent ", "haematol", "diabetes centre", "older people", "rehabilitation", "catering", "estates", "car park", "mortuary", "paediatric ward", "children's ward", "community nursing", "district nurs", "care home", "dialysis", "plastic surgery", "frailty", "acute medical"}
)

// NewScope gives the scope with the default terms.
func NewScope(p Period) Scope { return Scope{Period: p, Terms: DefaultTerms, Others: DefaultOthers} }

// verdicts on one text
const (
	saysNothing uint8 = iota
	saysMaternity
	saysOther
	saysLittle // in a deciding field: words that name no specialty
)

// deciding fields name a specialty; a value that is not maternity's is another's.
var deciding = []string{"specialty", "service", "clinical_area"}

// hinting fields may name maternity, and their silence says nothing.
var hinting = []string{"team", "location", "site", "category", "subcategory", "incident_type", "criteria"}

// Apply marks the records that are out of scope. Records already left out keep
// their reason.
func (s Scope) Apply(r *Reader, records []*Record) {
	j := newJudge(s, r)
	mixed := map[*Sheet]bool{}
	verdicts := make([]uint8, len(records))
	for i, rec := range records {
		verdicts[i] = j.maternity(rec)
		if verdicts[i] == saysOther {
			mixed[rec.Sheet] = true
		}
	}
	for i, rec := range records {
		if rec.Left == Used {
			rec.Left = j.left(rec, verdicts[i], mixed[rec.Sheet])
		}
	}
}

type judge struct {
	Scope
	reader            *Reader
	deciding, hinting []int
	status, approval  int
	kind              int
	incident, death   int
	says              map[scopeKey]uint8
	rejected          map[uint32]Left
	codes             map[int][]string // by field, LFPSE's numbers that mean maternity
	service           int
}

func newJudge(s Scope, r *Reader) *judge {
	c := r.Catalogue
	j := &judge{Scope: s, reader: r, status: c.Index("status"), approval: c.Index("approval"), kind: c.Index("event_kind"),
		incident: c.Index("incident_date"), death: c.Index("date_of_death"), says: map[scopeKey]uint8{}, rejected: map[uint32]Left{},
		codes: maternityCodes(c), service: c.Index("service")}
	for _, n := range deciding {
		j.deciding = append(j.deciding, c.Index(n))
	}
	for _, n := range hinting {
		j.hinting = append(j.hinting, c.Index(n))
	}
	return j
}

// left gives the first reason that applies.
func (j *judge) left(rec *Record, verdict uint8, mixed bool) Left {
	if l := j.withdrawn(rec); l != Used {
		return l
	}
	if text, state := rec.Text(j.kind); state == Present && !isIncident(text) {
		return NotIncident
	}
	if !j.All && (verdict == saysOther || verdict == saysNothing && mixed) {
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

// Date gives the day by which the record belongs to a period: of the incident,
// and of the death for a perinatal mortality review.
func (j *judge) Date(rec *Record) field.Day { return rec.when(j.incident, j.death) }

func (r *Record) when(incident, death int) field.Day {
	if r.Source() == "pmrt" {
		d, state := r.Day(death)
		if state == Present {
			return d
		}
		return 0
	}
	d, state := r.Day(incident)
	if state != Present {
		return 0
	}
	return d
}

// When gives the day by which the record belongs to a period, 0 without one.
func (r *Record) When() field.Day {
	c := r.Sheet.reader.Catalogue
	return r.when(c.incident, c.death)
}

// maternity gives the verdict on one record, see Scope.
func (j *judge) maternity(rec *Record) uint8 {
	if s := rec.Source(); s == "mnsi" || s == "pmrt" {
		return saysMaternity
	}
	verdict, filled := saysNothing, false
	for i, fields := range [][]int{j.deciding, j.hinting} {
		for _, f := range fields {
			n, state := rec.TextNumber(f)
			if state != Present {
				continue
			}
			says := j.of(n, rec, f, i == 0)
			filled = filled || i == 0 && says != saysLittle
			switch says {
			case saysMaternity:
				return saysMaternity
			case saysOther:
				verdict = saysOther
			}
		}
	}
	if filled || verdict == saysNothing && rec.Source() == "steis" && j.typed(rec) {
		return saysOther
	}
	return verdict
}

// typed reports whether a StEIS record names a type: the national types say
// "Maternity/Obstetric incident ..." where it is one.
func (j *judge) typed(rec *Record) bool {
	_, state := rec.TextNumber(j.reader.Catalogue.Index("incident_type"))
	return state == Present
}

// beginsWord reports whether any stem stands at the beginning of a word of s.
func beginsWord(s string, stems []string) bool {
	for _, stem := range stems {
		for from := 0; ; {
			i := strings.Index(s[from:], stem)
			if i < 0 {
				break
			}
			at := from + i
			if at == 0 || !isLetter(s[at-1]) {
				return true
			}
			from = at + 1
		}
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

func isIncident(kind string) bool {
	k := strings.ToLower(strings.TrimSpace(kind))
	return k == "" || k == "1" || strings.Contains(k, "incident") || strings.Contains(k, "adverse")
}

// withdrawn reads approval and status: rejected, duplicate, de-logged.
func (j *judge) withdrawn(rec *Record) Left {
	for _, f := range []int{j.approval, j.status} {
		n, state := rec.TextNumber(f)
		if state != Present {
			continue
		}
		l, known := j.rejected[n]
		if !known {
			l = withdrawal(j.reader.texts.Text(n))
			j.rejected[n] = l
		}
		if l != Used {
			return l
		}
	}
	return Used
}

func withdrawal(text string) Left {
	s := strings.ToLower(text)
	switch {
	case strings.Contains(s, "not reject"), strings.Contains(s, "not duplicate"), strings.Contains(s, "not a duplicate"):
		return Used
	case strings.Contains(s, "reject"):
		return Rejected
	case strings.Contains(s, "duplicate"):
		return Duplicate
	case strings.Contains(s, "de-log"), strings.Contains(s, "delog"), strings.Contains(s, "de-escalat"), strings.Contains(s, "withdrawn"), strings.Contains(s, "downgraded"):
		return DeLogged
	}
	return Used
}
