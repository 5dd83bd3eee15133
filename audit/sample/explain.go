package sample

import (
	"fmt"
	"strings"
)

// Explain says in words what was drawn and how, so that a reader who was not
// there can judge it and a second tool can make it again.
func (s Sample) Explain() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("Draw %s of %s.", s.Design.ID, s.Design.Date)
	s.explainFrame(line)
	for _, w := range s.Words {
		line("%s", w)
	}
	s.explainSpread(line)
	line("Selection: each id is hashed (HMAC-SHA256) with the seed %q as key; within a stratum the lowest hashes are drawn. "+
		"Anybody can repeat this with the list of the frame. A case that joins late falls into its own place, and a draw with this seed that takes more from every stratum keeps these cases.", s.Design.Seed)
	s.explainReserve(line)
	s.explainReaders(line)
	line("Nothing may be left out after the draw: a case that cannot be read stays in and is counted as not answered.")
	return b.String()
}

func (s Sample) explainFrame(line func(string, ...any)) {
	line("Frame: %d cases of %d given; SHA-256 of the sorted ids %s.", s.FrameSize, s.Given, s.FrameHash)
	for _, l := range s.LeftOut {
		line("Not in the frame: %d %s.", l.Count, l.Why)
	}
	if len(s.Design.Exclude) > 0 {
		line("Results will speak for the cases left after the earlier draws, not for all.")
	}
	if s.Design.FollowUp != nil {
		line("This draw follows up draw %s: results will speak for its cases alone.", s.Design.FollowUp.Draw)
	}
}

func (s Sample) explainSpread(line func(string, ...any)) {
	line("Drawn: %d of %d cases from %d %s, %s.", len(s.Cases), s.FrameSize, len(s.Strata), plural(len(s.Strata), "stratum", "strata"), s.spreadWords())
	for _, h := range s.Strata {
		extra := ""
		if h.Drawn > 0 && !h.Certain {
			extra = fmt.Sprintf(", each standing for %.4g", float64(h.Population)/float64(h.Drawn))
		}
		if h.Factor != 0 {
			extra += fmt.Sprintf(", over-sampled by %.4g", h.Factor)
		}
		line("  %s: %d of %d%s.", h.Name, h.Drawn, h.Population, extra)
	}
}

func (s Sample) spreadWords() string {
	d := s.Design
	switch {
	case len(s.Strata) == 1:
		return "a simple random sample"
	case d.Spread == Equal:
		return "the same number from each as far as it has cases"
	case d.Spread == Neyman:
		return "more from strata that are large or thought uncertain (Neyman, exact in whole numbers)"
	case d.Least > 0 || len(d.Boost) > 0:
		return fmt.Sprintf("in proportion to their size, over-sampled groups apart, with at least %d from each (Wright's exact allocation)", d.Least)
	}
	return "in proportion to their size (largest remainder)"
}

func (s Sample) explainReserve(line func(string, ...any)) {
	if len(s.Reserve) > 0 {
		line("Reserve: %d cases, the next in order of each stratum. Use them in that order, in place of a case of the same stratum that cannot be read, never of one that is unwelcome.", len(s.Reserve))
	}
}

func (s Sample) explainReaders(line func(string, ...any)) {
	twice := 0
	for _, c := range s.Cases {
		if len(c.Readers) > 1 {
			twice++
		}
	}
	line("Readers: %s, in turn by the order of the hashes; %d %s read by two.", strings.Join(s.Design.Readers, ", "), twice, plural(twice, "case is", "cases are"))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
