package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"siequity/audit"
	"siequity/audit/dates"
	"siequity/audit/finding"
	"siequity/audit/report"
	"siequity/audit/report/layout"
)

// summary prints what a governance lead wants to know at once: the measures, how
// many rows were read, used and left out and why, and where the pack is.
func (c *command) summary(p *report.Pack, cfg audit.Config, result *audit.Result) error {
	if c.quiet {
		return nil
	}
	c.showMeasures(p)
	run := p.Run()
	c.say("\n%s\n", counted(run))
	c.showAsOf(run, cfg)
	c.showFindings(run.Findings)
	if s := p.Unshown(); s != "" {
		c.say("%s\n", s)
	}
	c.say("the pack is in %s\n", cfg.Project.Out)
	if left := result.NotUsed(); len(left) > 0 {
		c.say("%s\n", incompleteWords(left))
	}
	if s := remedyForNone(run, cfg.Project.Period, result.PeriodsOutside()); s != "" {
		c.say("next: no record was used; %s\n", s)
	}
	c.showNext(cfg, result.Registers.Given, result.Unlooked())
	return nil
}

// incompleteWords names what was asked for and told nothing.
func incompleteWords(left []string) string {
	return fmt.Sprintf("the pack is not complete: %s could not be read: %s", plural(len(left), "file", "files"), strings.Join(left, ", "))
}

// counted says how many rows were read, how many records they make, and what became
// of these: several rows may make one record, and several records tell of one case.
func counted(run report.RunRecord) string {
	left := 0
	var why []string
	for _, l := range run.LeftOut {
		left += l.Records
		why = append(why, fmt.Sprintf("%s %s", thousands(l.Records), l.Reason))
	}
	s := fmt.Sprintf("read %s (%s); used %s (%s)", plural(run.Read, "row", "rows"), plural(run.Used+left, "record", "records"),
		plural(run.Used, "record", "records"), plural(run.Cases, "case", "cases"))
	if left > 0 {
		s += fmt.Sprintf("; left out %s: %s", plural(left, "record", "records"), strings.Join(why, ", "))
	}
	return s
}

// showAsOf says on which day clocks were judged, and who chose it.
func (c *command) showAsOf(run report.RunRecord, cfg audit.Config) {
	switch tooLate := func(f finding.Finding) bool { return f.ID == dates.DateTooLate }; {
	case run.AsOf == "":
	case cfg.AsOf > 0:
		c.say("clocks are judged as of %s\n", run.AsOf)
	case slices.ContainsFunc(run.Findings, tooLate):
		c.say("clocks are judged as of %s, the newest date that other dates bear out\n", run.AsOf)
	default:
		c.say("clocks are judged as of %s, the newest date of these records\n", run.AsOf)
	}
}

// mostFindings is how many findings the terminal shows.
const mostFindings = 5

func (c *command) showFindings(all []finding.Finding) {
	n := len(all)
	if n == 0 {
		return
	}
	c.say("%s in the files; run.json lists them all\n", plural(n, "finding", "findings"))
	for _, f := range all[:min(n, mostFindings)] {
		c.say("%s\n", f)
		if f.Hint != "" {
			c.say("%s\n", hintLine(f.Hint))
		}
	}
	if n > mostFindings {
		c.say("... %d of %s shown\n", mostFindings, thousands(n))
	}
}

// showMeasures prints the measures that had cases, and says how many had none.
func (c *command) showMeasures(p *report.Pack) {
	t, without := p.Brief()
	if t == nil {
		return
	}
	wide := c.showTable(t)
	if !wide {
		c.say("targets and intervals are in the pack; a wider window shows them here too\n")
	}
	for _, note := range t.Notes {
		if wide && strings.HasPrefix(note, "†") {
			c.say("%s\n", note)
		}
	}
	if without > 0 {
		c.say("%s had no cases; the pack lists them\n", plural(without, "measure", "measures"))
	}
}

// showTable reports whether the window had room for all columns.
func (c *command) showTable(t *layout.Table) bool {
	var head []string
	for _, col := range t.Columns {
		head = append(head, col.Title)
	}
	l := newListing(head...)
	l.most[0] = 44 // the first stays the first, whatever is spared
	l.spare = []string{"95% interval", "Target"}
	for _, r := range t.Rows {
		var row []string
		for _, cell := range r.Cells {
			row = append(row, c.coloured(cell))
		}
		l.add(row...)
	}
	l.render(c.out)
	return len(l.head) == len(t.Columns)
}

// coloured puts a cell's tone on its word; without colours the word is enough.
func (c *command) coloured(cell layout.Cell) string {
	if c.noColor || !isTerminal(c.out) {
		return cell.Text
	}
	switch cell.Tone {
	case layout.Green:
		return text.FgGreen.Sprint(cell.Text)
	case layout.Amber:
		return text.FgYellow.Sprint(cell.Text)
	case layout.Red:
		return text.FgRed.Sprint(cell.Text)
	}
	return cell.Text
}
