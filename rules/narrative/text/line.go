package text

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// MaxLine is the greatest length in bytes of a line that Lines yields. A longer
// line, such as a whole narrative in one cell, is cut at a space.
const MaxLine = 32 << 10

// Lines yields the lines of s with the byte offset of each, without the line
// end. Line feeds, carriage returns, vertical tabs and form feeds end a line;
// blank lines are yielded too, since a blank line ends a section's lead-in.
func Lines(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(s); {
			end, next := lineEnd(s, at)
			for end-at > MaxLine {
				cut := at + cutBefore(s[at:end], MaxLine)
				if !yield(at, s[at:cut]) {
					return
				}
				at = cut
			}
			if !yield(at, s[at:end]) {
				return
			}
			at = next
		}
	}
}

// lineEnd returns where the line at offset at ends and where the next begins.
func lineEnd(s string, at int) (end, next int) {
	i := strings.IndexAny(s[at:], "\n\r\v\f")
	if i < 0 {
		return len(s), len(s)
	}
	end = at + i
	if s[end] == '\r' && end+1 < len(s) && s[end+1] == '\n' {
		return end, end + 2
	}
	return end, end + 1
}

// cutBefore returns an offset at or below limit at which s may be cut: after
// the last sentence end, else after the last space, else at a rune's start.
func cutBefore(s string, limit int) int {
	head := s[:limit]
	if i := strings.LastIndex(head, ". "); i > limit/2 {
		return i + 2
	}
	if i := strings.LastIndexByte(head, ' '); i > limit/2 {
		return i + 1
	}
	for i := limit; i > limit-utf8.UTFMax; i-- {
		if utf8.RuneStart(s[i]) {
			return i
		}
	}
	return limit
}
