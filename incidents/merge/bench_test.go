package merge_test

import (
	"fmt"
	"strings"
	"testing"

	"siequity/incidents"
	"siequity/incidents/merge"
	"siequity/incidents/trial"
)

// BenchmarkRows puts the rows of an export together, of which every tenth repeats one.
func BenchmarkRows(b *testing.B) {
	var text strings.Builder
	text.WriteString("ID,Incident date,Reported date,Approval status,Specialty,Location (exact),Role,Ethnicity,Severity,Description,NHS number,Postcode\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, "W%d,%02d/%02d/2026,%02d/%02d/2026,Final,Obstetrics,Labour ward %d,Patient,White - British,Low,Delay in induction of labour on the ward,943476%04d,M%d 4AB\n",
			i-i/10, i%28+1, i%12+1, i%28+1, i%12+1, i%7, i%10000, i%30)
	}
	path := trial.Write(b, "export.csv", text.String())
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
