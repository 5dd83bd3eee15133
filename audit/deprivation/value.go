package deprivation

import "siequity/audit/deprivation/imd"

// Kind says what a column of IMD values holds.
type Kind uint8

// The kinds of IMD column. A score is none of these: it cannot be placed without
// the whole table, and areas share scores.
const (
	KindDecile Kind = iota + 1
	KindQuintile
	KindRank
)

// Groups is how many groups the kind divides England into; a rank is compared by decile.
func (k Kind) Groups() int {
	if k == KindQuintile {
		return 5
	}
	return 10
}

// Value answers for an IMD value that the export itself holds, read already so
// that 1 is the most deprived, in the vintage that the user says the column is of.
// A quintile leaves the decile 0. A value out of range is Invalid.
func (l *Lookup) Value(kind Kind, value int) Place {
	p := Place{Vintage: l.vintage}
	switch {
	case kind == KindDecile && value >= 1 && value <= 10:
		return p.given(BasisDecileColumn, 0, value)
	case kind == KindRank && imd.Decile(value, l.vintage.Areas()) > 0:
		return p.given(BasisRankColumn, value, imd.Decile(value, l.vintage.Areas()))
	case kind == KindQuintile && value >= 1 && value <= 5:
		p.Status, p.Basis, p.Quintile = ValueGiven, BasisQuintileColumn, uint8(value)
		return p
	}
	return p.because(Invalid, 0)
}

func (p Place) given(b Basis, rank, decile int) Place {
	p.Status, p.Basis = ValueGiven, b
	p.Rank, p.Decile, p.Quintile = uint16(rank), uint8(decile), uint8(imd.Quintile(decile))
	return p
}

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
		if !best.Status.Known() || other.Basis != best.Basis {
			best.Notes |= other.Notes & NoteLargeUser
		}
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
