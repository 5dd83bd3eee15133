package report

import (
	"slices"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/report/layout"
)

// Tables that cannot be shown are told where they would stand, not on the cover
// only, and in a sentence for the terminal.
func TestUnshownTables(t *testing.T) {
	r := auditedRows(t, "all", "Datix ID,Incident date,Reported,Specialty,Category,Severity,Approval status,Ethnicity", "W1,01/04/2026,02/04/2026,Obstetrics,PPH,Low,Final,A", "W2,,,,,,,")
	p, err := NewPack(t.Context(), r, PackOptions{Disclosure: "lt5"})
	if err != nil {
		t.Fatal(err)
	}
	if told := p.Unshown(); !strings.Contains(told, "tables cannot be shown") || !strings.Contains(told, "--disclosure panel") {
		t.Fatalf("the terminal says %q", told)
	}
	notes := 0
	for _, page := range p.Model().Pages {
		for _, b := range page.Blocks {
			if table, ok := b.(*layout.Table); ok && slices.ContainsFunc(table.Notes, func(n string) bool { return strings.HasPrefix(n, "This table cannot be shown") }) {
				notes++
			}
		}
	}
	if notes == 0 {
		t.Error("no page says why a table is not there")
	}
	exact, err := NewPack(t.Context(), r, PackOptions{Disclosure: "panel"})
	if err != nil {
		t.Fatal(err)
	}
	if s := exact.Unshown(); s != "" {
		t.Errorf("a pack that shows all says %q", s)
	}
}

// Records whose organisation nobody states are no organisation of their own.
func TestSeveralNames(t *testing.T) {
	for want, all := range map[string]string{
		"2 organisations": "Vale,Moor",
		"Vale and records whose organisation is not stated":            audit.Unstated + ",Vale",
		"2 organisations and records whose organisation is not stated": audit.Unstated + ",Moor,Vale",
	} {
		if got := severalNames(strings.Split(all, ",")); got != want {
			t.Errorf("%s: got %q, want %q", all, got, want)
		}
	}
}
