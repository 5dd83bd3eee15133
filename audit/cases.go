package audit

import (
	"fmt"
	"math/bits"

	"siequity/audit/deprivation"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// Cases are the events of an audit: each is told by one or more records. Records
// lie together by case in one slice, so that a million cases of one record cost
// no more than the records.
type Cases struct {
	order []*Record
	start []int32 // by case, where its records begin; one more at the end
	// Total is how many cases there are.
	Total int
}

// newCases groups records by their case number, which runs from 1. Within a case
// the order of records is kept.
func newCases(records []*Record, total int) Cases {
	c := Cases{Total: total, start: make([]int32, total+2)}
	for _, r := range records {
		if r.Case > 0 {
			c.start[r.Case+1]++
		}
	}
	for i := 1; i < len(c.start); i++ {
		c.start[i] += c.start[i-1]
	}
	c.order = make([]*Record, c.start[total+1])
	next := append([]int32(nil), c.start...)
	for _, r := range records {
		if r.Case > 0 {
			c.order[next[r.Case]] = r
			next[r.Case]++
		}
	}
	return c
}

// Records lists the records of case n, from 1.
func (c Cases) Records(n int) []*Record { return c.order[c.start[n]:c.start[n+1]] }

// CaseID names case n in files: case-0007.
func CaseID(n int32) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("case-%04d", n)
}

// A CaseView is what the records of a case say together.
type CaseView struct {
	Records      []*Record
	Organisation uint16
	Period       uint16
	Bucket       string // row of a table: a group, or one of the rows for what is not known
	Code         string // ethnic category, "" where not certain
	Origin       string // source the ethnicity came from where the case's first record has none
	Conflict     bool   // records of the case give valid categories that differ
	Place        deprivation.Place
	Harm         codes.HarmLevel
	Themes       uint64
	Kind         string
	Date         field.Day
}

// Rows of tables for cases whose ethnic group is not known.
const (
	RowNotStated = "Not stated"
	RowNotKnown  = "Not known or not valid"
)

// view puts the records of a case together. Nothing is overwritten: records keep
// their own readings, and the case only says which it is counted under.
func (r *Result) view(n int) CaseView { return r.viewOf(r.Cases.Records(n)) }

func (r *Result) viewOf(records []*Record) CaseView {
	first := records[0]
	v := CaseView{Records: records, Organisation: first.Organisation, Period: first.Period, Place: first.Place, Harm: codes.HarmMissing, Kind: kindOf(r, records), Date: when(first)}
	v.ethnicity(records)
	for _, rec := range records {
		v.Harm = worse(v.Harm, rec.Harm.Level())
		v.Themes |= rec.Themes
		if v.Place.Quintile == 0 && rec.Place.Quintile != 0 {
			v.Place = rec.Place
		}
	}
	return v
}

func (v *CaseView) ethnicity(records []*Record) {
	var from *Record
	for _, rec := range records {
		e := rec.Ethnicity
		switch {
		case e.Status == codes.EthnicityConflict:
			v.Conflict = true
		case e.Status != codes.EthnicityValid:
		case from == nil:
			from = rec
		case from.Ethnicity.Code != e.Code:
			v.Conflict = true
		}
	}
	switch {
	case from != nil && !v.Conflict:
		v.Code, v.Bucket = from.Ethnicity.Code, from.Ethnicity.Bucket
		if from != records[0] {
			v.Origin = from.Source()
		}
	case from != nil && sameBucket(records):
		v.Bucket = from.Ethnicity.Bucket
	default:
		v.Bucket = uncertain(records)
	}
}

// sameBucket reports whether all valid readings fall in one row: Pakistani and
// Indian disagree, and both are Asian.
func sameBucket(records []*Record) bool {
	bucket := ""
	for _, rec := range records {
		e := rec.Ethnicity
		switch {
		case e.Status == codes.EthnicityConflict && e.Bucket == "":
			return false
		case e.Status != codes.EthnicityValid && e.Status != codes.EthnicityConflict:
		case bucket == "":
			bucket = e.Bucket
		case bucket != e.Bucket:
			return false
		}
	}
	return bucket != ""
}

// uncertain gives the row of a case without a valid category: a group that is
// certain all the same, not stated, or not known.
func uncertain(records []*Record) string {
	row := RowNotKnown
	for _, rec := range records {
		switch e := rec.Ethnicity; {
		case e.Status == codes.EthnicityAmbiguous && e.Bucket != "":
			return e.Bucket
		case e.Status == codes.EthnicityNotStated:
			row = RowNotStated
		}
	}
	return row
}

// Kinds of case, by the closest look that was taken at it.
const (
	KindPMRT     = "Perinatal death reviewed (PMRT)"
	KindMNSI     = "MNSI / HSIB investigation"
	KindSI       = "Serious incident"
	KindResponse = "PSIRF learning response"
	KindIncident = "Other incident"
)

// CaseKinds lists the kinds in the order of tables.
func CaseKinds() []string { return []string{KindPMRT, KindMNSI, KindSI, KindResponse, KindIncident} }

func kindOf(r *Result, records []*Record) string {
	best := len(CaseKinds()) - 1
	for _, rec := range records {
		k := best
		switch {
		case rec.Source() == "pmrt":
			k = 0
		case rec.Source() == "mnsi":
			k = 1
		case rec.Source() == "steis" || r.readings.framework(rec) == "si":
			k = 2
		case r.readings.framework(rec) == "psirf":
			k = 3
		}
		best = min(best, k)
	}
	return CaseKinds()[best]
}

// ThemeNames lists the IDs of the themes in a bit set.
func (r *Result) ThemeNames(set uint64) []string {
	out := []string{}
	for ; set != 0; set &= set - 1 {
		out = append(out, r.Themes[bits.TrailingZeros64(set)].ID)
	}
	return out
}
