// Package report owns what the outputs of an audit say: which pages a pack has,
// which figures and sentences stand on them, and the files beside it.
//
//  1. Pages are made of a book of counts, after disclosure control, as a
//     layout.Model. The same pages serve a trust and a whole LMNS.
//  2. The worklist and the records file hold single records and stay in the
//     trust.
//  3. The submission holds the book alone; run.json says how all of it came about.
package report
