package wording

import "testing"

func TestFold(t *testing.T) {
	tests := map[string]string{
		"  White – British ": "white british", "Asian & Black": "asian and black", "White+Asian": "white and asian", "don’t know": "dont know",
		"Française": "francaise", "A/B": "a b", "--": "", "": "", "W.I.": "w i", "naïve\u00a0co\u00adop": "naive coop", "العربية": "العربية", "A&": "a and",
	}
	for raw, want := range tests {
		if got := Fold(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
		if again := Fold(Fold(raw)); again != want {
			t.Errorf("%q: folding twice gives %q", raw, again)
		}
	}
}

func TestOneSlip(t *testing.T) {
	for _, pair := range [][2]string{{"asian", "asain"}, {"british", "britsh"}, {"irish", "irissh"}, {"indian", "indien"}, {"a", ""}, {"ab", "ba"}} {
		if !OneSlip(pair[0], pair[1]) || !OneSlip(pair[1], pair[0]) {
			t.Errorf("%q and %q are one slip apart", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"asian", "asian"}, {"asian", "asia n s"}, {"abcd", "badc"}, {"white", "black"}, {"abc", "cab"}, {"", "ab"}} {
		if OneSlip(pair[0], pair[1]) || OneSlip(pair[1], pair[0]) {
			t.Errorf("%q and %q are not one slip apart", pair[0], pair[1])
		}
	}
}

func TestBlank(t *testing.T) {
	for raw, want := range map[string]bool{"": true, " \t\u00a0\u200b\ufeff": true, "-": false, "x": false} {
		if Blank(raw) != want {
			t.Errorf("%q: %v", raw, !want)
		}
	}
}

func TestTidy(t *testing.T) {
	for raw, want := range map[string]string{" a\u00a0-\u00a0 b\t": "a - b", "\u200bx\ufeff": "x", "a  b": "a b", "": "", "\u00a0": "", "plain text": "plain text"} {
		if got := Tidy(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}
