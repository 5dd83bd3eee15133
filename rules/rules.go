package rules

import (
	"siequity/rules/calendar"
	"siequity/rules/check"
	"siequity/rules/document"
)

// The words of the rooms below that every caller needs, so that a caller
// imports this package alone.
type (
	Day       = calendar.Day
	Holiday   = calendar.Holiday
	Field     = check.Field
	FieldKind = check.FieldKind
	Catalogue = check.Catalogue
	Record    = check.Record
	Value     = check.Value
	State     = check.State
	Verdict   = check.Verdict
	Reason    = check.Reason
	Outcome   = check.Outcome
	Kind      = check.Kind
	Limit     = check.Limit
	Table     = check.Table
	Row       = check.Row
	Fault     = document.Fault
	Faults    = document.Faults
)

// The kinds of field.
const (
	Words      = check.Words
	Identifier = check.Identifier
	Narrative  = check.Narrative
	Date       = check.Date
	Number     = check.Number
	Code       = check.Code
	Answer     = check.Answer
	Person     = check.Person
	Truth      = check.Truth
)

// The states of a value.
const (
	Absent = check.Absent
	Blank  = check.Blank
	NoData = check.NoData
	Given  = check.Given
)

// The verdicts.
const (
	Unknown       = check.Unknown
	Pass          = check.Pass
	Fail          = check.Fail
	NotApplicable = check.NotApplicable
)

// The reasons for an outcome.
const (
	NoReason      = check.NoReason
	OtherSource   = check.OtherSource
	ConditionNot  = check.ConditionNot
	SwitchedOff   = check.SwitchedOff
	NotDue        = check.NotDue
	NoStandard    = check.NoStandard
	Exempt        = check.Exempt
	FieldAbsent   = check.FieldAbsent
	Missing       = check.Missing
	NoDataYet     = check.NoDataYet
	Invalid       = check.Invalid
	Differs       = check.Differs
	OutOfOrder    = check.OutOfOrder
	Late          = check.Late
	Overdue       = check.Overdue
	TooFew        = check.TooFew
	NoEvidence    = check.NoEvidence
	MentionedOnly = check.MentionedOnly
	StatedNot     = check.StatedNot
	NoText        = check.NoText
	NoCalendar    = check.NoCalendar
	CannotCompute = check.CannotCompute
)

// Kinds is every kind of check, in the order in which the manual lists them.
func Kinds() []Kind { return check.Kinds() }

// NewCatalogue orders the sources and fields that rules may name.
func NewCatalogue(sources []string, fields []Field) (*Catalogue, error) {
	return check.NewCatalogue(sources, fields)
}

// Text is a given text, or a blank.
func Text(s string) Value { return check.Text(s) }

// Num is a given number.
func Num(x float64) Value { return check.Num(x) }

// On is a given date.
func On(d Day) Value { return check.On(d) }

// Flag is a given true or false.
func Flag(b bool) Value { return check.Flag(b) }

// Nothing is a value that is not there, for the given reason.
func Nothing(s State) Value { return check.Nothing(s) }
