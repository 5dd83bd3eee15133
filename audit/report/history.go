package report

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"siequity/audit/finding"
	"siequity/audit/measure"
)

// history reads the earlier submissions that a project names, for trends. Of
// several returns of one trust and quarter the last counts, as in a merge. It is
// nil where none are named. Submissions that other packs judged are told: a measure
// whose definition has changed shows a change that is none.
func history(paths []string, packs []PackUsed) (*measure.Book, []finding.Finding, error) {
	if len(paths) == 0 {
		return nil, nil, nil
	}
	var all []Submission
	var told []finding.Finding
	now := rulesOf(Return{Packs: packs})
	for _, path := range paths {
		s, err := readHistory(path)
		if err != nil {
			return nil, nil, fmt.Errorf("%s, named under history: %w", filepath.Base(path), plain(err))
		}
		all = append(all, s)
		if slices.ContainsFunc(s.Returns, func(r Return) bool { return rulesOf(r) != now }) {
			told = append(told, finding.Finding{ID: "history/rules", File: filepath.Base(path), What: "this earlier submission was judged by other rules or other versions of them; where a definition has changed since, its trend compares two different things",
				Hint: "audit that period again with this version, and name the new submission under history"})
		}
	}
	return Merge(all...).Book(), told, nil
}

func readHistory(path string) (Submission, error) {
	f, err := os.Open(path)
	if err != nil {
		return Submission{}, err
	}
	defer f.Close()
	return ReadSubmission(f)
}
