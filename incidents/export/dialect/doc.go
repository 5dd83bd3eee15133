// Package dialect knows how delimited text marks the ends of its cells and records, and nothing of what they hold.
//
//  1. Sniff decides on delimiter and newline from the beginning of a text.
//  2. A Cutter goes through the text in pieces and finds where the last whole record of each ends. It is fast, for it must
//     be sequential: only with all that comes before is it known whether a newline is within quotes.
//  3. Quoted and Unquoted find the end of one cell. The Cutter and whoever splits the records both use Quoted, so they
//     agree on where records end, whatever is wrong with the quoting.
//
// Note: counting quotes (an odd number so far means "within quotes") would be simpler, but one measure in inches, 5",
// turns all the rest of the file inside out.
package dialect
