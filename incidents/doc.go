// Package incidents owns an incident: the fields that StEIS, DATIX, LFPSE and
// MNSI exports give it, and how the rows of an export become records.
//
// The way from a file to records:
//
//  1. [Recognise] finds the heading row of a sheet and the source it belongs to.
//  2. A [Decoder] turns each row, as it streams past, into a [Record] of a few
//     dozen small values. Narratives are shown to a [Listener] and let go.
//     [TrimTail] takes the lines under the table off the end.
//     [Sheet.Settle] decides what only a whole column shows, such as month first.
//  3. [Merge] makes one record of the rows that tell of one: person rows in
//     DATIX, patient rows and revisions in LFPSE, repeated log numbers in StEIS.
//  4. Package scope says which records the audit counts, and why it leaves out others.
//
// What a raw value means (which ethnic category "White Bristish" is) is not
// decided here: records keep the text of the cell, and the audit asks
// rules/codes once per distinct text.
package incidents
