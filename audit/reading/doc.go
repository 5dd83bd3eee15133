// Package reading owns what the texts of a record mean, read once for each distinct
// text: a million cells of a column hold a few hundred.
//
//  1. [New] takes the wordings that a run goes by: the codes of ethnicity, the themes.
//  2. [Readings.Classify] gives each record its ethnicity, language, harm and themes.
//     Columns and persons that differ are a conflict, and nothing is picked silently. A
//     conflict within one broad group keeps the group, here and in the tables of cases.
//  3. [Readings.Consider] settles what each record shows of culture, ethnicity and
//     language: a structured answer first, then what was heard in the text.
//  4. The others are asked for when they are needed: answers, numbers, the framework,
//     the learning response, the records that a reference names.
package reading
