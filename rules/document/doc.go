// Package document reads a YAML document strictly and says all that is wrong
// with it at once.
//
//  1. [Parse] reads the text into a tree that remembers its lines.
//  2. The caller takes the keys it knows from each [Object]; a value of the
//     wrong kind becomes a [Fault] and reads as empty, so reading goes on.
//  3. [Object.Close] turns every key that nobody took into a fault.
//  4. [Log.Faults] gives them all in order of line.
//
// YAML guesses types, and a guess corrupts a code silently: an unquoted 010 is
// the number 8 to some readers, and `null` vanishes from a list of texts. So
// text must be text: what YAML reads as anything else is refused with the
// advice to quote it. Anchors, aliases, merge keys and keys given twice are
// refused as well; a pack is read by people who have never met them.
//
// Note: yaml.Decoder.KnownFields was tried and left: it forgets its setting
// inside UnmarshalYAML and stops at the first document-wide error list, without
// columns.
package document
