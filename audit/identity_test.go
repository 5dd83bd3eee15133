package audit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
)

func TestIdentity(t *testing.T) {
	const datix = "Ref,Incident date,Specialty,Severity,Ethnicity,Approval status\n"
	tests := []struct {
		name, csv string
		want      string // records
		findings  []string
	}{
		{"two that wait for a reference", "MNSI reference,Date of incident,Ethnicity,Category\nTBC,01/04/2026,A,Stillbirth\nTBC,09/05/2026,J,Maternal death\n",
			"mnsi:a.csv:2 used A/valid\nmnsi:a.csv:3 used J/valid", []string{"reference/stand-in a.csv:2"}},
		{"a prefix without its number", "MNSI reference,Date of incident,Ethnicity,Category\nMI-012345,01/04/2026,A,Stillbirth\nMI-,09/05/2026,J,Maternal death\nMI-,09/05/2026,B,Maternal death\n",
			"mnsi:MI-012345 used A/valid\nmnsi:a.csv:3 used J/valid\nmnsi:a.csv:4 used B/valid", []string{"reference/stand-in a.csv:3"}},
		{"not applicable in DATIX", datix + "N/A,01/04/2026,Obstetrics,Low,A,Final\nN/A,09/05/2026,Obstetrics,Severe,J,Final\n",
			"datix:a.csv:2 used A/valid\ndatix:a.csv:3 used J/valid", []string{"reference/stand-in a.csv:2"}},
		{"an unknown heading over the references", strings.Replace(datix, "Ref", "Thing", 1) + "1,01/04/2026,Obstetrics,Low,A,Final\n1,01/04/2026,Obstetrics,Low,B,Final\n",
			"datix:a.csv:2 used A/valid\ndatix:a.csv:3 used B/valid", []string{"reference/no-column a.csv:1"}},
		{"references of a renamed system", strings.Replace(datix, "Ref", "DCIQ reference", 1) + "1,01/04/2026,Obstetrics,Low,A,Final\n1,01/04/2026,Obstetrics,Low,A,Final\n",
			"datix:1 used A/valid\ndatix:1 left out: duplicate of datix:1 A/valid", nil},
		{"lines under the table", datix + "W1,01/04/2026,Obstetrics,Low,A,Final\n\nPrepared by Jane Smith\n*** End of Report ***\nKey words\n",
			"datix:W1 used A/valid", []string{"rows/under-table a.csv:4"}},
		{"only footers that are known", datix + "W1,01/04/2026,Obstetrics,Low,A,Final\n*** End of Report ***\n12 cases\n", "datix:W1 used A/valid", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := audittest.Run(t, nil, audittest.File{"a.csv", tt.csv})
			if diff := cmp.Diff(tt.want, audittest.Told(r, "left eth")); diff != "" {
				t.Errorf("records (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(tt.findings, audittest.FindingsOf(r, "source/", "reference/", "rows/", "label/")); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
}
