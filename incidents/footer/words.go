package footer

import (
	"slices"
	"strings"

	"siequity/incidents/field"
)

// footerWords begin the lines about a table.
var footerWords = []string{"total", "totals", "grand total", "sub-total", "subtotal", "sub total", "sum", "count", "number of", "end", "end of report", "end of file", "report generated", "report run", "report produced",
	"report created", "printed", "print date", "page", "record count", "records", "no more records", "generated", "exported", "extracted", "run by", "run on", "run date", "criteria", "source", "note", "notes",
	"overall", "©", "confidential", "official", "data correct as at", "data as at", "last refreshed", "last updated", "refreshed", "filter", "filters", "applied filter", "applied filters", "key", "legend"}

// footerText reads the first cell of a line.
func footerText(text string) bool {
	s := strings.TrimLeft(strings.ToLower(text), "*-=_#~<([.•–— ")
	for _, w := range footerWords {
		if rest, ok := strings.CutPrefix(s, w); ok && ends(rest) {
			return true
		}
	}
	return isCount(s)
}

// ends reports whether a word ends before rest: "County Hospital" is no count.
func ends(rest string) bool {
	return rest == "" || !field.Letter(rest[0]) && rest[0] != '\'' || rest[0] >= 0x80
}

// isCount reads "12 cases" and "n = 12".
func isCount(s string) bool {
	if rest, ok := strings.CutPrefix(s, "n"); ok && strings.HasPrefix(strings.TrimSpace(rest), "=") {
		return true
	}
	unit := strings.TrimLeft(s, "0123456789,")
	if unit == s || !strings.HasPrefix(unit, " ") {
		return false
	}
	return slices.ContainsFunc([]string{"case", "record", "row", "incident", "event", "result", "item", "entr"}, func(w string) bool {
		return strings.HasPrefix(strings.TrimSpace(unit), w)
	})
}
