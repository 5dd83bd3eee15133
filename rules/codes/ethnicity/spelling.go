package ethnicity

import (
	"sort"
	"strings"

	"siequity/rules/codes/wording"
)

// shortestSlip is the shortest word that is corrected: below it, too many words are one slip apart.
const shortestSlip = 5

// partOfExpression holds the words that only occur inside expressions.
var partOfExpression = expressionWords()

func expressionWords() map[string]bool {
	set := map[string]bool{}
	for phrase := range expressions {
		for _, w := range strings.Fields(phrase) {
			set[w] = true
		}
	}
	return set
}

// correctable are the words that a slip may be read as, in alphabetical order: the headings and the categories, not
// the nationalities, which lie too close together (Iranian and Ukrainian, Malian and Maltese) and are never valid alone.
var correctable = correctableWords()

func correctableWords() []string {
	words := []string{"british", "other", "background", "scottish", "english", "northern", "european", "caucasian", "ethnic", "group"}
	for w := range headings {
		words = append(words, w)
	}
	for w, p := range peoples {
		if p.alone == category {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	return words
}

// lookalikes are real words one slip away from a word of the vocabulary.
var lookalikes = wordSet(`while write blank block slack flack fixed mined mother bother groups roman wasian arabic romans romance irises`)

// nearest gives the one correctable word a single slip away from w, or "" when there is none or more than one.
func nearest(w string) string {
	if len(w) < shortestSlip || lookalikes[w] {
		return ""
	}
	found := ""
	for _, c := range correctable {
		if len(c) < shortestSlip || !wording.OneSlip(w, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// completed gives the long word that w is the beginning of, where a system has cut the label short
// ("Other Asian backgrou", "Asian - Banglade"), or "". It needs five letters and a word that nothing else starts like.
func completed(w string) string {
	if len(w) < shortestSlip {
		return ""
	}
	for _, long := range []string{"background", "bangladeshi", "caribbean", "ethnicity", "pakistani", "traveller", "unspecified"} {
		if strings.HasPrefix(long, w) {
			return long
		}
	}
	return ""
}
