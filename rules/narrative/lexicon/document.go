package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Document is one YAML file of terms. Name appears in fault messages.
type Document struct {
	Name string
	Text []byte
}

// A Kind says what an entry does. Terms are the cues of a dimension; the rest
// are modifiers, which matter only beside a cue.
type Kind string

// The kinds of term, from the one that settles most to the one that settles least.
const (
	Homograph Kind = "homograph" // the word in another sense; hides the cue altogether
	Unrelated Kind = "unrelated" // the dimension's own word in an unrelated sense: mentioned
	Status    Kind = "status"    // a need or identity stated, not examined
	Fact      Kind = "fact"      // says by itself how care went
	Practice  Kind = "practice"  // a custom, belief or means of talking; considered when care turned on it
	Topic     Kind = "topic"     // names the dimension
	Identity  Kind = "identity"  // names a group
)

// An Entry is one term or modifier: its patterns and their proof.
type Entry struct {
	ID        string
	Kind      Kind
	Dimension string   // culture, ethnicity or language; empty for modifiers and homographs
	Match     []string // the patterns as written
	Find      []string // phrases it must find
	Miss      []string // near misses it must not find
	Where     string   // file:line
}

// Term reports whether the entry is a cue rather than a modifier.
func (e *Entry) Term() bool { return e.Kind.rank() > 0 }

// document is the YAML form of a Document.
type document struct {
	Classes yaml.Node `yaml:"classes"`
	Common  wordList  `yaml:"common"`   // words that make poor anchors
	Often   wordList  `yaml:"frequent"` // words that make the worst
	Entries []entry   `yaml:"terms"`
}

type entry struct {
	ID        string   `yaml:"id"`
	Kind      string   `yaml:"kind"`
	Dimension string   `yaml:"dimension"`
	Match     wordList `yaml:"match"`
	Find      wordList `yaml:"find"`
	Miss      wordList `yaml:"miss"`
	line      int
}

// wordList refuses elements that YAML reads as anything but text: an unquoted
// "no" or "010" would otherwise be changed or dropped without a word.
type wordList []string

func (w *wordList) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.SequenceNode {
		return fmt.Errorf("line %d: want a list in square brackets or with dashes", n.Line)
	}
	var faults []error
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode || c.Tag != "!!str" {
			faults = append(faults, fmt.Errorf("line %d: %q is read as %s, not text; put it in quotes", c.Line, c.Value, c.Tag))
			continue
		}
		*w = append(*w, c.Value)
	}
	return errors.Join(faults...)
}

// parse reads one document. Its faults name the file.
func parse(d Document) (*document, error) {
	var doc document
	dec := yaml.NewDecoder(bytes.NewReader(d.Text))
	dec.KnownFields(true)
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s: %w", d.Name, err)
	}
	var lines struct {
		Entries []yaml.Node `yaml:"terms"`
	}
	if err := yaml.Unmarshal(d.Text, &lines); err == nil {
		for i := range min(len(lines.Entries), len(doc.Entries)) {
			doc.Entries[i].line = lines.Entries[i].Line
		}
	}
	return &doc, nil
}

// classesOf reads the classes in the order written: name to words.
func classesOf(d Document, doc *document) (map[string][]string, error) {
	out := map[string][]string{}
	for i := 0; i+1 < len(doc.Classes.Content); i += 2 {
		key, val := doc.Classes.Content[i], doc.Classes.Content[i+1]
		var words wordList
		if err := val.Decode(&words); err != nil {
			return nil, fmt.Errorf("%s: class %q: %w", d.Name, key.Value, err)
		}
		out[key.Value] = words
	}
	return out, nil
}

// validate names what an entry lacks.
func (e *Entry) validate() error {
	var faults []error
	say := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("%s: term %q: %s", e.Where, e.ID, fmt.Sprintf(format, args...)))
	}
	if e.ID == "" {
		say("id is missing\n  hint: a short stable name such as local/link-worker")
	}
	if !e.Term() && !e.Kind.modifier() {
		say("kind %q is not known\n  hint: topic, fact, practice, status, identity, unrelated or homograph", e.Kind)
	}
	dim := e.Dimension == "culture" || e.Dimension == "ethnicity" || e.Dimension == "language"
	if needs := e.Term() && e.Kind != Homograph; needs && !dim {
		say("dimension %q is not one of culture, ethnicity, language", e.Dimension)
	}
	if len(e.Match) == 0 {
		say("match lists no pattern")
	}
	if len(e.Find) == 0 || len(e.Miss) == 0 {
		say("needs find (a phrase it must find) and miss (a near miss it must not)")
	}
	return errors.Join(faults...)
}

// entries turns the YAML form into entries; with a file name and line each.
func (doc *document) entries(name string) []*Entry {
	out := make([]*Entry, 0, len(doc.Entries))
	for _, y := range doc.Entries {
		out = append(out, &Entry{
			ID: y.ID, Kind: Kind(strings.TrimSpace(y.Kind)), Dimension: y.Dimension,
			Match: y.Match, Find: y.Find, Miss: y.Miss, Where: fmt.Sprintf("%s:%d", name, y.line),
		})
	}
	return out
}
