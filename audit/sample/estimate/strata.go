package estimate

import (
	"fmt"
	"slices"
)

// Stratum is a stratum of the frame.
type Stratum struct {
	Name       string
	Values     []string // neighbours share the first ones
	Population int
}

// Reading is one case that was read.
type Reading struct {
	Stratum int  // index into the strata
	In      bool // belongs to the group and the question applies to it
	Yes     bool // counts as met
}

// cell is a stratum with what was read of it.
type cell struct {
	name          string
	values        []string
	population    int
	read, in, yes int
}

func (c cell) weight() float64 { return float64(c.population) / float64(c.read) }

// whole tells that every case of the stratum was read.
func (c cell) whole() bool { return c.read == c.population }

// oneSided tells that the stratum shows no variance though it was not read whole.
func (c cell) oneSided() bool { return !c.whole() && (c.yes == 0 || c.yes == c.in) }

// fill counts the readings by stratum, and puts strata together that have too
// few. The notes say which.
func fill(strata []Stratum, readings []Reading) (cells []cell, notes []string, why string) {
	all := make([]cell, len(strata))
	for h, s := range strata {
		all[h] = cell{name: s.Name, values: s.Values, population: s.Population}
	}
	for _, r := range readings {
		if r.Stratum < 0 || r.Stratum >= len(all) {
			return nil, nil, "a case that was read belongs to no stratum"
		}
		c := &all[r.Stratum]
		c.read++
		if r.In {
			c.in++
			if r.Yes {
				c.yes++
			}
		}
	}
	for _, c := range all {
		if c.read > c.population {
			return nil, nil, "more cases were read than the frame has"
		}
		if c.population > 0 {
			cells = append(cells, c)
		}
	}
	if len(readings) == 0 {
		return nil, nil, "no case was read"
	}
	cells, notes = join(cells)
	return cells, notes, ""
}

// join puts each stratum that shows no variance of its own together with the
// neighbour that shares more of its first values.
func join(cells []cell) ([]cell, []string) {
	var notes []string
	for len(cells) > 1 {
		h := slices.IndexFunc(cells, func(c cell) bool { return c.read == 0 || c.read == 1 && c.population > 1 })
		if h < 0 {
			break
		}
		with := neighbour(cells, h)
		seen := "nothing"
		if cells[h].read == 1 {
			seen = "one case"
		}
		notes = append(notes, fmt.Sprintf("%s of the %d cases of \u201c%s\u201d was read: it is put together with \u201c%s\u201d",
			seen, cells[h].population, cells[h].name, cells[with].name))
		a, b := min(h, with), max(h, with)
		cells[a] = cell{
			name: cells[a].name + " and " + cells[b].name, values: shared(cells[a].values, cells[b].values),
			population: cells[a].population + cells[b].population,
			read:       cells[a].read + cells[b].read, in: cells[a].in + cells[b].in, yes: cells[a].yes + cells[b].yes,
		}
		cells = slices.Delete(cells, b, b+1)
	}
	return cells, notes
}

func neighbour(cells []cell, h int) int {
	switch {
	case h == 0:
		return 1
	case h == len(cells)-1:
		return h - 1
	case len(shared(cells[h-1].values, cells[h].values)) > len(shared(cells[h].values, cells[h+1].values)):
		return h - 1
	}
	return h + 1
}

func shared(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}
