package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"siequity/audit"
	"siequity/audit/measure"
)

// SubmissionFormat is the version of submission.json. Merging refuses another.
const SubmissionFormat = 1

// A Submission holds the counts of one audit and what one must know to add them
// to others: no record and no free text. Its counts are exact, so it is marked
// OFFICIAL-SENSITIVE; disclosure control comes when a pack is made of it.
type Submission struct {
	Format        int                  `json:"format"`
	Marking       string               `json:"marking"`
	Version       string               `json:"version"`
	Organisations []string             `json:"organisations"`
	System        string               `json:"system,omitempty"`
	Period        string               `json:"period"`
	Periods       []string             `json:"periods"`
	AsOf          string               `json:"as_of"`
	Vintage       int                  `json:"imd_vintage"`
	Grouping      string               `json:"ethnicity_grouping"`
	Sources       []string             `json:"sources"`
	Packs         []PackUsed           `json:"packs"`
	Inputs        []string             `json:"input_sha256"` // tells a file that two trusts both submitted
	Tallies       []measure.TallyEntry `json:"tallies"`
	Cells         []measure.CellEntry  `json:"cells"`
}

// A PackUsed names a rule pack, its version and the hash of its text.
type PackUsed struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

// NewSubmission makes the submission of a result.
func NewSubmission(r *audit.Result) Submission {
	s := Submission{Format: SubmissionFormat, Marking: Marking, Version: r.Config.Version, Organisations: r.Organisations, System: r.Config.Project.System,
		Period: r.Config.Period.Name, Periods: r.Book.Periods(), AsOf: r.AsOf.String(), Vintage: r.Vintage, Grouping: r.Options.Describe(),
		Sources: r.Book.Sources(), Packs: packsUsed(r), Tallies: r.Book.Tallies(), Cells: r.Book.Cells()}
	for _, in := range r.Inputs {
		s.Inputs = append(s.Inputs, in.SHA256)
	}
	slices.Sort(s.Inputs)
	return s
}

func packsUsed(r *audit.Result) []PackUsed {
	out := []PackUsed{}
	for _, p := range r.Set.Packs {
		out = append(out, PackUsed{p.Name, p.Version, p.SHA256})
	}
	return out
}

// Marking is the protective marking of everything that holds exact small numbers
// or single records.
const Marking = "OFFICIAL-SENSITIVE"

// Write writes the submission as JSON.
func (s Submission) Write(w io.Writer) error { return writeJSON(w, s) }

// ReadSubmission reads what Write wrote.
func ReadSubmission(r io.Reader) (Submission, error) {
	var s Submission
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return s, fmt.Errorf("this is not a submission of siequity: %w", err)
	}
	if s.Format != SubmissionFormat {
		return s, fmt.Errorf("the submission has format %d and this version reads %d; make it again with the same version of siequity", s.Format, SubmissionFormat)
	}
	return s, nil
}

// Book gives the counts back.
func (s Submission) Book() *measure.Book {
	b := measure.NewBook()
	for _, e := range s.Tallies {
		b.Tally(e.TallyKey, e.Tally)
	}
	for _, e := range s.Cells {
		b.Count(e.CellKey, e.Count)
	}
	return b
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
