package codes

import "testing"

func TestLanguageNames(t *testing.T) {
	tests := map[string][]string{
		"en":  {"English", "ENG", "english.", "English speaking", "Engish", "English (UK)", "eng", "en"},
		"ur":  {"Urdu", "urdu", "اردو", "urd", "Speaks Urdu", "Urdu (Pakistan)"},
		"pl":  {"Polish (limited English)", "Polish, speaks some English", "Polish - good English", "Polish, no English", "Polish, speaks English well", "Polish", "Polski", "pol", "Polsih", "Polish speaker"},
		"ro":  {"Romanian", "Română", "rum", "ron", "Moldovan", "Romainian"},
		"bn":  {"Bengali", "Bangla", "বাংলা", "ben"},
		"syl": {"Sylheti", "Bengali (Sylheti)", "Bengali/Sylheti", "syl"},
		"phr": {"Mirpuri", "Pahari", "Potwari", "Mirpuri Punjabi"},
		"pa":  {"Punjabi", "Panjabi", "ਪੰਜਾਬੀ", "Punjbai", "Punjabi (Gurmukhi)"},
		"ckb": {"Kurdish (Sorani)", "Sorani", "Kurdish - Sorani", "ckb"},
		"kmr": {"Kurmanji", "Kurdish (Kurmanji)", "Badini"},
		"ku":  {"Kurdish"},
		"fa":  {"Farsi", "Persian", "فارسی", "per", "Farsi/Dari"},
		"prs": {"Dari", "Farsi (Afghan)"},
		"ps":  {"Pashto", "Pushto", "پښتو"},
		"zh":  {"Mandarin", "Chinese", "中文", "chi", "Chinese (Mandarin)"},
		"yue": {"Cantonese", "Chinese (Cantonese)", "粵語"},
		"bfi": {"BSL", "British Sign Language", "Sign Language (BSL)", "bfi"},
		"ti":  {"Tigrinya", "Tigrigna", "ትግርኛ"},
		"pt":  {"Portuguese", "pt-BR", "Portuguese (Brazil)", "Português"},
		"id":  {"Indonesian", "in", "id"},
		"lt":  {"Lithuanian", "Lituanian", "Lietuvių"},
		"ig":  {"Igbo (Nigeria)", "Ibo"},
		"cy":  {"Welsh", "Cymraeg", "wel"},
		"so":  {"Somali", "Af Soomaali", "som", "Other - Somali"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			got := Language(raw)
			if got.Tag != want || got.Status != LanguageValid || got.Name == "" {
				t.Errorf("%q: %q %s %q (%s), want %q", raw, got.Tag, got.Status, got.Name, got.Why, want)
			}
		}
	}
}

func TestLanguageRefusals(t *testing.T) {
	tests := map[LanguageStatus][]string{
		LanguageMissing:     {"", "  ", "\u00a0"},
		LanguageNotRecorded: {"Not recorded", "Unknown", "N/A", "?", "Not stated", "Declined", "und"},
		LanguageInvalid:     {"White British", "Muslim", "Yes", "Baby", "12", "GBR", "Interpreter required", "Klingonese", "xx"},
		LanguageAmbiguous: {"English, Urdu", "Hindi/Urdu", "Mandarin/Cantonese", "Other", "Indian", "Afghan", "Sign language", "Creole",
			"Limited English", "Polish, speaks English", "English, some Polish", "Does not speak English", "Turkish/Kurdish", "English and Polish"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := Language(raw); got.Status != want || got.Tag != "" {
				t.Errorf("%q: %q %s (%s), want %s", raw, got.Tag, got.Status, got.Why, want)
			}
		}
	}
}

// A language in doubt is not one to book an interpreter by: it is suggested, as an ethnic category in doubt is.
func TestLanguageInDoubt(t *testing.T) {
	tests := map[string][]string{
		"fr": {"French?", "?French", "French (?)", "French ?", "possibly French", "French - tbc", "French (to be confirmed)", "French (unconfirmed)", "probably French", "French, to confirm", "Frnch?"},
		"ur": {"Urdu (possibly)", "likely Urdu"},
		"":   {"Polish/English?", "maybe", "Polish or Romanian?", "Urdu?? ask the family"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := Language(raw); got.Tag != "" || got.Status == LanguageValid || got.Suggest != want {
				t.Errorf("%q: tag %q %s, suggests %q, want %q (%s)", raw, got.Tag, got.Status, got.Suggest, want, got.Why)
			}
		}
	}
}

// What a spreadsheet shows for a look-up that failed is nothing that anybody recorded.
func TestSheetErrorsRecordNothing(t *testing.T) {
	for _, raw := range []string{"#N/A", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#DIV/0!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#BLOCKED!", "#UNKNOWN!", "#FIELD!", "#CONNECT!", " #n/a ", "#BUSY!", "#ERROR!", "Err:502"} {
		if got := Language(raw).Status; got != LanguageMissing {
			t.Errorf("%q as a language: %s", raw, got)
		}
		if got := Harm(raw, HarmWords).Level; got != HarmMissing {
			t.Errorf("%q as harm: %s", raw, got)
		}
		if got := ReadAnswer(raw).Answer; got != AnswerMissing {
			t.Errorf("%q as an answer: %s", raw, got)
		}
		if got := ReadInterpreter(raw).Answer; got != AnswerMissing {
			t.Errorf("%q as an interpreter: %s", raw, got)
		}
		if got := (Options{}).Ethnicity(raw, SchemeUnknown); got.Status != EthnicityMissing || got.Code != "" || Recorded(got) {
			t.Errorf("%q as ethnicity: %+v", raw, got)
		}
		if got := ReadIMDColumn(map[string]int{raw: 1, "3": 9, "10": 5}, IMDOptions{Areas: 32844}).Read(raw).Status; got != IMDMissing {
			t.Errorf("%q as deprivation: %s", raw, got)
		}
	}
}

func TestLanguageNameReadsAsItself(t *testing.T) {
	// these codes are more often an answer in a spreadsheet: no data, not a number, a title
	collides := map[string]bool{"nd": true, "nan": true, "mr": true}
	for _, name := range languageNamesInOrder() {
		first := Language(name)
		if first.Status != LanguageValid {
			continue
		}
		if first.Name == "" {
			t.Errorf("%q: tag %s has no English name", name, first.Tag)
		}
		if collides[first.Tag] {
			continue
		}
		if again := Language(first.Tag); again.Tag != first.Tag {
			t.Errorf("%q: tag %s reads back as %q %s", name, first.Tag, again.Tag, again.Status)
		}
	}
}
