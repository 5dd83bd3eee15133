package incidents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/incidents/export"
	"siequity/incidents/source"
)

// BenchmarkDecode reads the rows of an export that lie in memory into records.
func BenchmarkDecode(b *testing.B) {
	s, batches := benchBatches(b, 20_000)
	b.ReportAllocs()
	for b.Loop() {
		d := s.NewDecoder(0, nil)
		for _, batch := range batches {
			if c := d.Decode(batch); c.Rows == 0 {
				b.Fatal("a batch without rows")
			}
		}
	}
}

func benchBatches(b *testing.B, rows int) (*Sheet, []export.Batch) {
	b.Helper()
	var text strings.Builder
	text.WriteString("ID,Incident date,Reported date,Approval status,Specialty,Location (exact),Role,Ethnicity,Severity,Description,NHS number,Postcode\n")
	for i := range rows {
		fmt.Fprintf(&text, "W%d,%02d/%02d/2026,%02d/%02d/2026,Final,Obstetrics,Labour ward %d,Patient,White - British,Low,Delay in induction of labour on the ward,943476%04d,M%d 4AB\n",
			i-i/10, i%28+1, i%12+1, i%28+1, i%12+1, i%7, i%10000, i%30)
	}
	path := filepath.Join(b.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := export.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	r := NewReader(source.Tables())
	seen, err := r.Look(f.Tables[0], Statement{})
	if err != nil {
		b.Fatal(err)
	}
	s := r.Recognised(f.Tables[0], seen, Statement{}, 0)
	var batches []export.Batch
	err = f.Tables[0].Batches(b.Context(), export.Range{From: s.Header + 1, Width: len(s.Mapping.Columns)}, func(x export.Batch) error {
		batches = append(batches, x)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return s, batches
}
