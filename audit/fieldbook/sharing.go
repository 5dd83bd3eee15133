package fieldbook

import (
	"slices"

	"siequity/audit/register"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// sharingFacts say with whom the learning of one case was shared.
type sharingFacts struct {
	lmns          field.Day
	family, staff sharedAnswer
}

// A sharedAnswer is the strongest answer that the lines about one case give, and where
// it stands.
type sharedAnswer struct {
	answer codes.Answer
	row    int
}

// String gives the answer as rules ask for it; no line at all is no answer.
func (a sharedAnswer) String() string { return string(a.answer) }

// A Contradiction is a line of the sharing register that says no where another about
// the same case says that the learning was shared.
type Contradiction struct {
	With    string // family or staff
	Yes, No int    // rows
}

// strength lists answers from the one that says least. That something was done, said
// once, is not undone by a line about another step that leaves it blank.
var strength = []codes.Answer{"", codes.AnswerMissing, codes.AnswerUnmapped, codes.AnswerNotRecorded, codes.AnswerNotApplicable, codes.AnswerNo, codes.AnswerPartly, codes.AnswerYes}

// with takes in one more line about the case: the earliest date and the strongest
// answers stand. People write a line for each step, and none undoes another.
func (f sharingFacts) with(s register.Sharing) (sharingFacts, []Contradiction) {
	if f.lmns == 0 || s.LMNS != 0 && s.LMNS < f.lmns {
		f.lmns = s.LMNS
	}
	var against []Contradiction
	var found bool
	var c Contradiction
	if f.family, c, found = f.family.with(sharedAnswer{codes.ReadAnswer(s.Family).Answer, s.Row}); found {
		c.With = "family"
		against = append(against, c)
	}
	if f.staff, c, found = f.staff.with(sharedAnswer{sharedHow(s.Staff), s.Row}); found {
		c.With = "staff"
		against = append(against, c)
	}
	return f, against
}

// with gives the stronger of two answers, and tells of a yes that stands against a no.
func (a sharedAnswer) with(b sharedAnswer) (sharedAnswer, Contradiction, bool) {
	if slices.Index(strength, b.answer) > slices.Index(strength, a.answer) {
		a, b = b, a
	}
	yes := a.answer == codes.AnswerYes || a.answer == codes.AnswerPartly
	return a, Contradiction{Yes: a.row, No: b.row}, yes && b.answer == codes.AnswerNo
}

// sharedHow reads how learning was shared with staff: any way counts as yes.
func sharedHow(text string) codes.Answer {
	if a := codes.ReadAnswer(text).Answer; a != codes.AnswerUnmapped {
		return a
	}
	return codes.AnswerYes
}
