package codes

import (
	"strconv"
	"strings"
	"unicode"
)

// imdHeading is what the heading of a deprivation column says.
type imdHeading struct {
	kind      IMDKind
	other     string       // groups or numbers that no decile can be taken from: "percentile"
	direction IMDDirection // of the numbers
	unclear   string       // why it speaks of a direction and cannot be followed; "" where it can
}

// otherGroups name the numbers that are neither tenths, fifths nor national ranks. Half of all who use percentiles count
// them from the other end, so none of them is turned into a decile.
var otherGroups = map[string]bool{"percentile": true, "centile": true, "vigintile": true, "ventile": true, "quartile": true, "tertile": true, "tercile": true,
	"quantile": true, "ntile": true, "octile": true, "sextile": true, "septile": true, "duodecile": true, "permille": true,
	"local": true} // tenths of a district are not those of England

func readIMDHeading(text string) imdHeading {
	words := headingTokens(text)
	var h imdHeading
	for _, w := range words {
		switch word := strings.TrimPrefix(strings.TrimSuffix(w, "s"), "imd"); { // IMDDecile is one word
		case otherGroups[word]:
			h.other = word
		case word == "decile" || word == "quintile":
			h.kind = IMDKind(word)
		case (word == "rank" || word == "score") && h.kind == IMDUnknown:
			h.kind = IMDKind(word)
		}
	}
	h.say(words)
	return h
}

// say settles the direction, and the kind where its last number does.
func (h *imdHeading) say(words []string) {
	pairs, unclear := headingPairs(words)
	h.unclear = unclear
	for _, p := range pairs {
		switch {
		case p.number == 5 && h.kind == IMDDecile, p.number == 10 && h.kind == IMDQuintile:
			h.unclear = "it gives a " + string(h.kind) + " an end at " + strconv.Itoa(p.number)
			return
		case p.number == 10 && h.kind == IMDUnknown:
			h.kind = IMDDecile
		case p.number == 5 && h.kind == IMDUnknown:
			h.kind = IMDQuintile
		}
		d := OneIsLeastDeprived
		if (p.number == 1) == (p.end == mostDeprived) {
			d = OneIsMostDeprived
		}
		if h.direction != DirectionUnknown && h.direction != d {
			h.unclear = "it contradicts itself on which end 1 is"
			return
		}
		h.direction = d
	}
}

// headingTokens cuts a heading into words, numbers and the signs that join them. A comma within a number goes.
func headingTokens(text string) []string {
	var out []string
	runes := []rune(strings.ToLower(text))
	for i := 0; i < len(runes); {
		r, from := runes[i], i
		switch {
		case unicode.IsLetter(r):
			for i < len(runes) && (unicode.IsLetter(runes[i]) || runes[i] == '\'' || runes[i] == '’') {
				i++
			}
			out = append(out, strings.NewReplacer("'", "", "’", "").Replace(string(runes[from:i])))
			continue
		case isFigure(r):
			for i < len(runes) && (isFigure(runes[i]) || runes[i] == ',' && i+1 < len(runes) && isFigure(runes[i+1])) {
				i++
			}
			out = append(out, strings.ReplaceAll(string(runes[from:i]), ",", ""))
			continue
		case r == '=' || r == ':' || r == '→' || r == '-' && i+1 < len(runes) && runes[i+1] == '>':
			out = append(out, "=")
		case r == '-' || r == '–' || r == '—':
			out = append(out, "-")
		case r == '%' || r == '/':
			out = append(out, string(r))
		}
		i++
	}
	return out
}

func isFigure(r rune) bool { return r >= '0' && r <= '9' }
