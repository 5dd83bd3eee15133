package codes

import "siequity/rules/codes/wording"

// languageInDoubt reads a language with a question mark or words of doubt. Nobody should book an interpreter by it, so
// the language is only suggested.
func languageInDoubt(raw string) (LanguageReading, bool) {
	words := wording.Words(raw)
	rest := wording.WithoutDoubt(words)
	if len(rest) == len(words) && !wording.DoubtMarked(raw) {
		return LanguageReading{}, false
	}
	r := readLanguage(joinWords(rest))
	switch r.Status {
	case LanguageMissing:
		r = LanguageReading{Status: LanguageNotRecorded, Why: "says that the language is not known"}
	case LanguageValid:
		r = LanguageReading{Status: LanguageAmbiguous, Suggest: r.Tag, Why: "the value says that " + quoted(joinWords(rest)) + " is in doubt"}
	}
	return r, true
}

// withoutEnglish leaves out the words that say how well a woman speaks English: "Polish (limited English)" is Polish.
// English without such a word is a second language, and nothing says which comes first.
func withoutEnglish(words []string) (own []string, told bool) {
	for i := 0; i < len(words); i++ {
		last := len(own) - 1
		switch {
		case words[i] != "english":
			own = append(own, words[i])
		case last >= 0 && howWell[own[last]]:
			own, told = own[:last], true
		case i+1 < len(words) && wellSpoken[words[i+1]]:
			i, told = i+1, true
		default:
			own = append(own, words[i])
		}
	}
	return own, told
}

var (
	howWell    = wordList(`limited little some no minimal basic good poor broken fluent reasonable conversational excellent`)
	wellSpoken = wordList(`well fluently poorly limited`)
)
