package narrative

import (
	"embed"
	"fmt"
	"sync"

	"siequity/rules/narrative/lexicon"
)

// A Dimension is what an investigation may consider. It indexes a Reading.
type Dimension int

const (
	Culture Dimension = iota
	Ethnicity
	Language
)

// Dimensions lists the dimensions in the order of a Reading.
func Dimensions() [3]Dimension { return [3]Dimension{Culture, Ethnicity, Language} }

// String returns the dimension's name as outputs write it.
func (d Dimension) String() string { return [...]string{"culture", "ethnicity", "language"}[d] }

// A Label says what a text does with a dimension. Of two labels the greater counts.
type Label int

const (
	Absent        Label = iota // nothing found; not proof of absence
	Mentioned                  // a demographic value, a heading, boilerplate, an unrelated sense
	ExplicitlyNot              // the review says that it did not consider it
	Considered                 // looked at, described as affecting care, or acted on
)

// String returns the label as outputs write it.
func (l Label) String() string {
	return [...]string{"absent", "mentioned", "explicitly_not", "considered"}[l]
}

// A Part is one text field of a record. Its name, such as "lessons" or
// "findings", counts as the heading that its text stands under.
type Part struct {
	Name string
	Text string
}

// Evidence is a passage that a finding rests on.
type Evidence struct {
	Part       int    // index of the part it stands in
	Start, End int    // bytes of that part's text, half open; whole sentences up to about 300 bytes
	Cue        string // the id of the term, such as "language/interpreting-fact"
	Reason     string // the id of the rule or modifier that decided
	Section    string // the section it stands in, or ""
}

// A Finding is what a text shows of one dimension.
type Finding struct {
	Label    Label
	Evidence []Evidence // best first, at most MaxEvidence; empty only for Absent
	Reason   string     // plain words: why this label
	Check    bool       // the reading is uncertain; a person should read the evidence
}

// A Reading is the findings by Dimension.
type Reading [3]Finding

// A Document is a YAML file of terms; Name appears in messages.
type Document = lexicon.Document

// A Lexicon reads texts. It does not change and may be used from many goroutines.
type Lexicon struct {
	terms   *lexicon.Lexicon
	spare   *spare    // nil: every sentence is taken apart
	readers sync.Pool // of *reader, for their buffers
}

//go:embed terms/*.yaml
var builtin embed.FS

// Load compiles the built-in terms followed by the user's documents. The error
// joins every fault of every document, each with its file and line.
func Load(local ...Document) (*Lexicon, error) {
	docs, err := Builtin()
	if err != nil {
		return nil, err
	}
	terms, err := lexicon.Load(append(docs, local...)...)
	if err != nil {
		return nil, fmt.Errorf("terms of the narrative reading: %w", err)
	}
	return &Lexicon{terms: terms, spare: newSpare(terms)}, nil
}

// Builtin returns the built-in documents, in the order of their names.
func Builtin() ([]Document, error) {
	files, err := builtin.ReadDir("terms")
	if err != nil {
		return nil, fmt.Errorf("built-in terms: %w", err)
	}
	docs := make([]Document, 0, len(files))
	for _, f := range files {
		b, err := builtin.ReadFile("terms/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("built-in terms: %w", err)
		}
		docs = append(docs, Document{Name: f.Name(), Text: b})
	}
	return docs, nil
}

// Prove runs the proof that each term carries: the phrases that it must find and
// the near misses that it must not. Nil means that all hold.
func (lx *Lexicon) Prove() []error { return asErrors(lx.terms.Prove()) }

// ProveDocument does the same with the terms of one document, and counts these and
// their phrases.
func (lx *Lexicon) ProveDocument(name string) (terms, phrases int, failures []error) {
	terms, phrases, faults := lx.terms.ProveDocument(name)
	return terms, phrases, asErrors(faults)
}

func asErrors(faults []lexicon.Fault) []error {
	var out []error
	for _, f := range faults {
		out = append(out, f)
	}
	return out
}

// Any reports whether s may speak of a dimension at all. A false answer is certain.
func (lx *Lexicon) Any(s string) bool { return lx.terms.Any(s) }
