// Package outsider is the attack: what somebody can work out of published
// tables who knows every number and every sum in them.
//
//  1. A [System] holds the equations between the counts and what is known of
//     each count by itself. [Knowledge] builds one from plain counts.
//  2. The counts in doubt fall into components that hang together.
//  3. A component that is a network, as every two-way table with its totals
//     is, is solved by integer maximum flow; any other by linear programming
//     and by strides in whole numbers.
//  4. A [Witness] is a solution that differs from the truth. It is checked in
//     whole numbers before it counts, so that an error of arithmetic can make
//     the attack look stronger than it is but never weaker.
package outsider
