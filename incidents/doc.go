// Package incidents owns an incident: the record of it, the sheet that it stands in, and
// how they are asked for what they hold.
//
// The way from a file to records is one of rooms, and each says how it goes on:
//
//  1. Package source says which fields each export has, under which headings, and
//     recognition finds the heading row of a sheet and the source that it is of.
//  2. Package decoder turns each row, as it streams past, into a [Record] of a few dozen
//     small values. Narratives are shown to a [Listener] and let go. Package footer
//     knows the lines that are no records; what only a whole column shows, such as
//     month first, is settled at the end of the sheet.
//  3. Package merge makes one record of the rows that tell of one: person rows in DATIX,
//     patient rows and revisions in LFPSE, repeated log numbers in StEIS. Package
//     reference reads their numbers.
//  4. Package scope says which records the audit counts, and why it leaves out others.
//
// They share what is owned here. A [Catalogue] numbers the fields, a [Layout] says where
// a sheet's records have their values, and a [Reader] holds both with the texts of the
// run. A record tells of each field what its cell held: see [State]. What could not be
// read is a [Fault] with its place.
//
// What a raw value means (which ethnic category "White Bristish" is) is not
// decided here: records keep the text of the cell, and the audit asks
// rules/codes once per distinct text.
package incidents
