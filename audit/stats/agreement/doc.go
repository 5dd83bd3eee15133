// Package agreement measures how far two reviewers of the same cases agree:
// raw agreement, Cohen's kappa and Gwet's AC1 and AC2. Kappa collapses when
// nearly all cases fall in one category; AC1 does not: show all of them with
// the table.
package agreement
