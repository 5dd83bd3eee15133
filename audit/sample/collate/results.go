package collate

import (
	"fmt"
	"slices"

	"siequity/audit/sample"
	"siequity/audit/sample/estimate"
	"siequity/audit/sample/question"
)

// Results is what the sample shows, in totals: no case, no reader's words.
// Counts are small and must pass disclosure control before they leave the trust.
type Results struct {
	Draw      string       `json:"draw"`
	Date      string       `json:"date"`
	FrameHash string       `json:"frame_hash"`
	Frame     int          `json:"frame"`
	Questions string       `json:"questions"`         // pack and version
	Records   bool         `json:"records,omitempty"` // the units are single records, see sample.Design
	Coverage  Coverage     `json:"coverage"`
	Estimates []Estimate   `json:"estimates"`
	Agreement []Agreement  `json:"agreement"`
	Tool      []ToolFigure `json:"tool"`
	Notes     []string     `json:"notes"`
}

// Estimate is a question's share of met among the cases to which it applies:
// of all, or of a group or stratum.
type Estimate struct {
	Question string `json:"question"`
	Text     string `json:"text"`
	By       string `json:"by"` // "all", "stratum", or a grouping such as "ethnicity"
	Value    string `json:"value"`
	Met      string `json:"met"`            // the answers that count
	Fact     bool   `json:"fact,omitempty"` // asks for a fact: a high share is neither good nor bad
	estimate.Share
	Answers []AnswerShare `json:"answers,omitempty"` // every answer, of all cases read; for "all" only
}

// AnswerShare is how often an answer was given.
type AnswerShare struct {
	Code  string   `json:"code"`
	Text  string   `json:"text"`
	Cases int      `json:"cases"`
	Share *float64 `json:"share"` // weighted
}

// results works everything out.
func (c *collator) results(s settled) {
	r := &c.out.Results
	r.Draw, r.Date, r.FrameHash, r.Frame = c.s.Design.ID, c.s.Design.Date, c.s.FrameHash, c.s.FrameSize
	r.Records = c.s.Design.Records
	r.Questions = c.p.Name + " " + c.p.Version
	c.decide(s)
	for q := range c.p.Questions {
		r.Estimates = append(r.Estimates, c.estimates(s, q)...)
	}
	r.Agreement = c.agreements(s)
	r.Tool = c.toolFigures(s)
	r.Notes = c.notes()
}

// answered is a case with a settled answer to one question.
type answered struct {
	one  sample.Case
	code string
}

func (c *collator) answeredTo(s settled, q int) []answered {
	var list []answered
	for _, one := range slices.Concat(c.s.Cases, c.s.Reserve) {
		if v := s[one.Number][q]; v.code != "" {
			list = append(list, answered{one, v.code})
		}
	}
	return list
}

// estimates is a question's share of all cases, by stratum, and by each group
// of enough cases.
func (c *collator) estimates(s settled, q int) []Estimate {
	list := c.answeredTo(s, q)
	all := c.estimate(q, list, "", "all cases")
	all.Answers = c.answerShares(q, list)
	out := []Estimate{all}
	if len(c.s.Strata) > 1 {
		for h := range c.s.Strata {
			out = append(out, c.ofStratum(q, list, h))
		}
	}
	for _, by := range []sample.By{sample.ByOrganisation, sample.BySource, sample.ByEthnicity, sample.ByQuintile, sample.ByHarm} {
		values := c.valuesOf(by)
		if len(values) < 2 {
			continue
		}
		for _, v := range values {
			out = append(out, c.estimate(q, list, by, v))
		}
	}
	return out
}

func (c *collator) valuesOf(by sample.By) []string {
	var list []string
	for i := range c.s.Cases {
		list = append(list, c.s.Cases[i].Value(by))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (c *collator) strata() []estimate.Stratum {
	list := make([]estimate.Stratum, len(c.s.Strata))
	for h, s := range c.s.Strata {
		list[h] = estimate.Stratum{Name: s.Name, Values: s.Values, Population: s.Population}
	}
	return list
}

// estimate is a question's share of the cases with a value of a grouping, of
// all cases when by is empty. Where the frame was divided by that grouping the
// other values' strata hold none of them, and are left out.
func (c *collator) estimate(q int, list []answered, by sample.By, value string) Estimate {
	question := c.p.Questions[q]
	strata := c.strata()
	at := slices.Index(c.s.Design.Strata, by)
	for h, s := range c.s.Strata {
		if at >= 0 && !s.Certain && s.Values[at] != value {
			strata[h].Population = 0
		}
	}
	var readings []estimate.Reading
	for i := range list {
		a := &list[i]
		if strata[a.one.Stratum].Population == 0 {
			continue
		}
		in := (by == "" || a.one.Value(by) == value) && a.code != notApplicable
		readings = append(readings, estimate.Reading{Stratum: a.one.Stratum, In: in, Yes: question.Met(a.code)})
	}
	name := string(by)
	if by == "" {
		name = "all"
	}
	return c.finish(q, name, value, estimate.Of(strata, readings, c.s.Design.Level()))
}

// Expected is what this audit found for a question in each group, for a later
// draw that spreads its cases by it. Groups without a share are left out.
func (c Collation) Expected(question string, by sample.By) []sample.Expected {
	var list []sample.Expected
	for _, e := range c.Results.Estimates {
		if e.Question == question && e.By == string(by) && e.Share.Share != nil {
			list = append(list, sample.Expected{Group: sample.Group{By: by, Any: []string{e.Value}}, Share: *e.Share.Share})
		}
	}
	return list
}

const notApplicable = question.NotApplicable

// ofStratum is a stratum by itself: a simple random sample of it.
func (c *collator) ofStratum(q int, list []answered, h int) Estimate {
	question := c.p.Questions[q]
	var readings []estimate.Reading
	for _, a := range list {
		if a.one.Stratum == h {
			readings = append(readings, estimate.Reading{In: a.code != notApplicable, Yes: question.Met(a.code)})
		}
	}
	strata := c.strata()[h : h+1]
	return c.finish(q, "stratum", c.s.Strata[h].Name, estimate.Of(strata, readings, c.s.Design.Level()))
}

// finish adds the words, and withholds the share of a group too small to speak
// for: its counts stay.
func (c *collator) finish(q int, by, value string, share estimate.Share) Estimate {
	question := c.p.Questions[q]
	e := Estimate{Question: question.ID, Text: question.Text, By: by, Value: value, Fact: question.Fact, Share: share}
	for i, code := range question.Counts {
		if i > 0 {
			e.Met += " or "
		}
		e.Met += question.AnswerText(code)
	}
	if by != "all" && share.Cases < c.o.LeastGroup && !share.Census {
		e.Share = estimate.Share{Read: share.Read, Cases: share.Cases, Yes: share.Yes, Level: share.Level, Why: fmt.Sprintf("fewer than %d cases were read", c.o.LeastGroup)}
	}
	return e
}

func (c *collator) answerShares(q int, list []answered) []AnswerShare {
	var out []AnswerShare
	for _, a := range c.p.Questions[q].Answers {
		readings := make([]estimate.Reading, len(list))
		for i, l := range list {
			readings[i] = estimate.Reading{Stratum: l.one.Stratum, In: true, Yes: l.code == a.Code}
		}
		share := estimate.Of(c.strata(), readings, c.s.Design.Level())
		out = append(out, AnswerShare{Code: a.Code, Text: a.Text, Cases: share.Yes, Share: share.Share})
	}
	return out
}
