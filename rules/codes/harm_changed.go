package codes

import (
	"regexp"

	"siequity/rules/codes/wording"
)

// A grade may be changed once a panel has met, and people write both: "Severe - downgraded to low", "initially severe,
// now low", "Low (was moderate)". The later grade counts if the cell says plainly which that is. Most words of a scale
// have other uses, and so have "now" and "then": "Moderate harm; mother now low mood" tells of no other grade.

// tense says when a grade held.
type tense uint8

const (
	atNoTime tense = iota
	before
	afterwards // later in the story, which need not be a later grade: "now", "then"
	after
	changes    // grades are changed: "downgraded"
	mayChange  // so may others things be: "reduced to low", "reduced life expectancy"
	linksTense // words between a mark and its grade
	ofGrade    // likewise, and they say that it is a grade: "now graded low"
)

// tensed is a grade of a cell, and when it held.
type tensed struct {
	level HarmLevel
	when  tense
}

// changedHarm reads a cell that tells of a change of grade; ok is false for any other.
func changedHarm(words []string, raw string) (level HarmLevel, why string, ok bool) {
	t := tenseReader{words: words, breaks: clauseEnds(raw)}
	t.read()
	if !t.told {
		return "", "", false
	}
	if level = laterHarm(t.settled()); level == "" {
		return HarmUnmapped, "the grade was changed, and the cell does not say plainly to what", true
	}
	if wording.DoubtMarked(raw) || wording.Doubt(words) != "" || holdsAny(words, notYetChanged) {
		return HarmUnmapped, "a change of grade that is not certain", true
	}
	return level, "the later of the grades named", true
}

// tenseReader lists the grades of a cell.
type tenseReader struct {
	words   []string
	breaks  map[int]bool
	grades  []tensed
	told    bool  // a word says that the grade was changed, or when one held
	changed bool  // it says that it was changed
	moving  bool  // "from" and "to" may part two grades
	next    tense // of the grade that comes next
	held    int   // the end of the last word that is of grades
}

func (t *tenseReader) read() {
	for i := 0; i < len(t.words); {
		mark, n := longestPhrase(tenseWords, t.words[i:], 2)
		level, size := longestPhrase(harmPhrases, t.words[i:], longestHarm)
		switch {
		case size > n && level.Known():
			n = size
			t.grade(level, i+n)
		case n > 0:
			t.mark(mark, i)
		case t.moving && t.words[i] == "from":
			t.next, n = before, 1
		case t.moving && t.words[i] == "to":
			t.next, n = after, 1
		default:
			t.next, n = atNoTime, 1
			if !harmNouns[t.words[i]] {
				i++
				continue
			}
		}
		i += n
		t.held = i
	}
}

// grade takes a grade that stands before word end. With a time of its own it counts only where it ends there: "was low
// risk" and "now minor residual weakness" grade nothing.
func (t *tenseReader) grade(level HarmLevel, end int) {
	when := t.next
	t.next = atNoTime
	if when != atNoTime && !t.ends(when, end) {
		return
	}
	t.told = t.told || when != atNoTime
	t.grades = append(t.grades, tensed{level, when})
}

// mark takes word i, which says when a grade held, or that one was changed.
func (t *tenseReader) mark(mark tense, i int) {
	last := len(t.grades) - 1
	switch {
	case mark == linksTense:
	case mark == ofGrade:
		if t.next == afterwards {
			t.next = after
		}
	case mark == changes:
		t.told, t.changed, t.moving, t.next = true, true, true, atNoTime
	case mark == mayChange:
		t.moving, t.next = t.moving || t.held == i, atNoTime
	case mark == afterwards && i == 0:
		t.next = after
	case mark != before && t.next == before && t.held == i && last >= 0 && t.grades[last].when == atNoTime:
		t.grades[last].when, t.next = before, mark // "severe initially, now low"
	default:
		t.next = mark
	}
}

// ends tells whether the grade before word end ends there, and describes nothing.
func (t *tenseReader) ends(when tense, end int) bool {
	if end == len(t.words) || t.breaks[end] {
		return true
	}
	w := t.words[end]
	if harmNouns[w] || behindGrade[w] || allDigits(w) || when == before && w == "to" {
		return true
	}
	mark, n := longestPhrase(tenseWords, t.words[end:], 2)
	level, size := longestPhrase(harmPhrases, t.words[end:], longestHarm)
	return n > 0 && mark != linksTense || size > 0 && level.Known()
}

// behindGrade are words that go on to say when, by whom or why a grade was given.
var behindGrade = wordList(`at by on after following per as because since when once but`)

// settled gives the grades. What came afterwards is a later grade where the cell tells of an earlier one, or of a
// change; else it is one more grade: "Severe harm, platelets now low".
func (t *tenseReader) settled() []tensed {
	plain := t.changed
	for _, g := range t.grades {
		plain = plain || g.when == before
	}
	for i, g := range t.grades {
		switch {
		case g.when == afterwards && (plain || i > 0 && t.grades[i-1].level == g.level):
			t.grades[i].when = after
		case g.when == afterwards:
			t.grades[i].when = atNoTime
		}
	}
	return t.grades
}

// clauseEnds gives the counts of words in front of the marks that part the clauses of raw.
func clauseEnds(raw string) map[int]bool {
	ends, n := map[int]bool{}, 0
	for _, clause := range clauseMark.Split(raw, -1) {
		n += len(wording.Words(clause))
		ends[n] = true
	}
	return ends
}

var clauseMark = regexp.MustCompile(`[.,;:()\[\]\r\n–—]|\s-+|-+\s`)

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
	case later != "" && past && bare != "" && bare != later: // "Moderate harm. Pain was severe, now mild"
		return ""
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
	{afterwards, `now|then|subsequently|later|finally|currently|current|latest`},
	{after, `final`},
	{ofGrade, `graded|grade|level|grading|harm of`},
	{linksTense, `as|a|an|the|reported|recorded|logged|be|been|it is|is|at`},
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
