package codes

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"siequity/rules/codes/wording"
)

// LanguageStatus says what a language cell holds.
type LanguageStatus string

// The statuses. Missing is a blank; NotRecorded was asked for and said not to be known or given.
const (
	LanguageValid       LanguageStatus = "valid"
	LanguageMissing     LanguageStatus = "missing"
	LanguageNotRecorded LanguageStatus = "not_recorded"
	LanguageInvalid     LanguageStatus = "invalid"
	LanguageAmbiguous   LanguageStatus = "ambiguous"
)

// LanguageReading is what a preferred language means.
type LanguageReading struct {
	Raw     string
	Tag     string // BCP 47, lower-case language subtag; "" unless valid
	Name    string // English name
	Status  LanguageStatus
	Why     string
	Warning string
	Suggest string // a tag that a person might confirm; never applied
}

// Language reads a preferred or first language: an English name, the language's own name, an ISO 639 code of two or
// three letters, the name of a variety spoken by families in England (Sylheti, Mirpuri, Sorani), or British Sign
// Language.
func Language(raw string) LanguageReading {
	r := readLanguage(raw)
	r.Raw = raw
	if r.Tag != "" {
		r.Name = languageName(r.Tag)
	}
	return r
}

func readLanguage(raw string) LanguageReading {
	if wording.Blank(raw) {
		return LanguageReading{Status: LanguageMissing, Why: "the cell is blank"}
	}
	if wording.SheetError(raw) {
		return LanguageReading{Status: LanguageMissing, Why: sheetError}
	}
	folded := wording.Fold(raw)
	if folded == "" || languageUnknown[folded] {
		return LanguageReading{Status: LanguageNotRecorded, Why: "says that the language is not known"}
	}
	if r, ok := languageInDoubt(raw); ok {
		return r
	}
	if r, ok := languageWhole(folded, raw); ok {
		return r
	}
	if r, ok := languageBeforeBracket(raw); ok {
		return r
	}
	words := strings.Fields(folded)
	if own, told := withoutEnglish(words); told {
		if r := languageWords(own); r.Status == LanguageValid && r.Tag != "en" {
			r.Why, r.Warning = "language name beside how well English is spoken", "the words about English were left out"
			return r
		}
	}
	return languageWords(words)
}

// languageBeforeBracket reads "Igbo (Nigeria)": a language, and in brackets words that name no other.
func languageBeforeBracket(raw string) (LanguageReading, bool) {
	name, inside, found := strings.Cut(raw, "(")
	if !found {
		return LanguageReading{}, false
	}
	tag, ok := languageNames()[wording.Fold(name)]
	if !ok {
		return LanguageReading{}, false
	}
	for _, w := range wording.Words(inside) {
		if _, another := languageNames()[w]; another || languageNegations[w] {
			return LanguageReading{}, false
		}
	}
	return LanguageReading{Tag: tag, Status: LanguageValid, Why: "language name before brackets", Warning: "the words in brackets were left out"}, true
}

// languageWhole reads a cell that is one name or code and nothing else.
func languageWhole(folded, raw string) (LanguageReading, bool) {
	if why, ok := notLanguages[folded]; ok {
		return LanguageReading{Status: LanguageInvalid, Why: why}, true
	}
	if tags, ok := severalLanguages[folded]; ok {
		return LanguageReading{Status: LanguageAmbiguous, Why: "may mean more than one language", Suggest: tags}, true
	}
	if text := strings.TrimSpace(raw); len(text) == 2 && (text == strings.ToLower(text) || text == strings.ToUpper(text)) {
		if r, ok := languageCode(text); ok {
			return r, true
		}
	}
	if tag, ok := languageNames()[folded]; ok {
		return LanguageReading{Tag: tag, Status: LanguageValid, Why: "language name"}, true
	}
	return languageCode(strings.TrimSpace(raw))
}

// languageCode reads an ISO 639 code, alone or as a BCP 47 tag with a region ("ur", "pol", "pt-BR").
func languageCode(text string) (LanguageReading, bool) {
	if len(text) < 2 || len(text) > 8 || strings.ContainsAny(text, " /,;") {
		return LanguageReading{}, false
	}
	base, _, _ := strings.Cut(strings.ReplaceAll(text, "_", "-"), "-")
	if len(base) > 3 || len(base) < 2 {
		return LanguageReading{}, false
	}
	tag, ok := baseTag(strings.ToLower(base))
	if !ok {
		return LanguageReading{}, false
	}
	if base != text {
		if _, err := language.Parse(strings.ReplaceAll(text, "_", "-")); err != nil {
			return LanguageReading{}, false
		}
	}
	return LanguageReading{Tag: tag, Status: LanguageValid, Why: "ISO 639 code"}, true
}

// baseTag gives the tag of an ISO 639 code of any part: two letters, three, or three of the older bibliographic list.
func baseTag(code string) (string, bool) {
	if _, ok := namesOfOwnTags[code]; ok {
		return code, true
	}
	t, err := language.Parse(code)
	if err != nil || display.English.Languages().Name(t) == "" {
		return "", false
	}
	b, _ := t.Base()
	return canonicalTag(b.String()), true
}

// canonicalTag writes the base of a language as the tables here do.
func canonicalTag(base string) string {
	switch base {
	case "cmn":
		return "zh"
	case "arb":
		return "ar"
	case "pes":
		return "fa"
	case "fil":
		return "tl"
	case "in":
		return "id"
	case "iw":
		return "he"
	case "no":
		return "nb"
	case "mo":
		return "ro"
	}
	return base
}

// languageWords reads a cell of several words: one language among words that say how it is spoken, a language with its
// variety in brackets, or several languages, which is ambiguous.
func languageWords(words []string) LanguageReading {
	var tags []string
	unknown := ""
	for i := 0; i < len(words); {
		tag, n := longestPhrase(languageNames(), words[i:], longestLanguage)
		switch {
		case n > 0:
			tags = appendTag(tags, tag, hasWord(words, "mandarin"))
		case languageFillers[words[i]]:
			n = 1
		default:
			n = 1
			if unknown == "" {
				unknown = words[i]
			}
		}
		i += n
	}
	return judgeLanguages(tags, unknown, words)
}

func judgeLanguages(tags []string, unknown string, words []string) LanguageReading {
	switch {
	case len(tags) == 1 && unknown == "":
		return negated(tags[0], words)
	case len(tags) == 2 && unknown == "" && persianPair(tags):
		return LanguageReading{Tag: "fa", Status: LanguageValid, Why: "names two varieties of Persian", Warning: "ask which: Farsi and Dari interpreters differ"}
	case len(tags) > 1:
		return LanguageReading{Status: LanguageAmbiguous, Why: "names more than one language"}
	case len(tags) == 1:
		return LanguageReading{Status: LanguageAmbiguous, Why: "names a language among other words"}
	case len(words) == 1:
		return languageMisspelt(words[0])
	}
	return LanguageReading{Status: LanguageInvalid, Why: quoted(unknown) + " is not a language that any list knows"}
}

// negated reads one language among words of speech; "does not speak English" and "limited English" name no language.
func negated(tag string, words []string) LanguageReading {
	for _, w := range words {
		if languageNegations[w] {
			return LanguageReading{Status: LanguageAmbiguous, Why: "says which language is not, or hardly, spoken"}
		}
	}
	return LanguageReading{Tag: tag, Status: LanguageValid, Why: "language name among words of speech"}
}

// appendTag adds the tag of a name. A name that covers several varieties ("Bengali", "Chinese") gives way to the variety;
// "Mandarin" does not.
func appendTag(tags []string, tag string, mandarin bool) []string {
	for i, t := range tags {
		if t == tag {
			return tags
		}
		if varietyOf[tag] == t && coveringName[t] && !(t == "zh" && mandarin) {
			tags[i] = tag
			return tags
		}
		if varietyOf[t] == tag && coveringName[tag] && !(tag == "zh" && mandarin) {
			return tags
		}
	}
	return append(tags, tag)
}

func hasWord(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

func persianPair(tags []string) bool {
	return tags[0] == "fa" && tags[1] == "prs" || tags[0] == "prs" && tags[1] == "fa"
}

// languageMisspelt reads a name one slip away from exactly one language.
func languageMisspelt(word string) LanguageReading {
	if len(word) >= 5 {
		found, name := "", ""
		for _, n := range languageNamesInOrder() {
			if len(n) < 5 || strings.Contains(n, " ") || !wording.OneSlip(word, n) {
				continue
			}
			tag := languageNames()[n]
			if found != "" && found != tag {
				found = ""
				break
			}
			found, name = tag, strings.ToLower(languageName(tag))
		}
		if found != "" && commonLanguages[found] {
			return LanguageReading{Tag: found, Status: LanguageValid, Why: "spelling: " + quoted(word) + " read as " + quoted(name), Warning: "check the spelling"}
		}
		if found != "" {
			return LanguageReading{Status: LanguageInvalid, Suggest: found, Why: "no language is spelt so; perhaps " + quoted(name)}
		}
	}
	return LanguageReading{Status: LanguageInvalid, Why: quoted(word) + " is not a language that any list knows"}
}
