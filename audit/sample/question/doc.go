// Package question owns what an audit asks of each case: a pack of questions
// with their answers, read strictly from YAML, and what a typed answer means.
//
//  1. [Builtin] is the pack that comes with the tool; [Load] reads another.
//  2. A [Question] has an id that never changes, its text, guidance and
//     answers. Some answers count as met, some say it does not apply. A
//     question about a dimension says which label each answer gives the record.
//  3. [Question.Read] takes what a person typed to one of the answers, or says
//     that it cannot; it never guesses.
//  4. A [Contradiction] is two answers of a pack that cannot both be right.
package question
