// Package workbook reads what the sheets of an Excel workbook share; the cells themselves are for others.
//
//  1. Open lists the sheets, and reads from the styles which of them show dates and on which day the workbook begins.
//  2. Book.Load reads the shared texts, once, when the first sheet is read; Book.Text gives one of them.
//  3. AppendText and AppendRuns decode text the way sheets write it.
//
// The structure is ECMA-376 (Office Open XML) part 1, chapter 18; both its strict and transitional forms are read.
package workbook
