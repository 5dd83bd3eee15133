package report

import (
	"fmt"
	"strconv"

	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/rules"
)

// number makes a cell of a whole number.
func number(n int) layout.Cell {
	return layout.Cell{Text: thousands(n), Number: float64(n), IsNum: true}
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// percent makes a cell of a percentage. Only a whole 0 or 100 is printed as such:
// 0.04% of something is not nothing.
func percent(f measure.Figure) layout.Cell {
	if !f.Known() {
		return layout.Cell{Text: "no cases", Tone: layout.Grey}
	}
	return layout.Cell{Text: percentText(f.Percent, f.Numerator, f.Denominator), Number: f.Percent, IsNum: true}
}

func percentText(p float64, num, den int) string {
	s := fmt.Sprintf("%.1f%%", p)
	switch {
	case s == "0.0%" && num > 0:
		return "under 0.1%"
	case s == "100.0%" && num < den:
		return "over 99.9%"
	}
	return s
}

func ofN(f measure.Figure) layout.Cell {
	return layout.Say(fmt.Sprintf("%s of %s", thousands(f.Numerator), thousands(f.Denominator)))
}

func interval(f measure.Figure) layout.Cell {
	if !f.Interval.OK() {
		return layout.Cell{Text: "-", Tone: layout.Grey}
	}
	return layout.Say(fmt.Sprintf("%.1f to %.1f", f.Interval.Lower, f.Interval.Upper))
}

// target words a target shortly; a dagger sends the reader to the note that it is
// a setting nobody has checked against a published source.
func target(t rules.Target) layout.Cell {
	if !t.Set {
		return layout.Say("no target")
	}
	word := "at least"
	if t.Better == rules.Lower {
		word = "at most"
	}
	s := fmt.Sprintf("%s %v%%", word, t.Value)
	if !t.Verified {
		s += " \u2020"
	}
	return layout.Say(s)
}

// daggerNote explains the dagger.
const daggerNote = "\u2020 A setting of the rule pack, not checked against a published source; change it in a pack of your own."

// rag makes a cell of a rating: always a word, never the colour alone.
func rag(t rules.Target, f measure.Figure) layout.Cell {
	switch {
	case !f.Known():
		return layout.Cell{Text: "No cases", Tone: layout.Grey}
	case !t.Set:
		return layout.Cell{Text: "No target", Tone: layout.Grey}
	case f.Denominator < t.MinN:
		return layout.Cell{Text: "Too few", Tone: layout.Grey}
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

// shown makes a cell of a count after disclosure control.
func shown(s disclosure.Shown) layout.Cell {
	if s.State.Hidden() || s.State == disclosure.Absent {
		return layout.Cell{Text: s.Text, Tone: layout.Hidden}
	}
	return layout.Cell{Text: s.Text, Number: float64(s.Number), IsNum: true}
}
