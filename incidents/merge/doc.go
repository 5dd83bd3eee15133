// Package merge owns how the rows of exports become records: which rows tell of one, and
// which of them speaks for it.
//
//  1. Each row gets the role of its person, and a key: its source, reference and, where
//     numbers are local, organisation. Rows of one key are a group.
//  2. A group is parted where a sheet spells the reference in two ways, or where two
//     sheets have it for two events.
//  3. One row of each part is the record: the newest version in StEIS, the woman's row
//     of the latest revision in LFPSE, and the woman's row in DATIX. Others fill its
//     blanks, as far as they speak of the same event or person.
//  4. What a row of staff says of themselves is emptied where no row is about the woman.
//
// [Rows] takes the steps. [Differ] and [Versions] tell afterwards what rows of one record
// disagree on, and whether one of them is the newer. How a reference is read is not
// decided here but in incidents/reference.
package merge
