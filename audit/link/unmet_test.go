package link

import (
	"fmt"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnmet(t *testing.T) {
	none := func(func(Source, string) bool) {}
	leftOut := func(yield func(Source, string) bool) {
		_ = yield(StEIS, "2026/99") && yield(Datix, "777; INC-5")
	}
	localOnly := func(yield func(Source, string) bool) { yield(Datix, "2026/5555") }
	tests := []struct {
		name   string
		cited  []Citation
		others iter.Seq2[Source, string]
		want   []string
	}{
		{"nothing named", nil, none, nil},
		{"met", cites(StEIS, "StEIS 2026-04821"), none, nil},
		{"of a record that is there, and one that is not", cites(StEIS, "2026/4821, 2026/4822"), none, []string{"1 StEIS"}},
		{"of a system without records", cites(MNSI, "MI-012345"), none, []string{"1 MNSI"}},
		{"of a record that was left out", cites(StEIS, "2026/99"), leftOut, nil},
		{"a log number in another column, met", cites(MNSI, "2026/4821"), none, nil},
		{"a log number in another column, left out", cites(MNSI, "2026/0099"), leftOut, nil},
		{"a log number in another column, not met", cites(MNSI, "2026/4822"), none, []string{"1 MNSI"}},
		{"two log numbers in another column, each met by another reading", cites(Datix, "2026/4821; 2026/5555"), localOnly, nil},
		{"two log numbers in another column, one not met", cites(Datix, "2026/5555; 2026/4822"), localOnly, []string{"1 DATIX"}},
		{"two log numbers in two cells, neither met", []Citation{{MNSI, "2026/4822"}, {MNSI, "2026/4823"}}, none, []string{"1 MNSI", "1 MNSI"}},
		{"a log number in another column, named twice", cites(MNSI, "2026/4822, 2026-04822"), none, []string{"1 MNSI"}},
		{"named twice", []Citation{{StEIS, "2026/4822"}, {Unknown, "StEIS 2026-04822"}}, none, []string{"1 StEIS"}},
		{"words and dates", cites(StEIS, "none; reported 14/05/2026"), none, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := pair()
			records[1].Cited = tt.cited
			var got []string
			for _, u := range Cases(records, DefaultOptions()).Unmet(tt.others) {
				got = append(got, fmt.Sprint(u.Record, " ", u.System))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}
