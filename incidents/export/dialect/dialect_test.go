package dialect

import (
	"errors"
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	narrative := strings.Repeat("Seen, reviewed; plan made, bloods sent;", 3)
	cases := []struct {
		name, head         string
		delimiter, newline byte
		declared           int
	}{
		{"comma", "a,b,c\n1,2,3\n", ',', '\n', 0},
		{"semicolon with decimal commas", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';', '\n', 0},
		{"tab with free text", "a\tb\n" + narrative + "\t1\n" + narrative + ",\t2\n", '\t', '\n', 0},
		{"pipe", "a|b|c\n1|2;3|4\n", '|', '\n', 0},
		{"comma with lists in cells", "a,b,c\n1;2,3,4\n5;6,7,8\n", ',', '\n', 0},
		{"comma with longer lists in cells", "a,b,c\n1;2;3;4,5,6\n1;2;3;4,8,9\n1;2;3;4,8,9\n1;2;3;4,8,9\n", ',', '\n', 0},
		{"title with commas", "Incidents, all units, June\na;b\n1;2\n3;4\n", ';', '\n', 0},
		{"delimiter only in quotes", "a;b\n\"1,2,3\";4\n\"5,6,7\";8\n", ';', '\n', 0},
		{"titles above", "Incidents\nFrom 1 April, to 30 June, all units\n\na;b;c;d\n1;2;3;4\n5;6;7;8\n", ';', '\n', 0},
		{"heading alone", "a;b;c", ';', '\n', 0},
		{"one column", "a\nb\n", ',', '\n', 0},
		{"nothing", "", ',', '\n', 0},
		{"declared", "sep=|\r\na|b;c;d\r\n", '|', '\n', 7},
		{"declared in quotes", "\"sep=;\"\na;b\n", ';', '\n', 8},
		{"declared nonsense", "sep=x\na,b\n", ',', '\n', 0},
		{"old newlines", "a;b\r1;2\r", ';', '\r', 0},
		{"newline only in quotes is one all the same", "a,b\r\n\"1\n2\",3\r\n", ',', '\n', 0},
	}
	for _, c := range cases {
		d, declared := Sniff([]byte(c.head))
		if d.Delimiter != c.delimiter || d.Newline != c.newline || declared != c.declared {
			t.Errorf("%s: got %q %q %d, want %q %q %d", c.name, d.Delimiter, d.Newline, declared, c.delimiter, c.newline, c.declared)
		}
	}
}

func TestQuoted(t *testing.T) {
	cases := []struct {
		name, text string // from the opening quote on
		final      bool
		cell, rest string
		marks      Marks
	}{
		{"plain", `"a",b`, false, `a`, ",b", 0},
		{"last of the file", `"a"`, true, `a`, "", 0},
		{"perhaps not the last", `"a"`, false, ``, ``, More},
		{"spaces after", "\"a\" \t\r\nb", false, `a`, "\nb", 0},
		{"doubled", `"a""b",`, false, `a""b`, ",", Doubled},
		{"empty", `"",`, false, ``, ",", 0},
		{"stray", `"a"b",`, false, `a"b`, ",", Stray},
		{"stray before a line end", "\"a \"b\" c\nd\",", false, "a \"b\" c\nd", ",", Stray},
		{"looks like an opening, same line", `"a" ,"b",c`, false, `a`, `,"b",c`, 0},
		{"unclosed", "\"a,b\n\"c\",d", false, `a`, ",b\n\"c\",d", Unclosed},
		{"unclosed at the end", "\"a\r\nb,c", true, `a`, "\r\nb,c"[1:], Unclosed | Exhausted},
		{"unclosed, more to come", "\"a\r\nb,c", false, ``, ``, More},
	}
	d := New(',', '\n')
	for _, c := range cases {
		got := d.Quoted([]byte(c.text), 1, c.final)
		if got.Marks != c.marks {
			t.Errorf("%s: marks %b, want %b", c.name, got.Marks, c.marks)
		}
		if got.Marks&More == 0 && (c.text[1:got.End] != c.cell || c.text[got.Next:] != c.rest) {
			t.Errorf("%s: cell %q, then %q", c.name, c.text[1:got.End], c.text[got.Next:])
		}
	}
}

func TestQuotedIsBounded(t *testing.T) {
	d := New(',', '\n')
	text := []byte("\"lost\n" + strings.Repeat("some text\n", maxQuoted/9))
	if got := d.Quoted(text, 1, false); got.Marks != Unclosed|Exhausted || string(text[1:got.End]) != "lost" {
		t.Errorf("got %+v", got)
	}
}

func TestCut(t *testing.T) {
	cases := []struct {
		name, text string
		final      bool
		whole      string
		row, line  int
	}{
		{"two records and a part", "a,b\n\"1\n2\",3\nrest", false, "a,b\n\"1\n2\",3\n", 3, 4},
		{"the part is the last record", "a,b\nrest", true, "a,b\nrest", 3, 3},
		{"newline within quotes only", "\"a\nb", false, "", 1, 1},
		{"quote may yet be doubled", "a\n\"b\"", false, "a\n", 2, 2},
		{"nothing", "", true, "", 1, 1},
	}
	for _, c := range cases {
		d := New(',', '\n')
		cutter := Cutter{Dialect: &d, Row: 1, Line: 1}
		end, err := cutter.Cut([]byte(c.text), c.final)
		if err != nil || c.text[:end] != c.whole || cutter.Row != c.row || cutter.Line != c.line {
			t.Errorf("%s: cut %q, next is row %d line %d, %v", c.name, c.text[:end], cutter.Row, cutter.Line, err)
		}
	}
}

func TestCutRefuses(t *testing.T) {
	d := New(',', '\n')
	c := Cutter{Dialect: &d}
	if _, err := c.Cut([]byte(strings.Repeat("1,\"\"x\n", 1000)), true); !errors.Is(err, ErrQuotes) {
		t.Errorf("lost quotes without end: %v", err)
	}
	c = Cutter{Dialect: &d}
	if _, err := c.Cut(make([]byte, MaxRecord+1), false); !errors.Is(err, ErrTooLong) {
		t.Errorf("a record without end: %v", err)
	}
}
