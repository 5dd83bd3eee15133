package audit

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"

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
	if failures := ownFaults(lx, files); len(failures) > 0 {
		return nil, &BadTerms{errors.Join(failures...)}
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
	proof := TermProof{Failures: ownFaults(lx, files)}
	for _, file := range files {
		terms, phrases := lx.Count(filepath.Base(file))
		proof.Terms, proof.Phrases = proof.Terms+terms, proof.Phrases+phrases
	}
	return proof, nil
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

// ownFaults returns the proofs that failed in some files.
func ownFaults(lx *narrative.Lexicon, files []string) []error {
	var out []error
	for _, fault := range lx.Prove() {
		if slices.ContainsFunc(files, func(f string) bool { return strings.HasPrefix(fault.Error(), filepath.Base(f)+":") }) {
			out = append(out, fault)
		}
	}
	return out
}
