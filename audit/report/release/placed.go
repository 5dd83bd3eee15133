package release

import (
	"siequity/audit/count"
	"siequity/audit/deprivation"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// statuses gives how deprivation was found, record by record. Having no fixed
// abode or living abroad is a personal characteristic, so these lines are protected
// together with those that a measure adds them to: how many records are known, or
// known to have none, is a measure and known to everybody. Why others are not
// known is a matter of process and not in this table.
func (f Facts) statuses(profile disclosure.Profile) []Table {
	counts := measure.NewBook()
	for _, e := range f.Book.CellsOf(count.TableIMDStatus) {
		if s, ok := placeStatus(e.Row); ok && Placed(s) {
			counts.Count(measure.CellKey{Table: PlaceStatus, Row: e.Row, Column: "records"}, e.Count)
			counts.Count(measure.CellKey{Table: placeKnown, Row: "known", Column: "records"}, e.Count)
		}
	}
	one := Named("records", "Records", []string{"records"})
	rows := PlaceStatuses(true)
	known := measure.Dimension{Name: "known", Values: []measure.Value{{Key: "known", Title: "Known, or known to have none"}}}
	out := []Table{
		{Name: PlaceStatus, Title: "How deprivation was found", Of: "records", OneWay: true, Grid: counts.Grid(PlaceStatus, measure.Place{}, rows, one).WithoutEmptyRows(deprivation.NoFixedAbode.String())},
		{Name: placeKnown, Title: "Deprivation known", Of: "records", OneWay: true, Whole: true, Grid: counts.Grid(placeKnown, measure.Place{}, known, one)}}
	if counted(out[0].Grid.RowTotals) < 2 {
		out = nil // all that are known were found in one way, which says no more than their number
	}
	return append(filled(out), f.unread(profile)...)
}

// counted is how many counts are not nought.
func counted(counts []int) int {
	n := 0
	for _, c := range counts {
		n += min(c, 1)
	}
	return n
}

// Placed reports a status that answers where a family lives: in an area with a
// decile, or where there is none.
func Placed(s deprivation.Status) bool {
	return s.Known() || s == deprivation.OutsideEngland || s == deprivation.NoFixedAbode || s == deprivation.Overseas
}

// PlaceStatuses lists the statuses that answer where a family lives, or the others.
func PlaceStatuses(placed bool) measure.Dimension {
	d := measure.Dimension{Name: "status", Title: "How deprivation was found"}
	for _, s := range deprivation.Statuses() {
		if Placed(s) == placed {
			d.Values = append(d.Values, measure.Value{Key: s.String(), Title: placeTitle(s)})
		}
	}
	return d
}

func placeStatus(name string) (deprivation.Status, bool) {
	for _, s := range deprivation.Statuses() {
		if s.String() == name {
			return s, true
		}
	}
	return 0, false
}
