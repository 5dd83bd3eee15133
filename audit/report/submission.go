package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"siequity/audit"
	"siequity/audit/measure"
	"siequity/audit/sample/collate"
)

// SubmissionFormat is the version of submission.json. Merging refuses another.
const SubmissionFormat = 1

// A Submission is a set of returns. A trust's holds one; merging submissions is
// the union of their returns, so it is exact and does not care for order or
// grouping. It holds no record and no free text. Its counts are exact, so it is
// marked OFFICIAL-SENSITIVE; disclosure control comes when a pack is made of it.
type Submission struct {
	Format  int      `json:"format"`
	Marking string   `json:"marking"`
	System  string   `json:"system,omitempty"`
	Returns []Return `json:"returns"`
}

// A Return holds the counts of one audit, and what one must know to add them to
// others.
type Return struct {
	ID            string               `json:"id"` // SHA-256 of all that follows
	Organisations []string             `json:"organisations"`
	Period        string               `json:"period"`
	Periods       []string             `json:"periods"`
	AsOf          string               `json:"as_of"`
	Version       string               `json:"version"`
	Vintage       int                  `json:"imd_vintage"`
	Grouping      string               `json:"ethnicity_grouping"`
	Sources       []string             `json:"sources"`
	Packs         []PackUsed           `json:"packs"`
	Inputs        []string             `json:"input_sha256"` // tells a file that two trusts both submitted
	Tallies       []measure.TallyEntry `json:"tallies"`
	Cells         []measure.CellEntry  `json:"cells"`
	// Samples are what readers of samples found, in totals. Samples of several
	// trusts are shown side by side and never added up: their frames differ.
	Samples []collate.Results `json:"samples,omitempty"`
}

// A PackUsed names a rule pack, its version and the hash of its text.
type PackUsed struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

// Marking is the protective marking of everything that holds exact small numbers
// or single records.
const Marking = "OFFICIAL-SENSITIVE"

// NewSubmission makes the submission of a result.
func NewSubmission(r *audit.Result) Submission {
	ret := Return{Organisations: organisationsIn(r.Book), Period: r.Config.Period.Name, Periods: r.Book.Periods(), AsOf: r.AsOf.String(), Version: r.Config.Version,
		Vintage: r.Vintage, Grouping: r.Options.Describe(), Sources: r.Book.Sources(), Packs: packsUsed(r), Tallies: r.Book.Tallies(), Cells: r.Book.Cells()}
	for _, in := range r.Inputs {
		ret.Inputs = append(ret.Inputs, in.SHA256)
	}
	for _, s := range r.Config.Samples {
		ret.Samples = append(ret.Samples, s.Results)
	}
	slices.Sort(ret.Inputs)
	ret.Inputs = slices.Compact(ret.Inputs) // a file given twice is one
	ret.ID = ret.hash()
	return Submission{Format: SubmissionFormat, Marking: Marking, System: r.Config.Project.System, Returns: []Return{ret}}
}

// organisationsIn lists the trusts that have records in the audit. One whose records
// were all left out has made no return.
func organisationsIn(b *measure.Book) []string {
	var out []string
	for _, e := range b.Tallies() {
		if e.Organisation != "" && !slices.Contains(out, e.Organisation) {
			out = append(out, e.Organisation)
		}
	}
	slices.Sort(out)
	return out
}

func packsUsed(r *audit.Result) []PackUsed {
	out := []PackUsed{}
	for _, p := range r.Set.Packs {
		out = append(out, PackUsed{p.Name, p.Version, p.SHA256})
	}
	return out
}

// hash names a return by what it holds.
func (r Return) hash() string {
	r.ID = ""
	text, err := json.Marshal(r)
	if err != nil {
		return "" // numbers and texts always encode
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Write writes the submission as JSON.
func (s Submission) Write(w io.Writer) error { return writeJSON(w, s) }

// ReadSubmission reads what Write wrote, and refuses counts that were changed by
// hand.
func ReadSubmission(r io.Reader) (Submission, error) {
	var s Submission
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return s, errors.New("this is not a submission that siequity wrote, or it was cut short")
	}
	if s.Format != SubmissionFormat {
		return s, fmt.Errorf("the submission has format %d and this version reads %d; make it again with the same version of siequity", s.Format, SubmissionFormat)
	}
	for _, ret := range s.Returns {
		if ret.hash() != ret.ID {
			return s, fmt.Errorf("the return of %s was changed after it was written; ask the trust for it again", strings.Join(ret.Organisations, ", "))
		}
	}
	return s, nil
}

// Merge is the union of submissions. It keeps returns that a later one replaces:
// which of them count is decided when a pack is made, from the whole set, so that
// it cannot matter in which order submissions arrived.
func Merge(submissions ...Submission) Submission {
	out := Submission{Format: SubmissionFormat, Marking: Marking}
	for _, s := range submissions {
		out.System = cmp.Or(out.System, s.System)
		if s.System > out.System {
			out.System = s.System
		}
		out.Returns = append(out.Returns, s.Returns...)
	}
	slices.SortFunc(out.Returns, func(a, b Return) int { return cmp.Compare(a.ID, b.ID) })
	out.Returns = slices.CompactFunc(out.Returns, func(a, b Return) bool { return a.ID == b.ID })
	return out
}

// Book adds up the returns that count.
func (s Submission) Book() *measure.Book {
	b := measure.NewBook()
	current, _ := s.Current()
	for _, r := range current {
		r.addTo(b)
	}
	return b
}

func (r Return) addTo(b *measure.Book) {
	for _, e := range r.Tallies {
		b.Tally(e.TallyKey, e.Tally)
	}
	for _, e := range r.Cells {
		b.Count(e.CellKey, e.Count)
	}
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
