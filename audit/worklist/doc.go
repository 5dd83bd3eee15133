// Package worklist owns worklist.xlsx: every record to mend, what is wrong with
// it, where and why, how to mend it, and what people decided about it.
//
//  1. [Write] takes the items one by one and holds them packed, a few hundred
//     bytes each, so that it can sort them by what matters.
//  2. It lays them out: a sheet to start from, one of all items, and one for
//     each team if there are several. No list is cut short and no text either:
//     what a cell cannot hold goes on on a sheet of its own.
//  3. People sort, filter, fill in the yellow columns and save.
//  4. [Read] gives their decisions by key and organisation, as two trusts may use
//     one number, from whichever sheet they wrote them on, and reports where two
//     sheets say different things. The next run hands them to Write again. A file
//     whose entries cannot all be told apart, as a heading was renamed, is refused:
//     a new list would destroy what people typed.
//
// The package knows nothing of rules or records; a key and finished texts are
// all it needs, and of the project only the reader of exported files. The workbook
// holds single records and stays in the trust.
package worklist
