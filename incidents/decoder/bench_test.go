package decoder_test

import (
	"testing"

	"siequity/incidents/decoder"
	"siequity/incidents/trial"
)

// BenchmarkDecode reads the rows of an export that lie in memory into records.
func BenchmarkDecode(b *testing.B) {
	s, batches := trial.Batches(b, trial.Reader(), trial.Write(b, "export.csv", trial.Quarter(20_000)), 0)
	b.ReportAllocs()
	for b.Loop() {
		d := decoder.New(s, 0, nil)
		for _, batch := range batches {
			if c := d.Decode(batch); c.Rows == 0 {
				b.Fatal("a batch without rows")
			}
		}
	}
}
