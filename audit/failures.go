package audit

import "siequity/rules"

// A FailedRule is a rule that records in scope fail, and how many of them do.
type FailedRule struct {
	ID      string
	Records int
}

// FailedRules lists the rules of the severity, or of a graver one, that records in
// scope fail and nobody has accepted, in the order of the packs.
func (r *Result) FailedRules(level rules.Severity) []FailedRule {
	counts := make([]int, len(r.Set.Rules))
	var outcomes []rules.Outcome
	for _, rec := range r.Records {
		if !rec.InScope() {
			continue
		}
		outcomes = r.Outcomes(rec, outcomes)
		for i, o := range outcomes {
			if o.Verdict == rules.Fail && r.Set.Rules[i].Severity <= level && !r.Accepted(r.Set.Rules[i].ID, rec) {
				counts[i]++
			}
		}
	}
	var out []FailedRule
	for i, n := range counts {
		if n > 0 {
			out = append(out, FailedRule{r.Set.Rules[i].ID, n})
		}
	}
	return out
}
