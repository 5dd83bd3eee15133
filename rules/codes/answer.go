package codes

import (
	"strings"

	"siequity/rules/codes/wording"
)

// Answer is a yes/no answer brought to one scale.
type Answer string

// The answers. NotRecorded was asked of the reviewer and said to be unknown; Missing is a blank.
const (
	AnswerYes           Answer = "yes"
	AnswerPartly        Answer = "partly"
	AnswerNo            Answer = "no"
	AnswerNotApplicable Answer = "not_applicable"
	AnswerNotRecorded   Answer = "not_recorded"
	AnswerMissing       Answer = "missing"
	AnswerUnmapped      Answer = "unmapped"
)

// AnswerReading is what a raw value of a yes/no column means.
type AnswerReading struct {
	Raw    string
	Answer Answer
	Why    string
}

// ReadAnswer reads what was typed or ticked as an answer to a question of an audit form.
func ReadAnswer(raw string) AnswerReading {
	return readAnswer(raw, nil)
}

// ReadInterpreter reads whether an interpreter was needed, offered or used. It knows the answers of ReadAnswer and the
// words for interpreters ("Required", "Telephone interpreter", "English speaking").
func ReadInterpreter(raw string) AnswerReading {
	return readAnswer(raw, interpreterPhrases)
}

func readAnswer(raw string, more map[string]Answer) AnswerReading {
	r := AnswerReading{Raw: raw}
	if wording.Blank(raw) {
		r.Answer, r.Why = AnswerMissing, "the cell is blank"
		return r
	}
	if strings.HasPrefix(strings.TrimSpace(raw), "#") {
		r.Answer, r.Why = AnswerNotRecorded, "a spreadsheet error, nothing was recorded"
		return r
	}
	if a, ok := tick(raw); ok {
		r.Answer, r.Why = a, "tick mark"
		return r
	}
	if a, ok := tickedBox(raw); ok {
		r.Answer, r.Why = a, "the ticked box"
		return r
	}
	words := wording.Words(raw)
	if len(words) == 0 {
		r.Answer, r.Why = AnswerNotRecorded, "punctuation only: nothing was recorded"
		return r
	}
	r.Answer, r.Why = answerWords(words, raw, more)
	return r
}

// tick reads check marks and crosses.
func tick(raw string) (Answer, bool) {
	switch strings.TrimSpace(raw) {
	case "✓", "✔", "☑", "✅", "√", "☒", "[x]", "[X]":
		return AnswerYes, true
	case "✗", "✘", "❌", "×", "✕":
		return AnswerNo, true
	case "☐", "[ ]", "[]":
		return AnswerNotRecorded, true
	}
	return "", false
}

// tickedBox reads a row of boxes copied from a form: "☒ Yes ☐ No". It needs at least one empty box, and one ticked.
func tickedBox(raw string) (Answer, bool) {
	if !strings.Contains(raw, "☐") {
		return "", false
	}
	var ticked []string
	for i, part := range strings.FieldsFunc(strings.ReplaceAll(raw, "☐", "|-"), func(r rune) bool { return r == '|' || r == '☑' || r == '☒' || r == '✅' || r == '✔' }) {
		if strings.HasPrefix(part, "-") || wording.Fold(part) == "" || i == 0 && !startsTicked(raw) {
			continue
		}
		ticked = append(ticked, part)
	}
	switch len(ticked) {
	case 0:
		return AnswerNotRecorded, true
	case 1:
		a, _ := answerWords(wording.Words(ticked[0]), ticked[0], nil)
		return a, true
	}
	return AnswerUnmapped, true
}

func startsTicked(raw string) bool {
	return strings.HasPrefix(raw, "☑") || strings.HasPrefix(raw, "☒") || strings.HasPrefix(raw, "✅") || strings.HasPrefix(raw, "✔")
}

// answerWords tries the whole label, then ever shorter beginnings: people write "Yes - see section 4". A beginning
// that is one short word counts only when punctuation sets it off or the answer is plain, so that "No interpreter was
// needed as" is not mistaken for a bare "No" where the whole label says more.
func answerWords(words []string, raw string, more map[string]Answer) (Answer, string) {
	for n := min(len(words), longestAnswer); n > 0; n-- {
		phrase := strings.Join(words[:n], " ")
		a, ok := more[phrase]
		if !ok {
			a, ok = answerPhrases[phrase]
		}
		if !ok || n < len(words) && answerWholeOnly[phrase] && !setOff(raw, n) {
			continue
		}
		if n < len(words) && contradicted(a, words[n:]) {
			return AnswerUnmapped, "says both yes and no"
		}
		return a, "wording " + quoted(phrase)
	}
	return AnswerUnmapped, "no answer has this wording"
}

// contradicted tells whether the words after an answer take it back: "Yes / No" left unedited on a form.
func contradicted(a Answer, rest []string) bool {
	return a == AnswerYes && rest[0] == "no" || a == AnswerNo && rest[0] == "yes" ||
		a == AnswerYes && len(rest) > 1 && (rest[0] == "or" || rest[0] == "and") && rest[1] == "no"
}

// setOff tells whether punctuation follows the n-th word of raw, as in "No, declined" or "N/A - English".
func setOff(raw string, n int) bool {
	inWord, seen := false, 0
	for _, r := range raw {
		part := !strings.ContainsRune(" \t\n\r\u00a0.,;:-–—()[]/", r)
		if inWord && !part {
			seen++
			if seen == n && strings.ContainsRune(".,;:-–—()[]\n", r) {
				return true
			}
		}
		if !inWord && !part && seen == n && strings.ContainsRune(".,;:-–—([\n", r) {
			return true
		}
		if !inWord && part && seen == n {
			return false
		}
		inWord = part
	}
	return false
}
