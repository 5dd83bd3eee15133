// Package proforma owns the workbook that readers fill in: how it is written,
// and how it is read again in whatever state it comes back.
//
//  1. [Write] lays out one row for each case and question, a sheet for every
//     reader or one for all, with a page of guidance. Only answer, evidence and
//     note can be typed in.
//  2. Each row carries a hidden [Mark] made from the draw, the reader, the case
//     and the question, and a very hidden sheet says which draw and which
//     questions the workbook belongs to. Marks show mistakes, such as columns
//     sorted apart or a proforma of another draw; as the seed is public they
//     are no proof against somebody who sets out to deceive.
//  3. The tool's own finding is shown, or shown once a question is answered, or
//     left out.
//  4. [Read] finds the table by its headings and its marks, whatever was
//     sorted, hidden, added or renamed, and gives every row as it was typed
//     with its place. What the rows mean is for collate to say.
//
// One row for each question was chosen over one column: forty columns cannot be
// printed on a page or read on a ward's laptop, and a row can hold its mark.
package proforma
