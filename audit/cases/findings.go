package cases

import (
	"cmp"
	"slices"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
)

// Findings reports what a person should know of the way in which records became
// cases. given holds the sources of which rows were read.
func (l *Linked) Findings(given map[string]bool) []finding.Finding {
	return slices.Concat(l.Cases.aboutDifferingOrganisations(), l.Cases.aboutTwins(), l.aboutDoubted(), l.aboutUnmet(given))
}

// aboutTwins reports the reviews that are in one case with another. The case counts
// once in the tables of cases, and both reviews in the measures.
func (c *Cases) aboutTwins() []finding.Finding {
	var further []*record.Record
	c.eachShared(func(records []*record.Record) {
		reviews := 0
		for _, rec := range records {
			if rec.Source() != "pmrt" {
				continue
			}
			if reviews++; reviews > 1 {
				further = append(further, rec)
			}
		}
	})
	return spotted(further, (*incidents.Sheet).Own).Findings("case/several-reviews", "nothing needs doing if they are twins; if the reviews are of two mothers, correct the reference or the NHS number that they share", func(s finding.Spot) string {
		return s.Counted("review stands", "reviews stand") + " in one case with the review of another baby, as twins of one birth are one case; each review counts by itself in the measures of reviews"
	})
}

// spotted counts records of cases by sheet, in the order of their rows.
func spotted(records []*record.Record, field func(*incidents.Sheet) int) *finding.Spots {
	slices.SortFunc(records, func(a, b *record.Record) int {
		return cmp.Or(cmp.Compare(a.Sheet.Number, b.Sheet.Number), cmp.Compare(a.Row, b.Row))
	})
	var out finding.Spots
	for _, rec := range records {
		out.Add(rec.Record, field(rec.Sheet))
	}
	return &out
}
