package layout

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What Excel can hold. Text beyond it is split or footnoted, never cut.
const (
	cellLimit      = 32767 // UTF-16 units in a cell
	sheetNameLimit = 31    // UTF-16 units in the name of a sheet
	formatLimit    = 200   // characters of a number format; Excel takes 255
	rowLimit       = 1_000_000
)

// clean makes text that XML and HTML can carry. A control character is shown as
// its picture (U+2400 and on), not dropped: whoever reads the pack can then see
// that the export holds one.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if strings.IndexFunc(s, unprintable) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !unprintable(r):
			return r
		case r < ' ':
			return 0x2400 + r
		case r == 0x7F:
			return 0x2421
		}
		return utf8.RuneError
	}, s)
}

func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 && r != 0x85 || r&0xFFFE == 0xFFFE
}

var signByNumber = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// escaped guards words that look like a sign by its number, such as _x0041_, which
// Excel would show as "A".
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return signByNumber.ReplaceAllString(s, "_x005F_$1")
}

// units counts UTF-16 units, which is how Excel counts characters.
func units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// split cuts text into pieces of at most limit UTF-16 units, after a space where
// there is one in the last fifth of a piece. The pieces joined are the text.
func split(s string, limit int) []string {
	var out []string
	for units(s) > limit {
		at := cut(s, limit)
		out, s = append(out, s[:at]), s[at:]
	}
	return append(out, s)
}

// cut finds the byte at which the first piece ends.
func cut(s string, limit int) int {
	n, end, space := 0, 0, 0
	for i, r := range s {
		size := utf8.RuneLen(r)
		if n += len16(r); n > limit {
			break
		}
		end = i + size
		if unicode.IsSpace(r) && n > limit-limit/5 {
			space = end
		}
	}
	if space > 0 {
		return space
	}
	return end
}

func len16(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// lines estimates how many lines text takes in a cell of the given width, in
// characters, broken between words. It errs on the high side: a line too many is
// white space, a line too few hides words.
func lines(s string, width float64) int {
	room := max(1, int(width*1.12)) // letters are narrower than the digits that widths count
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += wrapped(line, room)
	}
	return n
}

func wrapped(line string, room int) int {
	if len(line) <= room {
		return 1
	}
	n, used := 1, 0
	for word := range strings.SplitSeq(line, " ") {
		size := utf8.RuneCountInString(word)
		if used > 0 && used+1+size > room {
			n, used = n+1, 0
		}
		used += size + min(used, 1)
		n, used = n+max(0, used-1)/room, (used-1)%room+1
	}
	return n
}

// sheetNames gives each page a name that Excel accepts: at most 31 characters,
// none of : \ / ? * [ ], no apostrophe at an end, not "History", and no two alike
// whatever their case. Shortened names end in "…"; the page says the name in full.
func sheetNames(pages []Page) []string {
	taken := map[string]bool{"history": true}
	names := make([]string, len(pages))
	for i, p := range pages {
		names[i] = sheetName(p, i, taken)
		taken[strings.ToLower(names[i])] = true
	}
	return names
}

func sheetName(p Page, i int, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, norm.NFC.String(clean(first(p.Sheet, p.Title, p.ID))))
	name = strings.TrimSpace(strings.Trim(name, "'"))
	if name == "" {
		name = "Page " + strconv.Itoa(i+1)
	}
	short := shorten(name, sheetNameLimit)
	for n := 2; taken[strings.ToLower(short)]; n++ {
		tail := " (" + strconv.Itoa(n) + ")"
		short = shorten(name, sheetNameLimit-len(tail)) + tail
	}
	return short
}

// shorten cuts a name and says so with "…".
func shorten(s string, limit int) string {
	if units(s) <= limit {
		return s
	}
	return strings.TrimRight(s[:cut(s, limit-1)], " '") + "…"
}

// shown gives the text that Excel makes of a number under the format of a kind.
// Where it is not the text of the cell, the cell needs a format of its own.
func shownNumber(v float64, k Kind) string {
	switch k {
	case Percent:
		return rounded(v, 1, false) + "%"
	case Rate:
		return rounded(v, 1, true)
	case Ratio:
		return rounded(v, 2, true)
	}
	return rounded(v, 0, true)
}

// rounded rounds half away from zero on the decimal digits, as Excel does.
func rounded(v float64, places int, thousands bool) string {
	scale := math.Pow10(places)
	x, _ := strconv.ParseFloat(strconv.FormatFloat(math.Abs(v)*scale, 'g', 15, 64), 64)
	s := strconv.FormatFloat(math.Round(x)/scale, 'f', places, 64)
	if thousands {
		whole, rest := s, ""
		if at := strings.IndexByte(s, '.'); at >= 0 {
			whole, rest = s[:at], s[at:]
		}
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		s = whole + rest
	}
	if v < 0 && strings.Trim(s, "0.,") != "" {
		s = "-" + s
	}
	return s
}

// literal makes a number format that shows the given text whatever the number.
func literal(text string) (string, bool) {
	if units(text) > formatLimit || strings.ContainsAny(text, "\n\t") {
		return "", false
	}
	return `"` + strings.ReplaceAll(text, `"`, `"\""`) + `"`, true
}

// serial gives the day number of Excel's 1900 calendar, from March 1900 on: before
// that its calendar has a day that never was.
func serial(text string) (float64, bool) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)) {
		return 0, false
	}
	return math.Round(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
}
