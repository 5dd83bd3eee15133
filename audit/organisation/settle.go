package organisation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/scope"
)

// Settle chooses the names that are shown and numbers them and the quarters, both in
// order. It gives every record its numbers, which are indices of the lists.
func (n *Names) Settle(records []*record.Record) (organisations, periods []string) {
	n.spell()
	n.agree()
	n.dropSurplus()
	for d := range n.days {
		n.periods[scope.QuarterOf(d).Name] = true
	}
	names := map[string]bool{}
	for _, name := range n.shownAs {
		names[name] = true
	}
	organisations, periods = sorted(names), sorted(n.periods)
	org, per := positions(organisations), positions(periods)
	organisationOf, periodOf := map[stating]uint16{}, map[field.Day]uint16{}
	for _, r := range n.first {
		organisationOf[n.statingOf(r)] = org[n.organisation(r)]
	}
	for d := range n.days {
		periodOf[d] = per[scope.QuarterOf(d).Name]
	}
	for _, r := range records {
		r.Organisation, r.Period = organisationOf[n.statingOf(r.Record)], periodOf[r.When()]
	}
	return organisations, periods
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func positions(names []string) map[string]uint16 {
	out := map[string]uint16{}
	for i, n := range names {
		out[n] = uint16(i)
	}
	return out
}

// mostOrganisations is how many a run tells apart. A column with more names is none of
// trusts: England has some two hundred.
const mostOrganisations = 1<<16 - 1

// dropSurplus lets the rarest names count as not stated where there are more than can
// be numbered, so that no record is counted under an organisation that is not its own.
// Names that siequity.yaml gives always stay.
func (n *Names) dropSurplus() {
	counts := map[string]int{} // records by key
	for _, r := range n.first {
		counts[n.Owner(r)] += n.stating[n.statingOf(r)]
	}
	keys := slices.DeleteFunc(slices.Collect(maps.Keys(n.shownAs)), func(key string) bool { return strings.HasPrefix(key, statedKey) })
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b)) })
	most := mostOrganisations - 1 - (len(n.shownAs) - len(keys)) // one for those not stated
	if len(keys) <= most {
		return
	}
	for _, key := range keys[most:] {
		n.surplus = append(n.surplus, n.shownAs[key])
		n.shownAs[key] = Unstated
	}
}

// aboutSurplus names the column that cannot be one of organisations.
func (n *Names) aboutSurplus() []finding.Finding {
	if len(n.surplus) == 0 {
		return nil
	}
	of := map[*incidents.Sheet]int{}
	for _, r := range n.first {
		of[r.Sheet]++
	}
	sheets := slices.SortedFunc(maps.Keys(of), func(a, b *incidents.Sheet) int {
		return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(a.Number, b.Number))
	})
	s := sheets[0]
	f := finding.Finding{ID: "organisation/too-many", File: s.File, Sheet: s.Name, Row: s.Header,
		What: fmt.Sprintf("this column names more organisations than a run can tell apart, which is %d; it seems to hold something else, and %d of its names, the rarest, count as not stated", mostOrganisations, len(n.surplus)),
		Hint: "give the heading the field ignore, or another, in siequity.yaml, and state the organisation of the file there"}
	f.Heading, f.Column = s.Heading(n.field)
	return []finding.Finding{f}
}
