package document

import (
	"path/filepath"
	"strings"
)

// References returns what may be an incident's number in a report's file name and first page, in the order met, each
// once, as written. They are candidates: numbers of a known shape (2026/10432, WEB48213, MI-012345, 91234/1), and any
// number after a word such as Ref or Log No. Dates and NHS numbers are left out.
func References(name, firstPage string) []string {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	var out []string
	seen := map[string]bool{}
	for _, text := range []string{base, firstPage} {
		for _, r := range candidates(text, text == base) {
			if key := strings.ToUpper(r); !seen[key] {
				seen[key] = true
				out = append(out, r)
			}
		}
	}
	return out
}

// candidates reads one text word by word. In a file name an underscore parts words, and a stroke cannot stand, so
// 2026-10432 and 2026_10432 mean 2026/10432.
func candidates(text string, isName bool) []string {
	parts := func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\n' || r == '\r' || strings.ContainsRune("(),;:=|[]#\"'<>", r) || isName && r == '_'
	}
	var out []string
	cue := 0          // how many words more a cue reaches
	national := false // the last cue was LFPSE, whose numbers may be as long as an NHS number
	words := strings.FieldsFunc(text, parts)
	for i, w := range words {
		w = strings.Trim(w, ".-/")
		low := strings.ToLower(w)
		switch {
		case isReference(w), cue > 0 && digits(w) >= 3 && (plausible(w) || national && digits(w) == len(w)):
			out = append(out, w)
			cue = 1 // "Ref 2026/10432 / WEB48213"
		case isName && year(w) && i+1 < len(words) && digits(words[i+1]) == len(words[i+1]) && len(words[i+1]) >= 4 && !dateTail(words[i+1]):
			out = append(out, w+"/"+words[i+1])
		case isWeakCue(low):
			cue, national = 1, false
		case cue > 0 && isNumberWord(low):
			cue = 2
		case isCue(low):
			cue, national = 4, low == "lfpse" || national && cue > 0
		case low == "nhs":
			cue = 0
		default:
			cue = max(cue-1, 0)
		}
	}
	return out
}

func isCue(low string) bool {
	switch strings.Trim(low, ".") {
	case "ref", "refs", "reference", "datix", "steis", "lfpse", "pmrt", "mnsi", "hsib", "psii":
		return true
	}
	return false
}

// isWeakCue knows words that announce a number only directly: incident 48213, case no 12.
func isWeakCue(low string) bool {
	switch low {
	case "incident", "si", "case", "web", "log":
		return true
	}
	return false
}

func isNumberWord(low string) bool {
	switch strings.Trim(low, ".") {
	case "no", "number", "id", "ref", "reference", "nr", "num":
		return true
	}
	return false
}

// isReference knows the shapes that need no cue.
func isReference(w string) bool {
	letters := 0
	for letters < len(w) && (w[letters]|0x20) >= 'a' && (w[letters]|0x20) <= 'z' {
		letters++
	}
	tail := strings.TrimPrefix(w[letters:], "-")
	n := len(tail)
	switch strings.ToUpper(w[:letters]) {
	case "":
		return log(w) || review(w)
	case "WEB", "DATIX", "INC", "IR", "SI", "PSII", "LFPSE", "STEIS":
		return n >= 3 && digits(tail) >= 3 && plausible(tail)
	case "W":
		return n >= 4 && n <= 8 && digits(tail) == n
	case "MI", "MNSI", "HSIB":
		return n >= 3 && n <= 8 && digits(tail) == n
	}
	return false
}

// log reads a StEIS log number: year, stroke or hyphen, three to six digits.
func log(w string) bool {
	y, n, ok := strings.Cut(w, "/")
	if !ok {
		y, n, ok = strings.Cut(w, "-")
	}
	return ok && year(y) && len(n) >= 3 && len(n) <= 6 && digits(n) == len(n)
}

// review reads a perinatal review's number: four to six digits, stroke, one or two.
func review(w string) bool {
	a, b, ok := strings.Cut(w, "/")
	return ok && len(a) >= 4 && len(a) <= 6 && digits(a) == len(a) && len(b) >= 1 && len(b) <= 2 && digits(b) == len(b) && !year(a)
}

func year(w string) bool { return len(w) == 4 && w[:2] == "20" && digits(w) == 4 }

// dateTail reports the four digits of a month and day.
func dateTail(w string) bool {
	return len(w) == 4 && w[:2] >= "01" && w[:2] <= "12" && w[2:] >= "01" && w[2:] <= "31"
}

// plausible refuses dates, times, amounts and NHS numbers after a cue.
func plausible(w string) bool {
	d := digits(w)
	switch {
	case strings.Count(w, "/") > 1 || strings.Count(w, ".") > 0 || strings.Count(w, "-") > 1 && d <= 8:
		return false
	case d == 10 && len(w) == 10:
		return false
	case year(w):
		return false
	}
	return len(w) <= 40
}

func digits(w string) int {
	n := 0
	for i := range len(w) {
		if w[i] >= '0' && w[i] <= '9' {
			n++
		}
	}
	return n
}
