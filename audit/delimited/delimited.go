// Package delimited owns how csv files are written that people open in Excel.
//
//  1. Lines end as Windows ends them.
//  2. A cell that a spreadsheet would take for a formula gets an apostrophe before
//     it: the text of an export must not be run by whoever opens the file. Numbers
//     with a sign, and a lone dash, stay as they are.
package delimited

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// A Writer writes the lines of a csv file.
type Writer struct{ csv *csv.Writer }

// NewWriter gives a writer to w. Call Flush when all lines are written.
func NewWriter(w io.Writer) *Writer {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &Writer{c}
}

// Write writes one line.
func (w *Writer) Write(cells ...string) error {
	line := make([]string, len(cells))
	for i, s := range cells {
		line[i] = Inert(s)
	}
	if err := w.csv.Write(line); err != nil {
		return fmt.Errorf("csv line beginning with %q: %w", line[0], err)
	}
	return nil
}

// Flush writes what is still held back.
func (w *Writer) Flush() error {
	w.csv.Flush()
	if err := w.csv.Error(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

// starts are the characters with which spreadsheets begin a formula, in both widths.
const starts = "=+-@＝＋－＠"

// signed is a number, a range or a percentage with a sign, which are no formulas, and
// the dash that stands for no value.
var signed = regexp.MustCompile(`^[-+]?[0-9]*[.,0-9]*%?$`)

// Inert gives a cell that no spreadsheet runs.
func Inert(cell string) string {
	if cell == "" {
		return cell
	}
	bare := strings.TrimLeft(cell, " \t\r\n\u00a0")
	begins := bare != "" && strings.ContainsAny(bare[:firstRune(bare)], starts) && !signed.MatchString(bare)
	if begins || strings.ContainsAny(cell[:1], "\t\r\n") {
		return "'" + cell
	}
	return cell
}

// firstRune is the length of the first character.
func firstRune(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
