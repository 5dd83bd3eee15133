package ethnicity

import (
	"strings"

	"siequity/rules/codes/wording"
)

// Scheme says what a column is known to hold, or which list decided a reading.
type Scheme string

// The schemes that a column may be declared to hold are Unknown, NHS2001 and LFPSE. The others name lists that are
// recognised and refused.
const (
	Unknown   Scheme = ""         // nothing is known: national codes and labels are read, bare numbers are not
	NHS2001   Scheme = "nhs2001"  // 2001 national codes and labels
	LFPSE     Scheme = "lfpse"    // the numeric list of LFPSE, taxonomy version 5
	GROW      Scheme = "grow"     // customised growth chart groups, 1 to 21
	Pre2001   Scheme = "pre2001"  // hospital codes 0 to 9 used before April 2001
	Scotland  Scheme = "scotland" // Scottish list, a digit and a letter
	Wales     Scheme = "wales"    // Welsh list: its A is any White background, its B Gypsy or Irish Traveller
	LocalList Scheme = "local"    // a label mapped by the user
)

// Reading is what a raw value means, and why.
type Reading struct {
	Raw     string // as given
	Code    string // "A" to "S" when Valid, "Z" when NotStated, "99" when NotKnown, else empty
	Group   Group  // of the code; of an ambiguous value where certain
	Status  Status
	Scheme  Scheme // the list that decided
	Why     string // the decision in words
	Suggest string // a code that a person might confirm; never applied
	Warning string // what to mend although the value could be read
}

// Read reads one raw value of a column known to hold scheme in. local maps labels as the user writes them to
// national codes; it wins over everything but a blank. Read is pure: callers with long columns cache it by raw string.
func Read(raw string, in Scheme, local map[string]string) Reading {
	r := read(strings.TrimSpace(raw), in, local)
	r.Raw = raw
	if r.Scheme == "" {
		r.Scheme = NHS2001
	}
	if r.Status == Valid {
		r.Group = GroupOf(r.Code)
	}
	return r
}

func read(text string, in Scheme, local map[string]string) Reading {
	if wording.Blank(text) {
		return Reading{Status: Missing, Why: "the cell is blank"}
	}
	if r, ok := readLocal(text, local); ok {
		return r
	}
	if r, ok := readShort(text); ok {
		return r
	}
	if r, ok := readCode(text, in); ok {
		return r
	}
	if r, ok := readCodeAndLabel(text, in); ok {
		return r
	}
	return readLabel(text)
}

// readLocal looks text up in the user's own labels, folded, so that case and punctuation do not matter.
func readLocal(text string, local map[string]string) (Reading, bool) {
	if len(local) == 0 {
		return Reading{}, false
	}
	folded, match := wording.Fold(text), ""
	for label := range local {
		if wording.Fold(label) == folded && (match == "" || label < match) {
			match = label
		}
	}
	if match == "" {
		return Reading{}, false
	}
	r := fromCode(strings.ToUpper(strings.TrimSpace(local[match])))
	r.Scheme = LocalList
	r.Why = "local label " + quote(match) + " is mapped to " + quote(local[match])
	return r, true
}

// fromCode gives the reading of a national code, upper case.
func fromCode(code string) Reading {
	switch {
	case IsValid(code):
		return Reading{Code: code, Group: GroupOf(code), Status: Valid, Scheme: NHS2001}
	case code == "Z":
		return Reading{Code: "Z", Status: NotStated, Scheme: NHS2001}
	case code == "99":
		return Reading{Code: "99", Status: NotKnown, Scheme: NHS2001}
	}
	return Reading{Status: Invalid, Scheme: NHS2001}
}

func quote(s string) string { return `"` + s + `"` }
