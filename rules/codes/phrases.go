package codes

import "strings"

type phrasesFor[V any] struct {
	value V
	list  string // phrases parted by "|"
}

// phraseTable turns lists of phrases into one table from phrase to value. The first list that names a phrase keeps it.
func phraseTable[V any](lists []phrasesFor[V]) map[string]V {
	table := map[string]V{}
	for _, l := range lists {
		for _, p := range strings.Split(l.list, "|") {
			p = joinWords(strings.Fields(p))
			if _, seen := table[p]; !seen {
				table[p] = l.value
			}
		}
	}
	return table
}

func joinWords(words []string) string { return strings.Join(words, " ") }
