package document

import (
	"fmt"
)

// longest bounds a word that is compared: no name is nearly that long, and the
// work grows with the length.
const longest = 64

// DidYouMean is a hint naming the known word nearest to a misspelt one, or ""
// when none is near. Of equally near words the first is named.
func DidYouMean(word string, known []string) string {
	if len(word) > longest {
		return ""
	}
	best, distance := "", 1+len(word)/3
	for _, k := range known {
		if d := edits(word, k); d < distance {
			best, distance = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// edits is the Levenshtein distance in bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
