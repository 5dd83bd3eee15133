package encoding

import (
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	cases := []struct {
		name, head string
		cut        bool
		want       string
	}{
		{"letters of ASCII", "abc", false, "UTF-8"},
		{"UTF-8", "Zoë", false, "UTF-8"},
		{"UTF-8 cut within a letter", "Zoë €"[:7], true, "UTF-8"},
		{"the same, not cut", "abc \xE2\x82", false, "Windows-1252"},
		{"Windows-1252", "Zo\xEB", false, "Windows-1252"},
		{"both", "Zoë Zo\xEB", false, "UTF-8 with some Windows-1252"},
		{"mark of UTF-8", "\uFEFFabc", false, "UTF-8 with BOM"},
		{"mark of UTF-16", "\xFF\xFEa\x00", false, "UTF-16 LE"},
		{"the other mark", "\xFE\xFF\x00a", false, "UTF-16 BE"},
		{"UTF-16 without mark", "a\x00,\x00b\x00", false, "UTF-16 LE without BOM"},
		{"the other without mark", "\x00a\x00,\x00b", false, "UTF-16 BE without BOM"},
		{"nothing", "", false, "UTF-8"},
	}
	for _, c := range cases {
		if got := Sniff([]byte(c.head), c.cut).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestDecode(t *testing.T) {
	cases := []struct {
		cell, want string
		how        Mend
	}{
		{"plain", "plain", AsUTF8},
		{"Zoë", "Zoë", AsUTF8},
		{"Zo\xEB \x96 \x80", "Zoë – €", As1252},
		{"a\x81\xEB", "a\uFFFDë", As1252Bad},
		{"", "", AsUTF8},
	}
	for _, c := range cases {
		e := Sniff(nil, false)
		text, grown, how := e.Decode([]byte(c.cell), []byte("before"))
		if string(text) != c.want || how != c.how || !strings.HasPrefix(string(grown), "before") {
			t.Errorf("Decode(%q) = %q, %v, want %q, %v", c.cell, text, how, c.want, c.how)
		}
	}
}

func TestEncodingLearns(t *testing.T) {
	e := Sniff([]byte("heading"), false)
	if !e.Note([]byte("Zoë")) || e.Note([]byte("Zo\xEB")) {
		t.Error("Note does not tell UTF-8 from Windows-1252")
	}
	e.Decode([]byte("Zo\xEB"), nil)
	if got, want := e.String(), "UTF-8 with some Windows-1252"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
