package cases

import (
	"cmp"

	"siequity/audit/deprivation"
	"siequity/audit/record"
	"siequity/rules/codes"
)

// A View is what the records of a case say together.
type View struct {
	Records      []*record.Record
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
}

// Rows of tables for cases whose ethnic group is not known.
const (
	RowNotStated = "Not stated"
	RowNotKnown  = "Not known or not valid"
)

// View puts the records of a case together. Nothing is overwritten: records keep
// their own readings, and the case only says which it is counted under. Which one
// that is follows from what the records say, never from the order of the files:
//
//   - the organisation by [Cases.answering], the quarter by the earliest date told,
//     since that is when the event began;
//   - the ethnic group only where the records agree on it;
//   - the place by [nearerPlace], the gravest harm, all themes, the closest look.
func (c *Cases) View(n int) View { return c.ViewOf(c.Records(n)) }

// ViewOf puts records together as those of one case.
func (c *Cases) ViewOf(records []*record.Record) View {
	from := records[0]
	v := View{Records: records, Place: from.Place, Harm: codes.HarmMissing, Kind: c.kindOf(records)}
	v.Organisation, v.Period = c.Counted(records)
	v.ethnicity(records)
	for _, rec := range records {
		v.Harm = record.Worse(v.Harm, rec.Harm.Level())
		v.Themes |= rec.Themes
		if nearerPlace(rec, from) {
			from, v.Place = rec, rec.Place
		}
	}
	return v
}

// Counted gives the organisation and the quarter that a case counts under.
func (c *Cases) Counted(records []*record.Record) (organisation, period uint16) {
	first := records[0]
	if len(records) == 1 {
		return first.Organisation, first.Period
	}
	for _, rec := range records[1:] {
		if d := rec.When(); d != 0 && (first.When() == 0 || d < first.When()) {
			first = rec
		}
	}
	return c.answering(records), first.Period
}

func (v *View) ethnicity(records []*record.Record) {
	var from *record.Record
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
	default:
		v.Bucket = cmp.Or(sameBucket(records), uncertain(records))
	}
}

// sameBucket gives the row in which all answers fall, "" where they fall in several:
// Pakistani and Indian disagree, between two records or within one, and both are Asian.
func sameBucket(records []*record.Record) string {
	bucket := ""
	for _, rec := range records {
		e := rec.Ethnicity
		switch {
		case e.Status == codes.EthnicityConflict && e.Bucket == "":
			return ""
		case e.Status != codes.EthnicityValid && e.Status != codes.EthnicityConflict:
		case bucket == "":
			bucket = e.Bucket
		case bucket != e.Bucket:
			return ""
		}
	}
	return bucket
}

// uncertain gives the row of a case without a valid category: a group that is
// certain all the same and that no other record contradicts, not stated, or not
// known.
func uncertain(records []*record.Record) string {
	row, group := RowNotKnown, ""
	for _, rec := range records {
		switch e := rec.Ethnicity; {
		case e.Status == codes.EthnicityAmbiguous && e.Bucket != "":
			if group != "" && group != e.Bucket {
				return RowNotKnown
			}
			group = e.Bucket
		case e.Status == codes.EthnicityNotStated:
			row = RowNotStated
		}
	}
	return cmp.Or(group, row)
}
