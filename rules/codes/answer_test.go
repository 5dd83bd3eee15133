package codes

import "testing"

func TestReadAnswer(t *testing.T) {
	tests := map[Answer][]string{
		AnswerYes: {"Yes", "y", "YES", "Yes - see section 4", "TRUE", "1", "✓", "☑", "Yes, on page 3", "Yes - what was asked? See page 3", "Yes, possible bias was looked at and thought to be no factor", "Fully", "Considered", "Yes (interpreter used)",
			"☒ Yes ☐ No", "☐ No ☑ Yes", "yes."},
		AnswerPartly:        {"Yes and no", "Y - partially", "Yes - in part", "Yes, partly", "Partly", "partially", "In part", "Yes but limited", "To some extent", "Partial - no detail", "partially met"},
		AnswerNo:            {"No", "n", "FALSE", "0", "Not considered", "✗", "No - not discussed", "No evidence", "none", "☐ Yes ☒ No", "No, not needed"},
		AnswerNotApplicable: {"N/A", "n.a.", "Not applicable", "NA", "N/A - English", "Not relevant", "n\\a"},
		AnswerNotRecorded: {"Not recorded", "Unknown", "Not completed by reviewer", "?", "-", "Don't know", "Unclear from notes", "NULL", "Nothing documented", "To be completed", "In progress", "Not known?", "To be confirmed",
			"Not documented", "☐ Yes ☐ No", "Not stated"},
		AnswerMissing:  {"", " ", "\u00a0"},
		AnswerUnmapped: {"Yes?", "?No", "No?", "Yes (?)", "Possibly", "Probably not", "Yes - tbc", "Yes, to be confirmed", "No (possibly)", "Partly?", "N/A?", "Yes/No", "maybe", "Y/N", "yes or no", "Considered by the panel to be irrelevant", "see report", "Nora", "Yesterday", "☑ Yes ☑ No"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := ReadAnswer(raw); got.Answer != want {
				t.Errorf("%q: %s (%s), want %s", raw, got.Answer, got.Why, want)
			}
		}
	}
}

func TestReadInterpreter(t *testing.T) {
	tests := map[Answer][]string{
		AnswerYes:           {"Yes", "Required", "Telephone interpreter", "Interpreter used", "Language Line", "BSL interpreter", "Y - face to face", "Polish interpreter required", "Translator required", "Interpretor reqd", "Will need interpreter", "F2F interpreter", "Needs Polish interpreter", "Requires a Romanian interpreter", "Telephone interpreter for Urdu", "Face-to-face interpreter"},
		AnswerNo:            {"No", "Not required", "Interpreter not available", "No interpreter booked", "Declined", "Husband interpreted", "not needed", "Doesn't need interpreter", "No translator required", "Interpreter not reqd", "Offered but declined", "Interpreter offered and declined", "Offered, declined", "Interpreter offered but refused", "Offered - patient declined"},
		AnswerNotApplicable: {"N/A", "English speaking", "Not applicable", "English is first language"},
		AnswerNotRecorded:   {"Not recorded", "Unknown", "Not documented", "N/K", "Not asked"},
		AnswerMissing:       {""},
		AnswerUnmapped:      {"Yes?", "?needed", "Interpreter?", "Needed (tbc)", "Possibly needed", "Yes, not available", "Yes - none available", "Required but not used", "Yes - declined", "Yes, interpreter did not attend", "Urdu", "perhaps", "Interpreter cancelled", "Interpreter was not there"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := ReadInterpreter(raw); got.Answer != want {
				t.Errorf("%q: %s (%s), want %s", raw, got.Answer, got.Why, want)
			}
		}
	}
}

// A doubt behind punctuation, with words of its own, is of those words. Without them it is of the answer or the grade.
func TestDoubtOfARemark(t *testing.T) {
	for raw, want := range map[string]Answer{"No - why?": AnswerNo, "Not considered, why?": AnswerNo, "Yes (family asked?)": AnswerYes, "No - suspected FGM": AnswerNo, "Yes - possible sepsis": AnswerYes,
		"Yes?": AnswerUnmapped, "No - tbc": AnswerUnmapped, "Yes (?)": AnswerUnmapped, "No - probably yes": AnswerUnmapped, "Yes - I think so": AnswerUnmapped, "Yes, possibly": AnswerUnmapped, "No? - see notes": AnswerUnmapped, "Yes - tbc by ward": AnswerUnmapped} {
		if got := ReadAnswer(raw); got.Answer != want {
			t.Errorf("%q: %s (%s), want %s", raw, got.Answer, got.Why, want)
		}
	}
	for raw, want := range map[string]HarmLevel{"Severe - PE?": HarmSevere, "Moderate: suspected HIE": HarmModerate, "Severe (probable PE)": HarmSevere, "Death - likely sepsis": HarmDeath, "Degree of harm: severe - PE?": HarmSevere,
		"Severe?": HarmUnmapped, "?severe": HarmUnmapped, "Severe (?)": HarmUnmapped, "? - severe": HarmUnmapped, "Degree of harm: severe?": HarmUnmapped, "Severe (possible harm)": HarmUnmapped, "Low - possibly moderate": HarmUnmapped,
		"Low (? more serious)": HarmUnmapped, "Severe - agreed by panel?": HarmUnmapped, "Moderate, TBC by panel": HarmUnmapped, "Severe harm possibly": HarmUnmapped, "Severe - unsure of grade": HarmUnmapped, "Low - PE? (?)": HarmUnmapped} {
		if got := Harm(raw, HarmWords); got.Level != want {
			t.Errorf("%q: %s (%s), want %s", raw, got.Level, got.Why, want)
		}
	}
}

func TestAnswersThatAreNone(t *testing.T) {
	for want, raws := range map[bool][]string{
		true: {"Yes?", "No?", "Yes (?)", "?No", "Possibly", "Maybe", "Probably not", "Yes - tbc", "Yes, to be confirmed", "No (possibly)", "Partly?", "N/A?", "Unsure", "Probably yes", "Perhaps",
			"Yes/No", "Yes / No", "Y/N", "yes or no", "Yes / No / N/A", "Y / N", "Yes/No/Not known", "YES / NO (delete as appropriate)", "Please select Yes or No", "Yes/No/Partly", "yes no"},
		false: {"Yes", "No", "Not considered", "Possible bias was looked at and thought to be no factor", "None identified", "Family asked about Ramadan", "Not a factor", "Considered by the panel to be irrelevant", "", "see report", "Yes and no", "N/A", "Partly",
			"Yes - possible sepsis"},
	} {
		for _, raw := range raws {
			if got := AnswerLeftOpen(raw); got != want {
				t.Errorf("%q: left open %v, want %v", raw, got, want)
			}
		}
	}
}

func TestFoundNothing(t *testing.T) {
	for want, raws := range map[bool][]string{
		true: {"None identified", "No issues identified", "No impact", "Not a factor", "No concerns", "Discussed - no impact", "No cultural factors", "Nil identified", "None noted", "No cultural issues were identified", "No language barrier", "No language barriers identified", "Not a contributory factor",
			"Not felt to be a factor", "Did not contribute", "No impact on care", "No impact on outcome", "Reviewed, no concerns raised", "No issues", "no issues.", "Not an issue", "Not relevant to the outcome", "No cultural or religious needs identified", "There were no cultural concerns", "Was not a factor", "Considered and no issues found",
			"No role", "Did not play a part", "No contributory factors identified by the panel", "No difference to care", "Not considered to be a factor", "Not thought to be contributory", "Language was not a barrier", "None found", "Explored with family: no concerns", "No known issues", "Culture did not affect the outcome", "No bearing on the outcome",
			"Nothing identified", "English speaking, no barriers"},
		false: {"No", "None", "N/A", "Not considered", "Not discussed", "No - not considered", "No evidence of consideration", "No mention of culture", "Yes", "", "No, not a factor", "Not documented", "No discussion", "Not looked at", "No interpreter", "No time", "Nothing documented", "Concerns about culture", "Culture was a factor", "Impact on care",
			"No issues considered", "No consideration", "Not reviewed - no concerns", "No - no concerns", "Issues identified", "No one asked", "No information", "None recorded", "Factor identified"},
	} {
		for _, raw := range raws {
			if got := FoundNothing(raw); got != want {
				t.Errorf("%q: found nothing %v, want %v", raw, got, want)
			}
		}
	}
}
