// Package field owns what the columns of an export mean.
//
// A [Table] lists the fields of one source: name, meaning, kind and the
// headings people write over them. From it come the mapping of columns, the
// names that rules may use, `siequity inspect` and the data dictionary, so a
// field is described once.
//
// The way from a sheet to its fields has three steps:
//
//  1. [Fold] reduces a heading to letters and digits, so that "Sub-category:",
//     "Sub category" and "Subcategory" are one heading.
//  2. [Recognise] finds the heading row among the first rows of a sheet, and
//     the source whose table knows most of that row. Neither is assumed. A
//     column for another system's numbers says nothing of the source.
//  3. [Table.Map] gives each column its field, with the reason, and reports two
//     columns that claim one field. Beside the headings that a table lists there are
//     [Shape]s, of known words alone, and question wordings; of what these find,
//     [Field.Unless] refuses a heading that speaks of something else.
//
// Dates are read here too ([ParseDate]), cell by cell and day first, because
// one column may hold spreadsheet serials beside typed dates. What the order of day
// and month is in a whole column, the reader of the sheet decides ([ParseOrder]).
// A time with a zone is the day that it is in England.
package field
