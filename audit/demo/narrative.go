package demo

import "strings"

// Sentences that say what was looked at, what was only mentioned, and what was
// not looked at; a narrative takes a few of them.
var (
	openings = []string{
		"The woman attended triage with reduced movements and was seen within 30 minutes.",
		"On admission observations were normal and a CTG was started.",
		"Induction was planned at 39+2 and delayed as no bed was free.",
		"The major haemorrhage call was put out and the consultant attended.",
		"The baby was transferred to the neonatal unit for respiratory support.",
	}
	considered = [3][]string{
		{"The panel explored whether the family's wish for a female doctor delayed the examination and found that it did.",
			"The review asked how fasting during Ramadan affected her glucose readings.",
			"The family told us that decisions are taken together with her mother-in-law; the team had not made room for this."},
		{"The panel considered whether assumptions about her ethnicity led to her pain being played down.",
			"The risk assessment did not take her ethnicity into account, so diabetes screening was missed.",
			"Jaundice was recognised late because the guidance speaks only of pale skin; staff will be trained on darker skin tones."},
		{"No interpreter was used at triage and her husband translated.",
			"The review found that the consent form was explained in English only, which she did not follow.",
			"Language Line was called at each contact after the first, and the delay played no part in the outcome."},
	}
	mentioned = [3][]string{
		{"Blood cultures were taken.", "The unit has worked on its safety culture this year."},
		{"Ethnicity: as on the booking record.", "She is of Pakistani ethnicity."},
		{"Interpreter required: No.", "She speaks good English."},
	}
	notLooked = [3][]string{
		{"Cultural needs were not explored by this review."},
		{"Ethnicity was not considered as part of the investigation."},
		{"The panel did not discuss language."},
	}
	closings = []string{
		"Learning was shared at the safety huddle.",
		"Action: update the guideline and audit in six months.",
		"Midwife Ann Other reflected with her professional advocate.",
	}
)

// narrative writes what an investigation of the event would say.
func (d dice) narrative(e event) string {
	parts := []string{openings[d.IntN(len(openings))]}
	for i := range considered {
		switch n := d.IntN(10); {
		case n < 3:
			parts = append(parts, considered[i][d.IntN(len(considered[i]))])
		case n < 5:
			parts = append(parts, mentioned[i][d.IntN(len(mentioned[i]))])
		case n == 5:
			parts = append(parts, notLooked[i][0])
		}
	}
	return strings.Join(append(parts, closings[d.IntN(len(closings))]), " ")
}
