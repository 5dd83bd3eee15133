// Package layout owns how a pack looks: one [Model] of finished text and
// numbers, and the writers that lay it out without changing it.
//
//   - Workbook: qap.xlsx, one sheet per page, native charts;
//   - HTML: report.html, one self-contained page;
//   - CSV: tables.csv, every figure in long form, exactly as shown.
//
// Identifiers are masked and small numbers hidden before anything reaches the
// model, so a figure reads the same everywhere, and what may not be shown is
// not there for any writer to show. A cell of tone Hidden is written as its text
// alone, whatever number it may still hold.
//
// The same model gives the same bytes. Colours are palette's, charts of the page
// drawing's, the zip of the workbook archive's; dump writes a workbook down as
// text for the golden files of this package and of those that make pages.
package layout
