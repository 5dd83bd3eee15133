// Package contingency tests tables of counts: Fisher's exact test of two by
// two with the conditional odds ratio, chi-square with adjusted residuals, the
// Fisher-Freeman-Halton test (exact or by simulation), the trend test for
// ordered groups, and Mantel-Haenszel over strata.
//
// A table is a slice of rows of equal length; empty rows and columns carry no
// information and are dropped before testing.
package contingency
