package record

import (
	"slices"

	"siequity/audit/deprivation"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
	"siequity/rules/codes"
)

// A Record is an incident record with what the audit found out about it. A
// million of them are held at once, so they point at readings that many share.
type Record struct {
	*incidents.Record
	Place     deprivation.Place
	Ethnicity *Ethnicity
	Language  *codes.LanguageReading
	Considered
	Organisation uint16 // index into Result.Organisations
	Period       uint16 // index into Result.Periods
	Harm         HarmCode
	Case         int32  // from 1; 0 when the record is in no case
	Themes       uint64 // bit set over Result.Themes
}

// InScope reports whether the audit counts the record.
func (r *Record) InScope() bool { return r.Left == incidents.Used }

// Dimension is culture, ethnicity or language.
type Dimension uint8

// The dimensions, in the order in which they are always shown.
const (
	Culture Dimension = iota
	EthnicityDim
	LanguageDim
	DimensionCount // how many there are
)

// Dimensions lists them.
func Dimensions() []Dimension { return []Dimension{Culture, EthnicityDim, LanguageDim} }

// String names the dimension.
func (d Dimension) String() string { return [...]string{"culture", "ethnicity", "language"}[d] }

// Label says what a record shows of one dimension. Absent means that no evidence
// was found, never that nobody considered it.
type Label uint8

// The labels.
const (
	Absent Label = iota
	Mentioned
	ExplicitlyNot
	ConsideredIt
)

// String gives the label as files have it.
func (l Label) String() string {
	return [...]string{"absent", "mentioned", "explicitly_not", "considered"}[l]
}

// Basis says what a label rests on.
type Basis uint8

// The bases. A structured answer and a completed proforma go before the text.
const (
	NoBasis Basis = iota
	ByAnswer
	ByReview
	ByText
)

// String gives the basis as files have it.
func (b Basis) String() string { return [...]string{"none", "answer", "review", "text"}[b] }

// A Mention says what the label Mentioned stands for where it is not a word of the
// thing itself.
type Mention uint8

// The mentions. Neither of the latter two shows that anybody wrote of culture, ethnicity
// or language, and a page counts them apart.
const (
	OfTheThing    Mention = iota
	InOtherSense          // blood cultures, a safety culture
	NotApplicable         // a structured answer of N/A
)

// A View is what a record shows of one dimension.
type View struct {
	Label   Label
	Basis   Basis
	Mention Mention // where the label is Mentioned
	// Check asks for a person's eye: the text can be read in two ways, or an
	// answer says yes and nothing else in the record supports it.
	Check bool
	// Unsupported marks a structured yes without any evidence.
	Unsupported bool
}

// packedView is a View in one byte.
type packedView uint8

const (
	checkBit       = 1 << 4
	unsupportedBit = 1 << 5
	judgedShift    = 6 // two bits: not judged, evidence found, none found
)

func (v View) pack() packedView {
	p := packedView(v.Label) | packedView(v.Basis)<<2
	if v.Check {
		p |= checkBit
	}
	if v.Unsupported {
		p |= unsupportedBit
	}
	return p
}

// An Investigation says what the rules found of one dimension in one record or
// case.
type Investigation uint8

// What they can find. Best comes first in a case: what one system's account shows
// need not be in the other's.
const (
	NotAsked Investigation = iota
	NoEvidence
	EvidenceFound
)

// Judge notes what the rules found of one dimension, once for a record.
func (c *Considered) Judge(d Dimension, i Investigation) { c.views[d] |= packedView(i) << judgedShift }

// Judged gives what the rules found of one dimension.
func (c *Considered) Judged(d Dimension) Investigation {
	return Investigation(c.views[d] >> judgedShift)
}

func (p packedView) view() View {
	return View{Label: Label(p & 3), Basis: Basis(p >> 2 & 3), Check: p&checkBit != 0, Unsupported: p&unsupportedBit != 0}
}

// Considered is what a record shows of all three dimensions.
type Considered struct {
	views    [DimensionCount]packedView
	mentions uint8 // two bits for each dimension
	// Read says that there was free text to read.
	Read bool
}

// View gives what the record shows of one dimension.
func (c Considered) View(d Dimension) View {
	v := c.views[d].view()
	v.Mention = Mention(c.mentions >> (2 * d) & 3)
	return v
}

// SetView puts another view in place of what the record shows of one dimension. It
// forgets what the rules found.
func (c *Considered) SetView(d Dimension, v View) {
	c.views[d] = v.pack()
	c.mentions = c.mentions&^(3<<(2*d)) | uint8(v.Mention)<<(2*d)
}

// HarmCode is a codes.HarmLevel in one byte.
type HarmCode uint8

// HarmLevels lists the levels in the order in which tables show them.
func HarmLevels() []codes.HarmLevel { return slices.Clone(harmLevels) }

// harmLevels lists the levels in the order in which tables show them.
var harmLevels = []codes.HarmLevel{codes.HarmMissing, codes.HarmDeath, codes.HarmSevere, codes.HarmModerate, codes.HarmLow, codes.HarmNone, codes.HarmNearMiss,
	codes.HarmNotApplicable, codes.HarmUnmapped}

// Level gives the harm level.
func (h HarmCode) Level() codes.HarmLevel { return harmLevels[h] }

// HarmCodeOf gives the code of a level.
func HarmCodeOf(l codes.HarmLevel) HarmCode {
	for i, x := range harmLevels {
		if x == l {
			return HarmCode(i)
		}
	}
	return HarmCode(len(harmLevels) - 1)
}

// RuleDay turns a day into the rules' own.
func RuleDay(d field.Day) rules.Day { return rules.Day(d) - 25569 } // days from 30 December 1899 to 1 January 1970

// A Quote is one piece of evidence, masked.
type Quote struct {
	Text   string `json:"text"`
	Cue    string `json:"cue,omitempty"`
	Reason string `json:"reason,omitempty"`
	Part   string `json:"part,omitempty"` // field it was read in
}

// Evidence is what was read of a record: quotes and the reason, by dimension.
type Evidence struct {
	Quotes  [DimensionCount][]Quote
	Reasons [DimensionCount]string
}
