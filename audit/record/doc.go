// Package record owns a record with what the audit found out about it: ethnicity,
// language, place, harm, themes, and what it shows of the three dimensions.
//
// A million records are held at once. So readings that many records share are
// pointed at, what is seen of a dimension takes little more than a byte ([View] is its
// unpacked form), and a degree of harm another ([HarmCode]).
package record
