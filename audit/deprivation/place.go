package deprivation

import (
	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/directory"
	"siequity/audit/deprivation/imd"
	"siequity/rules/codes"
)

// Postcode answers for a postcode cell, in the Lookup's own vintage.
func (l *Lookup) Postcode(k Key) Place { return l.PostcodeAt(l.vintage, k) }

// PostcodeAt answers for a postcode cell in any vintage.
func (l *Lookup) PostcodeAt(v Vintage, k Key) Place {
	p := Place{Vintage: v}
	switch k.kind() {
	case kindBlank:
		return p
	case kindPartial:
		return p.because(Partial, 0)
	case kindNoFixedAbode:
		return p.because(NoFixedAbode, NotePseudo)
	case kindNotKnown:
		return p.because(AddressNotKnown, NotePseudo)
	case kindOverseas:
		return p.because(Overseas, NotePseudo)
	case kindOtherNation:
		return p.outside(area.Nation(k.packed()), NotePseudo)
	}
	return l.locate(p, k)
}

// Unlooked reports a place that is not known because the files to look it up in were not
// given: nobody can mend the record for that.
func (p Place) Unlooked() bool {
	return !p.Status.Known() && p.Notes&(NoteNoDirectory|NoteNoTable) != 0
}

func (p Place) because(s Status, n Note) Place {
	p.Status = s
	p.Notes |= n
	return p
}

func (p Place) outside(n area.Nation, note Note) Place {
	p.Nation = n
	return p.because(OutsideEngland, note)
}

// locate finds the directory row, by a repaired form only where the plain form is
// not listed and exactly one repaired form is.
func (l *Lookup) locate(p Place, k Key) Place {
	if len(l.directories) == 0 && k.kind() != kindInvalid {
		return p.because(NotFound, NoteNoDirectory)
	}
	if k.kind() == kindInward {
		p.Notes |= NoteInward
	}
	if at, ok := l.found[k.packed()]; ok && k.kind() != kindInvalid {
		return l.settle(p, at)
	}
	var only located
	listed := 0
	for _, form := range l.repairs[k] {
		if at, ok := l.found[form]; ok {
			only, listed = at, listed+1
		}
	}
	switch {
	case listed == 1:
		p.Notes |= NoteRepaired
		return l.settle(p, only)
	case listed > 1:
		return p.because(Ambiguous, NoteManyRepairs)
	case k.kind() == kindInvalid:
		return p.because(Invalid, 0)
	}
	return p.because(NotFound, 0)
}

// settle turns a directory row into a place.
func (l *Lookup) settle(p Place, at located) Place {
	p.Nation = at.row.Nation
	p.Notes |= notesOf(at.row)
	switch {
	case at.clash:
		return p.because(Ambiguous, NoteManyRows)
	case p.Nation != area.England && p.Nation != 0:
		return p.because(OutsideEngland, 0)
	}
	p = l.rank(p, at.row)
	if p.Status != Matched {
		return p
	}
	switch {
	case p.Notes&NoteRepaired != 0:
		p.Status = Repaired
	case at.row.Terminated:
		p.Status = MatchedTerminated
	}
	return p
}

func notesOf(r directory.Row) Note {
	var n Note
	if r.Terminated {
		n |= NoteTerminated
	}
	if r.LargeUser {
		n |= NoteLargeUser
	}
	switch r.Grid {
	case '9':
		n |= NoteNoGrid
	case '6', '8':
		n |= NoteWeakGrid
	}
	return n
}

// rank gives the place of a row of England under the vintage: by the LSOA of the
// census that the vintage is published for; then by the rank that the directory
// itself prints; last by the LSOA of the other census, if that serves.
func (l *Lookup) rank(p Place, r directory.Row) Place {
	own, other := r.LSOA11, r.LSOA21
	basis, otherBasis := BasisPostcode2011, BasisPostcode2021
	if p.Vintage == IMD2025 {
		own, other, basis, otherBasis = other, own, otherBasis, basis
	}
	if rank, decile := l.tables[p.Vintage].Look(own); decile > 0 {
		return p.at(Matched, basis, rank, decile)
	}
	if printed := printedRank(r, p.Vintage); printed > 0 {
		return p.at(Matched, BasisDirectoryRank, printed, codes.Decile(printed, p.Vintage.Areas()))
	}
	switch {
	case own != 0:
		return l.codeAt(p, own, area.UnknownCensus, Matched, basis)
	case other != 0:
		p = l.codeAt(p, other, area.UnknownCensus, Matched, otherBasis)
		if p.Status != Matched {
			p.Notes |= NoteNoVintageColumn
		}
		return p
	}
	return p.because(NotFound, NoteNoGrid)
}

func printedRank(r directory.Row, v Vintage) int {
	if v == IMD2025 {
		return int(r.Rank25)
	}
	return int(r.Rank19)
}

// at fills in a known place.
func (p Place) at(s Status, b Basis, rank, decile int) Place {
	p.Status, p.Basis, p.Nation = s, b, area.England
	p.Rank, p.Decile, p.Quintile = uint16(rank), uint8(decile), uint8(codes.Quintile(decile))
	return p
}

// forward carries IMD 2019 to an area of 2021 through the exact-fit file, with a
// note, if all its parents lie in one decile.
func (l *Lookup) forward(p Place, s Status, b Basis, a area.Code) Place {
	rank, decile, err := l.fit.Carry(l.tables[IMD2019], a)
	switch err {
	case nil:
		p.Notes |= NoteCarried
		return p.at(s, b, rank, decile)
	case imd.ErrParentsDiffer:
		return p.because(Ambiguous, NoteParentsDiffer|NoteOtherCensus)
	}
	return p.because(Ambiguous, NoteOtherCensus)
}

// LSOA answers for an LSOA code of an export, in the Lookup's own vintage. The
// census is the one that the column's heading names, UnknownCensus if it names none.
func (l *Lookup) LSOA(code string, census area.Census) Place {
	return l.LSOAAt(l.vintage, code, census)
}

// LSOAAt answers for an LSOA code in any vintage.
func (l *Lookup) LSOAAt(v Vintage, code string, census area.Census) Place {
	p := Place{Vintage: v}
	text := cleanCode(code)
	if len(text) == 0 {
		return p
	}
	a, ok := area.Parse(text)
	switch {
	case !ok && area.OtherKind(text):
		return p.because(Invalid, NoteNoCode)
	case !ok:
		return p.because(Invalid, 0)
	case a.Nation() != area.England:
		return p.outside(a.Nation(), 0)
	case !a.English():
		return p.because(NotFound, NotePseudoArea)
	}
	basis := BasisLSOA2011
	if v == IMD2025 {
		basis = BasisLSOA2021
	}
	return l.codeAt(p, a, census, LSOAGiven, basis)
}

// codeAt keeps the censuses apart. A code in the vintage's own list is the same
// area whichever census its column names.
func (l *Lookup) codeAt(p Place, a area.Code, census area.Census, s Status, b Basis) Place {
	t := l.tables[p.Vintage]
	p.Nation = area.England
	if t == nil {
		return p.because(NotFound, NoteNoTable)
	}
	if rank, decile := t.Look(a); decile > 0 {
		return p.at(s, b, rank, decile)
	}
	of := l.censusOf(a, census)
	switch {
	case of == area.UnknownCensus:
		return p.because(NotFound, NoteCensusUnsure)
	case of == p.Vintage.Census():
		return p.because(NotFound, 0)
	case p.Vintage == IMD2019 && of == area.Census2021:
		return l.forward(p, s, carriedBasis(b), a)
	}
	return p.because(Ambiguous, NoteOtherCensus)
}

// carriedBasis names the LSOA 2021 from which IMD 2019 is carried.
func carriedBasis(b Basis) Basis {
	if b == BasisLSOA2011 {
		return BasisLSOA2021
	}
	return BasisPostcode2021
}

// censusOf tells which census's list a code is of, when it is not in the
// vintage's own: by its height, the other table, the exact-fit file, or the
// heading of its column.
func (l *Lookup) censusOf(a area.Code, census area.Census) area.Census {
	switch {
	case a.Since() == area.Census2021:
		return area.Census2021
	case l.tables[IMD2019].Has(a):
		return area.Census2011
	case l.tables[IMD2025].Has(a):
		return area.Census2021
	}
	if of := l.fit.Census(a); of != area.UnknownCensus {
		return of
	}
	return census
}

func cleanCode(code string) []byte {
	text := make([]byte, 0, 9)
	for i := range len(code) {
		if c := code[i]; c > ' ' && c != '"' && c != '\'' {
			text = append(text, area.Upper(c))
		}
	}
	return text
}
