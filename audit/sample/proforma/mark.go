package proforma

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"siequity/audit/sample"
	"siequity/audit/sample/question"
)

// Mark ties a row to its draw, reader, case and question.
type Mark struct {
	Reader   int // index into the design's readers, -1 for adjudication
	Case     int // its number in the draw
	Question string
	sum      string
	fact     bool
}

// String is the mark as it stands in the hidden column.
func (m Mark) String() string {
	kind := "q"
	if m.fact {
		kind = "f"
	}
	return fmt.Sprintf("s1%s.r%d.c%d.%s.%s", kind, m.Reader+1, m.Case, m.Question, m.sum)
}

var markForm = regexp.MustCompile(`^s1([qf])\.r(\d{1,4})\.c(\d{1,9})\.([a-z0-9-]+)\.([0-9a-f]{12})$`)

// ParseMark reads a mark; false when the text has not its form.
func ParseMark(text string) (Mark, bool) {
	m := markForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Mark{}, false
	}
	reader, _ := strconv.Atoi(m[2])
	number, _ := strconv.Atoi(m[3])
	return Mark{Reader: reader - 1, Case: number, Question: m[4], sum: m[5], fact: m[1] == "f"}, true
}

// looksLikeMark tells a damaged mark from any other text.
func looksLikeMark(text string) bool {
	return strings.HasPrefix(text, "s1") && strings.Count(text, ".") >= 3
}

// Marker makes and checks the marks of a draw.
type Marker struct {
	key     []byte
	readers []string
	cases   []sample.Case // drawn and in reserve, by number
}

// NewMarker prepares the marks of a draw.
func NewMarker(s sample.Sample) Marker {
	mac := hmac.New(sha256.New, []byte(s.Design.Seed))
	fmt.Fprintf(mac, "proforma\n%s\n%s", s.Design.ID, s.FrameHash)
	return Marker{mac.Sum(nil), s.Design.Readers, slices.Concat(s.Cases, s.Reserve)}
}

// Case finds a case by its number.
func (k Marker) Case(number int) (sample.Case, bool) {
	if number < 1 || number > len(k.cases) {
		return sample.Case{}, false
	}
	return k.cases[number-1], true
}

// Reader is a reader's name, Adjudicator for -1, "" for one who is not there.
func (k Marker) Reader(i int) string {
	switch {
	case i == -1:
		return sample.Adjudicator
	case i < 0 || i >= len(k.readers):
		return ""
	}
	return k.readers[i]
}

// ReaderIndex finds a reader by name, whatever its case, -2 when there is none.
func (k Marker) ReaderIndex(name string) int {
	name = strings.TrimSpace(name)
	if strings.EqualFold(name, sample.Adjudicator) {
		return -1
	}
	i := slices.IndexFunc(k.readers, func(r string) bool { return strings.EqualFold(strings.TrimSpace(r), name) })
	if i < 0 {
		return noReader
	}
	return i
}

const noReader = -2

// Mark makes the mark of a row.
func (k Marker) Mark(reader int, c sample.Case, q question.Question) Mark {
	m := Mark{Reader: reader, Case: c.Number, Question: q.ID, fact: q.Fact}
	m.sum = k.sum(m)
	return m
}

// Valid tells whether a mark was made for this draw and was not changed.
func (k Marker) Valid(m Mark) bool {
	return k.Reader(m.Reader) != "" && hmac.Equal([]byte(m.sum), []byte(k.sum(m)))
}

func (k Marker) sum(m Mark) string {
	c, ok := k.Case(m.Case)
	if !ok {
		return ""
	}
	return k.seal(k.Reader(m.Reader), c.ID, m.Question)
}

// seal is the beginning of the HMAC of some texts.
func (k Marker) seal(texts ...string) string {
	mac := hmac.New(sha256.New, k.key)
	mac.Write([]byte(strings.Join(texts, "\n")))
	return hex.EncodeToString(mac.Sum(nil)[:6])
}

// Identity says which draw and questions a workbook belongs to.
type Identity struct {
	Draw, FrameHash   string
	Pack, PackVersion string
	PackSHA256        string
	Mode              Mode
	seal              string
}

// ForDraw is the identity of a draw's proformas.
func (k Marker) ForDraw(s sample.Sample, p question.Pack, mode Mode) Identity {
	id := Identity{Draw: s.Design.ID, FrameHash: s.FrameHash, Pack: p.Name, PackVersion: p.Version, PackSHA256: p.SHA256, Mode: mode}
	id.seal = k.sealOf(id)
	return id
}

func (k Marker) sealOf(id Identity) string {
	return k.seal(id.Draw, id.FrameHash, id.Pack, id.PackVersion, id.PackSHA256, string(id.Mode))
}

// Genuine tells whether an identity was written for this draw and not changed.
func (k Marker) Genuine(id Identity) bool { return hmac.Equal([]byte(id.seal), []byte(k.sealOf(id))) }
