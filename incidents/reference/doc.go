// Package reference owns how the number of a record is read however it is spelt: which
// spellings are the number of one record, and which of one system.
//
//   - [Fold] reduces a reference to what tells it from all others.
//   - [Spelling] keeps more: how one system spells it.
//   - [OfLine] tells the number of a line in a list from that of a record.
package reference
