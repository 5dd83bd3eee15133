package collate

import (
	"fmt"
	"slices"

	"siequity/audit/sample/question"
	"siequity/audit/stats"
	"siequity/audit/stats/agreement"
)

// Figure is a number with its interval, or why there is none.
type Figure struct {
	Value  *float64 `json:"value"`
	Lower  *float64 `json:"lower"`
	Upper  *float64 `json:"upper"`
	Method string   `json:"method,omitempty"`
	Why    string   `json:"why,omitempty"`
}

func figure(v stats.Value, i stats.Interval) Figure {
	f := Figure{Method: i.Method}
	if !v.OK() {
		f.Why = v.Why
		return f
	}
	f.Value = &v.V
	if !i.OK() {
		f.Why = i.Why
		return f
	}
	f.Lower, f.Upper = &i.Lower, &i.Upper
	return f
}

// Agreement is how far two readers of the same cases agree on a question.
// Kappa falls where nearly all answers are the same; AC1 does not.
type Agreement struct {
	Question string   `json:"question"`
	Text     string   `json:"text"`
	Cases    int      `json:"cases"`
	Codes    []string `json:"codes"`
	Table    [][]int  `json:"table"` // [first reader's code][second reader's]
	Raw      Figure   `json:"raw"`
	Kappa    Figure   `json:"kappa"`
	AC1      Figure   `json:"ac1"`
	Words    string   `json:"words"`
}

// agreements is the agreement on every question that two readers answered for
// at least one case.
func (c *collator) agreements(s settled) []Agreement {
	var out []Agreement
	for q, question := range c.p.Questions {
		a := newAgreement(question)
		for _, one := range c.s.Cases {
			if pair := s[one.Number][q].pair; len(pair) >= 2 {
				i, j := slices.Index(a.Codes, pair[0]), slices.Index(a.Codes, pair[1])
				a.Table[i][j]++
				a.Cases++
			}
		}
		if a.Cases > 0 {
			a.work(c.s.Design.Level())
			out = append(out, a)
		}
	}
	return out
}

func newAgreement(q question.Question) Agreement {
	a := Agreement{Question: q.ID, Text: q.Text}
	for _, answer := range q.Answers {
		a.Codes = append(a.Codes, answer.Code)
		a.Table = append(a.Table, make([]int, len(q.Answers)))
	}
	return a
}

// leastPairs is the number of cases read twice from which kappa and AC1 are given.
// With fewer one case more or less turns them from poor to perfect; the share of
// cases on which the readers agree, with its exact interval, is given all the same.
// It is a setting, chosen here and not taken from a published source.
const leastPairs = 10

func (a *Agreement) work(level float64) {
	raw := agreement.RawAgreement(a.Table, level)
	kappa := agreement.Kappa(a.Table, agreement.Unweighted, level)
	gwet := agreement.Gwet(a.Table, agreement.Unweighted, 0, level)
	a.Raw, a.Kappa, a.AC1 = figure(raw.Value, raw.Interval), figure(kappa.Value, kappa.Interval), figure(gwet.Value, gwet.Interval)
	if a.Cases < leastPairs {
		why := fmt.Sprintf("too few: fewer than %d cases were read twice", leastPairs)
		a.Kappa, a.AC1 = Figure{Method: a.Kappa.Method, Why: why}, Figure{Method: a.AC1.Method, Why: why}
	}
	if a.Raw.Value != nil && *a.Raw.Value == 1 {
		const why = "the readers agree on every case: see the exact interval of the raw agreement"
		a.Kappa = withoutInterval(a.Kappa, why)
		a.AC1 = withoutInterval(a.AC1, why)
	}
	a.Words = agreementWords(*a)
}

// withoutInterval drops an interval of no width, which agreement in every case
// would give.
func withoutInterval(f Figure, why string) Figure {
	if f.Value != nil {
		f.Lower, f.Upper, f.Why = nil, nil, why
	}
	return f
}
