package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/incidents"
	"siequity/incidents/scope"
)

// aboutSheets reports what is odd about whole sheets: hidden ones, several quarters in
// a run that asked for none, dates that lose records, and what [aboutIdentity] tells.
func (r *Result) aboutSheets() []finding.Finding {
	quarters := map[*incidents.Sheet][]string{}
	for _, rec := range r.Records {
		if q := r.Periods[rec.Period]; rec.InScope() && q != "" && !slices.Contains(quarters[rec.Sheet], q) {
			quarters[rec.Sheet] = append(quarters[rec.Sheet], q)
		}
	}
	out := r.aboutQuarters(quarters)
	for _, s := range r.Sheets {
		out = append(out, r.aboutSheet(s)...)
	}
	return out
}

// aboutQuarters tells of sheets whose records are of several quarters: of one at its
// place, of many in one finding, as there is one thing to do about all of them.
func (r *Result) aboutQuarters(quarters map[*incidents.Sheet][]string) []finding.Finding {
	if !r.Config.Period.All() {
		return nil
	}
	var all []string
	var mixed []*incidents.Sheet
	for _, s := range r.Sheets {
		if len(quarters[s.Sheet]) > 1 {
			mixed = append(mixed, s.Sheet)
			all = append(all, quarters[s.Sheet]...)
		}
	}
	if len(mixed) == 0 {
		return nil
	}
	slices.Sort(all)
	all = slices.Compact(all)
	f := finding.Finding{ID: "sheet/several-periods", What: "the records are of several quarters: " + strings.Join(all, ", "), Hint: "choose one with --period " + r.newestQuarter(all)}
	if len(mixed) == 1 {
		f.File, f.Sheet, f.Row = mixed[0].File, mixed[0].Name, mixed[0].Header
	} else {
		f.What = fmt.Sprintf("the records of %d sheets are of several quarters: %s", len(mixed), strings.Join(all, ", "))
	}
	return []finding.Finding{f}
}

func (r *Result) aboutSheet(s intake.SheetCount) []finding.Finding {
	at := finding.Finding{File: s.Sheet.File, Sheet: s.Sheet.Name, Row: s.Sheet.Header}
	var out []finding.Finding
	add := func(id, what, hint string) {
		f := at
		f.ID, f.What, f.Hint = id, what, hint
		out = append(out, f)
	}
	if s.Sheet.Input.Hidden && s.Read > 0 {
		add("sheet/hidden", fmt.Sprintf("the sheet %q is hidden in the workbook; its rows are counted (%d)", s.Sheet.Name, s.Read),
			"unhide it and check that it belongs to the export; delete it in a copy of the workbook if it is an old one")
	}
	out = append(out, hiddenRows(s)...)
	out = append(out, r.dates.Undated(s.Sheet)...)
	if all, sample, ok := sampled(s.Sheet.Above); ok {
		add("sheet/sample", fmt.Sprintf("the rows above the headings say that these are %d of %d incidents: a sample, in which deaths and severe harm are kept and the rest is thinned out", sample, all),
			"ask for the whole extract; tables by ethnic group and harm are not to be trusted on a sample")
	}
	return append(out, aboutIdentity(s)...)
}

// hiddenRows tells of the rows that nobody sees who looks at the sheet.
func hiddenRows(s intake.SheetCount) []finding.Finding {
	n := len(s.Hidden)
	if n == 0 {
		return nil
	}
	return []finding.Finding{{ID: "rows/hidden", File: s.Sheet.File, Sheet: s.Sheet.Name, Row: int(s.Hidden[0]), Times: n,
		What: fmt.Sprintf("rows hidden in the sheet, by hand or by a filter, were read too: %d, the first of them here", n),
		Hint: "show all rows and look whether they belong to the export; if not, delete them in a copy of the workbook"}}
}

// newestQuarter gives the last of the quarters in order that had begun on the day
// of the clocks: a mistyped year is no quarter to choose.
func (r *Result) newestQuarter(quarters []string) string {
	for i, now := len(quarters)-1, scope.QuarterOf(r.AsOf).Name; i > 0; i-- {
		if quarters[i] <= now {
			return quarters[i]
		}
	}
	return quarters[0]
}

// sampled reads the lines that a national release prints over a sample: how many
// incidents were retrieved, and how many of them are in it.
func sampled(above [][]string) (all, sample int, ok bool) {
	for _, row := range above {
		line := strings.ToLower(strings.Join(row, " "))
		switch {
		case strings.Contains(line, "incidents retrieved"):
			all = lastNumber(line)
		case strings.Contains(line, "incidents in sample"):
			sample = lastNumber(line)
		}
	}
	return all, sample, all > 0 && sample > 0 && all != sample
}

// lastNumber gives the last whole number of a line, 0 without one.
func lastNumber(line string) int {
	words := strings.FieldsFunc(line, func(r rune) bool { return r < '0' || r > '9' })
	if len(words) == 0 {
		return 0
	}
	n, err := strconv.Atoi(words[len(words)-1])
	if err != nil {
		return 0
	}
	return n
}
