package check

import (
	"fmt"
	"slices"

	"siequity/rules/calendar"
)

// Verdict is what a rule says of a record.
type Verdict uint8

// The verdicts. Unknown means that the record cannot be judged on what it
// holds; it stands beside a percentage, never inside it.
const (
	Unknown Verdict = iota
	Pass
	Fail
	NotApplicable
)

func verdictNames() []string { return []string{"unknown", "pass", "fail", "not_applicable"} }

// String is the name used in packs and files.
func (v Verdict) String() string { return nameOf(verdictNames(), v) }

// Reason says why a verdict is not a plain pass or fail.
type Reason uint8

// The reasons.
const (
	NoReason      Reason = iota
	OtherSource          // the rule is not for this source
	ConditionNot         // the rule's `when` does not hold
	SwitchedOff          // a pack switched the rule off
	NotDue               // the clock is still running
	NoStandard           // no threshold is held for this scheme year
	Exempt               // the answer says that the question does not apply
	FieldAbsent          // the export has no such column
	Missing              // the cell is blank
	NoDataYet            // the file that would say has not been given
	Invalid              // a value that is not one of those allowed
	Differs              // two fields disagree
	OutOfOrder           // dates in an order that cannot be
	Late                 // done after the deadline
	Overdue              // not done, and the deadline has passed
	TooFew               // a number below what is asked
	NoEvidence           // no evidence found in what could be read
	MentionedOnly        // named, with nothing to show that it was looked at
	StatedNot            // the record itself says that it was not considered
	NoText               // there was nothing to read
	NoCalendar           // beyond the years whose bank holidays are known
	CannotCompute        // the expression could not be worked out
)

func reasons() []reasonText {
	return []reasonText{
		{"", ""},
		{"other_source", "the rule is not for this source"},
		{"condition", "the rule's condition does not hold"},
		{"switched_off", "the rule is switched off"},
		{"not_due", "not yet due"},
		{"no_standard", "no threshold is held for this scheme year"},
		{"exempt", "answered as not applicable"},
		{"field_absent", "the export has no such column"},
		{"missing", "blank"},
		{"no_data", "no data yet"},
		{"invalid", "not one of the values allowed"},
		{"differs", "the two fields disagree"},
		{"out_of_order", "the dates are out of order"},
		{"late", "done after the deadline"},
		{"overdue", "not done and the deadline has passed"},
		{"too_few", "fewer than asked for"},
		{"no_evidence", "no evidence found"},
		{"mentioned_only", "mentioned only, no evidence that it was looked at"},
		{"stated_not", "the record says that it was not considered"},
		{"no_text", "no answer and no text to read"},
		{"no_calendar", "beyond the years whose bank holidays are known"},
		{"cannot_compute", "the expression could not be worked out"},
	}
}

type reasonText struct{ name, plain string }

func reasonNames() []string {
	var names []string
	for _, r := range reasons() {
		names = append(names, r.name)
	}
	return names
}

// String is the name used in files.
func (r Reason) String() string { return nameOf(reasonNames(), r) }

// Plain is the reason in words for a reader.
func (r Reason) Plain() string {
	if list := reasons(); int(r) < len(list) {
		return list[r].plain
	}
	return ""
}

// Outcome is a verdict with its reason. It holds no text: words are made when
// somebody asks for them, not a hundred times a record.
type Outcome struct {
	Verdict Verdict
	Why     Reason
	Field   int16        // the field the reason is about, -1 for none
	Due     calendar.Day // the deadline of a clock, 0 for none
}

func pass() Outcome { return Outcome{Verdict: Pass, Field: -1} }

func fail(why Reason, field int) Outcome {
	return Outcome{Verdict: Fail, Why: why, Field: int16(field)}
}

func unknown(why Reason, field int) Outcome {
	return Outcome{Verdict: Unknown, Why: why, Field: int16(field)}
}

// Skip is the outcome for a record that a rule is not meant for.
func Skip(why Reason) Outcome { return Outcome{Verdict: NotApplicable, Why: why, Field: -1} }

// lacking is the outcome when a value that the check needs is not there.
func lacking(s State, field int) Outcome {
	switch s {
	case Absent:
		return unknown(FieldAbsent, field)
	case NoData:
		return unknown(NoDataYet, field)
	}
	return unknown(Missing, field)
}

func nameOf[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", uint8(v))
}

func parse[T ~uint8](names []string, s, what string) (T, error) {
	if i := slices.Index(names, s); i >= 0 {
		return T(i), nil
	}
	return 0, fmt.Errorf("%q is not a %s", s, what)
}
