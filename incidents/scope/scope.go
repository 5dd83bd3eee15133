package scope

import (
	"siequity/incidents"
	"siequity/incidents/specialty"
	"siequity/incidents/texts"
)

// A Scope says which records an audit counts.
//
// Maternity and neonatal is decided record by record, in this order:
//
//  1. MNSI and PMRT hold nothing else: in scope.
//  2. A place, specialty or category that names maternity or neonatal care, or what
//     happens nowhere else ("Cord prolapse"): in scope.
//     A directorate or other unit that names maternity beside another specialty
//     ("Maternity and Gynaecology") counts only where no other column names another.
//  3. A specialty, unit or place that names another specialty, by a word that is known
//     to, or a number or national type that does: left out. Words on no list, general
//     ones (acute, hospital, women's services) and remarks (TBC, -, not recorded)
//     say neither. Beside "Other" StEIS has a column of free words, which count if they
//     name something. A category never tells that an incident was elsewhere.
//  4. Nothing says: in scope, because a maternity team's own export has no column
//     for it - but left out where the sheet holds other specialties too. Either way
//     [Scope.Apply] reports how many records that were, and the words that were not known.
//
// The words, and how their spelling is read, are those of [specialty.Reader].
type Scope struct {
	Period Period
	Words  specialty.Own // words of a trust's own
	All    bool          // take every record for maternity
}

// New gives the scope with the built-in words.
func New(p Period) Scope { return Scope{Period: p} }

// Apply marks the records that are out of scope, and reports what of that a person
// should check. Records already left out keep their reason.
func (s Scope) Apply(r *incidents.Reader, records []*incidents.Record) []incidents.Fault {
	j := newJudge(s, r)
	j.repeats = newDuplicates(r.Catalogue, records)
	notes := sheetNotes{of: map[*incidents.Sheet]*sheetNote{}}
	verdicts := make([]verdict, len(records))
	for i, rec := range records {
		verdicts[i] = j.maternity(rec)
		note := notes.sheet(rec.Sheet)
		note.judged(rec, verdicts[i])
		if rec.Source() == "pmrt" && rec.Left == incidents.Used && !j.dated(rec) {
			note.deathless(rec.When() != 0, j.Period.All())
		}
	}
	for i, rec := range records {
		if rec.Left == incidents.Used {
			rec.Left = j.left(rec, verdicts[i], notes.sheet(rec.Sheet))
		}
	}
	return notes.faults(j)
}

type judge struct {
	Scope
	texts        *texts.Distinct
	words        *specialty.Reader
	columns      []scopeColumn
	withdrawing  [3]withdrawing
	repeats      duplicates
	kind         int
	death        int // the field of the date of death
	incidentType int
	beside       map[int]int // fields to those that say what they mean by "Other"
	says         map[scopeKey]specialty.Care
	kinds        map[uint32]uint8
	codes        map[int]codeList // by field, of LFPSE
}

func newJudge(s Scope, r *incidents.Reader) *judge {
	c := r.Catalogue
	j := &judge{Scope: s, texts: r.Texts(), words: specialty.New(s.Words), columns: scopeColumns(c), withdrawing: withdrawals(c), kind: c.Index("event_kind"), incidentType: c.Index("incident_type"),
		death: c.Index("date_of_death"), beside: map[int]int{}, says: map[scopeKey]specialty.Care{}, kinds: map[uint32]uint8{}, codes: codeLists(c, s.Words)}
	for name, other := range besides {
		j.beside[c.Index(name)] = c.Index(other)
	}
	return j
}

// left gives the first reason that applies.
func (j *judge) left(rec *incidents.Record, v verdict, note *sheetNote) incidents.Left {
	if l := j.withdrawn(rec, note); l != incidents.Used {
		return l
	}
	if j.repeats.mark(rec) {
		return incidents.Duplicate
	}
	if j.otherKind(rec, note) {
		return incidents.NotIncident
	}
	if !j.All && (v.says == specialty.Other || v.says == specialty.Nothing && note.others > 0) {
		return incidents.NotMaternity
	}
	return j.when(rec)
}

func (j *judge) when(rec *incidents.Record) incidents.Left {
	if j.Period.All() {
		return incidents.Used
	}
	day := rec.When()
	switch {
	case day == 0:
		return incidents.NoDate
	case !j.Period.Holds(day):
		return incidents.OutsidePeriod
	}
	return incidents.Used
}

// dated tells whether a record has a date of death.
func (j *judge) dated(rec *incidents.Record) bool {
	_, state := rec.Day(j.death)
	return state == incidents.Present
}
