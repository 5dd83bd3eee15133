package narrative

import (
	"slices"
	"strings"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// A unit is one sentence, bullet, cell or field with what was found in it.
type unit struct {
	lx      *lexicon.Lexicon
	at      int // offset of the line in its part
	fold    text.Folded
	span    text.Span
	tokens  []lexicon.Token
	matches []lexicon.Match
	clauses []int // clause number of each token
	section string
	first   box             // of the line
	it      lexicon.Kind    // who an "it" at its head is
	listing listing         // the question that its fields answer
	size    int             // bytes of the whole part
	room    []lexicon.Match // for cues
}

// low returns the folded text of the sentence.
func (u *unit) low() string { return u.fold.Low[u.span.Start:u.span.End] }

// endsWith reports whether the sentence ends with c, in or out of quotes.
func (u *unit) endsWith(c byte) bool {
	s := strings.TrimRight(u.low(), `'")`)
	return len(s) > 0 && s[len(s)-1] == c
}

func (u *unit) has(k lexicon.Kind) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == k {
			return true
		}
	}
	return false
}

// maxCues is how many cues of a sentence are judged; more stand only in text
// that nobody wrote.
const maxCues = 40

// cues returns the terms of the sentence but for homographs.
func (u *unit) cues() []lexicon.Match {
	u.room = u.room[:0]
	for _, m := range u.matches {
		if len(u.room) == maxCues {
			break
		}
		if m.Entry.Term() && m.Entry.Kind != lexicon.Homograph {
			u.room = append(u.room, m)
		}
	}
	return u.room
}

// settleSurnames drops a group name that is a surname or a place: "Jenny White",
// "Black Country" are capitals after a capital in the middle of a sentence.
func (u *unit) settleSurnames() {
	var names []int
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Surname && u.name(m.First) {
			names = append(names, m.First)
		}
	}
	if len(names) == 0 {
		return
	}
	u.matches = slices.DeleteFunc(u.matches, func(m lexicon.Match) bool {
		return m.Entry.Term() && slices.Contains(names, m.First) && u.oneWord(m)
	})
}

// settleVersions drops a version of something other than the report.
func (u *unit) settleVersions() {
	var others []lexicon.Match
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.OtherVersion {
			others = append(others, m)
		}
	}
	if len(others) == 0 {
		return
	}
	u.matches = slices.DeleteFunc(u.matches, func(m lexicon.Match) bool {
		return m.Entry.Kind == lexicon.Version && slices.ContainsFunc(others, func(o lexicon.Match) bool {
			return o.First < m.Last && m.First < o.Last
		})
	})
}

// oneWord reports whether a match is one word, with no more after it than signs and
// numbers: the "White, 19" of a name before a date.
func (u *unit) oneWord(m lexicon.Match) bool {
	for _, t := range u.tokens[m.First+1 : m.Last] {
		if c := u.fold.Low[t.Start]; t.Sign == 0 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// name reports whether token i, a word that is a name too, stands as one: a
// capital beside another capitalised word, neither of them a group's name.
func (u *unit) name(i int) bool {
	if !u.fold.Upper(u.tokens[i].Start) {
		return false
	}
	return u.nameBeside(i, i-1) || u.nameBeside(i, i+1)
}

func (u *unit) nameBeside(i, k int) bool {
	if k < 0 || k >= len(u.tokens) || u.tokens[k].Sign != 0 {
		return false
	}
	a, b := u.tokens[min(i, k)], u.tokens[max(i, k)]
	if b.Start-a.End != 1 || u.fold.Low[a.End] != ' ' || !u.fold.Upper(u.tokens[k].Start) || u.fold.Upper(u.tokens[k].End-1) {
		return false
	}
	other := false
	for _, m := range u.matches {
		if m.First <= k && k < m.Last && m.Last-m.First < 4 {
			if m.Entry.Kind == lexicon.Surname {
				return true
			}
			other = true
		}
	}
	return !other
}

// settleModifiers drops a modifier that another says more exactly: the
// "considered" of "not considered to be a factor" and of "did not consider".
func (u *unit) settleModifiers() {
	u.matches = slices.DeleteFunc(u.matches, func(m lexicon.Match) bool { return u.turnsWithin(m) || u.excuses(m) })
	var gone []int
	for i := range u.matches {
		if u.overruled(i) {
			gone = append(gone, i)
		}
	}
	if len(gone) == 0 {
		return
	}
	kept := u.matches[:0]
	for i, m := range u.matches {
		if len(gone) > 0 && gone[0] == i {
			gone = gone[1:]
			continue
		}
		kept = append(kept, m)
	}
	u.matches = kept
}

func (u *unit) overruled(i int) bool {
	m := u.matches[i]
	mine := strength(m.Entry.Kind)
	if mine == 0 {
		return false
	}
	for k := max(0, i-300); k < len(u.matches) && u.matches[k].First < m.Last; k++ {
		o := u.matches[k]
		if o.Last > m.First && (strength(o.Entry.Kind) > mine || o.Entry.Kind == lexicon.Silent && m.Entry.Kind == lexicon.NotReviewed) {
			return true
		}
	}
	return false
}

// strength orders the modifiers that may overlap, 0 for those that never yield.
func strength(k lexicon.Kind) int {
	switch k {
	case lexicon.AfterAll:
		return 7
	case lexicon.DoubleNeg, lexicon.Undecided:
		return 6
	case lexicon.Omitted, lexicon.OmittedIt:
		return 5
	case lexicon.Excluded:
		return 4
	case lexicon.NotReviewed, lexicon.Silent:
		return 3
	case lexicon.Reviewed, lexicon.NoIssue, lexicon.Concluded:
		return 2
	case lexicon.Elliptic:
		return 1
	}
	return 0
}

// clauses numbers the clause of each token; a turn such as "but" or "; " begins one.
// What follows a bracket, or a "but not" between commas, goes on with the clause that it
// broke into.
func clauses(dst []int, u *unit) []int {
	last, n, k, broken, outer, back := 0, 0, 0, -1, 0, -1
	for i, t := range u.tokens {
		switch turns := u.turnsAt(i, &k); {
		case i == back:
			n = outer
		case !turns:
		case t.Sign == ')' && broken >= 0:
			n, broken = broken, -1
		default:
			if t.Sign == '(' {
				broken = n
			}
			if end := u.aside(i); end > 0 {
				outer, back = n, end
			}
			last++
			n = last
		}
		dst = append(dst, n)
	}
	return dst
}

// turnsAt reports whether a clause begins at token i; k is how many matches begin before it.
func (u *unit) turnsAt(i int, k *int) bool {
	turns := false
	for ; *k < len(u.matches) && u.matches[*k].First <= i; *k++ {
		m := u.matches[*k]
		turns = turns || m.First == i && m.Entry.Kind == lexicon.Turn && i > 0
	}
	return turns
}
