package disclosure

import (
	"fmt"
	"strconv"
	"strings"

	"siequity/audit/disclosure/outsider"
)

// Profile is a rule for what an outsider may see. The zero thresholds and
// bases mean that the step is not taken. Take a profile from [Panel], [LT5],
// [NHSE] or [HES] and change a field to set another threshold.
type Profile struct {
	// Name as given on the command line.
	Name string
	// Threshold T: counts from 1 to T-1 are small. 0: no count is.
	Threshold int
	// Base is the multiple to which larger counts are rounded. 0: exact.
	Base int
	// SmallAs is the number shown for every small count, which is then not
	// hidden but stands for 1 to T-1. 0: small counts are hidden.
	SmallAs int
	// Symbol stands for every hidden count, whether it is small or was hidden
	// to protect another. Two symbols would tell the two apart, and so bound
	// the first kind from above and the second from below.
	Symbol string
	// Marking is printed on what is written under the profile; may be empty.
	Marking string
	// CollapseOver is the share of a table's cells that may be hidden before
	// its categories are merged, where coarser ones are given.
	CollapseOver float64
}

// Panel shows everything exactly, for the panel's own eyes.
func Panel() Profile {
	return Profile{Name: "panel", Marking: "OFFICIAL-SENSITIVE"}
}

// LT5 hides 1 to 4 and as many others as protect them.
func LT5() Profile {
	return Profile{Name: "lt5", Threshold: 5, Symbol: "[c]", CollapseOver: 0.4}
}

// NHSE is the rule of the NHS England maternity and neonatal equalities
// dashboard (its Appendix A): 0 stays, 1 to 7 is shown as 5, the rest to the
// nearest 5. Where rounding alone gives a count away, more is hidden.
func NHSE() Profile {
	return Profile{Name: "nhse", Threshold: 8, Base: 5, SmallAs: 5, Symbol: "*", CollapseOver: 0.4}
}

// HES is the sub-national rule of NHS Digital's hospital episode statistics
// since September 2018: 0 stays, 1 to 7 is hidden, the rest to the nearest 5.
func HES() Profile {
	return Profile{Name: "hes", Threshold: 8, Base: 5, Symbol: "*", CollapseOver: 0.4}
}

// ProfileNamed gives the profile for a name from the command line.
func ProfileNamed(name string) (Profile, error) {
	all := []Profile{Panel(), LT5(), NHSE(), HES()}
	names := make([]string, len(all))
	for i, p := range all {
		if p.Name == name {
			return p, nil
		}
		names[i] = p.Name
	}
	return Profile{}, fmt.Errorf("disclosure profile %q is not known; use one of %s", name, strings.Join(names, ", "))
}

// check refuses settings that would protect nothing while looking as if.
func (p Profile) check() error {
	switch {
	case p.Threshold == 0 && p.Base > 1:
		return fmt.Errorf("profile %q rounds but has no threshold; set the threshold to 2 or more", p.Name)
	case p.Threshold == 0:
		return nil
	case p.Threshold < 2:
		return fmt.Errorf("profile %q: threshold %d hides nothing; use 2 or more", p.Name, p.Threshold)
	case p.Symbol == "":
		return fmt.Errorf("profile %q has no symbol for a hidden count", p.Name)
	case nearest(p.Threshold, p.Base) == 0:
		return fmt.Errorf("profile %q rounds counts that are not small to nought; take a smaller base", p.Name)
	case p.SmallAs < 0 || p.SmallAs >= p.Threshold && p.SmallAs != 0:
		return fmt.Errorf("profile %q shows small counts as %d, which is not small", p.Name, p.SmallAs)
	}
	return nil
}

// controls says whether the profile holds anything back.
func (p Profile) controls() bool { return p.Threshold > 0 }

// small says that a count is one the profile must not give away.
func (p Profile) small(n int) bool { return n >= 1 && n < p.Threshold }

// Display is the text an outsider sees for a count that nothing else puts at
// risk.
func (p Profile) Display(n int) string {
	if p.small(n) && p.SmallAs == 0 {
		return p.Symbol
	}
	return strconv.Itoa(p.Number(n))
}

// Number is the number shown for a count that is not hidden: the count itself
// or its rounded form.
func (p Profile) Number(n int) int {
	switch {
	case n == 0:
		return 0
	case p.small(n) && p.SmallAs > 0:
		return p.SmallAs
	default:
		return nearest(n, p.Base)
	}
}

// nearest rounds half up to a multiple of base; with base 5 halves do not
// occur.
func nearest(n, base int) int {
	if base <= 1 {
		return n
	}
	return (2*n + base) / (2 * base) * base
}

// behind gives the least and the largest count that a shown number can stand
// for.
func (p Profile) behind(shown int) (low, high int) {
	switch {
	case shown == 0:
		return 0, 0
	case p.SmallAs > 0 && shown == p.SmallAs && p.Number(p.Threshold) != shown:
		return 1, p.Threshold - 1
	case p.SmallAs > 0 && shown == p.SmallAs:
		return 1, shown + (p.Base-1)/2
	case p.Base <= 1:
		return shown, shown
	}
	return max(p.Threshold, shown-p.Base/2), shown + (p.Base-1)/2
}

// RoundedRow works out what an outsider can say of each count of a line that
// is shown rounded beside its rounded total. ok is false if no counts give
// such a line.
func (p Profile) RoundedRow(shown []int, total int) (ranges []outsider.Range, ok bool) {
	ranges = make([]outsider.Range, len(shown))
	least, most := 0, 0
	for i, n := range shown {
		low, high := p.behind(n)
		ranges[i] = outsider.Range{Low: low, High: high}
		least, most = least+low, most+high
	}
	low, high := p.behind(total)
	for i, r := range ranges {
		ranges[i] = outsider.Range{Low: max(r.Low, low-(most-r.High)), High: min(r.High, high-(least-r.Low))}
	}
	return ranges, least <= high && most >= low && p.possible(append([]int{total}, shown...))
}

// possible says that every number is one the profile prints.
func (p Profile) possible(shown []int) bool {
	for _, n := range shown {
		if low, high := p.behind(n); n < 0 || low > high || p.Number(low) != n || p.Number(high) != n {
			return false
		}
	}
	return true
}
