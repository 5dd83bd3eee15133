package count

import (
	"cmp"

	"siequity/audit/deprivation"
	"siequity/audit/record"
	"siequity/rules/codes"
)

// What a team's records can lack. Only what the export has a column for counts
// against a team: a missing column is for whoever sets up the export.
const (
	TeamRecords     = "records"
	TeamEthnicity   = "ethnicity"
	TeamDeprivation = "deprivation"
	TeamLanguage    = "language"
	TeamHarm        = "harm"
)

// TeamColumns lists them in the order of tables.
func TeamColumns() []string {
	return []string{TeamRecords, TeamEthnicity, TeamDeprivation, TeamLanguage, TeamHarm}
}

// teamKey is all that the table of teams counts of a record.
type teamKey struct {
	used                 bool
	organisation, period uint16
	source, team         string
	lacks                [4]bool // in the order of TeamColumns
}

func (r *Counting) teamKey(rec *record.Record) teamKey {
	if !rec.InScope() {
		return teamKey{}
	}
	language, harm := rec.Language.Status, rec.Harm.Level()
	return teamKey{used: true, organisation: rec.Organisation, period: rec.Period, source: rec.Source(), team: cmp.Or(r.Readings.Team(rec), r.Organisations[rec.Organisation]), lacks: [4]bool{
		rec.Ethnicity.Status != codes.EthnicityValid && rec.Ethnicity.Status != codes.EthnicityFieldAbsent,
		!rec.Place.Status.Known() && !rec.Place.Unlooked() && lostPlace(rec.Place.Status),
		language != codes.LanguageValid && string(language) != "field_absent",
		r.Readings.HasHarm(rec) && (harm == codes.HarmMissing || harm == codes.HarmUnmapped)}}
}

// lostPlace reports a place that somebody could still find: a family without an
// English postcode has an answer, and an export without the column has none to mend.
func lostPlace(s deprivation.Status) bool {
	switch s {
	case deprivation.NoFixedAbode, deprivation.OutsideEngland, deprivation.Overseas, deprivation.FieldAbsent:
		return false
	}
	return true
}

// teams counts a record in the table of teams.
func (c *counter) teams(k teamKey) {
	if !k.used {
		return
	}
	c.add(TableTeam, k.organisation, k.period, k.source, k.team, TeamRecords, 1)
	for i, lacks := range k.lacks {
		if lacks {
			c.add(TableTeam, k.organisation, k.period, k.source, k.team, TeamColumns()[i+1], 1)
		}
	}
}
