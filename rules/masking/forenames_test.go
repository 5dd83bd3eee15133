package masking_test

import (
	"strings"
	"testing"

	"siequity/rules/masking"
)

// TestCommonForenames holds that a forename which the dictionary has too, and hardly anybody uses as a word, is masked
// where its capital says nothing.
func TestCommonForenames(t *testing.T) {
	m := masking.New(masking.Options{})
	for name := range strings.FieldsSeq(`Maria John Peter Martin Mike Tony Terry Harry Jimmy Jack Ted Hector Beryl Marina Rosemary Jasmine
		Bobby Billy Josh Ken Lee Matt Meg Patsy Penny Phoebe Rick Rob Robin Roger Sally Sherry Savannah Sue Tom Verity Victor Hazel
		Heather Holly Fern Felicity Dawn Daisy Lily Poppy Ruby Carol Colleen Beverley Noel Myrtle Jade Ivy Amir Shah Jasper
		Barney Lance Kitty Laurel Ebony Raja Nelson Dick Warren Sarah`) {
		for text, want := range map[string]string{
			name + " was late.":                                   "[person 1] was late.",
			name + " Lincoln was late.":                           "[person 1] was late.",
			"Seen with " + name + " English, interpreter booked.": "Seen with [person 1], interpreter booked.",
			"All well. " + name + " had a drink.":                 "All well. [person 1] had a drink.",
		} {
			if got := m.Mask(text); got != want {
				t.Errorf("%q: got %q, want %q", text, got, want)
			}
		}
	}
}

// TestForenamesThatAreWords holds that words of reports which are forenames too stay where no person is meant.
func TestForenamesThatAreWords(t *testing.T) {
	m := masking.New(masking.Options{})
	for _, text := range []string{
		"Hope was expressed.", "Faith was discussed.", "Joy was evident.", "Grace was given.", "Patience was needed.", "Comfort was poor.",
		"Summer was hot.", "May was quiet.", "April was quiet.", "Comfort is important.", "Mark was noted on the skin.", "Bill was high.", "Will was made.",
		"Rose in pulse noted.", "Frank haematuria was seen.", "Amber was recorded.", "Ray was used.", "Rod was placed.", "Flora was mixed.",
		"Nick was made in the bladder.", "Drew and labelled bloods.", "Max was 38.5.", "Mat was wet.", "Gift was returned.",
		"Seen in June in Lincoln, interpreter booked.", "In May Bolton was busy.", "terry nappies", "rosemary oil was used", "Jasmine oil used.",
		"Christmas Eve was busy.", "Gentian Violet was applied.", "X Ray was done.", "Alexis retractor used.", "Mum TED stockings on.", "Seen in Beverley by ambulance.", "Roman Catholic was recorded.", "Candida was grown.",
	} {
		if got := m.Mask(text); got != text {
			t.Errorf("%q is eaten: %q", text, got)
		}
	}
}

// TestSurnameAsPlace holds that a forename that is a word makes a surname of a town where a person's verb or a comma
// follows.
func TestSurnameAsPlace(t *testing.T) {
	m := masking.New(masking.Options{})
	for text, want := range map[string]string{
		"Rose Lincoln was late.":              "[person 1] was late.",
		"Grace Bolton rang.":                  "[person 1] rang.",
		"Joy English, interpreter, attended.": "[person 1], interpreter, attended.",
		"Maria Lincoln was late.":             "[person 1] was late.",
		"Hope Lincoln ward":                   "Hope Lincoln ward",
	} {
		if got := m.Mask(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
