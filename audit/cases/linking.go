package cases

import (
	"iter"
	"math/bits"

	"siequity/audit/link"
	"siequity/audit/organisation"
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
	"siequity/rules/codes"
)

// linking hands the records in scope to package link, as numbers and references.
type linking struct {
	*reading.Readings
	fields        linkFields
	organisations []string
	in            []*record.Record
	cited         []link.Citation // one slab for all records: most cite nothing
	schedule      map[string]link.Source
}

// linkFields are the catalogue numbers of what records are linked by.
type linkFields struct {
	nhs, hospital, birth, babyBirth, dateOfDeath, gestation int
}

func numberLinkFields(c *incidents.Catalogue) linkFields {
	n := c.Index
	return linkFields{nhs: n("nhs_number"), hospital: n("hospital_number"), birth: n("date_of_birth"), babyBirth: n("date_of_birth_baby"), dateOfDeath: n("date_of_death"), gestation: n("gestation")}
}

var linkSources = map[string]link.Source{"steis": link.StEIS, "datix": link.Datix, "lfpse": link.LFPSE, "mnsi": link.MNSI, "pmrt": link.PMRT}

// A Linked is what linking gave: the cases, and the evidence, which names
// records by their index.
type Linked struct {
	Cases             Cases
	total             int
	Links, Candidates []link.Link
	unmet             []link.Unmet // references that no record of the files has
	records           []*record.Record
	seen              *reading.Readings
}

// Link makes cases of the records in scope: those of one event share a number,
// from 1. days is how far apart the dates of an incident may lie, fewer than nought
// for as far as usual; organisations are the names by number.
func Link(s *reading.Readings, all []*record.Record, days int, organisations []string) *Linked {
	l := numberCases(s, all, days, organisations)
	l.Cases, l.records, l.seen = newCases(all, l.total, s, organisations), all, s
	return l
}

// numberCases gives each record in scope the number of its case.
func numberCases(s *reading.Readings, all []*record.Record, days int, organisations []string) *Linked {
	l := linking{Readings: s, fields: numberLinkFields(s.Catalogue), organisations: organisations, schedule: linkSources, in: make([]*record.Record, 0, len(all))}
	index := make([]int32, 0, len(all))
	for i, r := range all {
		if r.InScope() {
			l.in = append(l.in, r)
			index = append(index, int32(i))
		}
	}
	if l.unlinked() {
		for i, r := range l.in {
			r.Case = int32(i) + 1
		}
		return &Linked{total: len(l.in)}
	}
	records := make([]link.Record, len(l.in))
	for i, r := range l.in {
		records[i] = l.record(r)
	}
	o := link.DefaultOptions()
	if days >= 0 {
		o.IncidentDays = days
	}
	found := link.Cases(records, o)
	for i, r := range l.in {
		r.Case = found.Case[i] + 1
	}
	out := &Linked{total: found.Count, Links: reindex(found.Links, index), Candidates: reindex(found.Candidates, index), unmet: found.Unmet(l.leftOut(all))}
	for i := range out.unmet {
		out.unmet[i].Record = index[out.unmet[i].Record]
	}
	return out
}

// leftOut gives the references of the records that are no part of any case.
func (l *linking) leftOut(all []*record.Record) iter.Seq2[link.Source, string] {
	return func(yield func(link.Source, string) bool) {
		for _, r := range all {
			if !r.InScope() && !yield(l.schedule[r.Source()], r.Reference()) {
				return
			}
		}
	}
}

// unlinked reports records of one system that hold nothing to link by: no person's
// number, no reference to another system. Each is a case then, and a million of
// them need not be taken apart to see it.
func (l *linking) unlinked() bool {
	f := &l.fields
	sheets := map[*incidents.Sheet]bool{}
	for _, r := range l.in {
		if sheets[r.Sheet] {
			continue
		}
		sheets[r.Sheet] = true
		if r.Source() != l.in[0].Source() || r.Sheet.Has(f.nhs) || r.Sheet.Has(f.hospital) || r.Sheet.Has(f.birth) {
			return false
		}
		for _, source := range reading.ReferenceOrder {
			if source != r.Source() && r.Sheet.Has(l.ReferenceField(source)) {
				return false
			}
		}
	}
	return true
}

func reindex(links []link.Link, index []int32) []link.Link {
	for i := range links {
		links[i].A, links[i].B = index[links[i].A], index[links[i].B]
	}
	return links
}

// LinkWords tells why two records were put together, without any identifier.
func LinkWords(records []*record.Record, l link.Link) string {
	var pair []link.Record
	for _, i := range []int32{l.A, l.B} {
		pair = append(pair, link.Record{Source: linkSources[records[i].Source()]})
	}
	return link.Link{A: 0, B: 1, Reason: l.Reason, Days: l.Days}.Words(pair)
}

func (l *linking) record(r *record.Record) link.Record {
	f := &l.fields
	out := link.Record{Source: l.schedule[r.Source()], Organisation: l.place(r), Own: r.Reference(),
		Event: linkDay(r.When())}
	if r.Apart() {
		out.Own = "" // its number names another event too
	}
	out.NHS[0] = l.nhs(r)
	if key, state := r.Key(f.hospital); state == incidents.Present {
		out.Hospital[0] = link.NumberKey(incidents.Unpack(key))
	}
	if d, state := r.Day(f.birth); state == incidents.Present {
		out.MotherBorn = linkDay(d)
	}
	if d, state := r.Day(f.babyBirth); state == incidents.Present {
		out.Birth = linkDay(d)
	}
	if d, state := r.Day(f.dateOfDeath); state == incidents.Present {
		out.Death = linkDay(d)
	}
	out.Cited = l.cite(r)
	out.Traits = l.traits(r)
	return out
}

// place numbers the organisation; 0 where nobody says which it is, since an
// unknown trust contradicts none.
func (l *linking) place(r *record.Record) uint32 {
	if l.organisations[r.Organisation] == organisation.Unstated {
		return 0
	}
	return uint32(r.Organisation) + 1
}

// nhs gives the key of the woman's NHS number if its check digit is right: a wrong digit
// would tie two women together.
func (l *linking) nhs(r *record.Record) uint64 {
	key, state := r.Key(l.fields.nhs)
	if state != incidents.Present {
		return 0
	}
	number, ok := codes.NHSNumber(incidents.Unpack(key))
	if !ok {
		return 0
	}
	return link.NumberKey(number)
}

// cite lists the references to other systems. They lie in one slab; appending to
// it may move it, so a record keeps the part it was given.
func (l *linking) cite(r *record.Record) []link.Citation {
	at := len(l.cited)
	for _, source := range reading.ReferenceOrder {
		if source == r.Source() {
			continue
		}
		if text, state := r.Text(l.ReferenceField(source)); state == incidents.Present {
			l.cited = append(l.cited, link.Citation{System: l.schedule[source], Text: text})
		}
	}
	return l.cited[at:len(l.cited):len(l.cited)]
}

// traits are what different systems may tell alike: harm, theme, gestation.
func (l *linking) traits(r *record.Record) [4]uint16 {
	var t [4]uint16
	if r.Harm.Level().Known() {
		t[0] = uint16(r.Harm) + 1
	}
	if r.Themes != 0 {
		t[1] = uint16(bits.TrailingZeros64(r.Themes)) + 1 // the first theme
	}
	if v := l.Number(r, l.fields.gestation); v.State == rules.Given {
		t[2] = uint16(v.Number()) + 1
	}
	return t
}

func linkDay(d field.Day) link.Day {
	if d == 0 {
		return 0
	}
	return link.DayOf(d.Time())
}
