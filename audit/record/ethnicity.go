package record

import (
	"strings"
	"unicode"

	"siequity/rules/codes"
)

// Ethnicity is the ethnic category of a record: what was read, from which column,
// and what the reading rests on.
type Ethnicity struct {
	Raw     string
	Code    string // A to S, Z, 99 or ""
	Group   string // broad group, "" where not certain
	Bucket  string // row of a table under the grouping chosen, "" where it has none
	Status  codes.EthnicityStatus
	Scheme  string
	Why     string
	Suggest string
	Warning string
	Heading string // column it was read from
	// Recorded says that an answer stands there, which a dash or "not known" is not.
	Recorded bool
}

// maskedWord stands for what a reason would quote of a name.
const maskedWord = "[masked]"

// Reason gives why the ethnic category was read as it was. It quotes the cell, and
// shows no more of it than the cell as mask leaves it: where that hides somebody's
// name, so does the reason. A label that mask leaves alone is no person for being
// quoted among other words.
func (e *Ethnicity) Reason(mask func(string) string) string {
	shown := mask(e.Raw)
	if shown == e.Raw {
		return e.Why
	}
	parts := strings.Split(e.Why, `"`)
	if strings.Contains(e.Raw, `"`) { // its own quotes cannot be told from ours
		return parts[0] + `"` + maskedWord + `"` + parts[len(parts)-1]
	}
	for i := 1; i < len(parts); i += 2 {
		if !shows(shown, parts[i]) {
			parts[i] = maskedWord
		}
	}
	return strings.Join(parts, `"`)
}

// shows tells whether the words quoted stand in a text, whatever their case.
func shows(text, quoted string) bool {
	return strings.Contains(" "+strings.Join(wordsOf(text), " ")+" ", " "+strings.Join(wordsOf(quoted), " ")+" ")
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// MaskIn masks a message that may say what the cell holds and why it was read so.
// Those are shown as they are elsewhere, and not read as part of the message.
func (e *Ethnicity) MaskIn(message string, mask func(string) string) string {
	before, after, found := strings.Cut(message, e.Why)
	if e.Why == "" || !found {
		return mask(message)
	}
	if start, rest, named := strings.Cut(before, " "+e.Raw+" "); named && e.Raw != "" {
		before = mask(start) + " " + mask(e.Raw) + " " + mask(rest)
	} else {
		before = mask(before)
	}
	return before + e.Reason(mask) + mask(after)
}
