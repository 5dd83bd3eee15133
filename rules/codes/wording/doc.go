// Package wording compares what people type: it owns the folding of a cell to plain words, and the test
// whether two words differ by a single slip of the hand.
//
// Every reading in rules/codes matches whole folded labels, never a part of one: "Caucasian" holds "Asian",
// and "White" sits inside four mixed categories.
package wording
