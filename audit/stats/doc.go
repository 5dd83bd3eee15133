// Package stats computes intervals, rates and ratios with honest uncertainty.
// It knows numbers only: what they count is the caller's affair.
//
// Every answer is a value or the reason there is none:
//
//  1. Value holds one number or Why it is not calculable; NaN never leaves the
//     package and nothing panics on data.
//  2. Interval holds the two limits, the level and the Method to print beside
//     them. An upper limit of plus infinity is a real answer: NoUpperLimit.
//  3. Estimate is a Value with its Interval.
//
// The rooms below it follow the same rule: dist (distributions), contingency
// (tests of tables), inequality (slope and nominal indices), spc (control
// charts and funnels), sampling (sizes, allocations, draws, estimates) and
// agreement (kappa and its relatives).
//
// Confidence levels are two-sided fractions such as 0.95, and normal quantiles
// come from the level in full precision, never from 1.96.
package stats
