// Package place owns where a family lives on the index of deprivation, as far as its
// record tells.
//
//  1. The deprivation column of each sheet is understood from all its values at once:
//     decile, quintile or rank, of which year, and which end is the most deprived. Of
//     two columns the one of the run's edition goes first.
//  2. Postcodes are gathered and looked up in one pass, and dropped.
//  3. A column whose direction nothing states is held against the LSOA or postcode
//     beside it, and turned round if it is shown to run the other way.
//  4. [Placer.Settle] gives each record one place of the three, and
//     [Placer.Findings] tells what is doubtful about the columns.
//
// The look-ups themselves are those of audit/deprivation.
package place
