// Package export turns any exported file into rows whose every cell knows its place.
//
// It knows files and nothing of what is written in them: no heading, no code and no field has a meaning here. Which row
// is the heading and what a column holds is for the reader of the rows to say.
//
//  1. Open looks at the beginning of a file, says what kind it is and lists its tables: a CSV is one, a workbook has one
//     a sheet, a web page saved as .xls one, a zip those of the files in it. A kind that cannot be read is a Fault with the remedy.
//  2. Table.Head copies the first rows, enough to find the heading.
//  3. Table.Batches walks the whole table once and hands it out in pieces of about a megabyte. This step is sequential
//     and does as little as it can: it only finds where a record (or a sheet's row) ends.
//  4. Batch.Rows splits one piece into rows and cells. Any goroutine may do it, several at the same time; what it gives
//     depends on the piece alone, never on timing.
//  5. What cannot be read is a Fault with file, sheet, row and column. Reading goes on wherever the next row can be found.
//
// Rooms within, none of which knows of rows: dialect (where cells and records of delimited text end), encoding (how text is
// stored), archive (zips, under limits), workbook (what the sheets of a workbook share), markup (XML where it lies).
//
// Memory is bounded: a few pieces, a workbook's shared texts, and the longest single record. The limits are constants in
// the file that each of them protects.
//
// Note: encoding/csv and excelize's row reader would be the short way. Both copy every cell, one after another on one core
// (bench_test.go holds this package against them), and encoding/csv stops at the first stray quote.
package export
