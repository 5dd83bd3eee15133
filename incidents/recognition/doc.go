// Package recognition owns how a table is known for an export: where its headings are,
// which source it is of, and which field each column holds.
//
//  1. [Look] reads the first rows, and guesses heading row and source by the headings
//     that the field tables know. What siequity.yaml says of the file goes before.
//  2. [Sighting.Sheet] makes a sheet of the best guess, if that is good enough: it maps
//     the columns, and says how sure it is and which source fits next best.
//
// How well headings fit a table is not decided here but in incidents/field.
package recognition
