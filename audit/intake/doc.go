// Package intake owns the files of a run, from their names to rows.
//
//  1. [Open] checks what siequity.yaml says of columns and opens each file, in the
//     order of names. A file that holds the same as another is left out.
//  2. It recognises each table as an export of a source, and tells of columns that
//     are claimed twice, named in vain, or not used though they look as if they matter.
//  3. [Inputs.Read] streams the rows of every sheet through decoders on all cores,
//     and puts them back in order. References and names that identify a person are
//     refused on the way.
//
// A file that cannot be read is a finding, and the others go on. [Inspect] looks at a
// single file in the same way, for somebody who meets it for the first time.
package intake
