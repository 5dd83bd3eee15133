package release

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"siequity/audit/deprivation"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/rules/codes"
	"siequity/rules/codes/ethnicity"
	"siequity/rules/masking"
)

const (
	mostUnread = 25 // values listed; the rest are added up
	// leastUnread is how many records a value must stand in to be listed, whatever the
	// profile: a text of one or two records may be about one woman.
	leastUnread = 5
)

// OtherText stands for values that may say anything, and for those of few records.
const OtherText = "(other text, see the worklist)"

// unread lists the values of ethnic category that could not be read, so that
// somebody can map them. A cell can hold any text of a record, so only codes and
// values made of the words of ethnic categories are listed, and only those that many
// records share. Masking is no proof here: it does not know every name.
func (f Facts) unread(profile disclosure.Profile) []Table {
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
		counts[listable(rec.Ethnicity.Raw, mask)]++
		total++
	}
	listed := commonest(counts, max(leastUnread, profile.Threshold))
	if len(listed) == 1 {
		return nil // none that may be listed: the sum stands with the statuses
	}
	rows := Named("value", "Value", listed)
	b := measure.NewBook()
	for value, n := range counts {
		if !slices.Contains(listed, value) {
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

// commonest lists the values of at least so many records, most frequent first, and
// what stands for the others.
func commonest(counts map[string]int, least int) []string {
	var values []string
	for v, n := range counts {
		if v != OtherText && n >= least {
			values = append(values, v)
		}
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return append(values[:min(len(values), mostUnread)], OtherText)
}

// listable gives the value if it can only be a code or a label: nothing that tells
// of one woman.
func listable(raw string, mask *masking.Masker) string {
	s := strings.Join(strings.Fields(raw), " ")
	if (codeShaped(s) || madeOfLabels(s)) && mask.Mask(s) == s {
		return s
	}
	return OtherText
}

// longestCode is the number of characters of a code of any list of categories.
const longestCode = 3

// codeShaped reports a value that is a code of some list: a letter, a number, both,
// or one letter repeated. Two or three different letters may be a name.
func codeShaped(s string) bool {
	letters, digits := map[rune]bool{}, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			letters[unicode.ToUpper(r)] = true
		default:
			return false
		}
	}
	return s != "" && len(s) <= longestCode && (digits > 0 && len(letters) < 2 || digits == 0 && len(letters) == 1)
}

// madeOfLabels reports a value all of whose words stand in the labels of the
// national list; a single letter among them is a code.
func madeOfLabels(s string) bool {
	words := wordsOf(s)
	for _, w := range words {
		if !slices.Contains(labelWords(), w) && !codeShaped(w) {
			return false
		}
	}
	return len(words) > 0 && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '@' })
}

// labelWords lists the words of the national labels, those that tell why there is no
// category included.
var labelWords = sync.OnceValue(func() []string {
	out := []string{"or", "and", "group", "groups", "ethnicity"}
	for _, c := range ethnicity.Categories() {
		out = append(out, wordsOf(c.Label)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
})

// wordsOf parts a text into its words, in small letters.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
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
