package lexicon

// The kinds of modifier. Each is a set of phrases that, near a cue, says what
// the text does with it.
const (
	Excluded     Kind = "excluded"        // looked at and not found to matter: "not felt to be a barrier"
	DoubleNeg    Kind = "double-neg"      // "could not rule out"
	Undecided    Kind = "undecided"       // "could not establish whether": looked at without an answer, or no way to look
	Unavailable  Kind = "unavailable"     // why there was no way to look: "did not take part"
	NotReviewed  Kind = "not-reviewed"    // "did not consider", "outside the scope"
	Omitted      Kind = "omitted"         // of the reviewers by its own words: "nobody on the panel asked", "never on the agenda"
	OmittedIt    Kind = "omitted-it"      // of what the sentence before spoke of: "It did not examine"
	AfterAll     Kind = "after-all"       // sounds like an omission and is none: "not until the panel asked"
	Elliptic     Kind = "elliptic"        // a bare negation whose verb went before: "but not", "was not"
	Reviewed     Kind = "reviewed"        // "the panel considered"
	ReviewedIt   Kind = "reviewed-it"     // "the panel asked whether it mattered", of what was named just before
	Concluded    Kind = "concluded"       // "the panel felt"
	NoIssue      Kind = "no-issue"        // "no concerns"
	Effect       Kind = "effect"          // "contributed", "led to a delay"
	Tie          Kind = "tie"             // ties a group to how care went: "because she is"
	Marker       Kind = "risk-marker"     // a sign or a test that turns on colour or descent, missed or wrong
	Care         Kind = "care"            // what was done, asked, offered or wished at a contact
	Action       Kind = "action"          // "action:", "training"
	AtStaff      Kind = "aimed-at-staff"  // "abuse of the midwife by a visitor"
	Generic      Kind = "generic"         // policy, statistics, statements of equality
	Hint         Kind = "hint"            // a template's prompt to its writer
	Standing     Kind = "standing"        // what every report carries, whatever it says of "the family"
	Special      Kind = "specific"        // ties a sentence to this woman: "she", "the family"
	Review       Kind = "review-agent"    // the panel, the report
	Staff        Kind = "care-agent"      // clinicians and care records
	Contact      Kind = "care-contact"    // "at booking"
	Concern      Kind = "concern"         // a family's concern reported
	Enquiry      Kind = "enquiry"         // a question told: "you ask whether", "the form asks if"
	Anaphor      Kind = "anaphor"         // "this", "neither", at the head of a sentence
	AsksReview   Kind = "asks-review"     // a field that asks whether the review looked at it
	Silent       Kind = "silent"          // what only a review can say of itself: "outside the scope"
	Negation     Kind = "negation"        // a bare negative word
	Remark       Kind = "remark"          // someone's words are reported
	Expletive    Kind = "expletive"       // "it was found that", which points at nothing before
	Demographic  Kind = "demographic"     // "BMI", "aged": a line of particulars
	Surname      Kind = "surname"         // words that are surnames and first names too
	Question     Kind = "question"        // a field that asks about impact
	Asked        Kind = "asked-status"    // a field that asks about need or identity
	Version      Kind = "version"         // "version 2", "addendum"
	OtherVersion Kind = "other-version"   // "version 2 of the guideline", "V1 to V3": none of the report
	Withdrawn    Kind = "withdrawn"       // "has been removed from this version"
	Deleted      Kind = "deleted"         // struck out or comment text
	Outside      Kind = "outside-comment" // a comment of one who judges the report from outside
	AnswerNo     Kind = "answer-no"
	AnswerYes    Kind = "answer-yes"
	AnswerNone   Kind = "answer-blank" // N/A, a dash
	AnswerOpen   Kind = "answer-open"  // "not completed by reviewer"
	Turn         Kind = "turn"         // a word that begins a new clause
	Section      Kind = "section"      // a heading; Dimension holds the section's name
)

// modifier reports whether k is one of the kinds above.
func (k Kind) modifier() bool {
	switch k {
	case Omitted, OmittedIt, AfterAll, AtStaff, Marker, Undecided, Unavailable, Enquiry, Negation, Silent, Remark, AsksReview, Concluded, NoIssue, Expletive, Demographic, Surname, Excluded, DoubleNeg, NotReviewed, Elliptic, Reviewed, ReviewedIt, Outside, Effect, Tie, Care, Action, Generic, Hint, Standing,
		Special, Review, Staff, Contact, Concern, Anaphor, Question, Asked, Version, OtherVersion, Withdrawn, Deleted,
		AnswerNo, AnswerYes, AnswerNone, AnswerOpen, Turn, Section:
		return true
	}
	return false
}
