// Package disclosure decides which counts of a pack may not be shown, and
// proves it.
//
//  1. A [Pack] is every table that goes out together with the sums between
//     them; a count shown in two tables is one count.
//  2. A [Profile] is the rule: which counts are small, and what an outsider
//     sees of the others.
//  3. [Protect] hides the small counts, finds the fewest others that have to
//     be hidden with them, merges categories where too much would be lost, and
//     gives a [Plan].
//  4. The plan answers for every place what is printed there, and for every
//     figure worked out from counts whether it may be.
//  5. [Audit] attacks the plan. What it cannot prove safe is not given out.
package disclosure
