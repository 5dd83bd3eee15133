package report

import (
	"slices"
	"strings"
	"testing"

	"siequity/audit/count"
	"siequity/audit/organisation"
)

// Tables that cannot be shown are told where they would stand, not on the cover
// only, and in a sentence for the terminal.
func TestUnshownTables(t *testing.T) {
	r := auditedRows(t, "all", "Datix ID,Incident date,Reported,Specialty,Category,Severity,Approval status,Ethnicity", "W1,01/04/2026,02/04/2026,Obstetrics,PPH,Low,Final,A", "W2,,,,,,,")
	p, err := NewPack(t.Context(), r, PackOptions{Disclosure: "lt5"})
	if err != nil {
		t.Fatal(err)
	}
	held := p.release.Held()
	if held == "" || p.Unshown() != held {
		t.Fatalf("held %q, told %q", held, p.Unshown())
	}
	for _, page := range p.Model().Pages {
		rests := slices.Contains([]string{count.TableEthnicityIMD, "rates", "incidents", "reporting", "consideration"}, page.ID)
		if told := slices.Contains(page.Lead, held); told != rests {
			t.Errorf("page %s: told %v, want %v", page.ID, told, rests)
		}
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
		"Vale and records whose organisation is not stated":            organisation.Unstated + ",Vale",
		"2 organisations and records whose organisation is not stated": organisation.Unstated + ",Moor,Vale",
	} {
		if got := severalNames(strings.Split(all, ",")); got != want {
			t.Errorf("%s: got %q, want %q", all, got, want)
		}
	}
}
