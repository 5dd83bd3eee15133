// Package decision owns what people decided after reading: in the worklist of an
// earlier run, and in the proformas of a sample.
//
//  1. [ReadWorklist] reads the worklist, and tells of words that are none of its list.
//  2. [Decisions.Settle] finds whose record each decision is about, as two trusts may
//     use one number. One that could be about several is kept and not used.
//  3. [Decisions.Review] puts the decisions over what the text was read as, and
//     [Decisions.ReviewSamples] those of a sample: over every record of the case read,
//     or in a sample of records over the record alone. An answer of the export goes
//     before both: it is the investigators' own.
//
// No decision is lost: what is not used is carried to the next worklist.
package decision
