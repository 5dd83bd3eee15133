package source

import (
	"strings"
	"testing"

	"siequity/incidents/field"
)

// The source must not be decided by a column that only refers to another system.
func TestRecogniseOwnReference(t *testing.T) {
	tests := []struct{ name, csv, source, sure string }{
		{"DATIX list with an empty StEIS column", "Ref,Incident date,Specialty,Severity,Ethnicity,StEIS ref\nW1,01/04/2026,Obstetrics,Severe,A,\n", "datix", "likely"},
		{"DATIX list with every StEIS number", "Ref,Incident date,Specialty,Severity,Ethnicity,StEIS ref\nW1,01/04/2026,Obstetrics,Severe,A,2026/101\n", "datix", "likely"},
		{"numbers only, StEIS said to be none", "Ref,Incident date,Specialty,Severity,Ethnicity,StEIS ref\n481,01/04/2026,Obstetrics,Severe,A,N/A\n482,01/04/2026,Obstetrics,Severe,A,Not on StEIS\n", "datix", "likely"},
		{"DATIX with the columns of LFPSE", "Ref,Incident date,Specialty,Severity,Ethnicity,LFPSE reference,Approval status\nW1,01/04/2026,Obstetrics,Severe,A,,Final\n", "datix", "sure"},
		{"MNSI list, no other number", "MNSI/HSIB ref,Date of event,StEIS no,Datix no,Ethnicity of mother\nMI-012345,01/04/2026,,,A\n", "mnsi", "likely"},
		{"HSIB list with DATIX numbers", "HSIB reference,Datix ref,Date of incident,Ethnicity\nMI-1,W1,01/04/2026,A\n", "mnsi", "sure"},
		{"MNSI list with DATIX numbers", "Trust,MNSI ID,Datix ID,Event date,Outcome,Ethnicity\nX,MI-1,W1,01/04/2026,HIE,A\n", "mnsi", "sure"},
		{"MNSI numbers partly to come", "MNSI ID,Datix ID,Event date,Ethnicity\nTBC,W1,01/04/2026,A\nMI-012346,W2,01/04/2026,A\n", "mnsi", "sure"},
		{"MNSI number in a plain column", "Ref,Datix ref,Date of incident,Ethnicity\nMI-012345,W1,01/04/2026,A\n", "mnsi", "likely"},
		{"MNSI tracker that begins with DATIX", "Datix ref,MNSI ref,Date referred to MNSI,Family consent,Date of incident,Ethnicity\nW1,MI-1,01/04/2026,Yes,01/04/2026,A\n", "mnsi", "likely"},
		{"StEIS with a DATIX column", "Log No,Datix ref,Date of Incident,Type of Incident,Ethnic group\n2026/101,W1,01/04/2026,Maternity,A\n", "steis", "sure"},
		{"StEIS list with a line number", "Ref,StEIS number,Date of incident,Date reported to StEIS,Ethnicity\n1,2026/101,01/04/2026,01/04/2026,A\n", "steis", "likely"},
		{"DATIX with StEIS and MNSI columns, partly filled", "Datix ID,Incident date,Category,Ethnicity,StEIS no,MNSI ref\nW1,01/04/2026,PPH,A,2026/1,\nW2,01/04/2026,PPH,A,,MI-1\nW3,01/04/2026,PPH,A,,\n", "datix", "sure"},
		{"StEIS that begins with other numbers", "Datix ref,MNSI ref,Log No,Date of Incident,Type of Incident,Ethnic group\nW1,,2026/101,01/04/2026,Maternity,A\nW2,MI-1,2026/102,01/04/2026,Maternity,A\n", "steis", "likely"},
		{"another system's number and fields after the own", "ID,Incident date,Location,Category,LFPSE reference,Physical harm,Psychological harm,Ethnicity\n101,01/04/2026,Labour ward,PPH,L-2026-1,Low,None,A\n", "lfpse", "likely"},
		{"no rows to go by", "Ref,Incident date,Specialty,Severity,Ethnicity,StEIS ref\n", "datix", "likely"},
		{"no reference at all", "Incident date,Specialty,Severity,Ethnicity\n01/04/2026,Obstetrics,Low,A\n", "datix", "likely"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := field.Recognise(cellsOf(tt.csv), Tables(), nil)
			if got := g[0].Table.Source; got != tt.source {
				t.Errorf("taken for %s (%d), next %s (%d); want %s", got, g[0].Score, g[1].Table.Source, g[1].Score, tt.source)
			}
			if got := g[0].Sure(g[1]); got != tt.sure {
				t.Errorf("it is %s, want %s", got, tt.sure)
			}
		})
	}
}

func cellsOf(csv string) [][]string {
	var out [][]string
	for line := range strings.Lines(csv) {
		out = append(out, strings.Split(strings.TrimSpace(line), ","))
	}
	return out
}

// Another source is named only where it explains nearly as much, by headings of its own.
func TestRivalSource(t *testing.T) {
	tests := []struct{ name, csv, rival string }{
		{"small DATIX list", "Ref,Incident date,Specialty,Grade of harm,Ethnicity\nW1,01/06/2026,Obstetrics,Low,Indian\n", ""},
		{"small DATIX list with numbers only", "Ref,Trust,Incident date,Specialty,Grade of harm,Ethnicity,NHS No.,Date of birth,StEIS ref\n22006,X,03/06/2026,Obstetrics,Low,A,,,\n", ""},
		{"DCIQ export", "ID,Incident date,Reported date,Opened date,Location,Exact location,Division,Specialty,Category,Sub category,Type,Severity,Description,Action taken,Ethnicity,Trust,Site\n" +
			"481,01/04/2026,01/04/2026,,Labour ward,,W&C,Obstetrics,PPH,,Patient,Low,x,y,A,T,S\n", ""},
		{"headings of both", "Ref,Incident date,Specialty,Directorate,Severity,Handler,Ethnicity,Family consent\n22006,01/06/2026,Obstetrics,W,Low,X,A,Yes\n", "mnsi"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := field.Recognise(cellsOf(tt.csv), append(Tables(), deathList()), nil)
			got := ""
			if g[0].Rivalled(g[1]) {
				got = g[1].Table.Source
			}
			if got != tt.rival {
				t.Errorf("taken for %s (%d known, %d marks), rivalled by %q (next %s, %d known, %d marks), want %q", g[0].Table.Source, g[0].Known, g[0].Marks, got, g[1].Table.Source, g[1].Known, g[1].Marks, tt.rival)
			}
		})
	}
}

// deathList stands for the table of another package that knows many plain headings.
func deathList() field.Table {
	return field.Table{Source: "deaths", Own: "pmrt_ref", Fields: field.Extend(Everywhere(), field.Field{Name: "pmrt_ref", Headings: []string{"ID", "Case"}},
		field.Field{Name: "death_type", Headings: []string{"Type", "Category"}})}
}
