// Package check owns what can be asked of one record: the few kinds of check
// that the many rules are made of.
//
//  1. A [Record] gives a [Value] for each field of a [Catalogue], by index.
//  2. A kind ([Kinds]: present, code, considered, within ...) reads its own
//     keys from a rule and becomes a [Check]; a misspelt field or an impossible
//     setting is a fault of the pack, found before any record is read.
//  3. A [Condition], a rule's `when`, says whether the check is meant for the
//     record at all.
//  4. [Check.Test] gives an [Outcome]: one of four verdicts and the reason.
//
// A check keeps no state, so all cores may use it at once. Blank, no such
// column and no data yet are three different things and stay so: a trust that
// left a box empty has something to mend, a trust whose form lacks the box has
// something else to mend, and nobody has failed at what nobody has sent.
package check
