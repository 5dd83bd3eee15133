// Package estimate says what the cases that were read tell of all cases of the
// frame: a share with an interval for a finite population.
//
//  1. Each stratum's cases that were read stand for the whole stratum: the
//     weight is its population over the number read.
//  2. A stratum of which nothing, or one case of several, was read is put
//     together with its neighbour, and the estimate says so.
//  3. The share is the weighted one; for a part of the cases that cuts across
//     strata, a ratio with every case read kept in (ratio linearisation).
//  4. The interval is exact hypergeometric for one stratum; Korn-Graubard for
//     several; at none or all an exact bound over the strata; and none where
//     every case was read, because there is no sampling error.
package estimate
