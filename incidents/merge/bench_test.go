package merge_test

import (
	"testing"

	"siequity/incidents"
	"siequity/incidents/merge"
	"siequity/incidents/trial"
)

// BenchmarkRows puts the rows of an export together, of which every tenth repeats one.
func BenchmarkRows(b *testing.B) {
	path := trial.Write(b, "export.csv", trial.Quarter(20_000))
	r := trial.Reader()
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		rows := trial.Rows(b, r, path, 0, func(incidents.Fault) {})
		b.StartTimer()
		if out, _ := merge.Rows(r, rows, nil, nil); len(out) == 0 {
			b.Fatal("no records")
		}
	}
}
