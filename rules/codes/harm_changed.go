package codes

import "siequity/rules/codes/wording"

// A grade may be changed once a panel has met, and people write both: "Severe - downgraded to low", "initially severe,
// now low", "Low (was moderate)". The later grade counts if the cell says plainly which that is.

// tense says when a grade held.
type tense uint8

const (
	atNoTime tense = iota
	before
	after
	changes    // grades are changed: "downgraded"
	mayChange  // so may others things be: "reduced to low", "reduced life expectancy"
	linksTense // words between a mark and its grade
)

// tensed is a grade of a cell, and when it held.
type tensed struct {
	level HarmLevel
	when  tense
}

// changedHarm reads a cell that tells of a change of grade; ok is false for any other.
func changedHarm(words []string, raw string) (level HarmLevel, why string, ok bool) {
	grades, told := tenses(words)
	if !told {
		return "", "", false
	}
	if level = laterHarm(grades); level == "" {
		return HarmUnmapped, "the grade was changed, and the cell does not say plainly to what", true
	}
	if wording.DoubtMarked(raw) || wording.Doubt(words) != "" || holdsAny(words, notYetChanged) {
		return HarmUnmapped, "a change of grade that is not certain", true
	}
	return level, "the later of the grades named", true
}

// tenses lists the grades of a cell. told is true where a word says that the grade was changed, or when one held.
func tenses(words []string) (grades []tensed, told bool) {
	next, moving := atNoTime, false
	for i := 0; i < len(words); {
		mark, n := longestPhrase(tenseWords, words[i:], 2)
		level, size := longestPhrase(harmPhrases, words[i:], longestHarm)
		switch {
		case size > n && level.Known():
			grades = append(grades, tensed{level, next})
			told, next, n = told || next != atNoTime, atNoTime, size
		case n > 0 && mark == changes:
			told, moving, next = true, true, atNoTime
		case n > 0 && mark == mayChange:
			moving, next = true, atNoTime
		case n > 0 && mark == linksTense:
		case n > 0:
			next = mark
		case moving && words[i] == "from":
			next, n = before, 1
		case moving && words[i] == "to":
			next, n = after, 1
		default:
			next, n = atNoTime, 1
		}
		i += n
	}
	return grades, told
}

// laterHarm gives the grade that holds now: the only one marked as later, with none behind it, or the only one that is
// not marked, beside others that held before.
func laterHarm(grades []tensed) HarmLevel {
	var later, bare, last HarmLevel
	past := false
	for _, g := range grades {
		switch {
		case g.when == after && later != "" && later != g.level, g.when == atNoTime && later != "" && later != g.level:
			return ""
		case g.when == after:
			later = g.level
		case g.when == before:
			past = true
		case bare != "" && bare != g.level:
			last = g.level
		default:
			bare = g.level
		}
	}
	switch {
	case later != "":
		return later
	case past && last == "":
		return bare
	}
	return ""
}

var tenseWords = phraseTable([]phrasesFor[tense]{
	{changes, `downgraded|downgrade|downgrading|upgraded|upgrade|upgrading|regraded|regrade|regrading|re graded|reclassified|re classified|reassessed|rescored|re scored|revised|amended`},
	{mayChange, `changed|reduced|lowered|raised|increased|escalated|updated|moved|altered|corrected|adjusted`},
	{before, `was|were|previously|originally|initially|formerly|initial|original|previous`},
	{after, `now|then|subsequently|later|finally|final|currently|current|latest`},
	{linksTense, `as|a|an|the|graded|reported|recorded|logged|harm of|grade|level|grading|be|been|it is|is|at`},
})

// notYetChanged are words of a change that somebody has asked for, or that was refused.
var notYetChanged = wordList(`be may might should could would request requested requests propose proposed recommend recommended recommendation suggest suggested consider considered considering not pending awaiting`)

func holdsAny(words []string, set map[string]bool) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}
