package field

import (
	"strings"
	"time"
)

// clockOf reads the time of day that follows a date.
func clockOf(s string) (time.Duration, bool) {
	s = strings.TrimSpace(inOneLine(s))
	if t, ok := zoned(s); ok {
		t = london(t)
		return t.Sub(t.Truncate(24 * time.Hour)), true
	}
	if at := strings.IndexByte(s, ':'); at > 0 {
		from := at
		for from > 0 && at-from < 2 && Digit(s[from-1]) {
			from--
		}
		return hoursFirst(s[from:], ':')
	}
	if date := withoutDottedTime(s); len(date) < len(s) {
		return hoursFirst(s[len(date)+1:], '.')
	}
	if n := len(s) - 4; n > 1 && !Digit(s[n-1]) && s[n-1] != '/' && isTime(s[n:]) {
		if words := strings.Fields(s); len(words) > 1 && len(words[len(words)-1]) == 4 && isDateAlone(words[:len(words)-1]) {
			return hoursFirst(s[n:n+2]+":"+s[n+2:], ':')
		}
	}
	return 0, false
}

// isDateAlone tells 14/05/2026 1630, where the last word is a time, from 14 May 2026.
func isDateAlone(words []string) bool {
	day, _, _, _ := ParseOrder(strings.Join(words, " ")) // a day, too, where only the month can stand first
	return day != 0
}

// hoursFirst reads 9:15, 16:30:05.123 and 04:30 PM.
func hoursFirst(s string, sign byte) (time.Duration, bool) {
	var n [3]int
	i := 0
	for part := range n {
		from := i
		for i < len(s) && i-from < 2 && Digit(s[i]) {
			n[part] = n[part]*10 + int(s[i]-'0')
			i++
		}
		if i == from {
			return 0, false
		}
		if part == 2 || i >= len(s) || s[i] != sign || i+1 == len(s) || !Digit(s[i+1]) {
			if part == 0 {
				return 0, false
			}
			break
		}
		i++
	}
	switch half := strings.ToLower(strings.TrimLeft(s[i:], " .0123456789")); {
	case n[0] > 12:
	case strings.HasPrefix(half, "p"):
		n[0] = n[0]%12 + 12
	case strings.HasPrefix(half, "a"):
		n[0] %= 12
	}
	if n[0] > 23 || n[1] > 59 || n[2] > 59 {
		return 0, false
	}
	return time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute + time.Duration(n[2])*time.Second, true
}
