package reading

import (
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/codes"
)

// Classify gives each record in scope and out of it its meaning, apart from
// deprivation, which needs the look-ups.
func (s *Readings) Classify(records []*record.Record, workers int) {
	absent := &codes.LanguageReading{Status: "field_absent"}
	missing := &codes.LanguageReading{Status: "missing"}
	record.Share(len(records), workers, func(_, from, to int) {
		kept := map[ethnicityKey]*record.Ethnicity{}
		for _, r := range records[from:to] {
			r.Ethnicity = s.ethnicityOf(r, kept)
			r.Language = s.languageOf(r, absent, missing)
			r.Harm = record.HarmCodeOf(s.harmOf(r))
			r.Themes = s.themesOf(r)
		}
	})
}

// beforeEthnicity reports an LFPSE record of a taxonomy that had no ethnicity:
// a blank there is the form's, not the reporter's.
func (s *Readings) beforeEthnicity(r *record.Record) bool {
	text, state := r.Text(s.fields.taxonomy)
	if state != incidents.Present || r.Source() != "lfpse" {
		return false
	}
	v := readNumber(trimVersion(text))
	return v.Number() > 0 && v.Number() < 5
}

func trimVersion(text string) string {
	for i, c := range text {
		if c >= '0' && c <= '9' {
			return text[i:]
		}
	}
	return ""
}

func (s *Readings) languageOf(r *record.Record, absent, missing *codes.LanguageReading) *codes.LanguageReading {
	switch n, state := r.TextNumber(s.fields.language); state {
	case incidents.Absent:
		return absent
	case incidents.Present:
		return s.languages.of(n)
	}
	return missing
}

// harmOf gives the harm of the incident: the worst across its patients, each scale
// read by its own numbers. LFPSE grades body and mind apart, and the graver of the
// two known grades counts. No harm to the mind is no grade of the body: without one
// the harm is missing, not none. Where DATIX has the trust's own overall grade, that
// and the body's stand.
func (s *Readings) harmOf(r *record.Record) codes.HarmLevel {
	body, mind := s.harmParts(r)
	if !outweighs(mind, body) || body.overall && r.Source() != "lfpse" {
		return body.level
	}
	return mind
}

// bodyHarm is the grade of physical harm, or the overall grade of a trust.
type bodyHarm struct {
	level   codes.HarmLevel
	overall bool
}

func (s *Readings) harmParts(r *record.Record) (body bodyHarm, mind codes.HarmLevel) {
	body.level, mind = codes.HarmMissing, codes.HarmMissing
	for row := range r.Each {
		body.level = record.Worse(body.level, s.harmIn(row, s.fields.harmPhysical, s.harmPhysical))
		overall := s.harmIn(row, s.fields.harm, s.harmWords)
		body.level, body.overall = record.Worse(body.level, overall), body.overall || overall.Known()
		mind = record.Worse(mind, s.harmIn(row, s.fields.harmMind, s.harmMind))
	}
	return body, mind
}

// outweighs reports harm to the mind that is graver than what is known of the body.
func outweighs(mind codes.HarmLevel, body bodyHarm) bool {
	return mind.Rank() > max(body.level.Rank(), codes.HarmNone.Rank())
}

func (s *Readings) harmIn(row *incidents.Record, f int, m *memo[codes.HarmReading]) codes.HarmLevel {
	n, state := row.TextNumber(f)
	if state != incidents.Present {
		return codes.HarmMissing
	}
	return m.of(n).Level
}

// themesOf matches the clinical themes in the fields that name what happened.
func (s *Readings) themesOf(r *record.Record) uint64 {
	var bits uint64
	for _, f := range []int{s.fields.category, s.fields.subcategory, s.fields.incidentType, s.fields.criteria, s.fields.deathType} {
		if n, state := r.TextNumber(f); state == incidents.Present {
			bits |= *s.themes.of(n)
		}
	}
	return bits
}
