package audit_test

import (
	"os"
	"testing"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/incidents/scope"
)

// BenchmarkRun audits the export named by SIEQUITY_BENCH from its first byte to
// the counts, without quotes.
func BenchmarkRun(b *testing.B) {
	path := os.Getenv("SIEQUITY_BENCH")
	if path == "" {
		b.Skip("SIEQUITY_BENCH names no export")
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		cfg := audit.Config{Inputs: []intake.Input{{Path: path}}, Period: scope.Period{Name: "all"}}
		if _, err := audit.Run(b.Context(), cfg, audit.Nobody{}); err != nil {
			b.Fatal(err)
		}
	}
}
