package report

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/measure"
	"siequity/incidents/export"
)

// history reads the earlier submissions that a project names, for trends. Of several
// returns of one trust and quarter the last counts, as in a merge. The counts of
// trusts that this audit is not about are left out; what else makes the quarters
// unlike is told, and so are submissions that other packs judged: a measure whose
// definition has changed shows a change that is none. The book is nil where no submission is named or none is of these
// trusts.
func history(paths []string, now *measure.Book, packs []PackUsed) (*measure.Book, []finding.Finding, error) {
	if len(paths) == 0 {
		return nil, nil, nil
	}
	var all []Submission
	var told []finding.Finding
	judged := rulesOf(Return{Packs: packs})
	for _, path := range paths {
		s, err := readHistory(path)
		if err != nil {
			return nil, nil, export.Fault{ID: "history/unreadable", File: filepath.Base(path), What: "this earlier submission cannot be read: " + SystemWords(plain(err)), Hint: "check --history, or history: in siequity.yaml"}
		}
		all = append(all, s)
		if slices.ContainsFunc(s.Returns, func(r Return) bool { return rulesOf(r) != judged }) {
			told = append(told, finding.Finding{ID: "history/rules", File: filepath.Base(path), What: "this earlier submission was judged by other rules or other versions of them; where a definition has changed since, its trend compares two different things",
				Hint: "audit that period again with this version, and name the new submission under history"})
		}
	}
	s := Merge(all...)
	past, findings := ofThese(s.Book(), now)
	return past, append(append(told, s.replacements()...), findings...), nil
}

// ofThese keeps the counts of the trusts that an audit is about, and tells where the
// earlier quarters are of other trusts or sources.
func ofThese(past, now *measure.Book) (*measure.Book, []finding.Finding) {
	var out []finding.Finding
	tell := func(id, what, hint string, names []string) {
		if len(names) > 0 {
			out = append(out, finding.Finding{ID: id, What: fmt.Sprintf(what, strings.Join(names, ", ")), Hint: hint})
		}
	}
	trusts, before := trustsOf(now), trustsOf(past)
	tell("history/other-organisation", "the submissions under history hold counts of %s, which this audit has no records of; these are left out", "name this trust's own earlier submissions under history, or give its other name under organisations", without(before, trusts))
	kept := past.Of(trusts)
	if len(without(trusts, before)) < len(trusts) {
		tell("history/organisation-missing", "the submissions under history hold nothing of %s, so earlier quarters count fewer trusts than this one", "name the submissions of every trust under history", without(trusts, before))
		tell("history/other-source", "earlier quarters hold records of %s, and this audit does not: compare them with care", "give the same kinds of export each quarter", without(kept.Sources(), now.Sources()))
		tell("history/source-missing", "this audit holds records of %s, and earlier quarters do not: compare them with care", "give the same kinds of export each quarter", without(now.Sources(), kept.Sources()))
	}
	if len(kept.Tallies()) == 0 {
		return nil, out
	}
	return kept, out
}

// trustsOf lists the trusts that a book has tallies of records of.
func trustsOf(b *measure.Book) []string {
	var out []string
	for _, e := range b.Tallies() {
		if e.Source != "" && e.Organisation != "" && !slices.Contains(out, e.Organisation) {
			out = append(out, e.Organisation)
		}
	}
	slices.Sort(out)
	return out
}

// without lists the names of a that b lacks.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func readHistory(path string) (Submission, error) {
	f, err := os.Open(path)
	if err != nil {
		return Submission{}, err
	}
	defer f.Close()
	return ReadSubmission(f)
}
