package pmrt

import (
	"regexp"
	"strconv"
	"strings"

	"siequity/rules/codes/wording"
)

var (
	grams = regexp.MustCompile(`^(\d{2,4})(?:\.\d+)?\s*(g|gm|gms|grams?)?$`)
	kilos = regexp.MustCompile(`^(\d\.\d{1,3})\s*(kg|kgs|kilos?)$`)
)

// The tool reviews babies born from 22+0 weeks, or of more than 500 g where the
// gestation is not known.
const (
	earliest = 22 * week
	lightest = 500
)

// tooEarly reads gestation and weight at birth. A gestation that is there and cannot
// be read is not unknown, and leaves the death in scope; so does one that only says
// "before 24".
//
// A baby may be born weeks after it died, so that the gestation at death never leaves a
// death out. It is worth as much as that no weight decides against it.
func tooEarly(atBirth, atDeath, weight string) string {
	born, at := readGestation(atBirth)
	if at != untold {
		if at == told && born.most < earliest {
			return "born before 22 weeks"
		}
		return ""
	}
	if died, at := readGestation(atDeath); at == unreadable || at == told && died.most >= earliest {
		return ""
	}
	if g, weighed := birthGrams(weight); weighed && g <= lightest {
		return "gestation not known and 500 g or less"
	}
	return ""
}

// pointed writes the number at the beginning with a point: "0,48 kg" and "1,250 g".
func pointed(text string) string {
	n := strings.IndexFunc(text, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' })
	if n < 0 {
		n = len(text)
	}
	return wording.Point(text[:n]) + text[n:]
}

// birthGrams reads a weight at birth: 480, 480 g, 0.48 kg.
func birthGrams(text string) (g float64, ok bool) {
	s := strings.ToLower(pointed(strings.TrimSpace(text)))
	if m := kilos.FindStringSubmatch(s); m != nil {
		kg, err := strconv.ParseFloat(m[1], 64)
		return kg * 1000, err == nil
	}
	if m := grams.FindStringSubmatch(s); m != nil {
		return float64(whole(m[1])), true
	}
	return 0, false
}

// whole reads digits; none are nought.
func whole(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
