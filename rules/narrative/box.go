package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
)

// A boxState is what a tick box says.
type boxState int

const (
	noBox boxState = iota
	ticked
	unticked
	crossed // a tick, but a "no" where others of the line are ticked otherwise
)

// marks are the boxes and what they say. A cross without a box is a "no".
var marks = [...]struct {
	text  string
	state boxState
}{
	{"[x]", ticked}, {"(x)", ticked}, {"[\u2713]", ticked}, {"[\u2714]", ticked}, {"[y]", ticked}, {"[yes]", ticked}, {"(y)", ticked}, {"[/]", ticked},
	{"\u2611", ticked}, {"\u2713", ticked}, {"\u2714", ticked}, {"\u25a0", ticked}, {"\u2612", crossed},
	{"[ ]", unticked}, {"[]", unticked}, {"( )", unticked}, {"[n]", unticked}, {"[no]", unticked}, {"(n)", unticked},
	{"\u2610", unticked}, {"\u25a1", unticked}, {"\u2717", unticked}, {"\u2718", unticked}, {"[-]", unticked},
}

// A box is a tick box in a line.
type box struct {
	start, end int
	state      boxState
}

// boxAt returns the box that begins at byte i of a line.
func boxAt(low string, i int) (box, bool) {
	for _, m := range marks {
		if strings.HasPrefix(low[i:], m.text) {
			return box{i, i + len(m.text), m.state}, true
		}
	}
	return box{}, false
}

// nextBox returns the first box of a line that begins between two bytes.
func nextBox(low string, from, to int) (box, bool) {
	for i := from; i < to; i++ {
		switch low[i] {
		case '[', '(', 0xE2:
			if b, ok := boxAt(low, i); ok {
				return b, true
			}
		}
	}
	return box{}, false
}

// boxed reports whether the sentence begins or ends with a box.
func (u *unit) boxed() bool {
	s := u.low()
	for _, m := range marks {
		if strings.HasPrefix(s, m.text) || strings.HasSuffix(s, m.text) {
			return true
		}
	}
	return false
}

// box returns the state of the box that a cue's label has: the one before it, or in
// lines that put boxes behind their labels the one after it.
func (u *unit) box(cue lexicon.Match) boxState {
	if u.first.state == noBox {
		return noBox
	}
	low, at := u.fold.Low, u.tokens[cue.First].Start
	own, found := u.boxBefore(at)
	if boxesBehind(low, u.first) {
		own, found = u.boxBehind(at)
	}
	switch {
	case !found:
		return noBox
	case own.state != crossed:
		return own.state
	case ticksToo(low):
		return unticked
	}
	return ticked
}

// boxesBehind reports whether a line puts its boxes behind their labels: it begins
// with a label that no colon ends.
func boxesBehind(low string, first box) bool {
	head := strings.TrimRight(low[:first.start], " \t")
	return head != "" && !strings.HasSuffix(head, ":") && !strings.HasSuffix(head, "-") && !strings.HasSuffix(head, "|") && strings.Trim(head, "-*\u2022 0123456789.)") != ""
}

// ticksToo reports whether a line says yes by a tick, so that a cross says no.
func ticksToo(low string) bool {
	return strings.Contains(low, "\u2611") || strings.Contains(low, "\u2713") || strings.Contains(low, "\u2714")
}

// boxBefore returns the last box of the sentence before byte at.
func (u *unit) boxBefore(at int) (last box, found bool) {
	for i := u.span.Start; ; {
		b, ok := nextBox(u.fold.Low, i, at)
		if !ok {
			return last, found
		}
		last, found, i = b, true, b.end
	}
}

// boxBehind returns the first box after byte at: in the sentence, or right behind it,
// where a box begins the next.
func (u *unit) boxBehind(at int) (box, bool) {
	low := u.fold.Low
	if b, ok := nextBox(low, at, u.span.End); ok {
		return b, true
	}
	i := u.span.End
	for i < len(low) && low[i] == ' ' {
		i++
	}
	if i == len(low) {
		return box{}, false
	}
	return boxAt(low, i)
}

// options are the words of boxes that answer a question.
var options = map[string]lexicon.Kind{
	"yes": lexicon.AnswerYes, "y": lexicon.AnswerYes, "no": lexicon.AnswerNo, "n": lexicon.AnswerNo,
	"n/a": lexicon.AnswerNone, "na": lexicon.AnswerNone, "not known": lexicon.AnswerNone, "unknown": lexicon.AnswerNone, "not considered": lexicon.AnswerOpen,
}

// yesNo returns the answer that boxes for yes and no behind byte end give, as in
// "Language barrier: Yes [ ] No [x]", and the byte where they begin.
func (u *unit) yesNo(end int) (answer lexicon.Kind, from int) {
	if u.first.state == noBox {
		return "", 0
	}
	low := u.fold.Low
	first, ok := nextBox(low, end, u.span.End)
	if !ok {
		return "", 0
	}
	head := strings.TrimRight(low[end:first.start], " ")
	word := head[strings.LastIndexAny(head, " :?-")+1:]
	behind := options[word] != ""
	answer, from = lexicon.AnswerNone, first.start
	if behind {
		from = end + len(head) - len(word)
	}
	for b, label := first, word; ok; {
		next, more := nextBox(low, b.end, u.span.End)
		rest := low[b.end:u.span.End]
		if more {
			rest = low[b.end:next.start]
		}
		rest = strings.Trim(rest, " .,;/|")
		if !behind {
			label = rest
		}
		if kind := options[label]; kind == "" {
			return "", 0
		} else if b.state == ticked || b.state == crossed {
			answer = kind
		}
		b, ok, label = next, more, rest
	}
	return answer, from
}
