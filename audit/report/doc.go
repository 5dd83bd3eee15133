// Package report owns what the outputs of an audit say: which pages a pack has,
// which figures and sentences stand on them, and the files beside it.
//
//  1. An audit's result, or submissions merged, come down to facts: a book of
//     counts and what one must know to read them.
//  2. Room release puts every count split by a personal characteristic through
//     disclosure control, all tables together. A pack that cannot be proven safe
//     is not written.
//  3. Room pages makes the pages of what may be released, as a layout.Model. The
//     same pages serve a trust and a whole LMNS.
//  4. The worklist and the records file hold single records and stay in the
//     trust.
//  5. The submission holds the book alone; run.json says how all of it came about.
package report
