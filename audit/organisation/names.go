package organisation

import (
	"slices"
	"strings"

	"siequity/incidents/field"
	"siequity/rules/codes"
)

// Names of organisations, told apart by what tells trusts apart and by nothing else.

// trustName reduces the name of a trust to what tells it from others. "The", capitals
// and punctuation do not, nor what kind of trust it is: a trust becomes a foundation
// trust and stays what it was.
func trustName(name string) string {
	base, kind := cutKind(Words(name))
	if kind != noTrust {
		kind = plainTrust
	}
	return strings.Join(base, "") + kind.String()
}

// fullName is the same, with the kind of trust.
func fullName(name string) string {
	base, kind := cutKind(Words(name))
	return strings.Join(base, "") + kind.String()
}

// Words cuts a name into folded words. Apostrophes and the points of an
// abbreviation leave no gap: "N.H.S." is one word, and so is "Women's".
func Words(name string) []string {
	joined := strings.NewReplacer(".", "", "'", "", "’", "", "(", " ", ")", " ", "-", " ", "/", " ", ",", " ", "&", " and ").Replace(name)
	var out []string
	for _, w := range strings.Fields(joined) {
		if f := field.Fold(w); f != "" {
			out = append(out, f)
		}
	}
	if len(out) > 1 && out[0] == "the" {
		return out[1:]
	}
	return out
}

// kindOfTrust is what the end of a name says that it is.
type kindOfTrust uint8

const (
	noTrust kindOfTrust = iota
	plainTrust
	foundationTrust
)

// String gives the folded words for the kind.
func (k kindOfTrust) String() string {
	return [...]string{"", "nhstrust", "nhsfoundationtrust"}[k]
}

// kindWords end the names of trusts; the longer stand before the shorter.
var kindWords = []struct {
	words []string
	kind  kindOfTrust
}{
	{[]string{"national", "health", "service", "foundation", "trust"}, foundationTrust}, {[]string{"national", "health", "service", "trust"}, plainTrust},
	{[]string{"nhs", "foundation", "trust"}, foundationTrust}, {[]string{"foundation", "trust"}, foundationTrust}, {[]string{"nhs", "ft"}, foundationTrust},
	{[]string{"nhsft"}, foundationTrust}, {[]string{"ft"}, foundationTrust}, {[]string{"nhs", "trust"}, plainTrust},
}

// cutKind parts a name from the words that say what kind of trust it is.
func cutKind(words []string) ([]string, kindOfTrust) {
	for _, k := range kindWords {
		if at := len(words) - len(k.words); at > 0 && slices.Equal(words[at:], k.words) {
			return words[:at], k.kind
		}
	}
	return words, noTrust
}

// trustCode reports a text that looks like the code of a trust: RX1, RYJ. Three small
// letters are rather a short name.
func trustCode(text string) bool {
	code, ok := codes.ODSCode(text)
	return ok && len(code) == 3 && (hasDigit(code) || text == code)
}

// siteOf gives the code of the trust that the code of a site begins with: RX101 is of
// RX1. ODS deals them out so. A digit tells it from a word.
func siteOf(text string) (trust string, ok bool) {
	code, ok := codes.ODSCode(text)
	if !ok || len(code) != 5 || !hasDigit(code) {
		return "", false
	}
	return code[:3], true
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
