package report

import (
	"cmp"
	"slices"

	"siequity/audit/measure"
	"siequity/audit/organisation"
	"siequity/incidents/scope"
)

// A claim is a trust and a quarter that a return has counts of.
type claim struct{ organisation, period string }

// A standing is what counts of one return among others.
type standing struct {
	Return
	covers []claim        // the trusts and quarters whose records it was asked for
	part   map[claim]part // what of its counts counts
	lost   []loss         // what does not, since another return has it
}

// A part says which counts of a claim count.
type part uint8

const (
	nothing part = iota
	records      // those of records, beside another return of the same quarter's other days
	everything
)

// A loss is a claim of a return that another return answers in its place.
type loss struct {
	claim
	to Return
}

// settle decides for each trust and each quarter which return counts: of those asked
// for it, the one whose clocks were judged later, and of two of one day the one with
// the greater ID. So a return for a year keeps the quarters that no later one covers.
// What a return holds of other quarters, or of none, stands in its registers, which a
// trust hands in whole each time: it counts once, from the return that counts most.
func (s Submission) settle() []*standing {
	all := make([]*standing, len(s.Returns))
	for i, r := range s.Returns {
		all[i] = &standing{Return: r, part: map[claim]part{}}
	}
	slices.SortFunc(all, func(a, b *standing) int { return cmp.Or(cmp.Compare(b.AsOf, a.AsOf), cmp.Compare(b.ID, a.ID)) })
	periods := periodsIn(s.Returns)
	takers := map[claim][]*standing{}
	for _, st := range all {
		st.covers = st.asked(periods)
		for _, c := range st.covers {
			st.take(c, takers)
		}
	}
	live := slices.DeleteFunc(slices.Clone(all), (*standing).replaced)
	slices.SortStableFunc(live, func(a, b *standing) int { return cmp.Compare(len(b.part), len(a.part)) })
	for _, st := range live {
		for _, c := range st.mentioned() {
			st.take(c, takers)
		}
	}
	return all
}

// replaced reports a return all of whose quarters others answer.
func (st *standing) replaced() bool {
	return len(st.covers) > 0 && !slices.ContainsFunc(st.covers, func(c claim) bool { return st.part[c] > nothing })
}

// take claims a trust and quarter, unless a return that came before has it.
func (st *standing) take(c claim, takers map[claim][]*standing) {
	what := everything
	for _, before := range takers[c] {
		switch {
		case before.ID == st.ID || !st.sameTrust(before, c):
		case st.otherDays(before.Return) && slices.Contains(st.covers, c) && slices.Contains(before.covers, c):
			what = records
		default:
			st.lost = append(st.lost, loss{c, before.Return})
			return
		}
	}
	st.part[c] = what
	takers[c] = append(takers[c], st)
}

// sameTrust reports whether two returns mean one trust by a claim. Counts of no
// organisation belong to whoever made the return.
func (st *standing) sameTrust(o *standing, c claim) bool {
	if c.organisation != "" && c.organisation != organisation.Unstated {
		return true
	}
	own, other := named(st.Organisations), named(o.Organisations)
	return len(own) == 0 && len(other) == 0 || slices.ContainsFunc(own, func(x string) bool { return slices.Contains(other, x) })
}

func named(organisations []string) []string {
	return slices.DeleteFunc(slices.Clone(organisations), func(o string) bool { return o == "" || o == organisation.Unstated })
}

// otherDays reports two returns whose periods have no day in common, such as two
// months of one quarter.
func (r Return) otherDays(o Return) bool {
	a, errA := scope.ParsePeriod(r.Period)
	b, errB := scope.ParsePeriod(o.Period)
	return errA == nil && errB == nil && !a.All() && !b.All() && (a.To < b.From || b.To < a.From)
}

// periodsIn lists the quarters of all returns, sorted.
func periodsIn(returns []Return) []string {
	var out []string
	for _, r := range returns {
		out = append(out, r.Periods...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// asked lists the trusts and quarters whose records a return was asked for: those
// that lie in its period, and without a period those that it has records of.
func (r Return) asked(periods []string) []claim {
	span, err := scope.ParsePeriod(r.Period)
	if err != nil || span.All() {
		return r.claims(false)
	}
	var out []claim
	for _, p := range periods {
		if q, err := scope.ParsePeriod(p); err == nil && !q.All() && q.From <= span.To && span.From <= q.To {
			for _, o := range r.Organisations {
				out = append(out, claim{o, p})
			}
		}
	}
	return out
}

// mentioned lists what else a return has counts of.
func (st *standing) mentioned() []claim {
	return slices.DeleteFunc(st.claims(true), func(c claim) bool { return slices.Contains(st.covers, c) })
}

// claims lists the trusts and quarters of a return's tallies of records, or of all its
// counts: tables count records left out too, and registers have no source.
func (r Return) claims(all bool) []claim {
	seen := map[claim]bool{}
	var out []claim
	add := func(p measure.Place) {
		if c := (claim{p.Organisation, p.Period}); (all || p.Source != "") && !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	for _, e := range r.Tallies {
		add(e.Place)
	}
	for _, e := range r.Cells {
		if all {
			add(e.Place)
		}
	}
	slices.SortFunc(out, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.period, b.period))
	})
	return out
}

// counted is the return with the counts that count.
func (st *standing) counted() Return {
	if len(st.lost) == 0 && !st.shares() {
		return st.Return
	}
	r := st.Return
	r.Tallies = slices.DeleteFunc(slices.Clone(r.Tallies), func(e measure.TallyEntry) bool { return !st.keeps(e.Place) })
	r.Cells = slices.DeleteFunc(slices.Clone(r.Cells), func(e measure.CellEntry) bool { return !st.keeps(e.Place) })
	return r
}

// shares reports a return that has a quarter together with another.
func (st *standing) shares() bool {
	return slices.ContainsFunc(st.covers, func(c claim) bool { return st.part[c] == records })
}

func (st *standing) keeps(p measure.Place) bool {
	what := st.part[claim{p.Organisation, p.Period}]
	return what == everything || what == records && p.Source != ""
}

// Current parts the returns that count, with the counts of them that do, from those
// replaced altogether by later ones of the same trusts and quarters.
func (s Submission) Current() (current, replaced []Return) {
	for _, st := range s.settle() {
		if st.replaced() {
			replaced = append(replaced, st.Return)
		} else {
			current = append(current, st.counted())
		}
	}
	byID := func(a, b Return) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(current, byID)
	slices.SortFunc(replaced, byID)
	return current, replaced
}
