// Package release decides which counts of a pack go out and in what words.
//
//  1. [Facts] are all that pages are made of: the book of counts, the rule set,
//     and what one must know to read them. An audit and a merge of submissions
//     both come down to them.
//  2. Every count split by a personal characteristic stands in a [Table]. All
//     tables, with the sums an outsider can form between them, go through
//     disclosure control together; [New] gives the outcome. How many cases have no
//     ethnic group is a measure of recording and exact; how few of them spread over
//     a table is not printed.
//  3. A [Release] answers for each cell what is shown there and for each figure
//     whether it may be worked out. Measures of a whole trust's process are no
//     part of this and stay exact.
//  4. Cells are worded here, so that one number looks the same on every page.
package release
