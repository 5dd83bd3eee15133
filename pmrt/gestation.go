package pmrt

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// A gestation is what a cell says of the length of a pregnancy, in days. "24+3" has
// both ends alike; ">24" has no upper end and "<22" no lower one.
type gestation struct{ least, most int }

// A reading says what became of a cell.
type reading uint8

const (
	untold reading = iota // blank, or words that say so
	told                  // a gestation
	unreadable
)

const week = 7

// The limits of what is taken for a gestation: in weeks, in days that are called days,
// and in days that are a bare number. Three digits outside them may be a weight, or weeks
// and days that lost their sign.
const (
	leastWeeks, mostWeeks       = 10, 45
	leastBareDays, mostBareDays = 22 * week, 320
	mostPlus                    = 20 // days in 40+10, which counts on from term
)

var (
	lead = `^(c\.?|ca\.?|circa|~|≈|approx\.?|approximately|about|around|>=|≥|>|over|more than|at least|<=|≤|<|under|less than)?\s*`
	tail = `\s*(?:gestation|gest\.?|ga)?$`
	// Between weeks and days stands a sign, a unit or a space: 24+3, 24w3d, 24 3.
	inWeeks  = regexp.MustCompile(lead + `(\d{1,2})(?:\s*(?:\+|(?:completed )?(?:weeks?|wks?|w)\.?|/40|\s)\s*(?:and|,|\+)?\s*(\d{1,2})(?:\s*(?:/7|d|days?))?(?:\s*(?:weeks?|wks?|w|/40))?)?` + tail)
	inUnits  = regexp.MustCompile(lead + `(\d{1,2})(?:[.,]\d+)?(\+)?\s*(?:(?:completed )?(?:weeks?|wks?|w)\.?|/40)?` + tail)
	inDays   = regexp.MustCompile(lead + `(\d{2,3})\s*d(?:ays?)?` + tail)
	bareDays = regexp.MustCompile(lead + `(\d{3})$`)
)

// unknowns are what people write where they do not know the gestation.
var unknowns = []string{"", "-", "--", "?", ".", "unknown", "not known", "nk", "n/k", "unk", "n/a", "na", "not recorded", "not stated", "not available", "not applicable", "not given", "none", "nil", "null", "missing", "blank", "tbc", "tba",
	"uncertain", "unsure", "unbooked", "concealed"}

// readGestation reads a gestation at birth or death: 21+6, 21, 21w6d, 21 weeks 6 days,
// 22/40, 165 days, 165, c. 24, ~24+3, >24. Anything that follows it, but for units,
// may say that it is another's ("21/40 at death, born 22+3"), so then it is not read.
func readGestation(text string) (gestation, reading) {
	s := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if slices.Contains(unknowns, s) {
		return gestation{}, untold
	}
	if s == "term" || s == "full term" {
		return gestation{37 * week, math.MaxInt}, told
	}
	if m := bareDays.FindStringSubmatch(s); m != nil {
		return within(m[1], whole(m[2]), leastBareDays, mostBareDays)
	}
	if m := inDays.FindStringSubmatch(s); m != nil {
		return within(m[1], whole(m[2]), leastWeeks*week, mostBareDays)
	}
	if m := inUnits.FindStringSubmatch(s); m != nil {
		sign := m[1]
		if m[3] == "+" { // 24+: that or later
			sign = ">="
		}
		return within(sign, whole(m[2])*week, leastWeeks*week, mostWeeks*week)
	}
	if m := inWeeks.FindStringSubmatch(s); m != nil && (whole(m[3]) < week || strings.Contains(s, "+") && whole(m[3]) <= mostPlus) {
		return within(m[1], whole(m[2])*week+whole(m[3]), leastWeeks*week, (mostWeeks+1)*week)
	}
	return gestation{}, unreadable
}

// within makes a gestation of days with the sign before them.
func within(sign string, days, least, most int) (gestation, reading) {
	if days < least || days > most {
		return gestation{}, unreadable
	}
	switch strings.TrimSuffix(sign, ".") {
	case ">", ">=", "≥", "over", "more than", "at least":
		return gestation{days, math.MaxInt}, told
	case "<", "under", "less than":
		return gestation{0, days - 1}, told
	case "<=", "≤":
		return gestation{0, days}, told
	}
	return gestation{days, days}, told
}

// wrongGestation says why a cell of a gestation is not read; "" for one that is, or
// that says nothing. It does not quote the cell, which may hold anything.
func wrongGestation(text string) string {
	s := strings.TrimSpace(text)
	if _, is := readGestation(s); is != unreadable {
		return ""
	}
	if bareDays.MatchString(s) {
		return "this number of 3 digits cannot be read as a gestation: in days it would be from 154 to 320"
	}
	return "this gestation cannot be read"
}
