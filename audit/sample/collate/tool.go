package collate

import (
	"slices"

	"siequity/audit/sample"
	"siequity/audit/sample/estimate"
	"siequity/audit/stats"
)

// ToolFigure is how the tool's own findings of one dimension stand against the
// readers, who are taken as right. Positive is considered.
type ToolFigure struct {
	Dimension string   `json:"dimension"`
	Cases     int      `json:"cases"` // with a finding and a settled answer
	Labels    []string `json:"labels"`
	Table     [][]int  `json:"table"` // [readers' label][tool's label]
	// Sensitivity is the share of what the readers found considered that the
	// tool found too; Precision the share of what the tool found considered
	// that the readers did; Specificity the share of the rest it left alone.
	Sensitivity      Figure         `json:"sensitivity"`
	SensitivityExact Figure         `json:"sensitivity_exact"`
	Precision        Figure         `json:"precision"`
	PrecisionExact   Figure         `json:"precision_exact"`
	Specificity      Figure         `json:"specificity"`
	SameLabel        Figure         `json:"same_label"`
	Frame            estimate.Share `json:"sensitivity_of_frame"` // weighted to all cases of the frame
	FramePrecision   estimate.Share `json:"precision_of_frame"`
	Words            string         `json:"words"`
}

// compared is a case with both labels.
type compared struct {
	one           sample.Case
	readers, tool sample.Label
}

func (c *collator) toolFigures(s settled) []ToolFigure {
	var out []ToolFigure
	for d, name := range sample.Dimensions() {
		list := c.compare(s, d)
		if len(list) == 0 {
			continue
		}
		t := ToolFigure{Dimension: name, Cases: len(list)}
		t.count(list)
		t.figures(list, c.s.Design.Level())
		t.Frame = c.weighted(list, func(x compared) (in, yes bool) {
			return x.readers == sample.Considered, x.tool == sample.Considered
		})
		t.FramePrecision = c.weighted(list, func(x compared) (in, yes bool) {
			return x.tool == sample.Considered, x.readers == sample.Considered
		})
		t.Words = toolWords(t)
		out = append(out, t)
	}
	return out
}

// compare finds the cases with a finding of the tool and a settled answer; one
// on which the readers still differ is left out.
func (c *collator) compare(s settled, d int) []compared {
	q := -1
	for i, question := range c.p.Questions {
		if question.Dimension == d {
			q = i
		}
	}
	if q < 0 {
		return nil
	}
	var list []compared
	for _, one := range slices.Concat(c.s.Cases, c.s.Reserve) {
		v := s[one.Number][q]
		label := sample.Label(c.p.Questions[q].Labels[v.code])
		tool := one.Findings[d].Label
		if label != "" && !v.provisional && slices.Contains(sample.Labels(), tool) {
			list = append(list, compared{one, label, tool})
		}
	}
	return list
}

func (t *ToolFigure) count(list []compared) {
	labels := sample.Labels()
	for _, l := range labels {
		t.Labels = append(t.Labels, string(l))
		t.Table = append(t.Table, make([]int, len(labels)))
	}
	for _, x := range list {
		t.Table[slices.Index(labels, x.readers)][slices.Index(labels, x.tool)]++
	}
}

func (t *ToolFigure) figures(list []compared, level float64) {
	var both, readers, tool, neither, same int
	for _, x := range list {
		r, f := x.readers == sample.Considered, x.tool == sample.Considered
		both += tally(r && f)
		readers += tally(r)
		tool += tally(f)
		neither += tally(!r && !f)
		same += tally(x.readers == x.tool)
	}
	n := len(list)
	t.Sensitivity, t.SensitivityExact = share(both, readers, level, "the readers found no case considered")
	t.Precision, t.PrecisionExact = share(both, tool, level, "the tool found no case considered")
	t.Specificity, _ = share(neither, n-readers, level, "the readers found every case considered")
	t.SameLabel, _ = share(same, n, level, "")
}

func tally(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// share is x of n with the Wilson interval and with the exact one.
func share(x, n int, level float64, none string) (wilson, exact Figure) {
	if n == 0 {
		return Figure{Why: none}, Figure{Why: none}
	}
	w, e := stats.Wilson(float64(x), float64(n), level), stats.ClopperPearson(x, n, level)
	return figure(w.Value, w.Interval), figure(e.Value, e.Interval)
}

func (c *collator) weighted(list []compared, of func(compared) (in, yes bool)) estimate.Share {
	readings := make([]estimate.Reading, len(list))
	for i, x := range list {
		in, yes := of(x)
		readings[i] = estimate.Reading{Stratum: x.one.Stratum, In: in, Yes: yes}
	}
	return estimate.Of(c.strata(), readings, c.s.Design.Level())
}
