// Package pages owns what a pack says: which pages it has, in which order, and
// the tables, charts and sentences on each.
//
//  1. [Make] builds the pages from a release, so that a trust's audit and a merge
//     of submissions read alike. What only an audit has, such as the texts of its
//     registers, is shown for an audit only.
//  2. Measures of a whole trust's process are shown exactly, from the book.
//  3. Everything split by a personal characteristic is shown as the release words
//     it, and a figure is worked out from printed numbers or not at all.
//  4. Sentences are made of the figures they repeat. No evidence found is said as
//     that, never as not considered.
package pages
