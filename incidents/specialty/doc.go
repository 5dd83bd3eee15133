// Package specialty reads which kind of care the text of a cell names: maternity and
// neonatal care, another specialty, or neither.
//
// Only words that are known count, on either side. The lists are in words, one entry a
// line with the reason for odd ones, and siequity.yaml adds to them. A word on no list
// says nothing, so that another column decides, or a person.
//
// Spelling is folded before anything is compared (hyphens, apostrophes, "ante natal",
// one slip in a long word), and words that take the meaning away are heeded:
// "maternity leave" and "non-obstetric ultrasound" are no maternity care.
package specialty
