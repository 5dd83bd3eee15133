// Package layout owns how a pack looks: one [Model] of finished text and
// numbers, and the writers that lay it out without changing it.
//
//   - Workbook: qap.xlsx, one sheet per page, native charts;
//   - HTML: report.html, one self-contained page;
//   - CSV: tables.csv, every figure in long form, exactly as shown;
//   - Terminal: the few lines and tables for a terminal.
//
// Identifiers are masked and small numbers hidden before anything reaches the
// model, so a figure reads the same everywhere, and what may not be shown is
// not there for any writer to show.
package layout
