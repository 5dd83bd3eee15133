// Package evidence owns what free text shows: a label for each dimension, and the
// masked quotes that bear it out.
//
//  1. An [Ear] listens to the text of rows as they stream past and keeps a few bits
//     of each record; the text is let go. [Unpack] gives the labels again.
//  2. [Store.ReadReports] reads the reports of investigations and puts each beside
//     the record that its name or first page names, and no other.
//  3. [Store.Of] gives the quotes of a record for those who check it.
//
// [Consider] reads a single report by itself.
package evidence
