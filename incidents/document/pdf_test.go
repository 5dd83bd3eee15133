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
	return packPDF([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[" + widths + "]>>",
		stream(content),
	})
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
}

func packPDF(objects []string) []byte {
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
		{"a hyphen at the end of a line", "BT /F1 10 Tf 72 700 Td (The woman was born in Stoke-on-) Tj 0 -12 Td (Trent, not here.) Tj ET",
			"The woman was born in Stoke-on-Trent, not here."},
		{"a short line ends its paragraph", "BT /F1 10 Tf 72 700 Td (Chronology of Events) Tj 0 -12 Td (The woman attended triage at three.) Tj ET",
			"Chronology of Events\n\nThe woman attended triage at three."},
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

// TestTwoByteFont reads the kind of font that Word embeds: two bytes a letter, and a table that says what they mean.
func TestTwoByteFont(t *testing.T) {
	table := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " +
		"1 beginbfrange <0001> <001A> <0061> endbfrange endcmap end end"
	d, err := Read(save(t, "r.pdf", packPDF([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
		"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
		stream("BT /F1 10 Tf 72 700 Td [<001500120004>-10<0015>] TJ 30 0 Td <0001> Tj ET"),
		"<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[400] 4 21 600]>>",
		stream(table),
	})))
	if err != nil {
		t.Fatal(err)
	}
	if want := "urdu a"; d.Text != want {
		t.Errorf("got %q, want %q", d.Text, want)
	}
}
