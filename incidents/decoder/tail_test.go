package decoder

import (
	"os"
	"path/filepath"
	"testing"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/recognition"
	"siequity/incidents/source"
)

// The lines at the end may lie in more than one batch of rows.
func TestTrimTail(t *testing.T) {
	chunk := func(first, n int, stray ...int) Chunk {
		c := Chunk{Rows: n, stray: stray}
		for i := range n {
			c.Records = append(c.Records, incidents.Record{Row: int32(first + i)})
			c.Nameless = append(c.Nameless, int32(first+i))
			c.Faults = append(c.Faults, incidents.Fault{Row: first + i})
		}
		return c
	}
	tests := []struct {
		name   string
		chunks []Chunk
		want   Tail
		kept   int
	}{
		{"none", []Chunk{chunk(2, 3)}, Tail{}, 3},
		{"in the middle only", []Chunk{chunk(2, 3, 1)}, Tail{}, 3},
		{"at the end", []Chunk{chunk(2, 3, 0, 2)}, Tail{1, 4, 4}, 2},
		{"over batches", []Chunk{chunk(2, 3, 2), chunk(5, 2, 0, 1), chunk(7, 1, 0)}, Tail{4, 4, 7}, 2},
		{"a whole last batch", []Chunk{chunk(2, 3), chunk(5, 2, 0, 1)}, Tail{2, 5, 6}, 3},
		{"nothing else", []Chunk{chunk(2, 2, 0, 1), chunk(4, 1, 0)}, Tail{}, 3},
		{"no rows", nil, Tail{}, 0},
	}
	for _, tt := range tests {
		got := TrimTail(tt.chunks)
		records, rows, nameless, faults := 0, 0, 0, 0
		for _, c := range tt.chunks {
			records, rows, nameless, faults = records+len(c.Records), rows+c.Rows, nameless+len(c.Nameless), faults+len(c.Faults)
		}
		if got != tt.want || records != tt.kept || rows != tt.kept || nameless != tt.kept || faults != tt.kept {
			t.Errorf("%s: %+v, kept %d records, %d rows, %d nameless, %d faults; want %+v and %d", tt.name, got, records, rows, nameless, faults, tt.want, tt.kept)
		}
	}
}

// What a row at the end did to the columns of dates goes with the row.
func TestTrimTailThenSettle(t *testing.T) {
	s, chunks := decoded(t, "Datix ID,Incident date,Reported,Specialty,Category,Severity,Approval status,Ethnicity\n"+
		"W1,01/04/2026,02/04/2026,Obstetrics,PPH,Low,Final,A\nW2,01/04/2026,02/04/2026,Obstetrics,PPH,Low,Final,J\n")
	c, last := &chunks[0], len(chunks[0].Records)-1
	c.stray = []int{last}
	c.monthFirst = append(c.monthFirst, turnedCell{record: int32(last), column: 1, slot: 1, day: 1})
	c.unread = append(c.unread, unreadCell{record: int32(last), column: 1})
	for range 2 {
		c.strayDates = append(c.strayDates, strayDate{last, 1, dateTally{orders: [4]int{field.MonthOnly: 1}}})
	}
	if got := TrimTail(chunks); got.Rows != 1 {
		t.Fatalf("%d rows taken off, want 1", got.Rows)
	}
	if faults := Settle(s, chunks); len(faults) > 0 {
		t.Errorf("the row is gone, and still told of: %v", faults)
	}
}

// decoded reads the text of an export as far as the batches of its rows.
func decoded(t *testing.T, text string) (*incidents.Sheet, []Chunk) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := export.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	r := incidents.NewReader(source.Tables())
	seen, err := recognition.Look(r, f.Tables[0], incidents.Statement{})
	if err != nil {
		t.Fatal(err)
	}
	s := seen.Sheet(r, f.Tables[0], incidents.Statement{}, 0)
	d := New(s, 0, nil)
	var chunks []Chunk
	err = f.Tables[0].Batches(t.Context(), export.Range{Width: len(s.Mapping.Columns)}, func(b export.Batch) error {
		chunks = append(chunks, d.Decode(b))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, chunks
}
