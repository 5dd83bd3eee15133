package worklist

import (
	"cmp"
	"slices"
	"strings"
)

// counts are what the first sheet shows.
type counts struct {
	severity [3]int
	reasons  map[reason]*[2]int // items, settled
	teams    map[string]*[3]int
	status   map[string]int
}

// A reason is one rule as the first sheet lists it.
type reason struct {
	severity    uint8
	rule, title string
}

func newCounts() counts {
	return counts{reasons: map[reason]*[2]int{}, teams: map[string]*[3]int{}, status: map[string]int{}}
}

func (c *counts) add(it *Item, d Decision) {
	s := severityRank(it.Severity)
	c.severity[s]++
	r := reason{s, it.Rule, it.Title}
	if c.reasons[r] == nil {
		c.reasons[r] = new([2]int)
	}
	c.reasons[r][0]++
	if settled(d) {
		c.reasons[r][1]++
	}
	if c.teams[it.Team] == nil {
		c.teams[it.Team] = new([3]int)
	}
	c.teams[it.Team][s]++
}

// settled reports a decision after which nobody need look again.
func settled(d Decision) bool {
	s := strings.ToLower(strings.TrimSpace(d.Status))
	return s == "done" || s == AcceptedException
}

// sorted lists the reasons by severity, then by how many items they have.
func (c *counts) sorted() []reason {
	var out []reason
	for r := range c.reasons {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b reason) int {
		return cmp.Or(cmp.Compare(a.severity, b.severity), cmp.Compare(c.reasons[b][0], c.reasons[a][0]), strings.Compare(a.rule, b.rule), strings.Compare(a.title, b.title))
	})
	return out
}
