package ethnicity

import (
	"slices"
	"testing"
)

// labelsByCode are labels as systems write them, by the category that each has when it stands alone.
var labelsByCode = map[string][]string{
	"A": {"White British", "White - British", "A - White British", "WHITE BRITISH", "English/Welsh/Scottish/Northern Irish/British"},
	"B": {"White Irish", "White - Irish", "Irish"},
	"C": {"Other White", "Any other White background", "White - Polish", "Eastern European"},
	"D": {"White and Black Caribbean", "Mixed - White and Black Caribbean"},
	"F": {"White and Asian", "Mixed: White and Asian"},
	"H": {"Indian", "Asian Indian", "Asian or Asian British - Indian", "British Indian"},
	"J": {"Pakistani", "Asian Pakistani", "J - Pakistani"},
	"K": {"Bangladeshi", "Asian or Asian British: Bangladeshi"},
	"L": {"Other Asian", "Any other Asian background"},
	"M": {"Caribbean", "Black Caribbean", "Black or Black British - Caribbean"},
	"N": {"African", "Black African", "Black British African"},
	"P": {"Other Black", "Any other Black background"},
	"R": {"Chinese"},
	"S": {"Any other ethnic group", "Arab"},
}

// TestTwoLabelsSideBySideAreNeverValid joins every two labels of different categories. Only "and" and a slash make a
// mixed category of White and another origin.
func TestTwoLabelsSideBySideAreNeverValid(t *testing.T) {
	for _, a := range Categories() {
		for _, b := range Categories() {
			for _, left := range labelsByCode[a.Code] {
				for _, right := range labelsByCode[b.Code] {
					neverTwo(t, left, right, a.Code, b.Code)
				}
			}
		}
	}
}

func neverTwo(t *testing.T, left, right, a, b string) {
	t.Helper()
	if a == b {
		if got := Read(left, Unknown, nil); got.Code != a {
			t.Errorf("%q alone: got %s %s, want %s", left, got.Code, got.Status, a)
		}
		return
	}
	for _, join := range []string{" ", ", ", "/", " / ", " and ", " & ", "; ", " | "} {
		got := Read(left+join+right, Unknown, nil)
		if got.Status == Valid && !oneTogether(got.Group, join, a, b) {
			t.Errorf("%q came out valid: %s (%s)", left+join+right, got.Code, got.Why)
		}
	}
}

// oneTogether tells whether two labels may be one: White "and" another origin, what says more of a mixed origin, and what
// stands under the heading of other ethnic groups. The census names the rest of Black "Any other Black, Black British or
// Caribbean background".
func oneTogether(read Group, join, a, b string) bool {
	adds := slices.Contains([]string{"/", " / ", " and ", " & "}, join)
	mixed := GroupOf(a) == GroupMixed || GroupOf(b) == GroupMixed
	under := join == " " && (a == "S" || b == "S" || a == "R" || b == "R")
	restOfBlack := a == "P" && (b == "M" || b == "N") && join != " "
	return restOfBlack || read == GroupMixed && (adds || mixed && join == " ") || under
}

// TestOneLabelOfSeveralWords holds that a heading and what stands under it stay one value.
func TestOneLabelOfSeveralWords(t *testing.T) {
	for raw, want := range map[string]string{"White British": "A", "Black African": "N", "Black British African": "N", "Asian Indian": "H",
		"White Irish": "B", "Asian British Pakistani": "J", "British Pakistani": "J", "Irish Traveller": "C", "White Other Polish": "C",
		"Other Asian Sri Lankan": "L", "Mixed White and Asian Indian": "F", "Black Caribbean British": "M", "A - White British": "A", "White British A": "A",
		"White - British": "A", "Asian - Indian": "H", "East African Asian": "L", "Malaysian Chinese": "R", "Black Nigerian African": "N",
		"White British English": "A", "Other ethnic group Arab": "S", "Any other Black / Black British / Caribbean background": "P"} {
		if got := Read(raw, Unknown, nil); got.Code != want {
			t.Errorf("%q: got %s %s (%s), want %s", raw, got.Code, got.Status, got.Why, want)
		}
	}
}
