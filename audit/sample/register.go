package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"siequity/rules/document"

	"go.yaml.in/yaml/v3"
)

// Register is the file of a year's draws, in the order in which they were made.
// It is text for people; each entry carries a hash of itself and of the entry
// before it, so that a change, a lost draw and a changed order show.
type Register struct {
	Draws []Entry `yaml:"draws"`
}

// Entry is one draw in the register.
type Entry struct {
	ID        string   `yaml:"id"`
	Date      string   `yaml:"date"`
	Seed      string   `yaml:"seed"`
	Tool      string   `yaml:"tool"`
	Frame     int      `yaml:"frame"` // cases drawn from
	FrameHash string   `yaml:"frame_hash"`
	Filter    string   `yaml:"filter"`
	Design    string   `yaml:"design"` // the whole design as compact JSON, without its lists of ids
	Strata    []string `yaml:"strata"` // "harm death: 4 of 4"
	Drawn     []string `yaml:"drawn"`
	Reserve   []string `yaml:"reserve"`
	Check     string   `yaml:"check"`
}

const registerHead = `# The audit's draws, in the order in which they were made. For reading: every
# entry carries a check of itself and of the one before, so an entry that is
# changed, taken out or moved is noticed. A new draw is added by the tool.
`

// Entry is the sample as the register keeps it, without its check.
func (s Sample) Entry() Entry {
	d := s.Design
	e := Entry{
		ID: d.ID, Date: d.Date, Seed: d.Seed, Tool: d.Tool,
		Frame: s.FrameSize, FrameHash: s.FrameHash,
		Filter: groupWords(d.Filter, " and "), Design: designText(d),
	}
	for _, h := range s.Strata {
		e.Strata = append(e.Strata, fmt.Sprintf("%s: %d of %d", h.Name, h.Drawn, h.Population))
	}
	for _, c := range s.Cases {
		e.Drawn = append(e.Drawn, c.ID)
	}
	for _, c := range s.Reserve {
		e.Reserve = append(e.Reserve, c.ID)
	}
	return e
}

// designText is the design as JSON; earlier draws are named, not listed again.
func designText(d Design) string {
	d.Exclude = slices.Clone(d.Exclude)
	for i := range d.Exclude {
		d.Exclude[i].IDs = nil
	}
	if d.FollowUp != nil {
		d.FollowUp = &Earlier{Draw: d.FollowUp.Draw}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return err.Error() // numbers are checked before a draw: never here
	}
	return string(text)
}

func (e Entry) check(before string) string {
	e.Check = before
	text, err := json.Marshal(e)
	if err != nil {
		return err.Error() // an entry is texts and whole numbers: never here
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Add puts a draw at the end. It refuses an id that is taken, and a second draw
// with the same seed from another filter: that would be to filter after the
// draw, and the chances of the cases would no longer be known.
func (r Register) Add(s Sample) (Register, error) {
	e := s.Entry()
	for _, old := range r.Draws {
		if same(old.ID, e.ID) {
			return r, Fault{fmt.Sprintf("there is already a draw %s, of %s", old.ID, old.Date), "give the new draw another id; a draw is never made again with other choices"}
		}
		if old.Seed == e.Seed && old.Filter != e.Filter && s.Design.FollowUp == nil {
			return r, Fault{fmt.Sprintf("draw %s used this seed with another filter (%s): to filter after a draw makes the chances of the cases unknown", old.ID, orNone(old.Filter)),
				"use a new seed, or the same filter"}
		}
	}
	before := ""
	if n := len(r.Draws); n > 0 {
		before = r.Draws[n-1].Check
	}
	e.Check = e.check(before)
	return Register{append(slices.Clone(r.Draws), e)}, nil
}

func orNone(filter string) string {
	if filter == "" {
		return "none"
	}
	return filter
}

// Earlier is a draw of the register for Design.Exclude or FollowUp.
func (r Register) Earlier(id string) (Earlier, error) {
	var known []string
	for _, e := range r.Draws {
		if same(e.ID, id) {
			return Earlier{e.ID, e.Drawn}, nil
		}
		known = append(known, e.ID)
	}
	return Earlier{}, Fault{fmt.Sprintf("the register has no draw %q", id), document.DidYouMean(id, known)}
}

// Bytes is the register's file.
func (r Register) Bytes() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(registerHead)
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("register of draws: %w", err)
	}
	return b.Bytes(), enc.Close()
}

// ReadRegister reads a register's file and checks every entry; name is for
// messages. An empty text is an empty register. All faults are told at once.
func ReadRegister(name, text string) (Register, error) {
	if text == "" {
		return Register{}, nil
	}
	var log document.Log
	root := document.Parse(name, text, &log)
	var r Register
	before := ""
	for _, o := range root.Objects("draws") {
		e := readEntry(o)
		if log.Err() == nil && e.check(before) != e.Check {
			o.Fault("check", "this draw, or its place after the one before, was changed by hand",
				"put the register back as the tool wrote it")
		}
		before = e.Check
		r.Draws = append(r.Draws, e)
	}
	root.Close()
	return r, log.Err()
}

func readEntry(o *document.Object) Entry {
	o.Need("id", "date", "seed", "frame", "frame_hash", "check")
	o.Name(o.Text("id"))
	frame, _ := o.Whole("frame")
	e := Entry{
		ID: o.Text("id"), Date: o.Text("date"), Seed: o.Text("seed"), Tool: o.Text("tool"),
		Frame: frame, FrameHash: o.Text("frame_hash"), Filter: o.Text("filter"), Design: o.Text("design"),
		Strata: o.Texts("strata"), Drawn: o.Texts("drawn"), Reserve: o.Texts("reserve"), Check: o.Text("check"),
	}
	o.Close()
	return e
}
