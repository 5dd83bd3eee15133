package imd

import "siequity/audit/deprivation/area"

// Vintage is the year in an index's name: 2019 or 2025. It is printed on
// everything, since about half of all areas change decile between the two.
type Vintage uint16

// The vintages that siequity knows.
const (
	IMD2019 Vintage = 2019
	IMD2025 Vintage = 2025
)

// Areas is the number of LSOAs ranked in the vintage: 32,844 of the 2011 census
// for 2019 and 33,755 of the 2021 census for 2025; 0 for any other year.
func (v Vintage) Areas() int {
	switch v {
	case IMD2019:
		return 32844
	case IMD2025:
		return 33755
	}
	return 0
}

// Census is the census whose LSOAs the vintage is published for.
func (v Vintage) Census() area.Census {
	switch v {
	case IMD2019:
		return area.Census2011
	case IMD2025:
		return area.Census2021
	}
	return area.UnknownCensus
}
