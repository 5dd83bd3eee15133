// Package trial owns how the tests of the rooms read an invented export: text in,
// records and faults out, by the steps that an audit takes one after the other. It
// decides nothing, and only tests use it.
//
//   - [Quarter] is a large export for benchmarks.
//   - [Write] puts the text of an export into a file.
//   - [Decode] recognises the file and decodes its rows.
//   - [Rows] takes off what stands under the table, too, and settles the columns.
//   - [Records] merges the rows and leaves out what is out of scope.
//   - [Lines] shows records for comparing.
package trial
