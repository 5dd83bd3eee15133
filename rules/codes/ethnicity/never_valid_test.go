package ethnicity

import (
	"strings"
	"testing"
)

// TestNonAnswersAreNeverValid sets every reason for having no category beside every heading and category, in every
// order and punctuation: none may come out valid.
func TestNonAnswersAreNeverValid(t *testing.T) {
	reasonsGiven := []string{"not stated", "Not Known", "unknown", "refused", "patient declined", "not asked", "not recorded",
		"prefer not to say", "unable to obtain", "not disclosed", "missing", "N/K", "NK", "(blank)", "#VALUE!", "hasn't yet been asked",
		"refusd", "not statd", "choice not to disclose", "TBC", "information not yet obtained", "null", "awaiting confirmation"}
	beside := []string{"White", "White British", "Asian or Asian British", "Other ethnic group", "Mixed", "Black", "Pakistani", "Chinese",
		"Any other White background", "A", "J", "Other"}
	for _, reason := range reasonsGiven {
		for _, b := range beside {
			for _, raw := range []string{b + " - " + reason, reason + " - " + b, b + " (" + reason + ")", reason + "/" + b, b + ": " + reason, b + " " + reason} {
				if got := Read(raw, Unknown, nil); got.Status == Valid {
					t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
				}
			}
		}
	}
}

// TestTwoValuesAreNeverValid joins two categories as people do when a form lets them tick twice. Only White beside a
// Black or Asian origin makes a category of its own.
func TestTwoValuesAreNeverValid(t *testing.T) {
	values := []string{"White British", "White Irish", "Any other White background", "Indian", "Pakistani", "Bangladeshi",
		"Any other Asian background", "Black African", "Black Caribbean", "Any other Black background", "Chinese", "Arab", "Any other ethnic group"}
	neverOneOf(t, values, []string{"; ", " / ", "/", " | ", " or ", ", "}, func(i, j int) bool {
		return i > 10 && j > 10 // Arab is one of any other ethnic group
	})
	joinedLetters(t, []string{" / ", "/", " and ", " & ", " + ", " including "})
}

// joinedLetters joins a bare heading and a letter, which may be a code or the initial of a second origin.
func joinedLetters(t *testing.T, joins []string) {
	t.Helper()
	for _, heading := range []string{"White", "Wh", "W", "Black", "Asian", "Mixed", "Other"} {
		for letter := 'A'; letter <= 'S'; letter++ {
			for _, join := range joins {
				for _, raw := range []string{heading + join + string(letter), string(letter) + join + heading,
					heading + join + strings.ToLower(string(letter)), "Ethnicity: " + heading + join + string(letter)} {
					if got := Read(raw, Unknown, nil); got.Status == Valid {
						t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
					}
				}
			}
		}
	}
}

// TestOfficialLabelsAreNeverOneTogether joins the official labels, whose headings are lists themselves.
func TestOfficialLabelsAreNeverOneTogether(t *testing.T) {
	var values []string
	for _, c := range Categories() {
		if IsValid(c.Code) {
			values = append(values, c.Label)
		}
	}
	neverOneOf(t, values, []string{"; ", " | ", " or ", ", "}, func(i, j int) bool { return false })
}

// neverOneOf joins every two values by every join, but the pairs that may be one value.
func neverOneOf(t *testing.T, values, joins []string, mayBeOne func(i, j int) bool) {
	t.Helper()
	for i, a := range values {
		for j, b := range values {
			if i == j || mayBeOne(i, j) {
				continue
			}
			for _, join := range joins {
				if got := Read(a+join+b, Unknown, nil); got.Status == Valid {
					t.Errorf("%q came out valid: %s (%s)", a+join+b, got.Code, got.Why)
				}
			}
		}
	}
}

// TestAlternativesAreNeverValid joins two origins by words and marks that mean one or the other, where "and" would make
// a mixed category.
func TestAlternativesAreNeverValid(t *testing.T) {
	for _, raw := range []string{
		"White or Asian", "White or Black African", "Black or Asian", "White; Black Caribbean", "White, Black African", "White | Asian",
		"White British or Asian", "Any other White or Mixed background", "Traveller or Irish", "African/Asian", "Scottish/Irish",
		"Mixed or multiple ethnic groups: White", "Mixed or multiple ethnic groups: Asian", "Mixed: Black or Black British",
		"White and Asian; Other White", "White and Asian and Caribbean", "British and Pakistani", "British or Asian", "Caribbean or Asian", "African; Asian", "Black or Arab", "British or Mixed", "Black/White", "African/Caribbean/Black", "Other White / British", "Irish and Traveller",
	} {
		if got := Read(raw, Unknown, nil); got.Status == Valid {
			t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
		}
	}
	joinedLetters(t, []string{" or ", " and/or "})
	for _, join := range []string{" and ", " or ", " & ", " plus "} {
		for _, c := range Categories() {
			for _, raw := range []string{c.Label + join + c.Code, c.Label + join + "(" + c.Code + ")", c.Label + join + "code " + c.Code, c.Code + join + c.Label} {
				if got := Read(raw, Unknown, nil); got.Status == Valid {
					t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
				}
			}
		}
	}
	for _, raw := range []string{"White/A", "White/a", "W/A", "W/a", "White/B", "White and A", "White & A"} {
		if got := Read(raw, Unknown, nil); got.Status != Ambiguous {
			t.Errorf("%q: got %s %s (%s), want ambiguous", raw, got.Code, got.Status, got.Why)
		}
	}
}

// TestCutLabelsAreNeverAnother cuts every official label at every width: what is left may be ambiguous, or too short to
// tell, but never another category. Labels that are whole labels of another category where they are cut are let be.
func TestCutLabelsAreNeverAnother(t *testing.T) {
	whole := map[string]bool{"S": true}
	for _, c := range Categories() {
		for _, label := range []string{c.Label, c.Code + " - " + c.Label} {
			for width := narrowestColumn; width <= len(label); width++ {
				cut := label[:width]
				if got := Read(cut, Unknown, nil); got.Status == Valid && got.Code != c.Code && !whole[got.Code] {
					t.Errorf("%q, cut from %q, is %s (%s)", cut, label, got.Code, got.Why)
				}
			}
		}
	}
}

// TestCodesThatDisagreeAreNeverValid sets every code beside the official label of every other.
func TestCodesThatDisagreeAreNeverValid(t *testing.T) {
	for _, a := range Categories() {
		for _, b := range Categories() {
			for _, raw := range []string{a.Code + " - " + b.Label, b.Label + " (" + a.Code + ")", a.Code + ": " + b.Label,
				"Code " + a.Code + " - " + b.Label, b.Label + " (NHS code " + a.Code + ")", b.Label + ", " + a.Code, b.Label + " / " + a.Code} {
				got := Read(raw, Unknown, nil)
				if a.Code == b.Code && got.Code != a.Code {
					t.Errorf("%q: got %s %s (%s)", raw, got.Code, got.Status, got.Why)
				}
				if a.Code != b.Code && got.Status != Ambiguous {
					t.Errorf("%q: got %s %s (%s), want ambiguous", raw, got.Code, got.Status, got.Why)
				}
			}
		}
	}
}

// TestFreeTextIsNeverValid reads sentences and other fields' values that hold the name of a category.
func TestFreeTextIsNeverValid(t *testing.T) {
	for _, raw := range []string{
		"Woman of Pakistani origin attended triage", "Interpreter booked for Chinese patient", "White cell count raised", "Indian takeaway",
		"Black stool noted", "Irish Street Clinic", "African violet ward", "English and Maths", "British Airways", "White House surgery",
		"Not White", "not Indian", "non Asian", "No white", "Other than Chinese", "Mrs A White", "Mr Black", "Indian Ocean", "White rose",
		"White or Asian or Black", "Caribbean holiday", "asian-style diet", "mixed feeding", "Mixed up", "Gypsy moth", "Arab spring", "Chinese medicine used",
	} {
		if got := Read(raw, Unknown, nil); got.Status == Valid {
			t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
		}
	}
}

// TestWhyNotIsNeitherAsAlternatives gives a refusal and a failure to ask as alternatives: that is neither Z nor 99.
func TestWhyNotIsNeitherAsAlternatives(t *testing.T) {
	for _, z := range []string{"Not stated", "Refused", "Declined to answer", "Prefer not to say", "Withheld"} {
		for _, unknown := range []string{"not known", "Unknown", "not asked", "Not recorded", "unable to obtain"} {
			for _, raw := range []string{z + " / " + unknown, unknown + "/" + z, z + " or " + unknown, unknown + " or " + z} {
				if got := Read(raw, Unknown, nil); got.Status != Ambiguous {
					t.Errorf("%q: got %s %s (%s), want ambiguous", raw, got.Code, got.Status, got.Why)
				}
			}
		}
	}
}

// TestWhatIsLeftOutIsNeverNamed leaves a category out of a heading: what is left is not that category.
func TestWhatIsLeftOutIsNeverNamed(t *testing.T) {
	for heading, within := range map[string][]string{"White": {"British", "Irish"}, "Asian": {"Indian", "Chinese", "Pakistani"}, "Black": {"African", "Caribbean"}} {
		for _, w := range within {
			for _, raw := range []string{heading + " excluding " + w, heading + " (excl. " + w + ")", heading + " except " + w, heading + " exc " + w} {
				if got := Read(raw, Unknown, nil); got.Status != Ambiguous {
					t.Errorf("%q: got %s %s (%s), want ambiguous", raw, got.Code, got.Status, got.Why)
				}
			}
		}
	}
}
