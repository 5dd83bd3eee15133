// Package disclosure decides which counts of a pack may not be shown, and
// proves it.
//
//  1. A [Pack] is every table that goes out together with the sums between
//     them; a count shown in two tables is one count.
//  2. A [Profile] is the rule: which counts are small, and what an outsider
//     sees of the others.
//  3. [Protect] hides the small counts, finds the fewest others that have to
//     be hidden with them, merges categories where too much would be lost,
//     withdraws a table that nothing protects, and gives a [Plan].
//  4. The plan answers for every place what is printed there, and for every
//     figure worked out from counts whether it may be, and from which numbers.
//  5. [Audit] attacks the plan. A pack that it cannot prove safe, or for which
//     it cannot be completed, is not given out.
//
// The rule applies to every count split by a personal characteristic. Process
// measures of a whole trust (Table.Whole) stay exact, and outsiders are taken
// to know them.
//
// # What is kept from an outsider
//
// Of a small count (1 to T-1) nothing finer than "1 to T-1": the solutions of
// everything that is published reach down to 1 and up to T-1 or beyond. A total
// is allowed to tell how many counts under it are not nought, because the
// noughts are printed. Of a count hidden to protect another, a range at least
// as wide as 1 to T-1. Of a small count that no table prints, not its value.
//
// # Leaks, and how each is closed
//
//   - A rate, share, interval, p-value or chart point gives its counts back:
//     [Plan.Derive], [Plan.Share] and [Plan.Rate] refuse a figure if any count
//     in it is hidden or not printed, and hand out the printed numbers to work
//     it out from, never those behind them.
//   - Noughts are printed, so a hidden count is 1 or more: the attacker is
//     given that bound, and noughts are never hidden.
//   - Two symbols would tell small counts from protecting ones: there is one,
//     it may stand for a larger number, and [Plan.Summary] says how many there
//     are of each kind only where that says nothing of any one of them.
//   - Small counts of a line may not protect each other alone: a count that
//     has to reach T-1 beside others of 1 or more needs a line whose hidden
//     counts add up to T. Where two small counts are all that a line hides and
//     one is a single person, a third is hidden, because that person knows
//     the other.
//   - Rounding alone is not safe: a rounded number is a range, the attacker
//     solves with all ranges, and what it can narrow is hidden or has a
//     neighbour hidden.
//   - Tables that hang together (trusts and their system, quarters and the
//     year, tables with a common margin, categories and their groups) are one
//     system of equations, told by [Sum] and [Same].
//   - A line of few beside a total that everybody knows cannot be protected,
//     because its noughts are printed: with Table.TotalsOnly its cells are not
//     printed at all, and a reader cannot tell which of them are noughts.
//   - Few people without the event, or none, tell of those with it: a
//     [Complement] protects the difference like a count.
//
// Not covered: what other bodies publish, unless it is added to the pack as a
// table; and a reader who works the choice of hidden counts backwards from
// the program itself.
package disclosure
