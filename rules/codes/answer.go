package codes

import (
	"slices"
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

// interpreterWords writes the words of an interpreter column in one way: "translator" is an interpreter, and a language
// before it says only which ("needs Polish interpreter").
func interpreterWords(words []string) []string {
	for i, w := range words {
		if plain, ok := interpreterSpellings[w]; ok {
			words[i] = plain
		}
	}
	if i := slices.Index(words, "interpreter"); i > 0 && words[i-1] != "bsl" {
		if _, ok := languageNames()[words[i-1]]; ok {
			return slices.Delete(words, i-1, i)
		}
	}
	return words
}

var interpreterSpellings = map[string]string{
	"translator": "interpreter", "translators": "interpreter", "translation": "interpreter", "interpretor": "interpreter", "interpretors": "interpreter",
	"interpreters": "interpreter", "interpretter": "interpreter", "interperter": "interpreter", "intepreter": "interpreter", "interpreting": "interpreter",
	"interpretation": "interpreter", "reqd": "required", "req": "required", "requried": "required", "doesnt": "not", "dont": "not", "isnt": "not", "wasnt": "not",
}

func readAnswer(raw string, more map[string]Answer) AnswerReading {
	r := AnswerReading{Raw: raw}
	if wording.Blank(raw) {
		r.Answer, r.Why = AnswerMissing, "the cell is blank"
		return r
	}
	if wording.SheetError(raw) {
		r.Answer, r.Why = AnswerMissing, sheetError
		return r
	}
	if strings.HasPrefix(strings.TrimSpace(raw), "#") {
		r.Answer, r.Why = AnswerNotRecorded, "a sign only: nothing was recorded"
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
	if untouched(words) {
		r.Answer, r.Why = AnswerUnmapped, "the choices of the form, and none taken"
		return r
	}
	if more != nil {
		words = interpreterWords(words)
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
		if answerDoubted(a, words[n:], raw) {
			return AnswerUnmapped, answerInDoubt
		}
		if a == AnswerYes && inPart(words[n:]) {
			return AnswerPartly, "yes, but in part"
		}
		if n < len(words) && (contradicted(a, words[n:]) || (a == AnswerYes || a == AnswerPartly) && more != nil && noInterpreter(words[n:], more[phrase] == AnswerYes)) {
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

const longestAnswer = 5

// answerPhrases are the beginnings, folded, of an answer.
var answerPhrases = phraseTable([]phrasesFor[Answer]{
	{AnswerYes, `yes|y|true|t|1|fully|considered|done|completed|complete|addressed|achieved|met|yes fully|fully considered|fully met|evidenced|present|agreed|included|
		discussed|explored|documented|ticked|x|yep|yeah|ye|yrs|yes completed|was considered|were considered|confirmed|recorded|offered`},
	{AnswerPartly, `partly|partial|partially|part|in part|to some extent|some|somewhat|partially met|partly met|partial evidence|yes partly|yes partially|yes in part|yes but|sometimes|limited|
		partially considered|partly considered|some evidence|mentioned only|incomplete|yes and no|50 50|half`},
	{AnswerNo, `no|n|false|f|0|not considered|not done|not met|not addressed|none|not evidenced|no evidence|absent|nope|not discussed|not explored|not included|not achieved|never|
		was not considered|not offered|not completed|no evidence of|no evidence that|not mentioned|nil|not at all|no mention|no mention of|not evident|not seen|non`},
	{AnswerNotApplicable, `n a|na|not applicable|n app|not app|not appropriate|not relevant|does not apply|non applicable|no applicable|not needed|not required|not necessary|notapplicable|no not applicable`},
	{AnswerNotRecorded, `not recorded|unknown|not known|not documented|not stated|unclear|not clear|dont know|do not know|i dont know|unsure|not sure|u|uk|nk|nr|unable to tell|
		cannot tell|cant tell|not completed by reviewer|not completed by the reviewer|not answered|not available|no information|no data|insufficient information|not found|not assessed|
		information not available|null|nan|missing|tbc|to be confirmed|pending|not reported|not able to determine|unable to determine|unable to assess|unable to say|not entered|unrecorded|undocumented|
		no record|not yet known|not collected|notes unavailable|notes not available|not yet completed|blank|ref|value|no response|no answer|not specified|insufficient detail|not enough information|n k|not asked|not yet asked|never asked|prefer not to say|
		nothing documented|nothing recorded|none documented|none recorded|to be completed|to be reviewed|in progress`},
})

// answerWholeOnly are answers too short or too common to be the beginning of a sentence that says something else,
// unless punctuation sets them off.
var answerWholeOnly = phraseTable([]phrasesFor[bool]{{true, `x|t|f|n|y|1|0|u|some|part|present|done|met|complete|completed|none|nil|never|considered|discussed|documented|recorded|included|
	explored|offered|confirmed|half|limited|no|non|not met|not needed|not required|not completed|pending|in progress|missing|absent|true|false|ref|value|agreed|na|uk|ye`}})

// interpreterPhrases are what the interpreter columns say besides yes and no.
var interpreterPhrases = phraseTable([]phrasesFor[Answer]{
	{AnswerYes, `required|needed|interpreter required|interpreter needed|interpreter used|used|yes required|interpreter|telephone interpreter|phone interpreter|face to face interpreter|
		video interpreter|f2f|f2f interpreter|in person|in person interpreter|requires a interpreter|needs a interpreter|need a interpreter|language line|languageline|professional interpreter|interpreter booked|interpreter present|telephone|face to face|video|bsl interpreter|sign language interpreter|
		needs interpreter|requires interpreter|requires an interpreter|needs an interpreter|need interpreter|need an interpreter|will need interpreter|will need an interpreter|will require interpreter|will require an interpreter|interpreter offered|interpreter requested|interpreter provided`},
	{AnswerNo, `not required|not needed|interpreter not required|interpreter not needed|no interpreter required|no interpreter needed|no interpreter|not used|interpreter not used|
		none required|none needed|no interpreter used|does not need interpreter|does not require interpreter|does not require an interpreter|does not need an interpreter|not necessary|interpreter not necessary|
		offered but declined|offered and declined|offered declined|offered but refused|offered and refused|offered refused|offered patient declined|offered but patient declined|offered woman declined|
		interpreter offered but declined|interpreter offered and declined|interpreter offered declined|interpreter offered but refused|interpreter offered and refused|
		declined|interpreter declined|refused|interpreter refused|patient declined|patient refused|woman declined|mother declined|interpreter not available|interpreter not booked|interpreter not offered|not offered|unnecessary|no need|no not required|not need interpreter|not need an interpreter|not require interpreter|not require an interpreter|family member|
		family member interpreted|relative|husband|partner|friend|relative used|husband interpreted|partner interpreted|family`},
	{AnswerNotApplicable, `english speaking|english speaker|speaks english|english is first language|english first language|first language english|english|fluent english|fluent in english|english spoken`},
})
