// Package sampling holds the mathematics of an audit sample: how many to draw,
// how to spread them over strata, which units a seed selects, and what the
// sample says about the whole population.
//
//  1. Sizes: for a proportion with a margin of error, and for detection.
//  2. Allocations: proportional, equal, and exact optimal (Wright).
//  3. Order: a seeded hash ranks the units, so that a second tool can check.
//  4. Estimates: stratified, of a domain, and exact for a single stratum.
package sampling
