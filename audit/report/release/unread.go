package release

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"siequity/audit/deprivation"
	"siequity/audit/measure"
	"siequity/rules/codes"
	"siequity/rules/masking"
)

const (
	longestCode = 24 // characters of a value that may still be a code or label
	mostUnread  = 25 // values listed; the rest are added up
)

// OtherText stands for values that are no codes and may say anything.
const OtherText = "(longer text, see the worklist)"

// unread lists the values of ethnic category that could not be read. Only short
// values like codes are shown, and only those in which masking finds nothing.
func (f Facts) unread() []Table {
	if f.Result == nil {
		return nil
	}
	counts := map[string]int{}
	mask := masking.New(masking.Options{})
	total := 0
	for _, rec := range f.Result.Records {
		if s := rec.Ethnicity.Status; !rec.InScope() || s != codes.EthnicityInvalid && s != codes.EthnicityAmbiguous {
			continue
		}
		counts[codeLike(rec.Ethnicity.Raw, mask)]++
		total++
	}
	listed := commonest(counts)
	if len(listed) == 1 {
		return nil // none that may be listed: the sum stands with the statuses
	}
	rows := Named("value", "Value", listed)
	b := measure.NewBook()
	for value, n := range counts {
		if !slices.ContainsFunc(rows.Values, func(v measure.Value) bool { return v.Key == value }) {
			value = OtherText
		}
		b.Count(measure.CellKey{Table: Unread, Row: value, Column: "records"}, n)
	}
	b.Count(measure.CellKey{Table: unreadTotal, Row: "all", Column: "records"}, total)
	one := Named("records", "Records", []string{"records"})
	return filled([]Table{
		{Name: Unread, Title: "Values that could not be read", Of: "records", OneWay: true, Grid: b.Grid(Unread, measure.Place{}, rows, one)},
		{Name: unreadTotal, Title: "Values that could not be read, in all", Of: "records", OneWay: true, Whole: true, Grid: b.Grid(unreadTotal, measure.Place{}, Named("value", "Value", []string{"all"}), one)}})
}

// commonest lists the values to show, most frequent first.
func commonest(counts map[string]int) []string {
	var values []string
	for v := range counts {
		if v != OtherText {
			values = append(values, v)
		}
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return append(values[:min(len(values), mostUnread)], OtherText)
}

// codeLike gives the value if it can only be a code or a label.
func codeLike(raw string, mask *masking.Masker) string {
	s := strings.Join(strings.Fields(raw), " ")
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsControl(r) || r == '@':
			return OtherText
		}
	}
	if s == "" || len([]rune(s)) > longestCode || digits > 3 || mask.Mask(s) != s {
		return OtherText
	}
	return s
}

// placeTitle words a status of deprivation for readers.
func placeTitle(s deprivation.Status) string {
	titles := map[deprivation.Status]string{
		deprivation.ValueGiven: "Decile, quintile or rank in the export", deprivation.LSOAGiven: "From the LSOA code in the export", deprivation.Matched: "From the postcode",
		deprivation.MatchedTerminated: "From a postcode no longer in use", deprivation.Repaired: "From a postcode with one slip put right", deprivation.Ambiguous: "More than one answer; none chosen",
		deprivation.OutsideEngland: "Outside England", deprivation.NoFixedAbode: "No fixed abode", deprivation.AddressNotKnown: "Address not known (national code)", deprivation.Overseas: "Overseas",
		deprivation.Partial: "Part of a postcode only", deprivation.NotFound: "Postcode or area not in the lists", deprivation.Invalid: "Not a postcode, area or value",
		deprivation.Missing: "Blank", deprivation.FieldAbsent: "No such column"}
	return titles[s]
}
