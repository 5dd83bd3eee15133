package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A reference that many records name proves nothing.
func TestWideReference(t *testing.T) {
	records := []Record{{Source: StEIS, Organisation: 1, Own: "2026/1", Event: 100}}
	for i := range 6 {
		records = append(records, Record{Source: Datix, Organisation: 1, Own: fmt.Sprint(1000 + i), Event: 100, Cited: cites(StEIS, "2026/1")})
	}
	got := Cases(records, DefaultOptions())
	if len(got.Links) != 0 || len(got.Candidates) != 6 || got.Count != 7 || got.Notes.WideReferences != 1 {
		t.Errorf("%d links, %d candidates, %d cases, %+v", len(got.Links), len(got.Candidates), got.Count, got.Notes)
	}
	// and a record that names many references
	var list []string
	for i := range 6 {
		records[i+1].Cited = nil
		list = append(list, fmt.Sprint(1000+i))
	}
	records[0].Cited = cites(Datix, strings.Join(list, ", "))
	if got := Cases(records, DefaultOptions()); len(got.Links) != 0 || len(got.Candidates) != 6 {
		t.Errorf("a list of references: %d links, %d candidates", len(got.Links), len(got.Candidates))
	}
}

// A number on many records is a dummy, even with a right check digit.
func TestDummyPerson(t *testing.T) {
	var records []Record
	for i := range 20 {
		records = append(records, Record{Source: Source(1 + i%5), Own: fmt.Sprint(5000 + i), Event: 100, NHS: [2]uint64{7}})
	}
	got := Cases(records, DefaultOptions())
	if got.Count != 20 || len(got.Links) != 0 || got.Notes.SharedNumbers != 1 {
		t.Errorf("%d cases, %d links, %+v", got.Count, len(got.Links), got.Notes)
	}
}

// The partition does not depend on the order in which records are given.
func TestOrder(t *testing.T) {
	records, _ := quarter(7, 400)
	want := partition(Cases(records, DefaultOptions()).Case, identity(len(records)))
	place := identity(len(records))
	slices.Reverse(place)
	turned := make([]Record, len(records))
	for i, p := range place {
		turned[i] = records[p]
	}
	got := partition(Cases(turned, DefaultOptions()).Case, place)
	differ := 0
	for k := range want {
		if !got[k] {
			differ++
		}
	}
	// ties between twins and equal evidence go by place; nothing else may
	if differ > len(want)/50 {
		t.Errorf("%d of %d pairs depend on the order", differ, len(want))
	}
}

func identity(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// partition lists the pairs of records in one case, by their original places.
func partition(cases []int32, place []int) map[[2]int]bool {
	of := make(map[int32][]int)
	for i, c := range cases {
		of[c] = append(of[c], place[i])
	}
	pairs := make(map[[2]int]bool)
	for _, members := range of {
		slices.Sort(members)
		for i := range members {
			for j := i + 1; j < len(members); j++ {
				pairs[[2]int{members[i], members[j]}] = true
			}
		}
	}
	return pairs
}
