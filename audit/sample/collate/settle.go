package collate

import (
	"slices"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
)

// Disagreement is a question of a case on which its readers differ.
type Disagreement struct {
	Case      int          `json:"case"`
	ID        string       `json:"id"`
	Reference string       `json:"reference"`
	Question  string       `json:"question"`
	Text      string       `json:"text"`
	Answers   []ReaderSays `json:"answers"`
	Settled   string       `json:"settled,omitempty"` // the code adjudicated, if any
}

// ReaderSays is one reader's answer.
type ReaderSays struct {
	Reader string `json:"reader"`
	Code   string `json:"code"`
	Shown  string `json:"shown"`
}

// verdict is what stands for one question of one case.
type verdict struct {
	code        string // "" when nobody answered
	provisional bool   // the readers differ and nobody has adjudicated
	pair        []string
}

// settled is the verdicts by case number and question.
type settled map[int][]verdict

// settle finds what stands: adjudication first, then what the readers agree on,
// then the first reader's answer for the time being.
func (c *collator) settle() settled {
	out := settled{}
	for _, one := range slices.Concat(c.s.Cases, c.s.Reserve) {
		list := make([]verdict, len(c.p.Questions))
		for q := range c.p.Questions {
			list[q] = c.verdict(one, q)
		}
		out[one.Number] = list
	}
	return out
}

func (c *collator) verdict(one sample.Case, q int) verdict {
	var says []ReaderSays
	for _, i := range c.order(one) {
		if t, ok := c.heard[slot{i, one.Number, q}]; ok {
			says = append(says, ReaderSays{c.k.Reader(i), t.code, c.p.Questions[q].AnswerText(t.code)})
		}
	}
	final, adjudicated := c.heard[slot{-1, one.Number, q}]
	v := verdict{code: final.code}
	for _, s := range says {
		v.pair = append(v.pair, s.Code)
	}
	differ := slices.ContainsFunc(says, func(s ReaderSays) bool { return s.Code != says[0].Code })
	if !adjudicated && len(says) > 0 {
		v.code, v.provisional = says[0].Code, differ
	}
	if differ {
		question := c.p.Questions[q]
		c.out.Disagreements = append(c.out.Disagreements, Disagreement{
			Case: one.Number, ID: one.ID, Reference: one.Reference, Question: question.ID, Text: question.Text, Answers: says, Settled: final.code,
		})
	}
	return v
}

// order is a case's readers, those it was dealt to first.
func (c *collator) order(one sample.Case) []int {
	list := c.readersOf(one)
	for i := range c.s.Design.Readers {
		if !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// Disputed lists the disagreements that nobody has settled, for a proforma that
// goes to whoever adjudicates.
func (c Collation) Disputed() []proforma.Disputed {
	var list []proforma.Disputed
	for _, d := range c.Disagreements {
		if d.Settled != "" {
			continue
		}
		one := proforma.Disputed{Case: d.Case, Question: d.Question}
		for _, a := range d.Answers {
			one.Answers = append(one.Answers, a.Shown)
		}
		list = append(list, one)
	}
	return list
}

// decision is the label that review gives a case's dimension.
type decision struct {
	id        string
	dimension int
	label     sample.Label
}

// Decisions is what the readers found for each case by id, in the order of
// sample.Dimensions: the label for a record whose basis is review. Adjudicated
// answers win; a dimension that nobody answered, or on which readers still
// differ, has no label.
func (c Collation) Decisions() map[string][3]sample.Label {
	out := map[string][3]sample.Label{}
	for _, d := range c.decisions {
		labels := out[d.id]
		labels[d.dimension] = d.label
		out[d.id] = labels
	}
	return out
}

// decide turns the settled answers about the dimensions into labels.
func (c *collator) decide(s settled) {
	for _, one := range slices.Concat(c.s.Cases, c.s.Reserve) {
		for q, question := range c.p.Questions {
			v := s[one.Number][q]
			label := sample.Label(question.Labels[v.code])
			if question.Dimension >= 0 && label != "" && !v.provisional {
				c.out.decisions = append(c.out.decisions, decision{one.ID, question.Dimension, label})
			}
		}
	}
}
