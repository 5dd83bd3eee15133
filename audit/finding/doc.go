// Package finding owns what a run tells people to know of or to mend: one fault of
// a file, sheet, column or cell, in words that hold no identifier.
//
//  1. A reader gives faults of its own; [FromExport] and [FromFault] make findings
//     of them.
//  2. Who looks at many records adds each faulty cell to [Spots]; they make one
//     finding of each column, with its first rows.
//  3. [Sort] puts all of them in the order of files and rows.
package finding
