// Package report owns how the results of an audit look.
//
// One [Model] holds finished text and numbers, page by page; identifiers are
// masked and small numbers hidden before anything reaches it. Four writers lay
// the model out and never change it:
//
//   - Workbook: qap.xlsx, one sheet per page, native charts;
//   - Page: report.html, one self-contained page;
//   - Tables: tables.csv, every figure in long form, exactly as shown;
//   - Summary: the few lines and tables for a terminal.
//
// A figure therefore reads the same everywhere, and a cell that may not be shown
// is not in the model for any writer to show.
package report
