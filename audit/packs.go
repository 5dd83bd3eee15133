package audit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"siequity/audit/fieldbook"
	"siequity/audit/intake"
	"siequity/audit/reading"
	"siequity/incidents"
	"siequity/rules"
	"siequity/rules/codes"
)

// ReadRules loads the built-in packs and the user's own, against the fields that
// the sources have, without proving them. The error holds every fault.
func ReadRules(files []string) (*rules.Set, error) {
	own, err := readDocuments(files)
	if err != nil {
		return nil, err
	}
	c, err := Catalogue()
	if err != nil {
		return nil, err
	}
	return rules.Load(c, append(rules.Builtin(), own...)...)
}

// LoadRules reads the packs and proves them: the built-in ones are proved by the
// tests, a pack of the user's own before it judges anybody.
func LoadRules(files []string) (*rules.Set, error) {
	set, err := ReadRules(files)
	if err != nil || len(files) == 0 {
		return set, err
	}
	if failures := set.Prove(); len(failures) > 0 {
		return nil, &Unproved{failures}
	}
	return set, nil
}

// Unproved is returned for a pack whose rules do not come out on their own
// examples as their author says.
type Unproved struct{ Failures []rules.Failure }

// Error lists the examples that failed.
func (e *Unproved) Error() string {
	s := "a rule does not come out on its own examples as the pack says:"
	for _, f := range e.Failures {
		s += "\n  " + f.String()
	}
	return s
}

// Remedy says what to do.
func (e *Unproved) Remedy() string {
	return "correct the rule or the example; `siequity rules test FILE` shows the same"
}

// An UnreadPack is a file of rules or terms of the user's own that is not there or
// cannot be opened.
type UnreadPack struct {
	Name string
	Err  error
}

// Error says which file, and why.
func (e *UnreadPack) Error() string {
	if errors.Is(e.Err, fs.ErrNotExist) {
		return e.Name + ": there is no such file of rules or terms"
	}
	return e.Name + ": this file of rules or terms cannot be read"
}

// Unwrap gives the error of the file system.
func (e *UnreadPack) Unwrap() error { return e.Err }

// Remedy says what to do.
func (e *UnreadPack) Remedy() string {
	return "check the folder and the spelling, in --rules, or in rules: and terms: of siequity.yaml"
}

// BadTerms are terms of the user's own that cannot be used.
type BadTerms struct{ Err error }

// Error lists what is wrong with them.
func (e *BadTerms) Error() string { return e.Err.Error() }

// Unwrap gives the faults.
func (e *BadTerms) Unwrap() error { return e.Err }

// Remedy says what to do.
func (e *BadTerms) Remedy() string { return "correct the file of terms and run again" }

// Catalogue lists the fields that rules may name.
func Catalogue() (*rules.Catalogue, error) {
	r := incidents.NewReader(intake.Tables())
	none, _ := codes.NewThemes(nil)
	book, err := fieldbook.New(r.Catalogue, r.Tables(), reading.New(r, codes.Options{}, codes.SchemeUnknown, none, nil), nil)
	if err != nil {
		return nil, err
	}
	return book.Catalogue, nil
}

func readDocuments(files []string) ([]rules.Document, error) {
	var docs []rules.Document
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, &UnreadPack{filepath.Base(f), err}
		}
		docs = append(docs, rules.Document{Name: filepath.Base(f), Text: string(text)})
	}
	return docs, nil
}
