// Package collate takes the proformas of a draw back and says what they show.
//
//  1. Every row of every file is placed: by its hidden mark, or, where that is
//     gone, by its reference and question. A row that cannot be placed, or whose
//     mark and words disagree, is kept as typed and not counted.
//  2. Each answer is read to one of its question's answers. What cannot be read
//     is kept as typed; what is given twice and differs is not counted until it
//     is mended. Every such thing is a fault with its place and who must mend it.
//  3. What is missing is told: readers, cases, questions. Partial returns count
//     as far as they go.
//  4. Two readers of a case are settled: they agree, or somebody has
//     adjudicated, or the first reader's answer stands for the time being.
//  5. From the settled answers come estimates for the frame, the readers'
//     agreement, how the tool's own findings stand against the readers, and
//     decisions for each case.
//
// Results hold totals only and can go into a submission. The rest names cases.
package collate
