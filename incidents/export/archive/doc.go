// Package archive reads zip files that nobody vouches for: what is unpacked is counted as it comes, whatever sizes the
// archive claims, and stops at a limit.
//
//  1. Open reads the list of members.
//  2. Find looks one up by name, as Excel does, whatever its case and slashes.
//  3. Member.Stream unpacks one for reading piece by piece, Member.Keep for holding in memory, Member.Small and Member.Whole all at
//     once.
package archive
