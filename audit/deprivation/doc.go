// Package deprivation turns a postcode, an LSOA code or an IMD value that an
// export already holds into a place on the English Index of Multiple
// Deprivation, by vintage (2019 or 2025). Decile and quintile 1 are the most
// deprived, always.
//
// The way of the data:
//
//  1. [Open] reads the publisher's index (--imd) into one small [Table] a
//     vintage and, if given, the official LSOA 2011 to 2021 exact-fit file. It
//     opens the postcode directory (--postcodes) far enough to know its columns.
//  2. While records are decoded, [Wanted] collects their postcodes as eight-byte
//     keys and hands a [Key] back for each; the text itself is not kept.
//  3. [Lookup.Resolve] passes over the directory once and keeps only the rows
//     that somebody asked for. There is no index file: nothing to build, nothing
//     to go stale, and a full directory takes well under a second.
//  4. [Lookup.Postcode] and [Lookup.LSOA] answer with a [Place]:
//     what is known, by which road, and what to be wary of.
//  5. [Choose] settles one record that has more than one of the three, and
//     [Check] tests an IMD column whose direction or vintage is not known
//     against the postcodes or LSOAs beside it.
//
// The tables are not embedded: the data are open, but they are the publisher's
// to correct (IoD2025 was reissued a fortnight after its release), so a run
// names the very file it used.
//
// An LSOA code is not carried silently from one census to the other. IMD 2019
// is published for LSOA 2011 and IMD 2025 for LSOA 2021; a code that is in both
// lists is the same area in both. IMD 2019 may be carried forward to an area of
// 2021 through the exact-fit file, with a note, where all its parents agree.
// IMD 2025 is never carried back: the postcode is needed.
//
// Rooms inside: area knows the codes of small areas, imd the index itself, directory
// the postcode files. The spellings of postcodes, codes and IMD values belong to
// rules/codes.
//
// A postcode is used and dropped: no result, message or error of this package
// holds one.
package deprivation
