package intake

import (
	"regexp"

	"siequity/incidents/field"
	"siequity/rules/codes"
	"siequity/rules/codes/ethnicity"
)

// A likeness is a kind of value that matters, and the fields that may hold it.
type likeness struct {
	noun    string
	fields  []string
	like    func(text string) bool
	heading func(words string) bool // whether the heading allows it
}

// others are words of headings over what is another person's or place's.
var others = regexp.MustCompile(`\b(partner|father|dad|baby|babys|child|neonate|staff|reporter|reporters|handler|employee|attendee|panel|gp|hospital|unit|practice|site|organisation|trust|provider|incident|location)\b`)

// otherThings are words of headings whose values look like ethnic categories and are none.
var otherThings = regexp.MustCompile(`\b(nationality|country|birthplace|language|languages|lang|interpreter|religion|faith|citizenship)\b`)

// places are words of headings over numbers of rooms and days, which look like references.
var places = regexp.MustCompile(`\b(ward|bed|room|bay|postcode|post|date|day|time|phone|tel|bleep|age|weight|code)\b`)

func hers(words string) bool { return !others.MatchString(words) }

// likenesses lists what may matter to a sheet of a source; the plainer first.
func likenesses(of field.Table, all []field.Table) []likeness {
	out := []likeness{
		{"area codes", []string{"lsoa"}, func(s string) bool { _, _, ok := codes.LSOA(s); return ok }, hers},
		{"postcodes", []string{"postcode"}, func(s string) bool { return codes.Postcode(s).Status == codes.PostcodeOK }, hers},
		{"ethnic categories", []string{"ethnicity"}, ethnicLabel, func(words string) bool { return hers(words) && !otherThings.MatchString(words) }},
	}
	out = append(out, graded()...)
	for _, t := range all {
		if form := numberForms[t.Source]; form != nil && t.Source != of.Source {
			out = append(out, likeness{"numbers of " + t.Title, []string{t.Own}, form.MatchString, func(words string) bool { return !places.MatchString(words) }})
		}
	}
	for _, a := range asked {
		out = append(out, likeness{"answers", a.fields, isAnswer, func(words string) bool { return a.words.MatchString(words) && !cultured.MatchString(words) }})
	}
	return out
}

// ethnicLabel knows a category by its words; single letters may be grades.
func ethnicLabel(s string) bool {
	return len(s) > 3 && ethnicity.Read(s, ethnicity.Unknown, nil).Status == ethnicity.Valid
}

// numberForms are references that show whose they are, written in full.
var numberForms = map[string]*regexp.Regexp{
	"steis": regexp.MustCompile(`(?i)^(steis|sui|si)?[ :-]*20\d\d/\d{1,6}$`),
	"datix": regexp.MustCompile(`(?i)^(w|web|datix|datixweb)[ -]*\d{3,}$`),
	"mnsi":  regexp.MustCompile(`(?i)^(mi|mnsi|hsib)[ -]*(mi-?)?\d{3,}$`),
}

// asked are the words of questions whose answers matter.
var asked = []struct {
	words  *regexp.Regexp
	fields []string
}{
	{regexp.MustCompile(`\b(interpret\w*|translat\w*)`), []string{"interpreter_need", "interpreter_used"}},
	{regexp.MustCompile(`\blanguage`), []string{"language_answer"}},
	{regexp.MustCompile(`\bcultur\w*`), []string{"culture_answer"}},
	{regexp.MustCompile(`\bethnic\w*`), []string{"ethnicity_answer"}},
	{regexp.MustCompile(`\b(suitab\w*|eligib\w*|pmrt)\b`), []string{"suitable"}},
}

// cultured are words of headings over cultures of a laboratory or a workplace.
var cultured = regexp.MustCompile(`\b(blood|urine|urinary|wound|swabs?|hvs|placenta\w*|sputum|csf|tip|stool|specimens?|taken|sent|results?|safety|just|learning|staff|workplace|openness)\b.*\bcultur|\bcultur.*\b(taken|sent|results?|openness|safety)\b`)

// isAnswer knows yes and no; "none" and the like may answer anything.
func isAnswer(s string) bool {
	a := codes.ReadAnswer(s).Answer
	return len(s) <= 5 && (a == codes.AnswerYes || a == codes.AnswerNo)
}

// systemWords name a system in a heading, with the field for its references.
var systemWords = []struct {
	words *regexp.Regexp
	name  string
}{
	{regexp.MustCompile(`\b(steis|sui)\b`), "steis_ref"}, {regexp.MustCompile(`\b(datix|dciq|inphase|ulysses)\b`), "datix_ref"}, {regexp.MustCompile(`\blfpse\b`), "lfpse_ref"},
	{regexp.MustCompile(`\b(mnsi|hsib)\b`), "mnsi_ref"}, {regexp.MustCompile(`\b(pmrt|mbrrace)\b`), "pmrt_ref"},
}

// referenceLike is what may be a reference: one piece with a number in it.
var referenceLike = regexp.MustCompile(`^[A-Za-z]{0,6}[ -]?\d{3,}([/-]\d+)?$`)
