package ethnicity

import "testing"

// censusLabels are the categories of the census of England and Wales in 2011 and 2021, in the several forms of its
// headings, with the 2001 code that each has. British Asian and African labels differ most from those of 2001.
var censusLabels = []struct {
	headings []string
	labels   map[string]string
}{
	{[]string{"White"}, map[string]string{
		"English, Welsh, Scottish, Northern Irish or British": "A", "English/Welsh/Scottish/Northern Irish/British": "A", "British": "A",
		"Irish": "B", "Gypsy or Irish Traveller": "C", "Roma": "C", "Other White": "C", "Any other White background": "C"}},
	{[]string{"Mixed or Multiple ethnic groups", "Mixed/multiple ethnic groups", "Mixed/multiple ethnic group", "Mixed"}, map[string]string{
		"White and Black Caribbean": "D", "White and Black African": "E", "White and Asian": "F",
		"Other Mixed or Multiple ethnic groups": "G", "Any other Mixed or Multiple background": "G", "Other Mixed": "G"}},
	{[]string{"Asian, Asian British or Asian Welsh", "Asian or Asian British", "Asian/Asian British"}, map[string]string{
		"Indian": "H", "Pakistani": "J", "Bangladeshi": "K", "Chinese": "R", "Other Asian": "L", "Any other Asian background": "L"}},
	{[]string{"Black, Black British, Black Welsh, Caribbean or African", "Black, Black British, Caribbean or African", "Black/African/Caribbean/Black British",
		"Black / African / Caribbean / Black British", "Black or Black British"}, map[string]string{
		"Caribbean": "M", "African": "N", "Other Black": "P", "Any other Black background": "P", "Any other Black, Black British or Caribbean background": "P",
		"Any other Black/African/Caribbean background": "P"}},
	{[]string{"Other ethnic group", "Other ethnic groups"}, map[string]string{"Arab": "S", "Any other ethnic group": "S"}},
}

// TestCensusLabels holds every label of both censuses under every form of its heading, however the two are parted: a
// group whose heading names its own categories must not lose them.
func TestCensusLabels(t *testing.T) {
	for _, list := range censusLabels {
		for _, heading := range list.headings {
			for label, code := range list.labels {
				for _, raw := range []string{heading + ": " + label, heading + " - " + label, heading + " – " + label, heading + " : " + label, heading + ":" + label,
					label + " (" + heading + ")", heading + " (" + label + ")", code + " - " + heading + ": " + label} {
					if got := Read(raw, Unknown, nil); got.Code != code {
						t.Errorf("%q: got %q %s (%s), want %s", raw, got.Code, got.Status, got.Why, code)
					}
				}
			}
		}
	}
}
