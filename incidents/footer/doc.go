// Package footer owns which rows of a sheet are lines about its table and no records:
// totals, counts, print dates, notes, and the headings over again.
//
//  1. A row that fills many cells is a record ([Lines.Few]); so are nearly all.
//  2. What begins like a total or a note is about the table ([Lines.About]), unless it has
//     a reference or a date where records have theirs.
//  3. What reads like nothing that its columns hold elsewhere is a stray line
//     ([Lines.Stray]): whether it is about the table shows where it stands, so that is
//     decided at the end of the sheet.
//
// A doubtful row is compared with a sample, the rows that were looked at to recognise
// the sheet. Nothing is taken off here.
package footer
