// Package document turns an investigation report, as a trust keeps it, into plain text with its parts marked.
//
// It owns the formats, not what they say:
//
//  1. Read looks at the first bytes, not at the file's ending, and picks a reader: Word (.docx), web page, plain text
//     or Markdown, PDF with a text layer. What cannot be read is refused with a reason and the remedy: an old .doc, an
//     encrypted file, a scanned PDF.
//  2. The reader gives blocks in reading order: headings, paragraphs, list items, table rows, footnotes, text boxes.
//     A table row of two cells becomes "Label: value", so that a form reads as its fields.
//  3. What the authors took out is left out: tracked deletions, moved text, comments, hidden text, unused placeholders.
//     Tracked insertions are text.
//  4. The blocks become one Text; FirstPage is its beginning, with the page headers, where a report's own number stands.
//  5. References finds what may be the incident's number in the file name and the first page. It writes nothing in a
//     standard form: who links reports to records knows how each system writes its numbers.
//
// Every reader works in one pass and within fixed bounds (bytes in the file, bytes inflated, depth, pages), so that a
// file made to harm costs no more than an ordinary one.
//
// PDF text is laid out anew from the places of the letters, since a PDF has no words, lines or paragraphs of its own.
// Columns and tables can come out of order there; where the result looks wrong, a note says so.
package document
