// Package decoder owns how the rows of a sheet become records, before those of one record
// are put together.
//
//  1. A [Decoder], one for each worker, turns a batch of rows into a [Chunk]: records,
//     faults, and counts of what its columns of dates were. Each cell goes into its slot
//     by the kind of its field. Free text is shown to a listener and not kept.
//  2. [TrimTail] takes the lines under the table off the end, once the chunks are in
//     order, with all that these rows added.
//  3. [Settle] decides what only a whole column shows: whether the month stands first,
//     whether days and months were exchanged, whether it holds dates at all. Before it
//     the dates of the records are not final. Cells of one fault are told together.
//
// No finding quotes a cell that may identify somebody. Which rows are lines about the
// table is not decided here but in incidents/footer.
package decoder
