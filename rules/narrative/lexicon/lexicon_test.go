package lexicon_test

import (
	"os"
	"path/filepath"
	"testing"

	"siequity/rules/narrative/lexicon"
)

// builtin returns the built-in documents in the order of their names.
func builtin(t testing.TB) []lexicon.Document {
	t.Helper()
	files, err := filepath.Glob("../terms/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no built-in terms: %v", err)
	}
	var docs []lexicon.Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, lexicon.Document{Name: filepath.Base(f), Text: b})
	}
	return docs
}

func TestBuiltinTermsProveThemselves(t *testing.T) {
	lx, err := lexicon.Load(builtin(t)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lx.Prove() {
		t.Error(f)
	}
}
