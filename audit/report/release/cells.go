package release

import (
	"fmt"
	"strconv"

	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/rules"
)

// Number makes a cell of a whole number.
func Number(n int) layout.Cell {
	return layout.Cell{Text: Thousands(n), Number: float64(n), IsNum: true}
}

// Thousands writes a whole number with commas.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Percent makes a cell of a percentage. Only a whole 0 or 100 is printed as such:
// 0.04% of something is not nothing.
func Percent(f measure.Figure) layout.Cell {
	if !f.Known() {
		return layout.Cell{Text: "no cases", Tone: layout.Grey}
	}
	return layout.Cell{Text: PercentText(f.Percent, f.Numerator, f.Denominator), Number: f.Percent, IsNum: true}
}

// PercentText words a percentage of num in den.
func PercentText(p float64, num, den int) string {
	s := fmt.Sprintf("%.1f%%", p)
	switch {
	case s == "0.0%" && num > 0:
		return "under 0.1%"
	case s == "100.0%" && num < den:
		return "over 99.9%"
	}
	return s
}

// OfN makes a cell of the counts behind a percentage.
func OfN(f measure.Figure) layout.Cell {
	return layout.Say(fmt.Sprintf("%s of %s", Thousands(f.Numerator), Thousands(f.Denominator)))
}

// Interval makes a cell of the 95% interval of a percentage.
func Interval(f measure.Figure) layout.Cell {
	if !f.Interval.OK() {
		return layout.Cell{Text: "-", Tone: layout.Grey}
	}
	return layout.Say(fmt.Sprintf("%.1f to %.1f", f.Interval.Lower, f.Interval.Upper))
}

// Target words a target shortly; a dagger sends the reader to the note that it is
// a setting nobody has checked against a published source.
func Target(t rules.Target) layout.Cell {
	if !t.Set {
		return layout.Say("no target")
	}
	word := "at least"
	if t.Better == rules.Lower {
		word = "at most"
	}
	s := fmt.Sprintf("%s %v%%", word, t.Value)
	if !t.Verified {
		s += " " + Dagger
	}
	return layout.Say(s)
}

// Dagger marks a setting that nobody has checked against a published source.
const Dagger = "\u2020"

// DaggerNote explains the dagger.
const DaggerNote = Dagger + " A setting of the rule pack, not checked against a published source; change it in a pack of your own."

// NoCases is the rating of a measure that nothing was judged by.
const NoCases = "No cases"

// NotRated is the rating of a measure that those not known could turn.
const NotRated = "Not rated"

// RAG makes a cell of a rating: always a word, never the colour alone.
func RAG(t rules.Target, f measure.Figure) layout.Cell {
	switch {
	case !f.Known():
		return layout.Cell{Text: NoCases, Tone: layout.Grey}
	case !t.Set:
		return layout.Cell{Text: "No target", Tone: layout.Grey}
	case f.Denominator < t.MinN:
		return layout.Cell{Text: "Too few", Tone: layout.Grey}
	case t.Unsettled(f.Numerator, f.Denominator, f.Unknown):
		return layout.Cell{Text: NotRated, Tone: layout.Grey} // how many are not known stands beside it
	}
	switch t.Rate(f.Numerator, f.Denominator) {
	case rules.Green:
		return layout.Cell{Text: "Green", Tone: layout.Green}
	case rules.Amber:
		return layout.Cell{Text: "Amber", Tone: layout.Amber}
	case rules.Red:
		return layout.Cell{Text: "Red", Tone: layout.Red}
	}
	return layout.Cell{Text: "Grey", Tone: layout.Grey}
}

// NotPrinted stands where a table has a place for a count and does not show it,
// whatever the count is: unlike the symbol of a hidden count it may be nought.
const NotPrinted = "[x]"

// Shown makes a cell of a count after disclosure control.
func Shown(s disclosure.Shown) layout.Cell {
	switch {
	case s.State == disclosure.Absent:
		return layout.Cell{Text: NotPrinted, Tone: layout.Hidden}
	case s.State.Hidden():
		return layout.Cell{Text: s.Text, Tone: layout.Hidden}
	}
	return Number(s.Number)
}
