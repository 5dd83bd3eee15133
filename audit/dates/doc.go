// Package dates owns what the dates of the records tell of a run, and which of them
// cannot be.
//
//  1. [Dates.Settle] settles the day on which clocks are judged: the newest date that
//     other dates bear out, so that the same files always give the same answer.
//  2. It counts the records that were left out for want of a date, which would be gone
//     without a trace otherwise. [Dates.LostByDate] says why of a single one.
//  3. [Dates.EndFindings] tells of sources that stop long before the period ends, and
//     [DeathFindings] of deaths that their own dates contradict.
package dates
