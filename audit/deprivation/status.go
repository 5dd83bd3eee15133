package deprivation

import (
	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/imd"
)

// Status says how far the place of one record is known. The zero value is
// Missing, so that a record nobody classified is never counted as known.
type Status uint8

const (
	Missing           Status = iota // the cell is blank
	FieldAbsent                     // the export has no such column
	ValueGiven                      // the export holds a decile, quintile or rank itself
	LSOAGiven                       // the export holds an LSOA code of the vintage's list
	Matched                         // the postcode is in the directory
	MatchedTerminated               // it is there, but no longer in use: old incidents have these
	Repaired                        // exactly one repaired form of the postcode is in the directory
	Ambiguous                       // more than one answer is possible; none is chosen
	OutsideEngland                  // Wales, Scotland, Northern Ireland, Channel Islands, Isle of Man
	NoFixedAbode                    // ZZ99 3VZ: a group of its own, never plain missing
	AddressNotKnown                 // ZZ99 3WZ and the like
	Overseas                        // ZZ99 with a country code
	Partial                         // only the first half of a postcode, or little more
	NotFound                        // of the right form, but in no list at hand
	Invalid                         // not of the form of a postcode, LSOA code or IMD value
	statusEnd
)

var statusNames = [statusEnd]string{
	"missing", "field_absent", "value_given", "lsoa_given", "matched", "matched_terminated", "repaired", "ambiguous",
	"outside_england", "no_fixed_abode", "address_not_known", "overseas", "partial", "not_found", "invalid",
}

// String gives the word that records.jsonl and every table print.
func (s Status) String() string {
	if s >= statusEnd {
		return "invalid"
	}
	return statusNames[s]
}

// Statuses lists every status in the order in which tables show them: known
// places first, then the reasons for having none.
func Statuses() []Status {
	return []Status{
		ValueGiven, LSOAGiven, Matched, MatchedTerminated, Repaired, Ambiguous, OutsideEngland, NoFixedAbode,
		AddressNotKnown, Overseas, Partial, NotFound, Invalid, Missing, FieldAbsent,
	}
}

// Known reports whether the status stands for a place in England with a
// deprivation value. A quintile column leaves the decile 0 and is still known.
func (s Status) Known() bool {
	return s >= ValueGiven && s <= Repaired
}

// Vintage is the year in an index's name, printed on everything.
type Vintage = imd.Vintage

// The vintages that siequity knows.
const (
	IMD2019 = imd.IMD2019
	IMD2025 = imd.IMD2025
)

// A Place is the answer for one record: small enough to keep for each of a
// million of them, and free of anything that identifies an address.
type Place struct {
	Rank     uint16 // 1 = most deprived; 0 where only a decile or quintile is known
	Vintage  Vintage
	Notes    Note
	Status   Status
	Decile   uint8 // 1..10, 1 = most deprived; 0 = not known
	Quintile uint8 // 1..5, 1 = most deprived; 0 = not known
	Basis    Basis
	Nation   area.Nation // set where a postcode or code tells it
}

// Basis is the road by which a place was reached.
type Basis uint8

const (
	BasisNone           Basis = iota
	BasisDecileColumn         // the export's own decile
	BasisQuintileColumn       // the export's own quintile; never turned into a decile
	BasisRankColumn           // the export's own rank
	BasisLSOA2011             // an LSOA 2011 code in the export
	BasisLSOA2021             // an LSOA 2021 code in the export
	BasisPostcode2011         // postcode, then LSOA 2011 of the directory
	BasisPostcode2021         // postcode, then LSOA 2021 of the directory
	BasisDirectoryRank        // postcode, then the national rank that the directory prints
	basisEnd
)

var basisNames = [basisEnd]string{
	"", "decile column", "quintile column", "rank column", "LSOA 2011 code", "LSOA 2021 code",
	"LSOA 2011 of the postcode", "LSOA 2021 of the postcode", "rank in the postcode directory",
}

// String gives the words shown to the reader.
func (b Basis) String() string {
	if b >= basisEnd {
		return ""
	}
	return basisNames[b]
}
