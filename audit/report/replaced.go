package report

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/measure"
)

// replacements tells which returns, and which quarters of others, are not counted
// because a later return has them.
func (s Submission) replacements() []finding.Finding {
	var out []finding.Finding
	for _, st := range s.settle() {
		if st.replaced() {
			out = append(out, finding.Finding{ID: "merge/replaced", What: fmt.Sprintf("an earlier return of %s is not counted: %s", st.name(), laterOnes(st.lost))})
			continue
		}
		if in := st.lostQuarters(); len(in) > 0 {
			out = append(out, finding.Finding{ID: "merge/replaced-in-part", What: fmt.Sprintf("of the return of %s these quarters are not counted, since a later return has them: %s", st.name(), strings.Join(in, "; "))})
		}
		if to := st.otherRegisters(); to != "" {
			out = append(out, finding.Finding{ID: "merge/registers", What: fmt.Sprintf("births and registers without a quarter are not counted from the return of %s: that of %s gives others", st.name(), to),
				Hint: "give every line of the registers its period or date"})
		}
	}
	slices.SortStableFunc(out, func(a, b finding.Finding) int { return strings.Compare(a.What, b.What) })
	return out
}

// name says whose return it is, and for which period.
func (r Return) name() string {
	return fmt.Sprintf("%s for %s", strings.Join(r.Organisations, ", "), r.Period)
}

// laterOnes says what stands in place of a return that is not counted.
func laterOnes(lost []loss) string {
	var periods []string
	for _, l := range lost {
		if !slices.Contains(periods, l.to.Period) {
			periods = append(periods, l.to.Period)
		}
	}
	slices.Sort(periods)
	if len(periods) == 1 {
		return fmt.Sprintf("a later one for %s replaces it", periods[0])
	}
	return fmt.Sprintf("later ones for %s together replace it", strings.Join(periods, " and "))
}

// lostQuarters lists what a return was asked for and another answers.
func (st *standing) lostQuarters() []string {
	var out []string
	for _, l := range st.lost {
		if slices.Contains(st.covers, l.claim) && l.period != "" {
			out = append(out, fmt.Sprintf("%s of %s", l.period, l.organisation))
		}
	}
	slices.Sort(out)
	return out
}

// otherRegisters names the return whose births and registers without a quarter count
// in place of this one's, where they are not the same.
func (st *standing) otherRegisters() string {
	for _, l := range st.lost {
		if l.period == "" && !slices.Contains(st.covers, l.claim) && !sameCounts(st.Return, l.to, l.claim) {
			return l.to.name()
		}
	}
	return ""
}

// sameCounts reports two returns that hold the same of a trust and quarter.
func sameCounts(a, b Return, c claim) bool {
	other := func(p measure.Place) bool { return p.Organisation != c.organisation || p.Period != c.period }
	tallies := func(r Return) []measure.TallyEntry {
		return slices.DeleteFunc(slices.Clone(r.Tallies), func(e measure.TallyEntry) bool { return other(e.Place) })
	}
	cells := func(r Return) []measure.CellEntry {
		return slices.DeleteFunc(slices.Clone(r.Cells), func(e measure.CellEntry) bool { return other(e.Place) })
	}
	return slices.Equal(tallies(a), tallies(b)) && slices.Equal(cells(a), cells(b))
}
