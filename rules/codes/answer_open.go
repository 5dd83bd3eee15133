package codes

import (
	"regexp"
	"strings"

	"siequity/rules/codes/wording"
)

// Answers that are none, and answers that tell of a search without result.

// untouched tells whether a cell holds the choices of a form and nothing else: "Yes/No", "Yes / No / N/A", "Y/N - delete as
// appropriate". "Yes and no" is an answer.
func untouched(words []string) bool {
	yes, no := false, false
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case w == "and" && i == 1 && len(words) == 3:
			return false
		case w == "yes" || w == "y":
			yes = true
		case w == "no" || w == "n" && !(i+1 < len(words) && words[i+1] == "a"):
			no = true
		case !choiceWords[w]:
			return false
		}
	}
	return yes && no
}

var choiceWords = wordList(`yes no y n a na not applicable known unknown or partly partial partially delete as appropriate select please choose tick circle one option unsure don t dont know recorded and`)

// AnswerLeftOpen tells whether a cell holds the choices of a form as they were printed, or an answer that says in the
// same breath that it may be otherwise: "Yes?", "No - tbc", "Possibly". Nothing can be made of it but to ask again.
func AnswerLeftOpen(raw string) bool {
	words := wording.Words(raw)
	if len(words) == 0 || len(words) > longestOpen {
		return false
	}
	rest := wording.WithoutDoubt(words)
	if len(rest) == 0 || untouched(words) {
		return true
	}
	_, known := answerPhrases[strings.Join(rest, " ")]
	if (known || rest[0] == "not") && len(rest) < len(words) {
		return true
	}
	_, why := answerWords(words, raw, nil)
	return why == answerInDoubt
}

const (
	longestOpen   = 10
	answerInDoubt = "the answer is in doubt"
)

// FoundNothing tells whether an answer says that somebody looked and found nothing that mattered: "None identified", "No
// impact", "Not a factor", "Discussed - no concerns". A plain no says that nobody looked.
func FoundNothing(raw string) bool {
	found := false
	for i, clause := range foundClauses.Split(raw, -1) {
		words := wording.Words(clause)
		if len(words) == 0 {
			continue
		}
		folded := strings.Join(words, " ")
		if unlooked.MatchString(folded) || i == 0 && answerPhrases[folded] == AnswerNo {
			return false
		}
		found = found || foundNothing.MatchString(folded)
	}
	return found
}

// foundClauses parts an answer into what may each be a statement of its own.
var foundClauses = regexp.MustCompile(`[-–—,;:.()\[\]/\n]|\b(?:and|but|as|so|because|however|though)\b`)

// unlooked is said where nobody looked.
var unlooked = regexp.MustCompile(`^(?:was |were |it was |this was )?(?:not|never) (?:been )?(?:considered|discussed|explored|reviewed|assessed|asked|addressed|documented|recorded|looked|examined|mentioned|covered|included)(?: by.*| at.*| in.*| during.*)?$|^no (?:evidence|mention|record|documentation|discussion|consideration)`)

var foundNothing = func() *regexp.Regexp {
	const (
		beside = `(?:(?:any|cultural|culture|culturally|ethnic|ethnicity|racial|race|language|linguistic|communication|religious|religion|faith|equality|equity|specific|particular|significant|obvious|apparent|identified|identifiable|known|` +
			`related|relevant|contributory|contributing|additional|other|further|adverse|direct|negative|special|clear|perceived|or) )*`
		noun = `(?:issues?|concerns?|impacts?|factors?|barriers?|problems?|needs?|influences?|bearing|effects?|relevance|contribution|themes?|difficult(?:y|ies)|bias|links?|role|differences?|implications?|requirements?|worries)`
		what = `(?:the |this |her |their |any |our )?(?:patients? |womans? |womens? |mothers? |familys? |clinical |overall |final )*(?:care|outcomes?|incidents?|events?|cases?|decisions?|experience|management|review|investigation|woman|patient|family|mother|birth|safety|panel|team|mdt|reviewers?)`
		tail = `(?: (?:(?:were |was |is |are |have been |has been |being |to be |felt to be )?(?:identified|found|noted|raised|highlighted|apparent|evident|seen|reported|felt|detected|expressed|present|voiced)|at all|here|in this|(?:on|to|in|for|of|by|at|from|with|during|upon|around|regarding) ` + what + `|(?:with|re|regarding|around|about) ` + beside + `(?:language|culture|ethnicity|communication|interpreting)))*`
		felt = `(?:felt |thought |deemed |considered |judged |found |believed |seen |identified )?(?:to be |to have been |as )?(?:an? |the )?`
	)
	return regexp.MustCompile(`^(?:yes )?(?:` +
		`(?:no|nil|not any|without(?: any)?|there (?:were|was|are|is) (?:no|not any)|(?:did|could) not (?:identify|find|note|have)(?: any)?|had no|found no|identified no) ` + beside + noun + tail + `|` +
		`(?:none|nil|nothing)(?: (?:were|was))? (?:identified|found|noted|raised|highlighted|apparent|seen|detected|evident|felt)` + tail + `|` +
		`(?:(?:it|this|culture|ethnicity|language|these) )?(?:(?:was|were|is) )?not ` + felt + `(?:contributory |contributing |causal |relevant |significant |direct )*(?:factors?|issues?|concerns?|barriers?|problems?|influences?|causes?|contributors?)` + tail + `|` +
		`(?:(?:it|this|culture|ethnicity|language|these) )?(?:(?:was|were|is) )?not ` + felt + `(?:contributory|contributing|causal|relevant|significant)(?: to ` + what + `)?` + `|` +
		`(?:(?:it|this|culture|ethnicity|language|these) )?(?:did|does|do) not (?:appear to |seem to )?(?:contribute|impact|influence|affect|play an? (?:part|role)|have (?:an? |any )?(?:impact|effect|bearing|influence|role))` + tail + `(?: (?:the )?(?:care|outcome))?` +
		`)$`)
}()
