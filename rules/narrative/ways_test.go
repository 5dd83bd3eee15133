package narrative_test

import (
	"strings"
	"testing"

	"siequity/rules/narrative"
)

// A way is frames of saying one thing of any dimension, {A}.
type way struct {
	want   string
	frames []string
}

const mentioned = "mentioned"

// TestWays reads each way of saying it with each name of each dimension but
// those that the words around make into something else, such as a culture awaited.
func TestWays(t *testing.T) {
	lx := load(t)
	for name, c := range map[string]way{
		"out of remit": {omitted, []string{
			"{A} was outside the terms of reference.",
			"{A} is beyond what this review was asked to do.",
			"The scope did not extend to {A}.",
			"We were not asked to look at {A}.",
			"{A} was not part of the brief given to the reviewers.",
			"The commissioner limited the review to clinical care and {A} was not included.",
			"{A} did not come within the questions set.",
			"Our remit was the timeline and {A} was left out.",
			"{A} was excluded from the scope of the review.",
		}},
		"missed by others who read the report": {omitted, []string{
			"Quality reviewer: the report does not address {A}.",
			"ICB comment: nothing is said about {A}.",
			"The external reviewer notes the absence of any discussion of {A}.",
			"QA: {A} missing.",
			"Returned to author: please add a section on {A}.",
			"The report would be stronger had {A} been considered.",
			"The panel chair acknowledged that {A} should have been looked at in this review and was not.",
			"{A} is conspicuous by its absence from the analysis.",
			"The word {A} does not appear in the report.",
		}},
		"forms left open": {omitted, []string{
			"{A} considered? No",
			"{A} considered by panel: N",
			"Was {A} considered? Not completed by reviewer.",
			"Has {A} been explored? Not yet",
			"{A}: left blank by the reviewer.",
			"Section on {A} not filled in.",
		}},
		"forms that find nothing": {mentioned, []string{
			"{A}: N/A",
			"{A}:",
			"{A} -",
			"{A} contributed? N/A",
			"Contributory factors: [ ] {A} [x] Staffing",
			"The trust is committed to equality of {A}.",
			"The terms of reference ask every panel to think about {A}.",
			"Guidance says reviewers should consider {A}.",
			"Prompt: consider {A}.",
			"All staff have had training on {A}.",
		}},
		"care that did not consider": {considered, []string{
			"Staff did not consider {A} when planning her care.",
			"The midwives had not asked about {A} at booking.",
			"The risk assessment took no account of {A}.",
			"No one on the ward asked her about {A}.",
			"The panel found that {A} had not been discussed with her by the obstetric team.",
			"The booking midwife did not explore {A}, and the panel felt this was a missed opportunity.",
			"Clinicians failed to take {A} into account.",
		}},
		"concerns left unanswered": {omitted, []string{
			"The family asked whether {A} had affected her care. This was not answered.",
			"The mother felt that {A} had played a part; the review did not pursue it.",
			"Her husband raised {A} as a concern and was told it was outside the remit.",
			"The parents' question about {A} has gone unanswered.",
			"The family wanted to know if {A} mattered. No response is given in the report.",
			"The complaint mentions {A} but the investigation did not take this further.",
			"A concern about {A} was raised by the family and noted only.",
			"The parents asked about {A}; the panel did not feel able to comment.",
		}},
		"concerns examined": {considered, []string{
			"The family asked whether {A} had affected her care. The panel looked into this and found no evidence that it had.",
			"The mother felt that {A} had played a part; the panel agreed.",
			"Her husband raised {A} as a concern and the panel explored it with the staff on duty.",
			"The family wanted to know if {A} mattered. The panel's answer is that it did not.",
			"The family's concern about {A} was upheld.",
			"The family's concern about {A} was examined and not upheld.",
		}},
		"actions": {considered, []string{
			"Recommendation: the unit to review how {A} is asked about at booking.",
			"Learning: {A} must be asked about at every contact.",
			"The Trust will change its booking form to capture {A}.",
		}},
	} {
		t.Run(name, func(t *testing.T) { c.check(t, lx) })
	}
}

func (c way) check(t *testing.T, lx *narrative.Lexicon) {
	for d, names := range named {
		for _, s := range (weave{frames: c.frames, words: map[string][]string{"A": names}}).all() {
			s = strings.ToUpper(s[:1]) + s[1:]
			if got := lx.Read([]narrative.Part{{Text: s}})[d]; got.Label.String() != c.want {
				t.Errorf("%q: %s is %s (%s), want %s", s, narrative.Dimension(d), got.Label, got.Reason, c.want)
			}
		}
	}
}
