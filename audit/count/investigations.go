package count

import (
	"siequity/audit/record"
	"siequity/rules"
)

// Columns of the tables of consideration by ethnic group. The three add up to all
// cases, so that a table can be held against the other tables of the same cases.
const (
	ColumnEvidence   = "evidence found"
	ColumnNoEvidence = "no evidence found"
	ColumnNotAsked   = "not asked, or nothing to read"
)

// investigationColumn gives the column of a table.
func investigationColumn(i record.Investigation) string {
	return [...]string{ColumnNotAsked, ColumnNoEvidence, ColumnEvidence}[i]
}

// ConsiderationMeasure finds the measure of one dimension: the one that is shown
// split by what the finding rests on. It is nil where the packs have none.
func ConsiderationMeasure(set *rules.Set, d record.Dimension) *rules.Measure {
	for i := range set.Measures {
		if set.Measures[i].Split == d.String()+"_basis" {
			return &set.Measures[i]
		}
	}
	return nil
}

// considerationRules finds the rules on consideration, -1 where the packs have
// none.
func considerationRules(set *rules.Set) (at [record.DimensionCount]int) {
	for _, d := range record.Dimensions() {
		at[d] = -1
		if m := ConsiderationMeasure(set, d); m != nil && len(m.Rules) > 0 {
			at[d] = m.Rules[0]
		}
	}
	return at
}

// judge keeps what the rules on consideration found, for the tables of cases:
// other verdicts are only tallied.
func judge(r *record.Record, outcomes []rules.Outcome, at [record.DimensionCount]int) {
	for d, rule := range at {
		if rule < 0 {
			continue
		}
		switch outcomes[rule].Verdict {
		case rules.Pass:
			r.Judge(record.Dimension(d), record.EvidenceFound)
		case rules.Fail:
			r.Judge(record.Dimension(d), record.NoEvidence)
		}
	}
}

// caseConsidered judges a case by its best record.
func caseConsidered(records []*record.Record) (best [record.DimensionCount]record.Investigation) {
	for d := range best {
		for _, rec := range records {
			best[d] = max(best[d], rec.Judged(record.Dimension(d)))
		}
	}
	return best
}
