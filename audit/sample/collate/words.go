package collate

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/sample/proforma"
)

// Explain says in words what came back and what it shows.
func (c Collation) Explain() string {
	r := c.Results
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("Draw %s of %s: %d of %d cases read, %d of them in full, %d of %d answers.", r.Draw, r.Date, r.Coverage.Read, r.Coverage.Drawn, r.Coverage.Complete, r.Coverage.Answers, r.Coverage.Expected)
	for _, f := range slices.Concat(r.Coverage.Flags, r.Notes) {
		line("%s.", upper(f))
	}
	mend := 0
	for _, f := range c.Faults {
		if f.Severity == proforma.ToMend {
			mend++
		}
	}
	line("%s to mend, %d to check; %s kept as typed.", count(mend, "thing"), len(c.Faults)-mend, count(len(c.Kept), "row"))
	for _, e := range r.Estimates {
		if e.By == "all" {
			line("%s %s", e.Text, e.words())
		}
	}
	for _, a := range r.Agreement {
		line("%s %s", a.Text, upper(a.Words))
	}
	for _, t := range r.Tool {
		line("%s", t.Words)
	}
	return b.String()
}

// words is an estimate in a sentence.
func (e Estimate) words() string {
	if e.Share.Share == nil {
		return "Not known: " + e.Why + "."
	}
	text := fmt.Sprintf("%s: %s of the cases it applies to", e.Met, percent(*e.Share.Share))
	switch {
	case e.Census:
		text += " (every case was read)"
	case e.Lower != nil:
		text += fmt.Sprintf(" (%s to %s at %s confidence)", percent(*e.Lower), percent(*e.Upper), fmt.Sprintf("%.4g%%", 100*e.Level))
	default:
		text += " (no interval: " + e.Why + ")"
	}
	text += fmt.Sprintf("; it was found in %d of %d cases read.", e.Yes, e.Cases)
	if e.Weak != "" {
		text += " To be taken with care: " + e.Weak + "."
	}
	return text
}

func percent(v float64) string { return fmt.Sprintf("%.1f%%", 100*v) }

func (f Figure) words(show func(float64) string) string {
	switch {
	case f.Value == nil:
		return "not calculable (" + f.Why + ")"
	case f.Lower == nil:
		return show(*f.Value)
	}
	return fmt.Sprintf("%s (%s to %s)", show(*f.Value), show(*f.Lower), show(*f.Upper))
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func two(v float64) string { return fmt.Sprintf("%.2f", v) }

func caseCount(n int) string {
	if n == 1 {
		return "1 case"
	}
	return fmt.Sprintf("%d cases", n)
}

func agreementWords(a Agreement) string {
	return fmt.Sprintf("two readers of %s agree on %s; kappa %s, AC1 %s.", caseCount(a.Cases), a.Raw.words(percent), a.Kappa.words(two), a.AC1.words(two))
}

func toolWords(t ToolFigure) string {
	return fmt.Sprintf("The tool against the readers on %s, %s: of those the readers found considered it found %s; of those it found considered the readers agree on %s; the same label in %s.",
		t.Dimension, caseCount(t.Cases), t.Sensitivity.words(percent), t.Precision.words(percent), t.SameLabel.words(percent))
}

// notes says what bears on the results as a whole.
func (c *collator) notes() []string {
	var notes []string
	open := 0
	for _, d := range c.out.Disagreements {
		if d.Settled == "" {
			open++
		}
	}
	if open > 0 {
		notes = append(notes, fmt.Sprintf("on %d questions of cases two readers differ and nobody has adjudicated: the first reader's answer stands for the time being, and gives no decision for the case", open))
	}
	for _, m := range c.modes {
		if m == proforma.Assisted {
			notes = append(notes, "readers saw what the tool found before they answered, so the figures on the tool flatter it")
			break
		}
	}
	notes = append(notes, "not recorded counts as not met; not applicable takes a case out of the question")
	return notes
}
