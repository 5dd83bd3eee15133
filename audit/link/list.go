package link

import "strings"

// mostBeside is how many letters and marks may stand beside the digits of a reference, as
// the DX of DX01 or the brackets of (W12).
const mostBeside = 4

// listed reports a cell that is a list of references and nothing else: DX01; DX02, or
// W1 and W2. Words beside the numbers make it a text, in which a short number may count
// anything.
func listed(cell string) bool {
	parts := 0
	for part := range strings.FieldsFuncSeq(cell, parting) {
		part = strings.TrimSpace(part)
		for piece := range strings.SplitSeq(part, " and ") {
			digits, others := 0, 0
			for i := range len(piece) {
				switch {
				case isDigit(piece[i]):
					digits++
				case piece[i] != ' ':
					others++
				}
			}
			if digits == 0 || others > mostBeside {
				return false
			}
			parts++
		}
	}
	return parts > 1
}

// parting reports the marks between the references of a list.
func parting(c rune) bool { return strings.ContainsRune(";,|\n&+", c) }
