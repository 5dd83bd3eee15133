package cases

import (
	"strconv"

	"siequity/audit/deprivation"
)

// Columns for deprivation that is not a quintile.
const (
	ColumnOutside = "outside England"
	ColumnNoAbode = "no fixed abode"
	ColumnNoIMD   = "not known"
)

// IMDColumn gives the column of a table for a place: the quintile, or why there
// is none. A family without a fixed home has its own column; it is not missing.
func IMDColumn(p deprivation.Place) string {
	switch {
	case p.Quintile > 0:
		return strconv.Itoa(int(p.Quintile))
	case p.Status == deprivation.NoFixedAbode:
		return ColumnNoAbode
	case p.Status == deprivation.OutsideEngland || p.Status == deprivation.Overseas:
		return ColumnOutside
	}
	return ColumnNoIMD
}
