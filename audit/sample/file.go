package sample

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"siequity/audit/delimited"
)

// sealed is a sample's file: the sample, and a hash that shows when it was
// changed by hand.
type sealed struct {
	Check string `json:"check"` // SHA-256 of the sample as compact JSON
	Draw  Sample `json:"draw"`
}

// Save writes the sample's file, which collating the proformas needs. It holds
// the drawn cases with their references and groups, no text of a record.
func (s Sample) Save(w io.Writer) error {
	check, err := s.check()
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(sealed{check, s}); err != nil {
		return fmt.Errorf("draw %s: %w", s.Design.ID, err)
	}
	return nil
}

func (s Sample) check() (string, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return "", fmt.Errorf("draw %s: %w", s.Design.ID, err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// Load reads a file that Save wrote; name is for messages. A file that was
// changed since is refused. Members and evidence are not in it.
func Load(name string, r io.Reader) (Sample, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Sample{}, fmt.Errorf("%s: %w", name, err)
	}
	var f sealed
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return Sample{}, Fault{name + ": this is not the file of a draw, or it was cut short", "give the file that was written when the sample was drawn"}
	}
	check, err := f.Draw.check()
	if err != nil {
		return Sample{}, fmt.Errorf("%s: %w", name, err)
	}
	if check != f.Check {
		return Sample{}, Fault{name + ": the draw was changed after it was written", "use the file as it was written, or draw again with the same seed and frame"}
	}
	return f.Draw, nil
}

// WriteFrame lists the whole frame as CSV: every id with its hash, its stratum
// and rank, and whether it was drawn.
func (s Sample) WriteFrame(w io.Writer) error {
	buf := bufio.NewWriter(w)
	c := delimited.NewWriter(buf)
	if err := c.Write("id", "hash", "stratum", "rank", "state"); err != nil {
		return err
	}
	for _, m := range s.Members {
		if err := c.Write(m.ID, m.Hash.String(), s.Strata[m.Stratum].Name, strconv.Itoa(m.Rank), m.State.String()); err != nil {
			return err
		}
	}
	if err := c.Flush(); err != nil {
		return err
	}
	return buf.Flush()
}

// Check draws again from a frame and says in words how the result differs from
// the sample; nothing when it is the same. Cases that joined since are named as
// such: they change the frame and may enter the draw, and disturb no other.
func (s Sample) Check(units []Unit) ([]string, error) {
	again, err := Draw(units, s.Design)
	if err != nil {
		return nil, err
	}
	var words []string
	if again.FrameHash != s.FrameHash {
		words = append(words, fmt.Sprintf("the frame has %d cases, and had %d when the sample was drawn", again.FrameSize, s.FrameSize))
	}
	before, after := drawnOf(s), drawnOf(again)
	for _, c := range s.Cases {
		if !after[c.ID] {
			words = append(words, fmt.Sprintf("%s was drawn, and would not be now", c.ID))
		}
	}
	for _, c := range again.Cases {
		if !before[c.ID] {
			words = append(words, fmt.Sprintf("%s was not drawn, and would be now", c.ID))
		}
	}
	return words, nil
}

func drawnOf(s Sample) map[string]bool {
	ids := make(map[string]bool, len(s.Cases))
	for _, c := range s.Cases {
		ids[c.ID] = true
	}
	return ids
}
