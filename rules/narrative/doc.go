// Package narrative reads the free text of an incident report and says, for
// culture, ethnicity and language, what the investigation did with it, with the
// sentence that proves it.
//
//  1. Load compiles the built-in terms (terms/*.yaml) and the user's own.
//  2. Lexicon.Read takes the text fields of one record. A record in which the
//     scanner finds no telling word is absent throughout and costs no more.
//  3. Lines are read first: headings open sections, "Label: value" and ticked
//     boxes are fields. Then sentences, each with its cues and modifiers.
//  4. Each cue is judged by what surrounds it in its clause (see judge.go): who
//     did not consider it, what was excluded, what is policy, what is status.
//  5. A sentence that only says "this was not explored" speaks of the sentence
//     before it; an answer speaks of its question; a later version of the report
//     speaks for the earlier.
//  6. The label of a dimension is the highest found, in the order considered,
//     explicitly not, mentioned, absent; the evidence is the sentence that won.
//
// The method follows ConText (Harkema 2009): cues, modifiers with scope and
// terminators, sections. It is a reading of words, not of minds: no cue found is
// not proof that nothing was considered, and Finding.Check marks what a person
// should read.
package narrative
