package codes

import "fmt"

// imdSteps are the steps of a scale whose ends are named by words alone: "Most deprived", "2nd", "3rd", "4th", "Least
// deprived". How many there are tells the kind.
type imdSteps struct {
	most, least bool
	seen        [11]bool // numbers up to 10
}

func (t *imdSteps) add(s spelt) {
	switch {
	case s.bare:
		t.most, t.least = t.most || s.end == mostDeprived, t.least || s.end == leastDeprived
	case s.numbered && s.number > 0 && s.number < len(t.seen):
		t.seen[s.number] = true
	}
}

// kind gives the kind where every step of it is there and no other.
func (t imdSteps) kind() IMDKind {
	for _, k := range []IMDKind{IMDQuintile, IMDDecile} {
		if t.most && t.least && t.between(bands(k)) {
			return k
		}
	}
	return IMDUnknown
}

// between tells whether the numbers seen are those between 1 and last.
func (t imdSteps) between(last int) bool {
	for n := 1; n < len(t.seen); n++ {
		if t.seen[n] != (n > 1 && n < last) {
			return false
		}
	}
	return true
}

// refuseSteps stops a column of deciles that has the five steps of a quintile.
func (c *IMDColumn) refuseSteps(e imdEvidence) {
	if k := e.steps.kind(); k != IMDUnknown && k != c.Kind {
		c.Faults = append(c.Faults, fmt.Sprintf("the heading says %s and the values are the steps of a %s: state its kind", c.Kind, k))
	}
}

// askOfPercent asks about bands of percent, which some count from the most deprived and some from the least.
func (c *IMDColumn) askOfPercent(e imdEvidence) {
	if e.percent != "" && (e.rows > 0 || len(c.Ask) == 0) {
		c.Ask = append(c.Ask, fmt.Sprintf("from which end do these bands count? values of the form %q are not read: write deciles, or name the end, as in \"most deprived 10%%\"", Shape(e.percent)))
	}
}
