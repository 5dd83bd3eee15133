package release

import (
	"cmp"
	"slices"
	"strings"

	"siequity/audit"
	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/incidents/field"
	"siequity/incidents/scope"
	"siequity/rules"
	"siequity/rules/codes"
)

// Facts are what pages are made of.
type Facts struct {
	Title, Organisation, System, Period, AsOf, Version string
	Vintage                                            int // of the index of deprivation
	Options                                            codes.Options
	Grouping                                           string // Options in words
	Book                                               *measure.Book
	Set                                                *rules.Set
	Organisations, Periods, Sources                    []string
	Packs                                              []PackUsed
	// Reference is the ethnic group that others are compared with; "" for the
	// default.
	Reference string
	// RuleVersions and Vintages list what the counts were made under: more than
	// one in a merge whose trusts differ.
	RuleVersions, Vintages []string
	// Notices are what readers must know before the figures: what a merge found,
	// and which tables are left out.
	Notices []string
	// Past holds the counts of earlier submissions, for trends and changes alone;
	// nil for none. Periods that the book holds too are not taken from it.
	Past *measure.Book
	// Result is the audit itself, nil for a merge. Nothing of a single record
	// goes from it onto a page.
	Result *audit.Result
}

// A PackUsed names a rule pack, its version and the hash of its text.
type PackUsed struct{ Name, Version, SHA256 string }

// ReferenceGroup names the group that others are compared with: the one chosen,
// else White, else the first that has White in its name, else the last group, which
// in the grouping of two is everybody else.
func (f Facts) ReferenceGroup() string {
	groups := f.Options.Buckets()
	if slices.Contains(groups, f.Reference) {
		return f.Reference
	}
	if at := slices.IndexFunc(groups, func(g string) bool { return strings.Contains(g, string(codes.White)) }); at >= 0 {
		return groups[at]
	}
	return groups[len(groups)-1]
}

// Quarters lists the periods that hold records, earlier submissions included, in
// the order of time.
func (f Facts) Quarters() []string {
	own := quartersOf(f.Book)
	out := own
	if f.Past != nil {
		for _, q := range quartersOf(f.Past) {
			if !slices.Contains(own, q) {
				out = append(out, q)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(start(a), start(b)) })
	return out
}

func quartersOf(b *measure.Book) []string {
	return b.PeriodsOf(count.TableEthnicityStatus)
}

// In gives the book that holds the counts of a quarter: an earlier submission's
// where this one has no records of it.
func (f Facts) In(quarter string) *measure.Book {
	if f.Past != nil && !slices.Contains(quartersOf(f.Book), quarter) {
		return f.Past
	}
	return f.Book
}

// Series gives one book of all quarters, for trends.
func (f Facts) Series() *measure.Book {
	if f.Past == nil {
		return f.Book
	}
	own := quartersOf(f.Book)
	b := measure.NewBook()
	b.Add(f.Book)
	for _, e := range f.Past.Tallies() {
		if !slices.Contains(own, e.Period) {
			b.Tally(e.TallyKey, e.Tally)
		}
	}
	return b
}

func start(period string) field.Day {
	p, err := scope.ParsePeriod(period)
	if err != nil {
		return 0
	}
	return p.From
}

// Incomplete reports a period that was not over when the exports were made, or
// that the audit covers in part. Its figures are shown, and left out of limits
// and comparisons.
func (f Facts) Incomplete(period string) bool {
	q, err := scope.ParsePeriod(period)
	if err != nil || q.All() {
		return false
	}
	whole, err := scope.ParsePeriod(f.Period)
	if own := f.Past == nil || slices.Contains(quartersOf(f.Book), period); own && err == nil && !whole.All() && (q.From < whole.From || q.To > whole.To) {
		return true
	}
	earliest := ""
	for _, day := range strings.Split(f.AsOf, ", ") { // of several trusts the first counts
		if earliest == "" || day < earliest {
			earliest = day
		}
	}
	asOf, _, err := field.ParseDate(earliest)
	return err == nil && asOf > 0 && q.To > asOf
}

// LastTwo gives the last two quarters that are complete; ok is false where there
// are not two.
func (f Facts) LastTwo() (before, now string, ok bool) {
	var complete []string
	for _, q := range f.Quarters() {
		if !f.Incomplete(q) {
			complete = append(complete, q)
		}
	}
	if len(complete) < 2 {
		return "", "", false
	}
	return complete[len(complete)-2], complete[len(complete)-1], true
}

// Several reports a pack of more than one organisation.
func (f Facts) Several() bool { return len(f.Organisations) > 1 }

// Sum adds up a measure over a place.
func (f Facts) Sum(id string, at measure.Place, split string) measure.Tally {
	return f.Book.Sum(id, at, split)
}

// Measure finds a measure of the rule set; nil where the packs have none.
func (f Facts) Measure(id string) *rules.Measure {
	for i := range f.Set.Measures {
		if f.Set.Measures[i].ID == id {
			return &f.Set.Measures[i]
		}
	}
	return nil
}
