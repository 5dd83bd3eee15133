package audit

import (
	"fmt"
	"os"
	"path/filepath"

	"siequity/incidents"
	"siequity/rules"
	"siequity/rules/codes"
)

// LoadRules loads the built-in packs and the user's own, against the fields that
// the sources have. The error holds every fault.
func LoadRules(files []string) (*rules.Set, error) {
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

// Catalogue lists the fields that rules may name.
func Catalogue() (*rules.Catalogue, error) {
	r := incidents.NewReader(Tables())
	none, _ := codes.NewThemes(nil)
	book, err := newFieldbook(r.Catalogue, r.Tables(), newReadings(r, codes.Options{}, codes.SchemeUnknown, none, nil))
	if err != nil {
		return nil, err
	}
	return book.catalogue, nil
}

func readDocuments(files []string) ([]rules.Document, error) {
	var docs []rules.Document
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %w", filepath.Base(f), err)
		}
		docs = append(docs, rules.Document{Name: filepath.Base(f), Text: string(text)})
	}
	return docs, nil
}
