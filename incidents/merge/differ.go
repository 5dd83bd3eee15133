package merge

import (
	"siequity/incidents"
	"siequity/incidents/field"
)

// Differ tells whether two groups of rows both fill field f and have no value of it
// in common.
func Differ(a, b []*incidents.Record, f int) bool {
	filled := false
	for _, x := range a {
		for _, y := range b {
			if x.State(f) != incidents.Present || y.State(f) != incidents.Present {
				continue
			}
			if sameValue(x, y, f) {
				return false
			}
			filled = true
		}
	}
	return filled
}

func sameValue(a, b *incidents.Record, f int) bool {
	of := a.Sheet.Reader().Catalogue.Fields()[f]
	if incidents.Width(of) == 2 {
		x, _ := a.Key(f)
		y, _ := b.Key(f)
		return x == y
	}
	x, _ := a.TextNumber(f)
	y, _ := b.TextNumber(f)
	if x == y {
		return true
	}
	switch of.Kind {
	case field.Date, field.DateList, field.Person:
		return false
	}
	ta, _ := a.Text(f)
	tb, _ := b.Text(f)
	return field.Fold(ta) == field.Fold(tb)
}
