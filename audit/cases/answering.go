package cases

import (
	"cmp"
	"slices"

	"siequity/audit/deprivation"
	"siequity/audit/finding"
	"siequity/audit/organisation"
	"siequity/audit/record"
	"siequity/incidents"
)

// investigators lists the sources by how near their records are to the
// investigation of an event. Where records of one case differ on what can be said
// once only, the first of these sources is followed.
var investigators = []string{"steis", "mnsi", "pmrt", "datix", "lfpse"}

func nearness(r *record.Record) int { return slices.Index(investigators, r.Source()) }

// answering gives the organisation that a case counts under: one that is stated
// before none, then that of the record nearest to the investigation, then the first
// by name.
func (c *Cases) answering(records []*record.Record) uint16 {
	best := records[0]
	for _, rec := range records[1:] {
		if rec.Organisation == best.Organisation {
			continue
		}
		if cmp.Or(cmp.Compare(c.unstated(rec), c.unstated(best)), cmp.Compare(nearness(rec), nearness(best)),
			cmp.Compare(rec.Organisation, best.Organisation)) < 0 { // organisations are numbered by name
			best = rec
		}
	}
	return best.Organisation
}

// unstated is 1 for a record that does not say whose it is, and else 0.
func (c *Cases) unstated(rec *record.Record) int {
	if c.names[rec.Organisation] == organisation.Unstated {
		return 1
	}
	return 0
}

// nearerPlace reports whether a tells better than b where the family lives: a
// quintile before the reason for having none, and that before nothing known; then
// the record nearest to the investigation, then the more deprived.
func nearerPlace(a, b *record.Record) bool {
	return a != b && cmp.Or(cmp.Compare(placeRank(a.Place), placeRank(b.Place)), cmp.Compare(nearness(a), nearness(b)),
		cmp.Compare(a.Place.Quintile, b.Place.Quintile)) < 0
}

func placeRank(p deprivation.Place) int {
	switch IMDColumn(p) {
	case ColumnNoIMD:
		return 3
	case ColumnOutside:
		return 2
	case ColumnNoAbode:
		return 1
	}
	return 0
}

// aboutDifferingOrganisations reports the records that name another organisation than the
// one their case counts under, sheet by sheet.
func (c *Cases) aboutDifferingOrganisations() []finding.Finding {
	var others []*record.Record
	c.eachShared(func(records []*record.Record) {
		under := c.answering(records)
		for _, rec := range records {
			if rec.Organisation != under && c.unstated(rec) == 0 {
				others = append(others, rec)
			}
		}
	})
	organisation := func(*incidents.Sheet) int { return c.seen.Catalogue.Index("organisation") }
	return spotted(others, organisation).Findings("case/organisations-differ", "if the two names are of one trust, put them together under organisations: in siequity.yaml", func(s finding.Spot) string {
		return s.Counted("record names", "records name") + " another organisation than the rest of the case; a case counts once, under the organisation of the record nearest to the investigation: StEIS, then MNSI, PMRT, DATIX, LFPSE"
	})
}

// eachShared hands out the cases that several records tell.
func (c *Cases) eachShared(use func(records []*record.Record)) {
	for n := 1; n <= c.Total; n++ {
		if records := c.Records(n); len(records) > 1 {
			use(records)
		}
	}
}
