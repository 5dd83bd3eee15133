package document

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// makePDF writes a PDF of one page whose content stream is given, in Helvetica with widths of 500.
func makePDF(content string) []byte {
	widths := strings.Repeat("500 ", 95)
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[" + widths + "]>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
	}
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return []byte(b.String())
}

func TestReadPDF(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"lines of a paragraph", "BT /F1 10 Tf 72 700 Td (An interpreter was not offered at any) Tj 0 -12 Td (appointment.) Tj ET",
			"An interpreter was not offered at any appointment."},
		{"two paragraphs", "BT /F1 10 Tf 72 700 Td (One line that is long enough.) Tj 0 -40 Td (Two.) Tj ET", "One line that is long enough.\n\nTwo."},
		{"words parted by a gap", "BT /F1 10 Tf 72 700 Td [(Urdu)-400(spoken)] TJ ET", "Urdu spoken"},
		{"letters kerned", "BT /F1 10 Tf 72 700 Td [(inter)20(preter)] TJ ET", "interpreter"},
		{"a field", "BT /F1 10 Tf 72 700 Td (Ethnicity) Tj 200 0 Td (Irish) Tj ET", "Ethnicity: Irish"},
		{"graphics state", "q 1 0 0 1 72 700 cm BT /F1 10 Tf (Seen) Tj ET Q", "Seen"},
		{"leading", "BT /F1 10 Tf 12 TL 72 700 Td (A full line of the paragraph) Tj (goes on) ' ET", "A full line of the paragraph goes on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(save(t, "r.pdf", makePDF(c.content)))
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want || d.Format != "pdf" || len(d.Notes) == 0 {
				t.Errorf("got %q, want %q; notes %v", d.Text, c.want, d.Notes)
			}
			checkBlocks(t, d)
		})
	}
}

func TestScannedPDF(t *testing.T) {
	_, err := Read(save(t, "scan.pdf", makePDF("q 595 0 0 842 0 0 cm Q")))
	var r *Refusal
	if !errors.Is(err, ErrNoText) || !errors.As(err, &r) || !strings.Contains(r.Hint, "scan") {
		t.Fatalf("error %v", err)
	}
}

func TestJumbled(t *testing.T) {
	for text, want := range map[string]bool{
		strings.Repeat("The panel considered language. ", 10): false,
		strings.Repeat("T h e p a n e l ", 10):                true,
		strings.Repeat("\ufffd\ufffd of ", 20):                true,
	} {
		if got := jumbled(text); got != want {
			t.Errorf("jumbled(%.20q) = %v, want %v", text, got, want)
		}
	}
}
