package codes

import (
	"fmt"
	"sort"
	"strings"

	"siequity/rules/codes/ethnicity"
	"siequity/rules/codes/wording"
)

// The types of an ethnic category reading, defined in codes/ethnicity.
type (
	Ethnicity       = ethnicity.Reading
	EthnicityStatus = ethnicity.Status
	Group           = ethnicity.Group
	Scheme          = ethnicity.Scheme
)

// The schemes that a column may be declared to hold.
const (
	SchemeUnknown = ethnicity.Unknown
	SchemeNHS2001 = ethnicity.NHS2001
	SchemeLFPSE   = ethnicity.LFPSE
)

// The statuses of an ethnic category. FieldAbsent and Conflict are set by callers, who see the record.
const (
	EthnicityValid       = ethnicity.Valid
	EthnicityNotStated   = ethnicity.NotStated
	EthnicityNotKnown    = ethnicity.NotKnown
	EthnicityAmbiguous   = ethnicity.Ambiguous
	EthnicityInvalid     = ethnicity.Invalid
	EthnicityMissing     = ethnicity.Missing
	EthnicityFieldAbsent = ethnicity.FieldAbsent
	EthnicityConflict    = ethnicity.Conflict
)

// The five groups.
const (
	White = ethnicity.GroupWhite
	Mixed = ethnicity.GroupMixed
	Asian = ethnicity.GroupAsian
	Black = ethnicity.GroupBlack
	Other = ethnicity.GroupOther
)

// Placement says which group Chinese belongs to.
type Placement string

// The placements: the 2001 national list has Chinese under Other, the censuses of 2011 and 2021 under Asian.
const (
	ChineseNHS2001 Placement = "nhs2001" // the default
	ChineseCensus  Placement = "census"
)

// Grouping says how categories are shown in tables.
type Grouping string

// The groupings.
const (
	GroupingFive    Grouping = "five"    // White, Mixed, Asian, Black, Other: the default
	GroupingSixteen Grouping = "sixteen" // the 16 national categories
	GroupingBAM     Grouping = "bam"     // Black, Asian and Mixed together versus the rest (equity guidance of 2021)
)

// Options are the user's choices for ethnic categories. The zero value is the default: NHS placement, five groups, no
// local labels.
type Options struct {
	Chinese  Placement
	Grouping Grouping
	Local    map[string]string // label as the trust writes it -> national code
}

// Ethnicity reads one raw value of a column known to hold the scheme given.
func (o Options) Ethnicity(raw string, in Scheme) Ethnicity {
	r := ethnicity.Read(raw, in, o.Local)
	if r.Code == "R" {
		r.Group = o.GroupOf(r.Code)
	}
	return r
}

// GroupOf returns the broad group of a national code A to S under the chosen placement of Chinese, "" for others.
func (o Options) GroupOf(code string) Group {
	if code == "R" && o.Chinese == ChineseCensus {
		return Asian
	}
	return ethnicity.GroupOf(code)
}

// Bucket returns the row of a table that a reading belongs to under the chosen grouping, "" when it has none. An
// ambiguous reading with a certain group has a row among the five groups, but none among the sixteen categories.
func (o Options) Bucket(e Ethnicity) string {
	switch o.Grouping {
	case GroupingSixteen:
		if e.Status != EthnicityValid {
			return ""
		}
		return ethnicity.Label(e.Code)
	case GroupingBAM:
		switch e.Group {
		case "":
			return ""
		case Black, Asian, Mixed:
			return bamYes
		}
		return bamNo
	}
	return string(e.Group)
}

const (
	bamYes = "Black, Asian and Mixed"
	bamNo  = "All other groups"
)

// Buckets lists the rows of a table under the chosen grouping, in the order of the national list.
func (o Options) Buckets() []string {
	switch o.Grouping {
	case GroupingBAM:
		return []string{bamYes, bamNo}
	case GroupingSixteen:
		var rows []string
		for _, c := range ethnicity.Categories() {
			if c.Group != "" {
				rows = append(rows, c.Label)
			}
		}
		return rows
	}
	var rows []string
	for _, g := range ethnicity.Groups() {
		rows = append(rows, string(g))
	}
	return rows
}

// Describe names the choices in words, for the foot of every table.
func (o Options) Describe() string {
	place := "Chinese counted under Other (2001 national list)"
	if o.Chinese == ChineseCensus {
		place = "Chinese counted under Asian (as in the 2011 and 2021 censuses)"
	}
	switch o.Grouping {
	case GroupingSixteen:
		return "16 ethnic categories"
	case GroupingBAM:
		return "Black, Asian and Mixed ethnic groups together, versus all others; " + place
	}
	return "five ethnic groups; " + place
}

// Check reports every fault of the options at once.
func (o Options) Check() []error {
	var faults []error
	if o.Chinese != "" && o.Chinese != ChineseNHS2001 && o.Chinese != ChineseCensus {
		faults = append(faults, fmt.Errorf("placement of Chinese %q is neither nhs2001 nor census", o.Chinese))
	}
	switch o.Grouping {
	case "", GroupingFive, GroupingSixteen, GroupingBAM:
	default:
		faults = append(faults, fmt.Errorf("grouping %q is not one of five, sixteen, bam", o.Grouping))
	}
	return append(faults, checkLocal(o.Local)...)
}

// checkLocal finds local labels that cannot be used: a code outside the national list, or two labels that differ only
// in case and punctuation and have different codes.
func checkLocal(local map[string]string) []error {
	labels := make([]string, 0, len(local))
	for l := range local {
		labels = append(labels, l)
	}
	sort.Strings(labels)
	var faults []error
	first := map[string]string{}
	for _, l := range labels {
		code := strings.ToUpper(strings.TrimSpace(local[l]))
		if ethnicity.Label(code) == "" {
			faults = append(faults, fmt.Errorf("local ethnicity label %q: %q is not a national code (A to S, Z or 99)", l, local[l]))
		}
		folded := wording.Fold(l)
		if before, seen := first[folded]; seen && !strings.EqualFold(local[before], local[l]) {
			faults = append(faults, fmt.Errorf("local ethnicity labels %q and %q read the same but have different codes", before, l))
		}
		first[folded] = l
	}
	return faults
}
