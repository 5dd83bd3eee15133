package pages

import (
	"cmp"
	"fmt"
	"slices"

	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/sample/collate"
)

// sample shows what people found who read a sample of the cases: shares of the
// whole trust, how far two readers agree, and how the tool's own reading stands
// against theirs. It shows no group: those counts are too small to leave the trust.
func (m maker) sample() layout.Page {
	if m.Result == nil || len(m.Result.Config.Samples) == 0 {
		return layout.Page{}
	}
	p := layout.Page{ID: "sample", Sheet: "Audit sample", Title: "What readers of a sample found",
		Lead: []string{"People read a sample of the investigations. Shares are weighted to all cases of the frame, with intervals that allow for its size."}}
	for _, s := range m.Result.Config.Samples {
		r := s.Results
		p.Lead = append(p.Lead, fmt.Sprintf("Draw %s of %s: %d of %d cases drawn were read, from a frame of %d.", r.Draw, r.Date, r.Coverage.Read, r.Coverage.Drawn, r.Frame))
		p.Blocks = append(p.Blocks, m.sampleShares(r))
		if len(r.Agreement) > 0 {
			p.Blocks = append(p.Blocks, m.sampleAgreement(r))
		}
		p.Blocks = append(p.Blocks, m.sampleTool(r))
	}
	return p
}

func (m maker) sampleShares(r collate.Results) *layout.Table {
	t := &layout.Table{ID: "sample-" + r.Draw, Title: "Draw " + r.Draw + ": answers", RowBy: "question", Period: m.Period, Notes: caveats(r),
		Columns: []layout.Column{labelColumn("Question"), wordsColumn("Share of cases it applies to"), wordsColumn("95% interval"), wordsColumn("Found in, of cases read"), {Title: "What counts"}, {Title: "To be taken with care"}}}
	for _, e := range r.Estimates {
		if e.By != "all" {
			continue
		}
		t.Rows = append(t.Rows, row(layout.Say(e.Text), optional(e.Share.Share, 100, "%.1f%%"), between(e.Lower, e.Upper, 100), layout.Say(fmt.Sprintf("%d of %d", e.Yes, e.Cases)), layout.Say(e.Met), careful(e)))
	}
	return t
}

// caveats are what bears on all answers of a draw: cases and strata that nobody read,
// and how open answers were counted.
func caveats(r collate.Results) []string {
	var out []string
	for _, s := range append(slices.Clone(r.Coverage.Flags), r.Notes...) {
		out = append(out, release.Capital(s)+".")
	}
	return out
}

// careful says why a share or its interval is weak, or is not there.
func careful(e collate.Estimate) layout.Cell {
	if s := cmp.Or(e.Weak, e.Why); s != "" {
		return layout.Say(release.Capital(s))
	}
	return layout.Say("-")
}

func (m maker) sampleAgreement(r collate.Results) *layout.Table {
	t := &layout.Table{ID: "sample-agreement-" + r.Draw, Title: "Agreement of two readers", RowBy: "question", Period: m.Period,
		Columns: []layout.Column{labelColumn("Question"), countColumn("Cases"), wordsColumn("Agree"), wordsColumn("Kappa"), wordsColumn("AC1"), wordsColumn("AC1, 95% interval")},
		Notes:   []string{"Kappa falls where nearly all answers are the same; AC1 does not. Both are shown."}}
	for _, a := range r.Agreement {
		t.Rows = append(t.Rows, row(layout.Say(a.Text), release.Number(a.Cases), figureCell(a.Raw, 100, "%.0f%%"), figureCell(a.Kappa, 1, "%.2f"), figureCell(a.AC1, 1, "%.2f"), between(a.AC1.Lower, a.AC1.Upper, 1)))
	}
	return t
}

// sampleTool makes the printed accuracy of the consideration rules local.
func (m maker) sampleTool(r collate.Results) *layout.Table {
	t := &layout.Table{ID: "sample-tool-" + r.Draw, Title: "The tool's own reading against the readers", RowBy: "dimension", Period: m.Period,
		Columns: []layout.Column{labelColumn("Dimension"), countColumn("Cases"), wordsColumn("Found of what readers found considered"), wordsColumn("95% interval"), wordsColumn("Right of what it found considered"), wordsColumn("95% interval")},
		Notes:   []string{"Readers are taken as right. The figures speak for this trust's own reports."}}
	for _, f := range r.Tool {
		t.Rows = append(t.Rows, row(layout.Say(release.Capital(f.Dimension)), release.Number(f.Cases), figureCell(f.Sensitivity, 100, "%.0f%%"), between(f.Sensitivity.Lower, f.Sensitivity.Upper, 100),
			figureCell(f.Precision, 100, "%.0f%%"), between(f.Precision.Lower, f.Precision.Upper, 100)))
	}
	return t
}

// optional words a number that may not be known.
func optional(v *float64, scale float64, format string) layout.Cell {
	if v == nil {
		return layout.Cell{Text: "not known", Tone: layout.Grey}
	}
	return layout.Say(fmt.Sprintf(format, *v*scale))
}

// figureCell words a figure, or says why there is none.
func figureCell(f collate.Figure, scale float64, format string) layout.Cell {
	if f.Value == nil && f.Why != "" {
		return layout.Cell{Text: release.Capital(f.Why), Tone: layout.Grey}
	}
	return optional(f.Value, scale, format)
}

func between(lower, upper *float64, scale float64) layout.Cell {
	if lower == nil || upper == nil {
		return layout.Cell{Text: "-", Tone: layout.Grey}
	}
	if scale == 1 {
		return layout.Say(fmt.Sprintf("%.2f to %.2f", *lower, *upper))
	}
	return layout.Say(fmt.Sprintf("%.0f to %.0f", *lower*scale, *upper*scale))
}
