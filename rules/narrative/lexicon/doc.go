// Package lexicon holds the words and phrases that a reader of incident reports
// looks for, and finds them.
//
//  1. Load reads YAML documents of classes, terms, modifiers and section
//     headings. Each entry carries phrases that it must find and near misses
//     that it must not; all faults of all documents are reported at once.
//  2. Each phrase pattern becomes a row of steps over words (see Pattern).
//  3. A Scanner asks one screen, which looks each word up once, for the stretches of a
//     text that can hold any term at all. A text without one costs no more.
//  4. Tokens, Tells and Match do the exact work on the sentences that are left:
//     Tells whether it is worth matching, Match where which pattern holds.
//     Signatures of word sets spare trying patterns whose words are not there.
//
// # Patterns
//
// A pattern is words with spaces between them:
//
//	interpreter        the word, with one slip of the keys if it has 7 letters or more
//	interpret*         words that begin so
//	was|were           either
//	<person>           any word of the class "person"
//	not?               may be missing
//	..4                up to four words, within one clause
//	#                  a number, or a word that begins with one
//	, : / ( ) ? [ ]    that sign
//	^  $               the start, the end of the sentence
//
// Case, quotes, hyphens and possessives do not matter: "sister-in-law's" is
// "sister in law", "didn't" and "didnt" are "did not".
package lexicon
