package cases

import (
	"fmt"

	"siequity/audit/reading"
	"siequity/audit/record"
)

// Cases are the events of an audit: each is told by one or more records. Records
// lie together by case in one slice, so that a million cases of one record cost
// no more than the records.
type Cases struct {
	order []*record.Record
	start []int32 // by case, where its records begin; one more at the end
	seen  *reading.Readings
	names []string // of organisations, by number
	// Total is how many cases there are.
	Total int
}

// newCases groups records by their case number, which runs from 1. Within a case
// the order of records is kept.
func newCases(records []*record.Record, total int, seen *reading.Readings, names []string) Cases {
	c := Cases{Total: total, start: make([]int32, total+2), seen: seen, names: names}
	for _, r := range records {
		if r.Case > 0 {
			c.start[r.Case+1]++
		}
	}
	for i := 1; i < len(c.start); i++ {
		c.start[i] += c.start[i-1]
	}
	c.order = make([]*record.Record, c.start[total+1])
	next := append([]int32(nil), c.start...)
	for _, r := range records {
		if r.Case > 0 {
			c.order[next[r.Case]] = r
			next[r.Case]++
		}
	}
	return c
}

// Records lists the records of case n, from 1.
func (c *Cases) Records(n int) []*record.Record { return c.order[c.start[n]:c.start[n+1]] }

// ID names case n in files: case-0007.
func ID(n int32) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("case-%04d", n)
}

// Kinds of case, by the closest look that was taken at it.
const (
	KindPMRT     = "Perinatal death reviewed (PMRT)"
	KindMNSI     = "MNSI / HSIB investigation"
	KindSI       = "Serious incident"
	KindResponse = "PSIRF learning response"
	KindIncident = "Other incident"
)

// Kinds lists the kinds in the order of tables.
func Kinds() []string { return []string{KindPMRT, KindMNSI, KindSI, KindResponse, KindIncident} }

func (c *Cases) kindOf(records []*record.Record) string {
	best := len(Kinds()) - 1
	for _, rec := range records {
		k := best
		switch {
		case rec.Source() == "pmrt":
			k = 0
		case rec.Source() == "mnsi":
			k = 1
		case rec.Source() == "steis" || c.seen.Framework(rec) == "si":
			k = 2
		case c.seen.Framework(rec) == "psirf":
			k = 3
		}
		best = min(best, k)
	}
	return Kinds()[best]
}
