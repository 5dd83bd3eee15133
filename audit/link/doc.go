// Package link decides which records of several systems tell of the same event,
// and says why. It knows nothing of files or fields: a caller gives it compact
// Records and gets back a case for each, with the links that made it.
//
// Evidence is weighed in three steps, each able to join only what the step before
// left apart:
//
//  1. References. A record that names the reference of another system tells of the
//     same event, however loosely the reference was typed. Organisation and dates
//     must not contradict it; a reference that many records name, or a record that
//     names many references, proves nothing and becomes a candidate.
//  2. Persons. The same NHS number, or the same hospital number in the same
//     organisation, with dates within a window, nearest dates first. Two records of
//     one system are never joined in this step: a woman may have two incidents in a
//     week. Where two records are equally near, neither is chosen.
//  3. Circumstances. The same organisation and day with the same mother's date of
//     birth or the same traits makes a candidate, never a link.
//
// Organisations. DATIX numbers and hospital numbers are dealt out by each trust and
// count within it. Systems that name no organisation alike are taken to use different
// names for the same ones, and then dates decide instead.
//
// Candidates are for a person to confirm. A link and a candidate carry a reason in
// words without any reference, number or date in it.
//
// Twins. A case is one event, and a birth is one event, whether one baby died or
// two. Twins' reviews, 91234/1 and 91234/2 or 91234A and 91234B, stay two records, each
// with its own clocks and its own place in the measures of reviews, and make one case,
// so that a mother's incident is not counted once for each baby. Two events of one
// woman stay two cases, also of twins: where each review belongs to an incident of its
// own, days apart, they are a candidate.
//
// The result does not depend on timing: pairs are sorted before they are weighed,
// and cases are numbered by their first record.
package link
