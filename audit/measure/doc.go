// Package measure owns the counts of an audit and the figures made of them.
//
// Counting and reporting are kept apart, as adding up is exact and reporting is
// not:
//
//  1. A [Book] holds whole numbers only: verdicts tallied by measure,
//     organisation, period and source, and cases counted by two dimensions. Books
//     add up, in any order and grouping, which is what lets the LMNS put trusts'
//     submissions together without seeing a record.
//  2. [Figure] makes a percentage with its interval of a [Tally], with the
//     numbers that must stand beside it: n, N, how many did not apply and how many
//     could not be judged.
//  3. [Grid] lays out a cross-tabulation with its margins in declared order.
//  4. Rates, ratios and trends need denominators or several periods; they are
//     made of the same counts and name their method.
//
// Nothing here hides a small number: audit/disclosure does, last.
package measure
