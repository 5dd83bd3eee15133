// Package text cuts free text into the pieces that a reader of incident
// reports works with, and keeps the way back to the original bytes.
//
//  1. Lines yields headings, bullets, table rows and paragraphs, none longer
//     than MaxLine, so that memory stays small whatever the text's length.
//  2. Fold makes a comparable copy of one line: NFC, lower case, plain quotes
//     and dashes, no soft hyphens; Folded.Origin leads back to the original.
//  3. AppendSentences cuts a folded line at full stops, bullets, table cells and
//     before "Label: value" fields, and leaves "Dr. ", "36+2" and "p.4" whole.
//
// It knows no domain words other than the abbreviations that a full stop follows.
package text
