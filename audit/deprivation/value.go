package deprivation

// Choose settles the place of one record that may have a value, an LSOA and a
// postcode; give Place{Status: FieldAbsent} for a column the export lacks. The
// value of the export stands first, since it was settled when the record was
// made; then the LSOA, then the postcode. Where none is known, the reason that
// says most is kept: a family without a fixed home stays that, and is not
// missing. A value that differs from what its LSOA or postcode gives is noted.
func Choose(value, lsoa, postcode Place) Place {
	best := value
	for _, other := range []Place{lsoa, postcode} {
		if better(other, best) {
			best = other
		}
	}
	for _, other := range []Place{lsoa, postcode} {
		if differs(best, other) {
			best.Notes |= NoteSourcesDiffer
		}
		best.Notes |= other.Notes & NoteLargeUser
	}
	return best
}

// Together settles two values that an export holds of one family, such as a decile and a
// quintile: the first stands where it is known. Of one edition they should agree.
func Together(first, second Place) Place {
	best := first
	if better(second, best) {
		best = second
	}
	if differs(first, second) {
		best.Notes |= NoteColumnsDiffer
	}
	return best
}

func better(other, best Place) bool {
	if best.Status.Known() || other.Status.Known() {
		return !best.Status.Known()
	}
	return telling[other.Status] > telling[best.Status]
}

// telling orders the statuses that give no value by how much they say.
var telling = [statusEnd]uint8{
	FieldAbsent: 0, Missing: 1, Invalid: 2, NotFound: 3, Partial: 4, Ambiguous: 5,
	AddressNotKnown: 6, Overseas: 7, OutsideEngland: 8, NoFixedAbode: 9,
}

// differs compares deciles where both have one, quintiles otherwise.
func differs(a, b Place) bool {
	if !a.Status.Known() || !b.Status.Known() || a.Vintage != b.Vintage {
		return a.Status == ValueGiven && b.Status == OutsideEngland
	}
	if a.Decile > 0 && b.Decile > 0 {
		return a.Decile != b.Decile
	}
	return a.Quintile != b.Quintile
}
