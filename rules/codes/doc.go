// Package codes says what a raw value of an export means: ethnic category, harm, language, interpreter, answers,
// deprivation values, postcodes and identifiers, clinical themes, learning responses. It imports nothing of ours but
// its own rooms, and knows neither files nor records.
//
// Every reading is pure and explains itself: the value as given, what it was read as, a status, and why. Callers with
// long columns cache a reading by its raw string. Nothing is guessed: wording that no rule knows is unmapped or
// invalid, never the harmless value, and a suggestion is for a person to confirm.
//
// The ethnic category has a room of its own, codes/ethnicity, with this package as its door; codes/wording folds what
// people type.
package codes
