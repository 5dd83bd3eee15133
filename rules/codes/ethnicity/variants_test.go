package ethnicity

import (
	"strings"
	"testing"
)

// TestLabelsSurviveTyping retypes every label as people and systems do: other case, spacing, dashes and
// conjunctions. None may change its reading.
func TestLabelsSurviveTyping(t *testing.T) {
	retype := map[string]func(string) string{
		"upper":       strings.ToUpper,
		"title":       func(s string) string { return strings.ToUpper(s[:min(1, len(s))]) + s[min(1, len(s)):] },
		"wide spaces": func(s string) string { return "  " + strings.ReplaceAll(s, " ", "  ") + " " },
		"hard spaces": func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
		"long dash":   func(s string) string { return strings.ReplaceAll(s, " - ", " – ") },
		"colon":       func(s string) string { return strings.ReplaceAll(s, " - ", ": ") },
		"ampersand":   func(s string) string { return strings.ReplaceAll(s, " and ", " & ") },
		"open slash":  func(s string) string { return strings.ReplaceAll(s, "/", " / ") },
		"full stop":   func(s string) string { return s + "." },
		"quoted":      func(s string) string { return `"` + s + `"` },
		"bullet":      func(s string) string { return "• " + s },
		"starred":     func(s string) string { return s + "*" },
		"bracketed":   func(s string) string { return "(" + s + ")" },
		"dash behind": func(s string) string { return s + " -" },
		"page":        func(s string) string { return strings.ReplaceAll(s, "&", "&amp;") },
		"font slash":  func(s string) string { return strings.ReplaceAll(s, "/", "⁄") },
	}
	rows := append(readLabels(t, "../../../testdata/ethnicity_labels.csv"), readLabels(t, "testdata/invented_labels.csv")...)
	for _, row := range rows {
		plain := Read(row.label, Unknown, nil)
		for name, change := range retype {
			typed := change(row.label)
			if got := Read(typed, Unknown, nil); got.Code != plain.Code || got.Status != plain.Status {
				if strings.TrimSpace(row.label) == "" || len(row.label) < 4 {
					continue // a blank with a full stop is no blank, and "N/K" with spaces is read in its own test
				}
				t.Errorf("%s: %q is %s %s, %q is %s %s (%s)", name, row.label, plain.Status, plain.Code, typed, got.Status, got.Code, got.Why)
			}
		}
	}
}
