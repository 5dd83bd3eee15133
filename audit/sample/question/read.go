package question

import (
	"strings"

	"siequity/rules/codes"
	"siequity/rules/codes/wording"
)

// Read takes what a person typed to the code of an answer. Nothing typed gives
// no code and no reason; what it cannot read gives no code and why.
//
// Tried in turn: an answer as it is shown; the common words and signs for yes,
// partly, no, not applicable and not recorded; the one answer that what was
// typed begins with ("relative - her husband"), or that it shortens or misspells.
func (q Question) Read(raw string) (code, why string) {
	if wording.Blank(raw) {
		return "", ""
	}
	typed := wording.Fold(raw)
	for _, a := range q.Answers {
		if wording.Fold(a.Text) == typed && typed != "" {
			return a.Code, ""
		}
	}
	if code := q.common(raw); code != "" {
		return code, ""
	}
	return q.nearest(typed)
}

func (q Question) common(raw string) string {
	code := string(codes.ReadAnswer(raw).Answer)
	if q.has(code) {
		return code
	}
	return ""
}

// nearest is the only answer that the typed words can mean.
func (q Question) nearest(typed string) (code, why string) {
	found := ""
	for _, a := range q.Answers {
		if !means(typed, wording.Fold(a.Text)) {
			continue
		}
		if found != "" {
			return "", "it could be " + q.AnswerText(found) + " or " + a.Text
		}
		found = a.Code
	}
	if found == "" {
		return "", "it is none of " + strings.Join(q.texts(), ", ")
	}
	return found, ""
}

// means tells whether typed begins with the answer, is its beginning in whole
// words or of at least four letters, or is one slip away from it.
func means(typed, answer string) bool {
	switch {
	case typed == "" || answer == "":
		return false
	case len(answer) >= 4 && strings.HasPrefix(typed+" ", answer+" "):
		return true
	case strings.HasPrefix(answer+" ", typed+" ") && len(typed) >= 4:
		return true
	case len(typed) >= 4 && strings.HasPrefix(answer, typed):
		return true
	case firstWord(answer) != answer && len(firstWord(answer)) >= 5 && firstWord(typed) == firstWord(answer):
		return true
	}
	return len(typed) >= 5 && wording.OneSlip(typed, answer)
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
