package delimited_test

import (
	"strings"
	"testing"

	"siequity/audit/delimited"
)

func TestNoCellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "White": "White", "12.5%": "12.5%", "-": "-", "-0.6": "-0.6", "+4.5%": "+4.5%", "-1,200": "-1,200", "a=b": "a=b",
		`=HYPERLINK("http://x","y")`: `'=HYPERLINK("http://x","y")`, "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\rx": "'\rx", " =1+1": "' =1+1", "＝1+1": "'＝1+1", "\n": "'\n",
	} {
		if got := delimited.Inert(cell); got != want {
			t.Errorf("%q is written as %q, want %q", cell, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	var b strings.Builder
	w := delimited.NewWriter(&b)
	if err := w.Write("id", "=1", "a,b"); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "id,'=1,\"a,b\"\r\n"; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}
