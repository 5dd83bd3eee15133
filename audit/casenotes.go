package audit

// aboutCases reports what a person should know of the way in which records became
// cases.
func (r *Result) aboutCases() []Finding {
	return append(r.aboutOrganisations(), r.aboutTwins()...)
}

// aboutTwins reports the reviews that are in one case with another. The case counts
// once in the tables of cases, and both reviews in the measures.
func (r *Result) aboutTwins() []Finding {
	var further spots
	r.eachShared(func(records []*Record) {
		reviews := 0
		for _, rec := range records {
			if rec.Source() != "pmrt" {
				continue
			}
			if reviews++; reviews > 1 {
				further.add(rec.Record, rec.Sheet.Own())
			}
		}
	})
	return further.findings("case/several-reviews", "nothing needs doing if they are twins; if the reviews are of two mothers, correct the reference or the NHS number that they share", func(s spot) string {
		return s.counted("review stands", "reviews stand") + " in one case with the review of another baby, as twins of one birth are one case; each review counts by itself in the measures of reviews"
	})
}
