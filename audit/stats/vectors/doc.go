// Package vectors holds the statistics and the disclosure control against values that
// others computed. It has tests only, so that the methods know nothing of the cases.
//
//  1. A vector names a method, its inputs as JSON, one output and the value wanted. The
//     public ones (testdata/stats_vectors.csv) come from R, scipy and the packages that
//     the formulas come from; the precise ones from 34 digits and the definitions.
//  2. A file of tests for each family of methods says how a method is called.
//  3. SIEQUITY_VECTORS names another file of the same columns to check instead.
//  4. Published rates and counts are computed again at the precision they were printed
//     with.
package vectors
