// Package cases owns the events of an audit: which records tell of one, and what these
// say together.
//
//  1. [Link] hands the records in scope to audit/link, as numbers and references, and
//     numbers the case of each.
//  2. [Linked.Findings] tells of references that were not followed, or that no record
//     has, and of cases whose records differ or that hold several reviews.
//  3. [Cases.View] puts the records of a case together. Nothing is overwritten, and the
//     order of files decides nothing. [Answering] picks the record that answers a
//     question asked once of the case.
//  4. [Cases.Assign] finds the case that a line of a hand-kept register is about.
//
// The rows and columns of tables that stand for what is not known are named here too,
// since a case is put under them.
package cases
