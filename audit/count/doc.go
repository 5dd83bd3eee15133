// Package count owns the counts of a run: verdicts by measure, and records and cases by
// the rows and columns of tables.
//
//  1. [Evaluate] applies every rule to every record in scope, on all cores, and tallies
//     the measures as it goes. Verdicts are not kept, but for what the rules found of
//     the three dimensions, which the tables of cases need.
//  2. [Counting.Book] fills a book of audit/measure with these tallies, with the counts
//     that measures take from the registers, and with the tables.
//
// Everything is counted into small keys by each worker and added up at the end, so that
// the result never depends on timing.
package count
