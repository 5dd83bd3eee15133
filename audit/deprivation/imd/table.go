package imd

import (
	"fmt"

	"siequity/audit/deprivation/area"
)

// A Table is one vintage of the index: rank and decile of every LSOA, held in
// two arrays indexed by the six digits of the code (about 110 KB).
type Table struct {
	Vintage  Vintage
	Source   Source // the file it was read from
	Rows     int    // areas read
	Warnings []string

	rank   []uint16
	decile []uint8
}

// Source names an input file for the record of the run.
type Source struct {
	Name   string // base name, no folder
	Member string // sheet of a workbook or member of a zip, if any
	Size   int64  // bytes
}

// String joins file and member.
func (s Source) String() string {
	if s.Member == "" {
		return s.Name
	}
	return s.Name + ", " + s.Member
}

func newTable(v Vintage) *Table {
	const codes = 36000 // above the highest code of 2021
	return &Table{Vintage: v, rank: make([]uint16, codes), decile: make([]uint8, codes)}
}

// Has reports whether the area is in the vintage's list.
func (t *Table) Has(a area.Code) bool {
	n := a.Number()
	return t != nil && a.English() && n < len(t.decile) && t.decile[n] > 0
}

// Look gives rank (0 if the file had none) and decile of an area, 0, 0 if the
// table lacks it.
func (t *Table) Look(a area.Code) (rank, decile int) {
	if !t.Has(a) {
		return 0, 0
	}
	return int(t.rank[a.Number()]), int(t.decile[a.Number()])
}

// Complete reports whether every area of England is in the table.
func (t *Table) Complete() bool { return t.Rows == t.Vintage.Areas() }

// put adds one area. It reports a fault if the code is there with another value.
func (t *Table) put(a area.Code, rank, decile int) error {
	n := a.Number()
	if n >= len(t.decile) { // a code of a later census
		t.rank = append(t.rank, make([]uint16, n+1-len(t.rank))...)
		t.decile = append(t.decile, make([]uint8, n+1-len(t.decile))...)
	}
	if t.decile[n] > 0 {
		if int(t.decile[n]) == decile && int(t.rank[n]) == rank {
			return nil
		}
		return fmt.Errorf("the area is listed twice with different values")
	}
	t.rank[n], t.decile[n] = uint16(rank), uint8(decile)
	t.Rows++
	return nil
}

// Compare counts the areas in both tables by their decile in a and in b. Row and
// column 0 stay empty.
func Compare(a, b *Table) (areas [11][11]int) {
	for n, d := range a.decile {
		if d > 0 && n < len(b.decile) && b.decile[n] > 0 {
			areas[d][b.decile[n]]++
		}
	}
	return areas
}
