package specialty

import (
	"embed"
	"strings"
)

//go:embed words/*.txt
var files embed.FS

var (
	longsBy  = longWords() // by first letter
	builtIn  = words{entries("maternity"), entries("places"), entries("short"), entries("others"), entries("wards"), entries("units")}
	asides   = entries("asides")
	national = entries("types")
)

// words are the entries of the lists, as they are looked for in a folded text.
type words struct{ maternity, places, short, others, wards, units []string }

// entries gives the entries of a built-in list.
func entries(name string) []string {
	var out []string
	for _, line := range lines(name) {
		out = append(out, entry(line))
	}
	return out
}

// entry gives what is looked for: the beginning of a word, or whole words for one that
// ends in "$" or a space.
func entry(line string) string {
	s := fold(line)
	if strings.HasSuffix(line, "$") || strings.HasSuffix(line, " ") {
		return s
	}
	return strings.TrimSuffix(s, " ")
}

func lines(name string) []string {
	text, err := files.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err) // the lists are part of the program
	}
	var out []string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func longWords() map[byte][]string {
	by := map[byte][]string{}
	for _, w := range lines("longs") {
		by[w[0]] = append(by[w[0]], w)
	}
	return by
}

// holds reports whether a folded text holds one of the entries.
func holds(s string, entries []string) bool {
	for _, e := range entries {
		if strings.Contains(s, e) {
			return true
		}
	}
	return false
}

// without takes entries out of a folded text.
func without(s string, entries []string) string {
	for _, e := range entries {
		if strings.Contains(s, e) {
			s = strings.ReplaceAll(s, e, " \u00b7 ") // what stood around it is no phrase
		}
	}
	return s
}
