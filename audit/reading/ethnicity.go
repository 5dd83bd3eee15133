package reading

import (
	"cmp"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/codes"
)

// ethnicityKey holds what decides a record's ethnicity, so that a million
// records share a few hundred results.
type ethnicityKey struct {
	sheet  *incidents.Sheet
	first  [4]uint32
	states [4]incidents.State
	before bool // its form had no question about ethnicity
}

func (s *Readings) ethnicityOf(r *record.Record, kept map[ethnicityKey]*record.Ethnicity) *record.Ethnicity {
	for row := range r.Principals {
		if row != r.Record {
			return s.settleEthnicity(r) // several persons; few records have them
		}
	}
	key := ethnicityKey{sheet: r.Sheet, before: s.beforeEthnicity(r)}
	for i, f := range s.ethnicityFields() {
		key.first[i], key.states[i] = r.TextNumber(f)
	}
	e, known := kept[key]
	if !known {
		e = s.settleEthnicity(r)
		kept[key] = e
	}
	return e
}

// ethnicityFields lists the columns in which an ethnic category may stand, in the
// order in which they are believed: the person's own, of which there may be two, the
// national code of LFPSE, the incident form's.
func (s *Readings) ethnicityFields() [4]int {
	return [4]int{s.fields.ethnicity, s.fields.ethnicitySecond, s.fields.ethnicityLFPSE, s.fields.ethnicityHeader}
}

// settleEthnicity reads every column and person and makes one answer: a single
// valid code stands, two that differ are a conflict, and without a valid one the
// first that says anything is shown.
func (s *Readings) settleEthnicity(r *record.Record) *record.Ethnicity {
	var valid, first *record.Ethnicity
	column := false
	for row := range r.Principals {
		pair := s.ownEthnicity(row)
		if pair != nil && pair.Status == codes.EthnicityConflict {
			return pair
		}
		for i, f := range s.ethnicityFields() {
			n, state := row.TextNumber(f)
			column = column || state != incidents.Absent
			if state != incidents.Present {
				continue
			}
			e := pair
			if i > 1 {
				e = s.readEthnicity(row, f, n)
			}
			if first == nil || first.Status == codes.EthnicityMissing {
				first = e
			}
			switch {
			case e.Status != codes.EthnicityValid:
			case valid == nil:
				valid = e
			case valid.Code != e.Code:
				return disagreement(valid, e)
			}
		}
	}
	switch {
	case valid != nil:
		return valid
	case first != nil:
		return first
	case !column || s.beforeEthnicity(r):
		return &record.Ethnicity{Status: codes.EthnicityFieldAbsent, Why: "the export has no column for it"}
	}
	return &record.Ethnicity{Status: codes.EthnicityMissing, Why: "the cell is blank"}
}

func (s *Readings) readEthnicity(row *incidents.Record, f int, n uint32) *record.Ethnicity {
	memo := s.ethnicityWords
	if f == s.fields.ethnicityLFPSE || row.Source() == "lfpse" || s.declared == codes.SchemeLFPSE {
		memo = s.ethnicityLFPSE
	}
	e := memo.of(n)
	heading, _ := row.Sheet.Heading(f)
	return &record.Ethnicity{Raw: e.Raw, Code: e.Code, Group: string(e.Group), Bucket: s.options.Bucket(*e), Status: e.Status, Scheme: string(e.Scheme),
		Why: e.Why, Suggest: e.Suggest, Warning: e.Warning, Heading: heading, Recorded: codes.Recorded(*e)}
}

// disagreement makes a conflict of two readings. It keeps the group where both are of
// one: Pakistani and Indian differ, and both are Asian, in every table as well.
func disagreement(a, b *record.Ethnicity) *record.Ethnicity {
	e := &record.Ethnicity{Raw: a.Raw + " / " + b.Raw, Status: codes.EthnicityConflict, Heading: a.Heading, Scheme: a.Scheme, Recorded: true}
	said, other := cmp.Or(a.Code, a.Group), cmp.Or(b.Code, b.Group)
	e.Why = "the record says " + said + " and " + other
	if a.Heading != b.Heading {
		e.Why = "column " + a.Heading + " says " + said + ", column " + b.Heading + " says " + other
	}
	if a.Group == b.Group && a.Bucket == b.Bucket {
		e.Group, e.Bucket = a.Group, a.Bucket
	}
	return e
}

// ownEthnicity reads the two columns of a person's own ethnic category, such as the label
// and the code, as one answer; nil where neither holds anything.
func (s *Readings) ownEthnicity(row *incidents.Record) *record.Ethnicity {
	var read [2]*record.Ethnicity
	for i, f := range []int{s.fields.ethnicity, s.fields.ethnicitySecond} {
		if n, state := row.TextNumber(f); state == incidents.Present {
			read[i] = s.readEthnicity(row, f, n)
		}
	}
	return together(read[0], read[1])
}

// together makes one answer of two columns that ask the same of the same person. One
// without an answer gives way to the other, and answers that differ are a conflict: of
// a label and a code somebody chose one by mistake. That the family declined is an
// answer too.
func together(a, b *record.Ethnicity) *record.Ethnicity {
	switch {
	case a == nil || b == nil:
		return cmp.Or(a, b)
	case !a.Recorded && b.Recorded:
		return b
	case !a.Recorded || !b.Recorded:
		return a
	case differs(a, b):
		return disagreement(a, b)
	case a.Status != codes.EthnicityValid && b.Status == codes.EthnicityValid:
		return b
	}
	return a
}

// differs reports two answers that cannot both be right. Words that are no category
// contradict none, and of an unclear one only the group is held against the other.
func differs(a, b *record.Ethnicity) bool {
	if a.Code != "" && b.Code != "" {
		return a.Code != b.Code
	}
	return a.Group != "" && b.Group != "" && a.Group != b.Group
}
