package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Span is a half-open range of bytes.
type Span struct{ Start, End int }

// maxSentence is the length in bytes at which a sentence without a stop is cut at
// the next space, so that the work on one sentence stays bounded.
const maxSentence = 1200

// AppendSentences cuts a folded line into sentences, bullets, table cells and field
// segments, and appends them to out in order, without blanks around them. A line
// without a full stop is one sentence, as telegraphic notes are written.
func AppendSentences(out []Span, f Folded) []Span {
	start := 0
	for i := 0; i < len(f.Low); {
		if plain[f.Low[i]] && (i-start < maxSentence || f.Low[i] != ' ') {
			i++
			continue
		}
		end, next, ok := breakAt(f, start, i)
		if !ok && i-start >= maxSentence && f.Low[i] == ' ' {
			end, next, ok = i, i+1, true
		}
		if ok {
			out = appendTrimmed(out, f.Low, start, end)
			start = next
		}
		i = max(next, i+1)
	}
	return appendTrimmed(out, f.Low, start, len(f.Low))
}

// plain tells the bytes that never end a sentence.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = true
	}
	for _, c := range []byte{'\t', '|', '.', '!', '?', ',', ';', '/', '-', 0xE2} {
		t[c] = false
	}
	return t
}()

// breakAt reports whether the sentence that began at start ends at byte i, and
// if so where it ends and where the next begins.
func breakAt(f Folded, start, i int) (end, next int, ok bool) {
	low := f.Low
	switch c := low[i]; c {
	case '\t', '|':
		return i, i + 1, true
	case '.', '!', '?':
		return stopAt(f, start, i)
	case '/':
		if end := i + 2; i > 0 && low[i-1] == 'n' && end+1 < len(low) && low[i+1] == 'a' && low[end] == ' ' && fieldAhead(f, end+1) {
			return end, end + 1, true // "Faith: N/A Language: Thai"
		}
		if i+2 < len(low) && low[i+1] == ' ' && fieldAhead(f, i+2) {
			return i + 1, i + 2, true
		}
	case ',', ';', '-':
		if i+2 < len(low) && low[i+1] == ' ' && fieldAhead(f, i+2) {
			return i + 1, i + 2, true
		}
	case 0xE2: // the bullets U+2022, U+25AA, U+25CF and the boxes U+2610 to U+2612
		if size := bullet(low[i:]); size > 0 && i > start {
			return i, i, true
		}
	}
	return 0, 0, false
}

// stopAt decides whether the full stop, question or exclamation mark at i ends
// a sentence: it must follow a word that is no abbreviation and come before a
// space and something that can begin a sentence.
func stopAt(f Folded, start, i int) (end, next int, ok bool) {
	low := f.Low
	j := i + 1
	for j < len(low) && strings.IndexByte(".!?'\")]", low[j]) >= 0 {
		j++
	}
	if j == len(low) {
		return j, j, true
	}
	if low[j] != ' ' && low[j] != '\t' || i == start || low[i-1] == ' ' {
		return 0, 0, false
	}
	k := j
	for k < len(low) && low[k] == ' ' {
		k++
	}
	if k == len(low) {
		return j, k, true
	}
	if !opens(f, k) && !(low[i] == '.' && j == i+1 && hurried(low, start, i)) || low[i] == '.' && abbreviation(low, start, i, k) {
		return 0, 0, false
	}
	return j, k, true
}

// hurried reports whether the stop at i ends a sentence although no capital follows, as
// in notes typed in small letters: it stands behind a whole word that is not one of
// those cut short.
func hurried(low string, start, i int) bool {
	k := i
	for k > start && 'a' <= low[k-1] && low[k-1] <= 'z' {
		k--
	}
	if i-k < 4 || k > start && low[k-1] != ' ' {
		return false
	}
	_, cut := slices.BinarySearch(cutShort[:], low[k:i])
	return !cut
}

// cutShort are words of four letters and more that notes cut short with a full stop,
// in order.
var cutShort = [...]string{"appt", "approx", "appts", "cons", "cont", "dept", "diag", "disch", "exam", "gest", "hosp", "incl", "info", "invest", "labs", "matern", "meds", "midw", "misc",
	"obst", "paed", "postn", "preg", "prev", "prob", "resp", "sats", "spec", "temp"}

// opens reports whether a sentence can begin at byte k: a capital, a digit, a
// quote, a bracket or a bullet, but not a lower-case letter unless it is a version's.
func opens(f Folded, k int) bool {
	c := f.Low[k]
	switch {
	case c == 'v' && k+1 < len(f.Low) && '0' <= f.Low[k+1] && f.Low[k+1] <= '9':
		return true // "v2: looked at again" is written without a capital
	case 'a' <= c && c <= 'z':
		return f.Upper(k)
	case c >= utf8.RuneSelf:
		return true
	}
	return c != ',' && c != ';' && c != ':' && c != ')'
}

// abbreviation reports whether the full stop at i belongs to the word before
// it. The next word begins at k.
func abbreviation(low string, start, i, k int) bool {
	w := low[start:i]
	if j := strings.LastIndexAny(w, " \t(/"); j >= 0 {
		w = w[j+1:]
	}
	switch w {
	case "dr", "mr", "mrs", "ms", "miss", "prof", "st", "rev", "e.g", "i.e", "eg", "ie", "vs", "approx", "ref", "tel", "fig", "sr":
		return true
	case "no", "nos", "p", "pp", "para", "sec", "section":
		return low[k] >= '0' && low[k] <= '9'
	}
	numbered := strings.Trim(w, "0123456789.") == "" || len(w) == 1
	return numbered && strings.TrimLeft(low[start:i], " -(") == w
}

// fieldAhead reports whether "Label: value" begins at byte k: one to four words
// of which the first has a capital, then a colon.
func fieldAhead(f Folded, k int) bool {
	low := f.Low
	if k >= len(low) || low[k] < 'a' || low[k] > 'z' || !f.Upper(k) {
		return false
	}
	words := 1
	for j := k; j < len(low) && j < k+40; j++ {
		switch c := low[j]; {
		case c == ':':
			return true
		case c == ' ':
			if words++; words > 4 {
				return false
			}
		case c == ',' || c == '.' || c == ';':
			return false
		}
	}
	return false
}

// bullet returns the length of the bullet or box at the head of s, or 0.
func bullet(s string) int {
	for _, b := range []string{"\u2022", "\u25aa", "\u25cf", "\u25e6", "\u2610", "\u2611", "\u2612"} {
		if strings.HasPrefix(s, b) {
			return len(b)
		}
	}
	return 0
}

func appendTrimmed(out []Span, low string, start, end int) []Span {
	for start < end && (low[start] == ' ' || low[start] == '\t') {
		start++
	}
	for end > start && (low[end-1] == ' ' || low[end-1] == '\t') {
		end--
	}
	if start == end {
		return out
	}
	return append(out, Span{start, end})
}
