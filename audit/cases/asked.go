package cases

import (
	"cmp"

	"siequity/audit/record"
	"siequity/rules"
)

// Answering picks the record that answers for its case a question that is asked of the
// case once: of those of which it is asked and that can be judged, the one nearest to
// the investigation. Of two reviews the one that fails answers, as the case is not
// done before both are. Nothing is decided by the order of files.
func Answering(records []*record.Record, outcomes []rules.Outcome) int {
	best := 0
	for i := range records {
		if i > 0 && answersBefore(records[i], outcomes[i], records[best], outcomes[best]) {
			best = i
		}
	}
	return best
}

func answersBefore(a *record.Record, of rules.Outcome, b *record.Record, other rules.Outcome) bool {
	return cmp.Or(cmp.Compare(unsettled(of), unsettled(other)), cmp.Compare(nearness(a), nearness(b)),
		cmp.Compare(failsFirst(of), failsFirst(other)), cmp.Compare(a.ID(), b.ID())) < 0
}

// unsettled is 0 where a question is asked and answered, if only by a clock that still
// runs, 1 where it cannot be judged, and 2 where it is not asked.
func unsettled(o rules.Outcome) int {
	switch {
	case o.Verdict == rules.Pass || o.Verdict == rules.Fail || o.Why == rules.NotDue:
		return 0
	case o.Verdict == rules.Unknown:
		return 1
	}
	return 2
}

func failsFirst(o rules.Outcome) int {
	if o.Verdict == rules.Fail {
		return 0
	}
	return 1
}
