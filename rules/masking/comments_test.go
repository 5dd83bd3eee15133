package masking_test

import (
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/rules/masking"
)

// maskedComments is how many words of the comments may be masked; about half of them truly are names.
const maskedComments = 35

// TestOrdinaryComments counts what is masked in published comments of patients, which hold no names on purpose: nearly
// all of it is eaten wrongly. It needs the data folder that SIEQUITY_DATA names.
func TestOrdinaryComments(t *testing.T) {
	dir := os.Getenv("SIEQUITY_DATA")
	if dir == "" {
		t.Skip("SIEQUITY_DATA names no data folder")
	}
	f, err := os.Open(filepath.Join(dir, "incidents", "nhs_fft_comments_v6framework_230831.csv"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	m := masking.New(masking.Options{})
	rows := csv.NewReader(f)
	words, masked := 0, 0
	for {
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		text := row[8]
		words += len(strings.Fields(text))
		for _, s := range m.Spans(text) {
			masked += len(strings.Fields(text[s.Start:s.End]))
			t.Logf("%s: %q in %q", s.Label, text[s.Start:s.End], text[max(0, s.Start-30):min(len(text), s.End+25)])
		}
	}
	t.Logf("%d of %d words masked", masked, words)
	if masked > maskedComments {
		t.Errorf("%d of %d words masked, want at most %d", masked, words, maskedComments)
	}
}
