package pmrt

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	inWeeks = regexp.MustCompile(`^(\d{1,2})(?:\s*(?:\+|w|wk|wks|weeks?|/40|\.)?\s*(?:and|,)?\s*([0-6])(?:/7|\s*d|\s*days?)?)?\b`)
	inDays  = regexp.MustCompile(`^(\d{2,3})\s*d(ays?)?$`)
	grams   = regexp.MustCompile(`^(\d{2,4})(?:\.\d+)?\s*(g|gm|gms|grams?)?$`)
	kilos   = regexp.MustCompile(`^(\d\.\d{1,3})\s*(kg|kgs|kilos?)$`)
)

// gestationDays reads a gestation: 21+6, 21, 21w6d, 21 weeks 6 days, 22/40, 165 days.
func gestationDays(text string) (days int, ok bool) {
	s := strings.ToLower(strings.TrimSpace(text))
	if m := inDays.FindStringSubmatch(s); m != nil {
		return whole(m[1]), true
	}
	m := inWeeks.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	weeks := whole(m[1])
	if weeks < 10 || weeks > 45 { // no gestation at which a death is notified
		return 0, false
	}
	return weeks*7 + whole(m[2]), true
}

// birthGrams reads a weight at birth: 480, 480 g, 0.48 kg.
func birthGrams(text string) (g float64, ok bool) {
	s := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), ",", ""))
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
