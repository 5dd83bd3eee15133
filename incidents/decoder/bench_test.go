package decoder_test

import (
	"fmt"
	"strings"
	"testing"

	"siequity/incidents/decoder"
	"siequity/incidents/trial"
)

// BenchmarkDecode reads the rows of an export that lie in memory into records.
func BenchmarkDecode(b *testing.B) {
	var text strings.Builder
	text.WriteString("ID,Incident date,Reported date,Approval status,Specialty,Location (exact),Role,Ethnicity,Severity,Description,NHS number,Postcode\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, "W%d,%02d/%02d/2026,%02d/%02d/2026,Final,Obstetrics,Labour ward %d,Patient,White - British,Low,Delay in induction of labour on the ward,943476%04d,M%d 4AB\n",
			i-i/10, i%28+1, i%12+1, i%28+1, i%12+1, i%7, i%10000, i%30)
	}
	s, batches := trial.Batches(b, trial.Reader(), trial.Write(b, "export.csv", text.String()), 0)
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
