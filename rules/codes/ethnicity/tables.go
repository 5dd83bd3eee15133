package ethnicity

import "strings"

func fields(list string) []string { return strings.Fields(list) }

// phrases turns lists parted by "|" into one table from phrase to value.
func phrases[V comparable](lists map[V]string) map[string]V {
	table := map[string]V{}
	for value, list := range lists {
		for _, p := range strings.Split(list, "|") {
			table[strings.Join(strings.Fields(p), " ")] = value
		}
	}
	return table
}
