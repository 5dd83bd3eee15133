package imd

import (
	"errors"
	"strings"

	"siequity/audit/deprivation/area"
	"siequity/incidents/export"
)

// An ExactFit is the official list of which areas of 2011 make up each area of
// 2021: unchanged, split, merged or redrawn.
type ExactFit struct {
	Source   Source
	Warnings []string
	parents  map[area.Code][]area.Code // LSOA 2021 to LSOA 2011, in file order
	retired  map[area.Code]bool        // LSOA 2011 codes that no longer exist
}

// ReadExactFit reads the file by the beginnings of its headings: LSOA11..., LSOA21....
func ReadExactFit(path string) (*ExactFit, error) {
	fit := &ExactFit{parents: make(map[area.Code][]area.Code), retired: make(map[area.Code]bool)}
	var old, new int
	found := false
	warnings, err := eachRow(path, func(at position, cells []string) {
		fit.Source = at.source
		if !found {
			old, new, found = exactFitColumns(cells)
		} else {
			fit.add(cell(cells, old), cell(cells, new))
		}
	})
	if err != nil {
		return nil, err
	}
	if !found || len(fit.parents) == 0 {
		return nil, export.Fault{ID: "imd/no-exact-fit", File: fit.Source.Name, What: "no columns of LSOA 2011 and LSOA 2021 codes",
			Hint: "give the ONS file \"LSOA (2011) to LSOA (2021) exact fit lookup\", whose headings begin LSOA11 and LSOA21"}
	}
	fit.Warnings = warnings
	fit.findRetired()
	return fit, nil
}

func exactFitColumns(cells []string) (old, new int, found bool) {
	old, new = -1, -1
	for i, c := range cells {
		h := foldHeading(c)
		if strings.HasSuffix(h, "nm") || strings.Contains(h, "name") {
			continue
		}
		switch {
		case old < 0 && strings.HasPrefix(h, "lsoa") && strings.Contains(h, "11"):
			old = i
		case new < 0 && strings.HasPrefix(h, "lsoa") && strings.Contains(h, "21"):
			new = i
		}
	}
	return old, new, old >= 0 && new >= 0
}

func (f *ExactFit) add(oldCode, newCode string) {
	o, okOld := area.Parse([]byte(strings.TrimSpace(oldCode)))
	n, okNew := area.Parse([]byte(strings.TrimSpace(newCode)))
	if okOld && okNew && n.English() {
		f.parents[n] = append(f.parents[n], o)
	}
}

func (f *ExactFit) findRetired() {
	for _, parents := range f.parents {
		for _, o := range parents {
			if _, stays := f.parents[o]; !stays {
				f.retired[o] = true
			}
		}
	}
}

// Carry gives rank and decile of IMD 2019 for an area of 2021. The rank is 0
// unless there is one parent; the decile is 0 if the parents lie in different
// deciles, or one is unknown.
func (f *ExactFit) Carry(t *Table, a area.Code) (rank, decile int, err error) {
	if f == nil || len(f.parents[a]) == 0 {
		return 0, 0, ErrNoParents
	}
	for i, parent := range f.parents[a] {
		r, d := t.Look(parent)
		if d == 0 {
			return 0, 0, ErrNoParents
		}
		if i > 0 && d != decile {
			return 0, 0, ErrParentsDiffer
		}
		rank, decile = r, d
	}
	if len(f.parents[a]) > 1 {
		rank = 0
	}
	return rank, decile, nil
}

// Census tells which census's list a code is in, if the file shows that it is in
// one of the two only. A nil file knows nothing.
func (f *ExactFit) Census(c area.Code) area.Census {
	switch {
	case f == nil:
		return area.UnknownCensus
	case f.retired[c]:
		return area.Census2011
	case len(f.parents[c]) > 0:
		return area.Census2021
	}
	return area.UnknownCensus
}

// Why IMD 2019 cannot be carried forward to an area.
var (
	ErrNoParents     = errors.New("no parents of 2011 are known")
	ErrParentsDiffer = errors.New("the parents of 2011 lie in different deciles")
)
