package record

import (
	"slices"

	"siequity/rules/codes"
)

// harmOrder lists the degrees of harm from the least that can be said to the
// gravest. It is total, so that of two degrees the same one always stands, whoever
// told it first: an incident that reached somebody and did no harm goes before a
// near miss, which reached nobody, though both are of one rank; and wording that
// could not be read must not vanish behind a blank.
var harmOrder = []codes.HarmLevel{codes.HarmMissing, codes.HarmNotApplicable, codes.HarmUnmapped, codes.HarmNearMiss, codes.HarmNone,
	codes.HarmLow, codes.HarmModerate, codes.HarmSevere, codes.HarmDeath}

// Worse takes the graver of two levels; a known one beats any reason for having none.
func Worse(a, b codes.HarmLevel) codes.HarmLevel {
	if a == b || b == codes.HarmMissing {
		return a // as nearly always
	}
	if slices.Index(harmOrder, b) > slices.Index(harmOrder, a) {
		return b
	}
	return a
}
