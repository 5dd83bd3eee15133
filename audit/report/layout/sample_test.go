package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"siequity/audit/report/layout"
)

// sample is an invented pack with everything that a page can hold.
func sample() layout.Model {
	pages := []layout.Page{summaryPage(), coverageByIMD(), trendsPage(), actionsPage(), awkwardPage()}
	contents := &layout.Table{ID: "contents", Title: "Contents", Columns: []layout.Column{{Title: "Page", Kind: layout.Label}, {Title: "What it shows"}}}
	for _, p := range pages {
		contents.Rows = append(contents.Rows, layout.Row{Cells: []layout.Cell{{Text: p.Title, Link: p.ID}, layout.Say(p.Lead[0])}})
	}
	cover := layout.Page{ID: "cover", Sheet: "Cover", Title: "Quality Assurance Panel pack",
		Lead: []string{"Whether maternity and neonatal incidents are recorded and investigated fairly for every family.",
			"Counts are not rates: without births by ethnic group and deprivation they show who is reported on, not who is at risk."},
		Blocks: []layout.Block{&layout.Facts{Heading: "About this pack", Rows: []layout.Fact{{Label: "Organisation", Value: "Larkfield Hospitals & Community Trust"},
			{Label: "Period", Value: "2026/27-Q1"}, {Label: "Sources", Value: "StEIS, DATIX, LFPSE, MNSI, PMRT"},
			{Label: "Deprivation", Value: "Index of Multiple Deprivation 2019; quintile 1 is the most deprived"},
			{Label: "Prepared by", Sign: true}, {Label: "Approved by", Sign: true}, {Label: "Date", Sign: true}}}, contents}}
	return layout.Model{Title: "Quality Assurance Panel pack", Organisation: "Larkfield Hospitals & Community Trust", Period: "2026/27-Q1",
		Marking: "OFFICIAL-SENSITIVE", Version: "1.0.0", Pages: append([]layout.Page{cover}, pages...)}
}

// TestSampleHoldsEverything holds that the golden files made of the sample cover what
// a page can hold: every kind of column, every tone and every kind of chart.
func TestSampleHoldsEverything(t *testing.T) {
	kinds, tones, charts := map[layout.Kind]bool{}, map[layout.Tone]bool{}, map[layout.ChartKind]bool{}
	for _, p := range sample().Pages {
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case *layout.Chart:
				charts[b.Kind] = true
			case *layout.Table:
				for _, c := range b.Columns {
					kinds[c.Kind] = true
				}
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						tones[c.Tone] = true
					}
				}
			}
		}
	}
	if want := int(layout.Entry) + 1; len(kinds) != want {
		t.Errorf("%d kinds of column, want %d: %v", len(kinds), want, kinds)
	}
	if want := int(layout.Hidden) + 1; len(tones) != want {
		t.Errorf("%d tones, want %d: %v", len(tones), want, tones)
	}
	if want := int(layout.Funnel) + 1; len(charts) != want {
		t.Errorf("%d kinds of chart, want %d: %v", len(charts), want, charts)
	}
}

func count(n int) layout.Cell {
	return layout.Cell{Text: thousands(n), Number: float64(n), IsNum: true}
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	if len(s) > 3 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

func percent(v float64) layout.Cell {
	return layout.Cell{Text: fmt.Sprintf("%.1f%%", v), Number: v, IsNum: true}
}

func summaryPage() layout.Page {
	t := &layout.Table{ID: "kpi", Title: "Measures", RowBy: "measure", Columns: []layout.Column{{Title: "Measure", Kind: layout.Label}, {Title: "Target"},
		{Title: "Actual", Kind: layout.Percent, Figure: true}, {Title: "n of N", Figure: true}, {Title: "95% interval", Figure: true}, {Title: "Rating", Kind: layout.RAG, Figure: true},
		{Title: "Previous period", Kind: layout.Percent, Figure: true}, {Title: "Trend"}}}
	row := func(name, target string, actual layout.Cell, n, ci, rag string, tone layout.Tone, was layout.Cell, trend string) {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(name), layout.Say(target), actual, layout.Say(n), layout.Say(ci), {Text: rag, Tone: tone}, was, layout.Say(trend)}})
	}
	row("Valid ethnic category recorded", "at least 95%", percent(96.4), "1,243 of 1,289", "95.3 to 97.3", "Green", layout.Green, percent(93.1), "▲ better")
	row("Language and interpreter need considered in the investigation", "at least 90%", percent(87.5), "42 of 48", "75.3 to 94.1", "Amber", layout.Amber, percent(88), "▶ no clear change")
	row("Ethnicity considered in the investigation", "at least 90%", percent(41.7), "20 of 48", "28.8 to 55.7", "Red", layout.Red, percent(52.9), "▼ worse")
	row("External member on the panel", "at least 90%", layout.Cell{Text: "no cases", Tone: layout.Grey}, "0 of 0", "-", "No cases", layout.Grey, percent(100), "-")
	row("Reports with a wrong period", "under 1%", layout.Cell{Text: "under 0.1%", Number: 0.04, IsNum: true}, "1 of 2,500", "0.0 to 0.2", "Green", layout.Green, percent(0), "▶ no clear change")
	t.Notes = []string{"N counts records that the measure applies to and that could be judged. The interval is Wilson's.", "Grey: fewer cases than the measure asks for, or no target."}
	return layout.Page{ID: "summary", Sheet: "Summary", Title: "Executive summary", Lead: []string{"Each measure with its target, and how many could not be judged."},
		Blocks: []layout.Block{&layout.Text{Heading: "What needs a decision", Paragraphs: []string{
			"Ethnicity considered in the investigation fell from 52.9% to 41.7% (20 of 48 cases), which is below the target of 90%. In 28 cases no evidence was found; that does not mean that nobody considered it.",
			"Valid ethnic category recorded rose from 93.1% to 96.4% and now meets its target."}}, t}}
}

func coverageByIMD() layout.Page {
	t := &layout.Table{ID: "ethnicity-by-imd", Title: "Cases by ethnic group and deprivation", Heat: true, RowBy: "ethnicity", ColumnBy: "imd", Measure: "cases",
		Columns: []layout.Column{{Title: "Ethnic group", Kind: layout.Label}}}
	for _, q := range []string{"1 most deprived", "2", "3", "4", "5 least deprived", "Not known"} {
		t.Columns = append(t.Columns, layout.Column{Title: q, Kind: layout.Count, Figure: true})
	}
	t.Columns = append(t.Columns, layout.Column{Title: "Total", Kind: layout.Count, Figure: true, Total: true})
	hide := layout.Cell{Text: "c", Tone: layout.Hidden}
	line := func(name string, total bool, ns ...int) {
		r := layout.Row{Total: total, Cells: []layout.Cell{layout.Say(name)}}
		for _, n := range ns {
			if n < 0 {
				r.Cells = append(r.Cells, hide)
			} else {
				r.Cells = append(r.Cells, count(n))
			}
		}
		t.Rows = append(t.Rows, r)
	}
	line("Asian or Asian British", false, 41, 22, 9, 6, -1, 7, 87)
	line("Black, Black British, Caribbean or African", false, 18, 12, 5, -1, -1, 0, 40)
	line("Mixed or multiple ethnic groups", false, 9, -1, -1, 0, 0, 5, 21)
	line("White", false, 88, 74, 61, 55, 1047, 12, 1337)
	line("Other ethnic group", false, 6, 5, 0, -1, -1, 0, 16)
	line("Total", true, 162, 117, 79, 66, 1053, 24, 1501)
	t.Notes = []string{"c: hidden, because it is small or would give a small number away.", "Index of Multiple Deprivation 2019; 1 is the most deprived."}
	return layout.Page{ID: "ethnicity-by-imd", Sheet: "Ethnicity by IMD", Title: "Ethnicity by deprivation", Lead: []string{"Cases, not rows: one event told by several systems counts once."}, Blocks: []layout.Block{t}}
}

func points(vs ...float64) []layout.Point {
	var out []layout.Point
	for _, v := range vs {
		out = append(out, layout.Point{Value: v, Gap: v < 0})
	}
	return out
}

func trendsPage() layout.Page {
	months := []string{"Apr 25", "May 25", "Jun 25", "Jul 25", "Aug 25", "Sep 25", "Oct 25", "Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26"}
	valid := points(91.2, 92, 90.4, 93.3, -1, 94.1, 95.6, 95.2, 96.4, 95.9, 97, 98.4)
	valid[11].Hollow = true
	lines := &layout.Chart{ID: "trend-valid", Title: "Valid ethnic category by month", Kind: layout.Lines, XTitle: "Month of incident", YTitle: "Records with a valid code (%)",
		Alt: "The share of records with a valid code rose from 91% in April 2025 to 97% in February 2026. March 2026 is incomplete. August 2025 may not be shown.", X: months,
		Series: []layout.Series{{Name: "Larkfield", Points: valid}, {Name: "Brackenshire", Points: points(85, 84.2, 87.7, 88, 88.9, 86.1, 89.4, 90, 91.3, 90.2, 91.9, 92.4)},
			{Name: "Target", Limit: true, Points: points(95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95)}}, Notes: []string{"Hollow: the month is not yet complete."}}
	groups := []string{"Asian or Asian British", "Black, Black British, Caribbean or African", "Mixed or multiple ethnic groups", "White", "Other ethnic group"}
	bars := &layout.Chart{ID: "harm", Title: "Harm by ethnic group", Kind: layout.Stacked, XTitle: "Ethnic group", YTitle: "Cases (number)", Alt: "Cases by ethnic group and harm; small numbers are left out.", X: groups,
		Series: []layout.Series{{Name: "Moderate", Points: points(30, 14, 9, 412, 7)}, {Name: "Severe", Points: points(11, 8, -1, 90, -1)}, {Name: "Death", Points: points(6, 5, -1, 41, -1)}}}
	clustered := &layout.Chart{ID: "rates", Title: "Rate by quintile", Kind: layout.Bars, XTitle: "Deprivation quintile", YTitle: "Incidents per 1,000 births", Alt: "Rates fall from 9.8 to 4.1.", X: []string{"1", "2", "3", "4", "5"},
		Series: []layout.Series{{Name: "This period", Points: points(9.8, 7.7, 6.2, 5.9, 4.1)}, {Name: "Previous period", Points: points(9.1, 8.3, 6.6, 5, 4.4)}, {Name: "National rate", Limit: true, Points: points(6.8, 6.8, 6.8, 6.8, 6.8)}}}
	funnel := &layout.Chart{ID: "funnel", Title: "Stillbirth rate by trust, for comparison and not for ranking", Kind: layout.Funnel, XTitle: "Births (number)", YTitle: "Stillbirths per 1,000 births", Alt: "Four trusts, all inside the limits.",
		X: []string{"1,200", "2,400", "3,900", "6,100"}, Names: []string{"Larkfield", "Brackenshire", "Thornmere", "Holloway Vale"},
		Series: []layout.Series{{Name: "Trusts", Points: points(4.8, 3.1, 3.9, 3.4)}, {Name: "Average", Limit: true, Points: points(3.6, 3.6, 3.6, 3.6)},
			{Name: "Upper limit (99.8%)", Limit: true, Points: points(9.4, 7.6, 6.7, 6.1)}, {Name: "Lower limit (99.8%)", Limit: true, Points: points(0.5, 1.2, 1.7, 2)}}}
	return layout.Page{ID: "trends", Sheet: "Trends", Title: "Trends", Lead: []string{"Twelve months of each measure."}, Blocks: []layout.Block{lines, bars, clustered, funnel}}
}

func actionsPage() layout.Page {
	t := &layout.Table{ID: "actions", Title: "Action plan", Columns: []layout.Column{{Title: "Gap", Kind: layout.Label}, {Title: "Failing measure"}, {Title: "Suggested action"}, {Title: "Opened", Kind: layout.Date},
		{Title: "Owner", Kind: layout.Entry}, {Title: "Status", Kind: layout.Entry, Choices: []string{"Open", "In progress", "Closed"}},
		{Title: "Reason", Kind: layout.Entry, Choices: []string{"Accepted, because the source system cannot hold it", "Mended", "Not ours, passed on to the trust that owns the record"}}}}
	for i := range 22 {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(fmt.Sprintf("Gap %d", i+1)), layout.Say("Ethnicity considered in the investigation: 20 of 48"),
			layout.Say("Add a question on ethnicity, culture and language to the terms of reference, and have the panel chair confirm the answer before sign-off."), layout.Say(fmt.Sprintf("2026-05-%02d", i+1)), {}, {}, {}}})
	}
	return layout.Page{ID: "actions", Sheet: "Action plan", Title: "Gap analysis and action plan", Lead: []string{"Each measure that misses its target, with a suggested action."}, Blocks: []layout.Block{t}}
}

// awkwardPage holds what workbooks and pages trip over.
func awkwardPage() layout.Page {
	t := &layout.Table{ID: "awkward", Title: "Awkward values", Columns: []layout.Column{{Title: "Value", Kind: layout.Label}, {Title: "Rate", Kind: layout.Rate, Figure: true}, {Title: "Ratio", Kind: layout.Ratio, Figure: true}}}
	for _, s := range []string{"=1+1", "+44", "-5", "@here", "<script>alert(1)</script>", "bell\x07", "a & b \"quoted\" 'single'", "_x0041_", "line\nbreak", "Żółć 漢字 🙂"} {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(s), {Text: "1,234.5", Number: 1234.5, IsNum: true}, {Text: "0.98", Number: 0.984, IsNum: true}}})
	}
	t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(strings.Repeat("A very long narrative. ", 1600)), {Text: "*", Number: 3, IsNum: true, Tone: layout.Hidden}}})
	empty := &layout.Table{ID: "empty", Title: "Nothing here", Columns: []layout.Column{{Title: "Item", Kind: layout.Label}}}
	return layout.Page{ID: "awkward", Sheet: "A name: much longer than thirty-one characters", Title: "Awkward values", Lead: []string{"What workbooks and pages trip over."}, Blocks: []layout.Block{t, empty}}
}
