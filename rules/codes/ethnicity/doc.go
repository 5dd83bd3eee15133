// Package ethnicity reads an ethnic category as NHS systems write it. It owns the 2001 national codes, the other
// code lists that must not be mistaken for them, and a small grammar of the labels.
//
// A value is read in this order; the first step that can say something decides:
//
//  1. blank: missing
//  2. a label that the user has mapped to a code
//  3. a code standing alone: national, national with a local second character, LFPSE (only in a column known to be
//     LFPSE's), or a code of another scheme, refused by name
//  4. a code beside a label ("A - White British", "White British (A)"): the two must agree
//  5. a non-answer: not stated (Z) needs evidence that the person was asked, anything else is not known (99)
//  6. the grammar: each word is a heading (White, Mixed, Asian, Black, Other), a people, or filler; headings and
//     peoples together give one category, or an ambiguous reading that keeps its group where that is certain, or none
//
// A list of alternatives ("White or Asian"), two values in one cell, a value in doubt and a label cut off where it could
// have gone on in several ways are ambiguous, whatever is left of them. Two values are looked for at every mark: those
// that part a list, those that set a part off from its heading, and the plain space between two whole labels. A letter
// that "and" joins to a label is not its code, the total of a category is not the category, and the W of "W African" is
// White or West. What a label leaves out ("excluding Chinese") is not what it names.
//
// Matching is of whole labels. Nationality, language and religion are not ethnicity: standing alone they are
// invalid, with a suggestion for a person to confirm, never applied.
//
// How good: all 623 labels of the public file agree. Sets by writers who had not seen this package, each read before
// anything was mended on it: 297 of 298, 285 of 292, 398 of 400 and 346 of 350 labels that judge as the public file does,
// none wrongly valid; 284 of 299 written without it, from the policy alone, with one language wrongly valid. Sets written
// earlier and more freely agreed to 91 to 97%.
//
// Two labels of different categories, taken at random from some 800 spellings and put together, come out valid in 2% where
// a space parts them, in 1% where a comma or a slash does, in 0.4% with "and", which may also make a mixed category
// (not counted), and in none of 18,000 with a semicolon.
//
// The road not taken is a list of known labels: systems write the same category in hundreds of ways, and a list
// fails silently on the next one. Words are few, and their order and punctuation carry little meaning.
package ethnicity
