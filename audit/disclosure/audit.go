package disclosure

import (
	"context"
	"errors"
	"fmt"
	"strconv"
)

// Report is the outcome of the attack on a plan.
type Report struct {
	// Safe says that the attack was completed and found nothing.
	Safe bool `json:"safe"`
	// Profile names the rule.
	Profile string `json:"profile"`
	// Tables and Equations are what the attacker had: every table that is
	// printed, and every sum between counts.
	Tables    int `json:"tables"`
	Equations int `json:"equations"`
	// Attacked is the number of counts that had to hold.
	Attacked int `json:"attacked"`
	// Exposed are the counts that did not, for the operator's eyes only.
	Exposed []Exposure `json:"-"`
	// Incomplete says why the attack could not be completed; empty if it was.
	Incomplete string `json:"incomplete,omitempty"`
}

// Exposure is a count that an outsider could bring down to a range finer than
// allowed.
type Exposure struct {
	Ref
	// Low and High are the range an outsider is left with.
	Low, High int
}

// Audit attacks what a plan prints, as an outsider who knows every number in
// it, every sum between the tables, and the rule. It trusts nothing that
// Protect worked out but what is printed. For every count that has to be kept
// it looks for whole-number solutions of all equations that reach to both ends
// of the range the reader is to be left with; a count for which it finds none
// is exposed.
func Audit(ctx context.Context, pack Pack, plan Plan) Report {
	r := Report{Profile: plan.profile.Name}
	if err := pack.check(); err != nil {
		r.Incomplete = err.Error()
		return r
	}
	s := newSheet(pack, plan.layout, plan.profile)
	for i := range pack.Tables {
		if !plan.layout.withdrawn[i] {
			r.Tables++
		}
	}
	r.Equations = len(s.Rows)
	if !plan.profile.controls() {
		r.Safe = true
		return r
	}
	if err := s.readPrinted(pack, plan); err != nil {
		r.Incomplete = err.Error()
		return r
	}
	for _, w := range plan.proof {
		if s.Solves(w) {
			s.pool = append(s.pool, w)
		}
	}
	s.replay()
	s.attack(ctx, &r)
	r.Safe = r.Incomplete == "" && len(r.Exposed) == 0
	return r
}

// readPrinted sets what an outsider knows of each count from the plan's
// printed texts alone. A count printed in several places is hidden only if all
// of them hide it. A text that does not stand for its count leaves the attack
// without a ground to start from.
func (s *sheet) readPrinted(pack Pack, plan Plan) error {
	for v := range s.vars {
		s.hidden[v] = s.vars[v].shown > 0
	}
	for i, t := range pack.Tables {
		if plan.layout.withdrawn[i] {
			continue
		}
		for _, r := range t.places(plan.layout.of(pack, i)) {
			if err := s.read(s.home[r], plan.shown[r].Text); err != nil {
				return fmt.Errorf("%s: %w", r, err)
			}
		}
	}
	for v := range s.vars {
		s.Down[v], s.Up[v] = s.bounds(v, s.hidden[v])
	}
	return nil
}

// read takes in one printed text.
func (s *sheet) read(v int, text string) error {
	u := s.vars[v]
	if text == s.profile.Symbol {
		if u.count == 0 || u.known {
			return errors.New("is hidden but must not be")
		}
		return nil
	}
	s.hidden[v] = false
	n, err := strconv.Atoi(text)
	if err != nil || u.known && n != u.count || !u.known && n != s.profile.Number(u.count) {
		return fmt.Errorf("%q does not stand for its count", text)
	}
	return nil
}

// attack goes through the counts that have to be kept.
func (s *sheet) attack(ctx context.Context, r *Report) {
	held := make([]bool, len(s.vars))
	for _, c := range s.Components() {
		if err := ctx.Err(); err != nil {
			r.Incomplete = err.Error()
			return
		}
		p := newProber(s, c)
		for _, v := range c.Counts {
			held[v] = true
			if d := s.demand(v); d != (demand{}) {
				up, down := p.reach(v, d)
				s.note(r, v, d.met(up.Moved, down.Moved), up.Moved, down.Moved)
			}
		}
	}
	for _, k := range s.contributorCuts() {
		if !s.satisfied(k) {
			s.note(r, k.About, false, 0, 0)
		}
	}
	for v := range s.vars {
		if d := s.demand(v); !held[v] && d != (demand{}) {
			s.note(r, v, false, 0, 0)
		}
	}
}

// note enters one attacked count in the report.
func (s *sheet) note(r *Report, v int, held bool, up, down int) {
	r.Attacked++
	if !held {
		n := s.vars[v].count
		r.Exposed = append(r.Exposed, Exposure{s.vars[v].ref, n - down, n + up})
	}
}
