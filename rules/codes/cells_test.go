package codes

import (
	"encoding/csv"
	"os"
	"testing"
)

// TestCells reads cells as trusts fill them in, whose meaning was written down before they were read.
func TestCells(t *testing.T) {
	f, err := os.Open("testdata/cells.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		column, want, cell := row[0], row[1], row[2]
		if got, why := meaning(column, cell); got != want {
			t.Errorf("%s %q: %s, want %s (%s)", column, cell, got, want, why)
		}
	}
}

// meaning gives the meaning of a cell in one word: of a language its tag, where it is one.
func meaning(column, cell string) (got, why string) {
	switch column {
	case "harm":
		r := Harm(cell, HarmWords)
		return string(r.Level), r.Why
	case "language":
		r := Language(cell)
		if r.Status == LanguageValid {
			return r.Tag, r.Why
		}
		return string(r.Status), r.Why
	case "interpreter":
		r := ReadInterpreter(cell)
		return string(r.Answer), r.Why
	case "answer":
		r := ReadAnswer(cell)
		return string(r.Answer), r.Why
	}
	return "", "no column has this name"
}
