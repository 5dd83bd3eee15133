package audit

import "siequity/rules"

// An investigation says what the rules found of one dimension in one record or
// case.
type investigation uint8

// What they can find. Best comes first in a case: what one system's account shows
// need not be in the other's.
const (
	notAsked investigation = iota
	noEvidence
	evidenceFound
)

// Columns of the tables of consideration by ethnic group. The three add up to all
// cases, so that a table can be held against the other tables of the same cases.
const (
	ColumnEvidence   = "evidence found"
	ColumnNoEvidence = "no evidence found"
	ColumnNotAsked   = "not asked, or nothing to read"
)

// String gives the column of a table.
func (i investigation) String() string {
	return [...]string{ColumnNotAsked, ColumnNoEvidence, ColumnEvidence}[i]
}

// ConsiderationMeasure finds the measure of one dimension: the one that is shown
// split by what the finding rests on. It is nil where the packs have none.
func ConsiderationMeasure(set *rules.Set, d Dimension) *rules.Measure {
	for i := range set.Measures {
		if set.Measures[i].Split == d.String()+"_basis" {
			return &set.Measures[i]
		}
	}
	return nil
}

// considerationRules finds the rules on consideration, -1 where the packs have
// none.
func considerationRules(set *rules.Set) (at [dimensions]int) {
	for _, d := range Dimensions() {
		at[d] = -1
		if m := ConsiderationMeasure(set, d); m != nil && len(m.Rules) > 0 {
			at[d] = m.Rules[0]
		}
	}
	return at
}

// judge keeps what the rules on consideration found, for the tables of cases:
// other verdicts are only tallied.
func (r *Record) judge(outcomes []rules.Outcome, at [dimensions]int) {
	for d, rule := range at {
		if rule < 0 {
			continue
		}
		switch outcomes[rule].Verdict {
		case rules.Pass:
			r.views[d] |= packedView(evidenceFound) << judgedShift
		case rules.Fail:
			r.views[d] |= packedView(noEvidence) << judgedShift
		}
	}
}

// caseConsidered judges a case by its best record.
func caseConsidered(records []*Record) (best [dimensions]investigation) {
	for d := range best {
		for _, rec := range records {
			best[d] = max(best[d], investigation(rec.views[d]>>judgedShift))
		}
	}
	return best
}
