package trial

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/incidents"
	"siequity/incidents/decoder"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/merge"
	"siequity/incidents/recognition"
	"siequity/incidents/scope"
	"siequity/incidents/source"
)

// Heads of exports, each a line of headings in CSV.
const (
	SteisHead = "Log No,Organisation reporting SI on STEIS,Date of Incident:,Modified Date,Clinical Area:,Type of Incident,Ethnicity\n"
	DatixHead = "Ref,Incident date,Approval status,Specialty,Role,Ethnicity,Category\n"
	LfpseHead = "Reference,Revision,Patient no.,T005 - Event Date,CL001 - Event Type,L003 - Service Area,P007 - Age Range,OT001 - Physical harm,PatientEthnicity\n"
)

// Reader reads exports of the incident systems.
func Reader() *incidents.Reader { return incidents.NewReader(source.Tables()) }

// Write writes the text of an export to a file of its own folder and gives its path.
func Write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Quarter is a DATIX export of so many rows, of which every tenth repeats a reference.
func Quarter(rows int) string {
	var text strings.Builder
	text.WriteString("ID,Incident date,Reported date,Approval status,Specialty,Location (exact),Role,Ethnicity,Severity,Description,NHS number,Postcode\n")
	for i := range rows {
		fmt.Fprintf(&text, "W%d,%02d/%02d/2026,%02d/%02d/2026,Final,Obstetrics,Labour ward %d,Patient,White - British,Low,Delay in induction of labour on the ward,943476%04d,M%d 4AB\n",
			i-i/10, i%28+1, i%12+1, i%28+1, i%12+1, i%7, i%10000, i%30)
	}
	return text.String()
}

// Records reads CSV texts as one file each, export1.csv and so on, and gives their
// merged, scoped records.
func Records(t testing.TB, texts ...string) (*incidents.Reader, []*incidents.Record) {
	t.Helper()
	r := Reader()
	var rows []*incidents.Record
	for i, text := range texts {
		rows = append(rows, Rows(t, r, Write(t, fmt.Sprintf("export%d.csv", i+1), text), i, func(incidents.Fault) {})...)
	}
	records, _ := merge.Rows(r, rows, nil, nil)
	scope.New(scope.Period{}).Apply(r, records)
	return r, records
}

// Rows reads a file, the number of which is that of its sheet, and gives its settled
// rows. Each fault is told.
func Rows(t testing.TB, r *incidents.Reader, path string, number int, tell func(incidents.Fault)) []*incidents.Record {
	t.Helper()
	s, chunks := Decode(t, r, path, number)
	decoder.TrimTail(chunks)
	for _, f := range decoder.Settle(s, chunks) {
		tell(f)
	}
	var out []*incidents.Record
	for _, c := range chunks {
		for _, f := range c.Faults {
			tell(f)
		}
		for i := range c.Records {
			out = append(out, &c.Records[i])
		}
	}
	return out
}

// Decode reads a file as far as the batches of its rows.
func Decode(t testing.TB, r *incidents.Reader, path string, number int) (*incidents.Sheet, []decoder.Chunk) {
	t.Helper()
	s, batches := Batches(t, r, path, number)
	d := decoder.New(s, 0, nil)
	var chunks []decoder.Chunk
	for _, b := range batches {
		chunks = append(chunks, d.Decode(b))
	}
	return s, chunks
}

// Batches recognises a file and gives the batches of its rows, not yet decoded.
func Batches(t testing.TB, r *incidents.Reader, path string, number int) (*incidents.Sheet, []export.Batch) {
	t.Helper()
	f, err := export.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	seen, err := recognition.Look(r, f.Tables[0], incidents.Statement{})
	if err != nil {
		t.Fatal(err)
	}
	s := seen.Sheet(r, f.Tables[0], incidents.Statement{}, number)
	if s == nil {
		t.Fatalf("no source recognised in %s", path)
	}
	var out []export.Batch
	err = f.Tables[0].Batches(t.Context(), export.Range{Width: len(s.Mapping.Columns)}, func(b export.Batch) error {
		out = append(out, b)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, out
}

// Lines shows records as "id row n xrows reason field=value", one a line.
func Lines(records []*incidents.Record, fields ...string) string {
	var out []string
	for _, rec := range records {
		line := fmt.Sprintf("%s row %d x%d", rec.ID(), rec.Row, rec.Rows)
		if rec.Left != incidents.Used {
			line += " left out: " + rec.Why()
		}
		for _, name := range fields {
			line += " " + name + "=" + shown(rec, name)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func shown(rec *incidents.Record, name string) string {
	c := rec.Sheet.Reader().Catalogue
	f := c.Index(name)
	if c.Fields()[f].Kind == field.Date {
		day, _ := rec.Day(f)
		return day.String()
	}
	text, _ := rec.Text(f)
	return text
}
