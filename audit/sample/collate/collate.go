package collate

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"
)

// File is a return to read.
type File struct {
	Name string
	Data io.Reader
}

// Options change how returns are collated.
type Options struct {
	// LeastGroup is the least number of cases read for which a group or a
	// stratum gets an estimate of its own; 10 when 0.
	LeastGroup int
}

// Collation is what came back of a draw.
type Collation struct {
	Results       Results          `json:"results"`
	Faults        []proforma.Fault `json:"faults"`
	Kept          []Kept           `json:"kept"`
	Answers       []Answer         `json:"answers"`
	Disagreements []Disagreement   `json:"disagreements"`
	decisions     []decision
}

// Kept is something typed that could not be counted, as it was typed. Text may
// name people: mask it before it is written anywhere.
type Kept struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Text   string `json:"-"`
	Masked bool   `json:"masked"` // false: the caller masks
}

// Answer is one reader's answer to one question of one case.
type Answer struct {
	Case     int    `json:"case"`
	ID       string `json:"id"`
	Question string `json:"question"`
	Reader   string `json:"reader"`
	Code     string `json:"code"`
	File     string `json:"file"`
	Sheet    string `json:"sheet"`
	Row      int    `json:"row"`
	Referred bool   `json:"evidence"` // the reader gave a page or paragraph
	// Typed, Evidence and Note are as typed, and may name people.
	Typed    string `json:"-"`
	Evidence string `json:"-"`
	Note     string `json:"-"`
}

// slot is where an answer belongs. Reader -1 adjudicates.
type slot struct{ reader, number, question int }

// typed is a placed row.
type typed struct {
	slot
	file string
	row  proforma.Row
	code string
}

// collator gathers while files are read.
type collator struct {
	s      sample.Sample
	p      question.Pack
	k      proforma.Marker
	o      Options
	out    Collation
	placed []typed
	seen   map[slot][]typed // rows there are for a slot, answered or not
	heard  map[slot]typed   // the answer that counts
	lost   map[slot]bool    // by reader and case: the report could not be found
	modes  []proforma.Mode
}

// Collate reads the returns of a draw. Nothing that people do to a return is an
// error: it is a fault in the Collation. The error is of the draw itself.
func Collate(s sample.Sample, p question.Pack, files []File, o Options) (Collation, error) {
	if len(s.Cases) == 0 || len(p.Questions) == 0 {
		return Collation{}, sample.Fault{What: "there is nothing to collate: the draw has no cases or the pack no questions", Hint: "give the draw's file and the questions it was sent out with"}
	}
	if o.LeastGroup == 0 {
		o.LeastGroup = 10
	}
	c := &collator{s: s, p: p, k: proforma.NewMarker(s), o: o, seen: map[slot][]typed{}, heard: map[slot]typed{}, lost: map[slot]bool{}}
	if err := c.readAll(files); err != nil {
		return Collation{}, err
	}
	c.answer()
	c.contradictions()
	c.missing()
	c.reportsLost()
	settled := c.settle()
	c.results(settled)
	c.sortFaults()
	return c.out, nil
}

// readAll reads and places every file; a file given twice is read once.
func (c *collator) readAll(files []File) error {
	before := map[[32]byte]string{}
	for _, f := range files {
		data, err := io.ReadAll(f.Data)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		sum := sha256.Sum256(data)
		if first, twice := before[sum]; twice {
			c.fault(proforma.Fault{Severity: proforma.ToCheck, File: f.Name, What: "is the same file as " + first + "; it was read once"})
			continue
		}
		before[sum] = f.Name
		back := proforma.Read(f.Name, bytes.NewReader(data), c.p)
		c.out.Faults = append(c.out.Faults, back.Faults...)
		c.identity(back)
		c.place(back)
	}
	return nil
}

// fault notes a fault, by the number that its question has in the proforma.
func (c *collator) fault(f proforma.Fault) {
	f.Number = 1 + slices.IndexFunc(c.p.Questions, func(q question.Question) bool { return q.ID == f.Question })
	c.out.Faults = append(c.out.Faults, f)
}

// identity says when a file belongs to another draw or other questions.
func (c *collator) identity(back proforma.Returned) {
	id := back.Identity
	if id == nil {
		return
	}
	f := proforma.Fault{Severity: proforma.ToMend, File: back.File, Who: lead}
	switch {
	case id.Draw != c.s.Design.ID:
		f.What = fmt.Sprintf("belongs to draw %s, not to %s", id.Draw, c.s.Design.ID)
		f.Hint = "collate it with the file of its own draw"
	case id.FrameHash != c.s.FrameHash:
		f.What = "belongs to an earlier making of this draw, from another frame"
		f.Hint = "collate it with the file of the draw that it was sent out with"
	case id.PackSHA256 != c.p.SHA256:
		f.What = "was made with other questions than those given"
		f.Hint = fmt.Sprintf("give the questions %s, version %s, as they were when the proforma was made", id.Pack, id.PackVersion)
	case !c.k.Genuine(*id):
		f.What = "its hidden sheet was changed"
		f.Hint = "compare it with the proforma that was sent out; its answers were read by their marks"
	default:
		c.modes = append(c.modes, id.Mode)
		return
	}
	c.fault(f)
}

// lead is who mends what no reader can.
const lead = "the audit lead"
