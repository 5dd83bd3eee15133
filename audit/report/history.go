package report

import (
	"os"
	"path/filepath"

	"siequity/audit/measure"
	"siequity/incidents/export"
)

// history reads the earlier submissions that a project names, for trends. Of
// several returns of one trust and quarter the last counts, as in a merge. It is
// nil where none are named.
func history(paths []string) (*measure.Book, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	var all []Submission
	for _, path := range paths {
		s, err := readHistory(path)
		if err != nil {
			return nil, export.Fault{ID: "history/unreadable", File: filepath.Base(path), What: "this earlier submission cannot be read: " + SystemWords(plain(err)), Hint: "check --history, or history: in siequity.yaml"}
		}
		all = append(all, s)
	}
	return Merge(all...).Book(), nil
}

func readHistory(path string) (Submission, error) {
	f, err := os.Open(path)
	if err != nil {
		return Submission{}, err
	}
	defer f.Close()
	return ReadSubmission(f)
}
