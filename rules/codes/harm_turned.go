package codes

// takesBack is why the words beside a grade take it back: a harm that did not happen, that the incident did not cause,
// or that somebody still doubts is not that harm. They count near the grade only: the long definition of a scale may
// well say what "is likely" or "did not need" further down.
func takesBack(level HarmLevel, rest []string, raw string) string {
	near := rest[:min(len(rest), nearHarm)]
	switch doubt := doubtOf(raw, rest, nearHarm, harmPhrases); doubt {
	case "":
	case "?":
		return inDoubt
	default:
		return "the grade is in doubt: " + quoted(doubt)
	}
	for i := range near {
		not, n := longestPhrase(harmTakenBack, near[i:], longestTaken)
		switch {
		case n > 0 && not == didHappen:
			return ""
		case n > 0 && not == notGraded:
			return "the grade is still to be settled: " + quoted(joinWords(near[i:i+n]))
		case n > 0 && level.Rank() > 0:
			return "a harm that did not happen, or not from the incident: " + quoted(joinWords(near[i:i+n]))
		}
	}
	if len(near) > 0 && near[0] == "risk" && level.Rank() > 0 {
		return "the risk of a harm, not a harm"
	}
	return ""
}

const inDoubt = "a question mark says that the grade is in doubt"

// awaited tells whether a cell says that the grade is still to come, and names none.
func awaited(words []string) bool {
	if len(words) == 0 || words[0] != "awaiting" && words[0] != "awaited" && words[0] != "pending" {
		return false
	}
	for i := range words {
		if level, n := longestPhrase(harmPhrases, words[i:], longestHarm); n > 0 && level.Known() {
			return false
		}
	}
	return true
}

// beforeMight cuts what is said of a harm that might have been: "near miss, potential for severe harm" names one grade.
func beforeMight(rest []string) []string {
	for i := range rest {
		if not, n := longestPhrase(harmTakenBack, rest[i:], longestTaken); n > 0 && not == notHappened {
			return rest[:i]
		}
	}
	return rest
}

// nearHarm is how many words after a grade may take it back.
const nearHarm = 6

// taken is what words do to a grade before them.
type taken uint8

const (
	notHappened taken = iota + 1
	notGraded         // the grade is not final
	didHappen         // the words sound like one of these, and the harm happened all the same
)

const longestTaken = 5

var harmTakenBack = phraseTable([]phrasesFor[taken]{
	{didHappen, `potentially avoidable|potentially preventable|possibly avoidable|possibly preventable|could have been avoided|could have been prevented|might have been avoided|might have been prevented|
		may have been avoided|may have been prevented|not prevented|not avoided|not averted|may have contributed|
		awaiting post mortem|awaiting pm|awaiting inquest|awaiting coroner|awaiting coroners|pending post mortem|pending inquest|awaiting surgery|awaiting treatment`},
	{notHappened, `avoided|prevented|averted|potential|potentially|near miss|narrowly|nearly|almost|could have|might have|would have|may have|did not occur|did not happen|did not result|didnt occur|didnt happen|not occur|
		no actual|not actual|hypothetical|worst case|not caused|not related|unrelated|not due|not attributable|not linked|not associated|not as a result|not from the incident|not a result`},
	{notGraded, `pending|awaiting|awaited|under review|under investigation|under discussion|for review|for discussion|to be reviewed|to be agreed|to be decided|to be discussed|to be validated|to be determined|not agreed|
		not validated|not final|not finalised|disputed|draft|subject to|needs review|requires review|tentative|interim|estimated`},
})

// otherGrade tells whether a second grade stands after the first: at once ("Low / Moderate", "Moderate to severe"), or
// further on as a grade and not as a describing word ("low for the mother, severe harm to the baby").
func otherGrade(level HarmLevel, rest []string) bool {
	at := 0
	for at < len(rest) && (rest[at] == "or" || rest[at] == "to" || rest[at] == "and") {
		at++
	}
	if next, n := longestPhrase(harmPhrases, rest[at:], longestHarm); n > 0 && next.Known() && apart(level, next) && endsGrade(rest[at+n:], rest[at:at+n]) {
		return true
	}
	for i := range rest[:min(len(rest), farHarm)] {
		next, n := longestPhrase(plainGrades, rest[i:], 2)
		if n > 0 && apart(level, next) && (i == at && n == 1 || len(rest) == i+n || harmNouns[rest[i+n]] || n == 2) {
			return true
		}
	}
	return false
}

// farHarm is how many words after a grade another counts. Definitions of a scale name the grades beside them.
const farHarm = 8

// apart tells whether two grades differ. A near miss did no harm.
func apart(a, b HarmLevel) bool { return a.Rank() != b.Rank() }

// endsGrade tells whether a grade, of the words given, ends there: "minor" alone may begin "minor treatment".
func endsGrade(after, words []string) bool {
	return len(after) == 0 || harmNouns[after[0]] || len(words) > 1
}

var harmNouns = wordList(`harm impact injury outcome level grade`)

// plainGrades are the words of the national scale.
var plainGrades = phraseTable([]phrasesFor[HarmLevel]{
	{HarmNone, `no harm`}, {HarmLow, `low`}, {HarmModerate, `moderate`}, {HarmSevere, `severe`}, {HarmDeath, `death|fatal|catastrophic`},
})
