// Package texts owns the texts of a run: where they lie, and the numbers by which
// records hold them. A million records have a few thousand different short texts and
// a million different references, so the two are kept in two ways.
//
//   - [Distinct] keeps each short text once. Each worker asks it through a [Cache] of
//     its own, which knows a [Short] text again without a look-up.
//   - [References] appends each reference to a block and never looks one up. Each
//     worker fills a [Block] of its own.
//
// What a text means is not known here.
package texts
