package audit

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"

	"siequity/rules/narrative"
)

// LoadTerms loads the terms of consideration, with the user's own files, and proves
// these: a term of one's own must find its phrases and none of its near misses before it
// reads anybody's report. The built-in ones are proved by the tests.
func LoadTerms(files []string) (*narrative.Lexicon, error) {
	lx, err := readTerms(files)
	if err != nil || len(files) == 0 {
		return lx, err
	}
	if proof := proofOf(lx, files); len(proof.Failures) > 0 {
		return nil, &BadTerms{errors.Join(proof.Failures...)}
	}
	return lx, nil
}

// A TermProof is how the terms of the user's own came out on their phrases.
type TermProof struct {
	Terms, Phrases int
	Failures       []error // each with its file and line
}

// ProveTerms reads files of terms and proves what stands in them.
func ProveTerms(files []string) (TermProof, error) {
	lx, err := readTerms(files)
	if err != nil {
		return TermProof{}, err
	}
	return proofOf(lx, files), nil
}

// proofOf proves files, each of which is called by its name in the lexicon.
func proofOf(lx *narrative.Lexicon, files []string) TermProof {
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	slices.Sort(names)
	var out TermProof
	for _, name := range slices.Compact(names) {
		terms, phrases, failures := lx.ProveDocument(name)
		out.Terms, out.Phrases, out.Failures = out.Terms+terms, out.Phrases+phrases, append(out.Failures, failures...)
	}
	return out
}

// PartTerms parts files of terms from packs of rules by what stands in them.
func PartTerms(files []string) (packs, terms []string, err error) {
	docs, err := readDocuments(files)
	if err != nil {
		return nil, nil, err
	}
	for i, d := range docs {
		if holdsTerms([]byte(d.Text)) {
			terms = append(terms, files[i])
		} else {
			packs = append(packs, files[i])
		}
	}
	return packs, terms, nil
}

// holdsTerms reports whether a file has the key that only files of terms have.
func holdsTerms(text []byte) bool {
	return slices.ContainsFunc(bytes.Split(text, []byte("\n")), func(line []byte) bool { return bytes.HasPrefix(line, []byte("terms:")) })
}

func readTerms(files []string) (*narrative.Lexicon, error) {
	docs, err := readDocuments(files)
	if err != nil {
		return nil, err
	}
	var local []narrative.Document
	for _, d := range docs {
		local = append(local, narrative.Document{Name: d.Name, Text: []byte(d.Text)})
	}
	lx, err := narrative.Load(local...)
	if err != nil {
		return nil, &BadTerms{err}
	}
	return lx, nil
}
