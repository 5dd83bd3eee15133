package deprivation

import (
	"strings"
	"unicode"

	"siequity/audit/deprivation/directory"
)

// Add reads one postcode cell, remembers what has to be looked up, and gives the
// key to ask with after Resolve. Nothing of the text itself is kept.
func (w *Wanted) Add(raw string) Key {
	r := readPostcode(raw)
	if r.plain != 0 && (r.kind == kindPostcode || r.kind == kindInward || len(r.repairs) > 0) {
		w.want(r.plain, r.repairs)
	}
	return keyOf(r.kind, r.plain)
}

// A reading is what one postcode cell says before any look-up.
type reading struct {
	kind    kind
	plain   packed
	repairs []packed
}

func readPostcode(raw string) reading {
	text := cleanPostcode(raw)
	switch {
	case text == "":
		return reading{}
	case pseudo[text] != kindBlank:
		return reading{kind: pseudo[text]}
	case strings.HasPrefix(text, "ZZ99"):
		return reading{kind: kindOverseas}
	}
	r := reading{kind: kindInvalid, plain: directory.Pack([]byte(text)), repairs: repairsOf(text)}
	switch {
	case directory.Shape.MatchString(text) && strings.ContainsAny(text[len(text)-2:], "CIKMOV"):
		r.kind = kindInward
	case directory.Shape.MatchString(text):
		r.kind = kindPostcode
	}
	return r
}

var pseudo = map[string]kind{"ZZ993VZ": kindNoFixedAbode, "NF11AB": kindNoFixedAbode, "ZZ993WZ": kindNotKnown, "ZZ993CZ": kindNotKnown, "Z993CZ": kindNotKnown,
	"ZZ993GZ": kindWales, "ZZ991WZ": kindScotland, "ZZ992WZ": kindNorthernIreland}

func cleanPostcode(raw string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '.' {
			return -1
		}
		return unicode.ToUpper(r)
	}, raw)
}

func repairsOf(string) []packed { return nil }
