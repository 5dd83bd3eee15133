package codes

import (
	"math"
	"strconv"
	"strings"

	"siequity/rules/codes/wording"
)

// IMDKind says what the numbers of a deprivation column count.
type IMDKind string

// The kinds. A score cannot be turned into a band: many areas share one.
const (
	IMDUnknown  IMDKind = ""
	IMDDecile   IMDKind = "decile"
	IMDQuintile IMDKind = "quintile"
	IMDRank     IMDKind = "rank"
	IMDScore    IMDKind = "score"
)

// IMDDirection says which end 1 is.
type IMDDirection string

// The directions. National indices have 1 as the most deprived; exports and studies often turn it round.
const (
	DirectionUnknown   IMDDirection = ""
	OneIsMostDeprived  IMDDirection = "1 = most deprived"
	OneIsLeastDeprived IMDDirection = "1 = least deprived"
)

// IMDStatus says whether one cell gave a value.
type IMDStatus string

// The statuses of a cell.
const (
	IMDGiven   IMDStatus = "value_given"
	IMDMissing IMDStatus = "missing"
	IMDInvalid IMDStatus = "invalid"
)

// IMDValue is what one cell of a deprivation column means. Decile and Quintile have 1 as the most deprived whatever the
// column's own direction, and are 0 where not known: a quintile never becomes a decile.
type IMDValue struct {
	Raw      string
	Status   IMDStatus
	Decile   int // 1 to 10, or 0
	Quintile int // 1 to 5, or 0
	Rank     int // national rank, 1 = most deprived, or 0
	Why      string
}

// Decile returns the decile (1 = most deprived) of a national rank among n areas: ceil(10 x rank / n) in whole numbers,
// which reproduces every published English decile of 2015, 2019 and 2025. It returns 0 when rank is not in 1..n.
func Decile(rank, n int) int {
	if rank < 1 || rank > n {
		return 0
	}
	return (10*rank + n - 1) / n
}

// Quintile returns the quintile of a decile, both with 1 as the most deprived, or 0 when decile is not in 1..10.
func Quintile(decile int) int {
	if decile < 1 || decile > 10 {
		return 0
	}
	return (decile + 1) / 2
}

// end is the end of the scale that words point to.
type end int8

const (
	noEnd end = iota
	mostDeprived
	leastDeprived
)

// spelt is one spelling of a deprivation value, before the column is known.
type spelt struct {
	number   int
	numbered bool
	decimal  bool    // a number with a fraction: a score
	kind     IMDKind // said by a word or by a percentage band
	end      end
	fixed    bool // number already has 1 as the most deprived, because words alone say it
	missing  bool
	ok       bool // could be read as something
	ordinal  bool // "2nd most deprived": counted from the end that the words name
	bare     bool // "Most deprived" and no more: the first or last step of a scale that the column tells
	percent  bool // "0-10%": a band that counts from an end that it does not name
}

// spellIMD reads one spelling: "3", "03", "3.0", "Decile 3", "1 - most deprived", "5_most_deprived",
// "More deprived 10-20%", "Least deprived quintile".
func spellIMD(raw string) spelt {
	if wording.Blank(raw) || wording.SheetError(raw) {
		return spelt{missing: true, ok: true}
	}
	if s, ok := plainNumber(strings.TrimSpace(raw)); ok {
		return s
	}
	words := splitLettersAndDigits(wording.Words(raw))
	if len(words) == 0 || imdMissing[joinWords(words)] {
		return spelt{missing: true, ok: true}
	}
	s := spelt{ok: true}
	var numbers []int
	for i := 0; i < len(words); i++ {
		e, taken := endOf(words, i)
		n, err := strconv.Atoi(words[i])
		switch {
		case taken > 0 && (s.end == noEnd || s.end == e):
			s.end = e
			i += taken - 1
		case taken > 0:
			return spelt{} // both ends
		case err == nil:
			numbers = append(numbers, n)
			s.ordinal = s.ordinal || countsFrom(words[i+1:])
		case !s.imdWord(words[i]):
			return spelt{}
		}
	}
	return s.withNumbers(numbers, strings.Contains(raw, "%"))
}

// plainNumber reads a cell that is a number and nothing else. -1 and other negatives stand for missing.
func plainNumber(text string) (spelt, bool) {
	v, err := strconv.ParseFloat(wording.Point(text), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e6 {
		return spelt{}, false
	}
	if v < 0 {
		return spelt{missing: true, ok: true}, true
	}
	if v != math.Trunc(v) {
		return spelt{decimal: true, ok: true}, true
	}
	return spelt{number: int(v), numbered: true, ok: true}, true
}

// splitLettersAndDigits parts "decile4", "q1" and "3rd" into a word and a number.
func splitLettersAndDigits(words []string) []string {
	var out []string
	for _, w := range words {
		start := 0
		for i := 1; i < len(w); i++ {
			if isDigit(w[i]) != isDigit(w[i-1]) {
				out = append(out, w[start:i])
				start = i
			}
		}
		out = append(out, w[start:])
	}
	return out
}

// imdWord takes in one word; false when no spelling of a deprivation value has it.
func (s *spelt) imdWord(w string) bool {
	switch w {
	case "decile", "deciles", "dec", "d", "tenth", "decil":
		s.kind = IMDDecile
	case "quintile", "quintiles", "q", "quint", "fifth", "fifths", "imdq", "quin":
		s.kind = IMDQuintile
	case "rank":
		s.kind = IMDRank
	case "deprived", "deprivation", "imd", "the", "of", "to", "areas", "area", "national", "nationally", "st", "nd", "rd", "th", "group", "band", "index", "multiple", "in", "is", "england", "neighbourhoods", "percent", "per", "cent", "population", "lsoas", "lsoa":
	default:
		return false
	}
	return true
}

var imdMissing = wordList(`missing unknown null nan none na|n a|missing unknown|data missing or out of range|not known|not available|not recorded|ref|
	n d|missing value|no data|not matched|not found|value|name|not applicable|blank|div 0|missing value value outside reporting parameters|not stated|no imd|no postcode`)

// wordList makes a set of phrases parted by "|", and of the words of its first phrase.
func wordList(list string) map[string]bool {
	set := map[string]bool{}
	for i, p := range strings.Split(list, "|") {
		if i == 0 {
			for _, w := range strings.Fields(p) {
				set[w] = true
			}
			continue
		}
		set[joinWords(strings.Fields(p))] = true
	}
	return set
}

// withNumbers puts the numbers of a label in their place: a percentage band by a fixed table, one number as the value,
// "3 of 10" as the value and its kind, and "Most deprived decile" as an end.
func (s spelt) withNumbers(numbers []int, percent bool) spelt {
	switch {
	case percent && s.end == noEnd:
		return spelt{percent: true} // which end it counts from is not said
	case percent:
		return s.band(numbers)
	case s.ordinal && s.kind != IMDUnknown && len(numbers) == 1:
		return s.counted(numbers[0])
	case len(numbers) == 0 && s.end != noEnd && s.kind != IMDUnknown && s.kind != IMDRank:
		return s.extreme(s.kind)
	case len(numbers) == 0 && s.end != noEnd && s.kind == IMDUnknown:
		s.bare = true
		return s
	case len(numbers) == 1:
		s.number, s.numbered = numbers[0], true
		return s
	case len(numbers) == 2 && (numbers[1] == 10 || numbers[1] == 5) && numbers[0] <= numbers[1]:
		s.number, s.numbered = numbers[0], true
		if s.kind == IMDUnknown {
			s.kind = map[int]IMDKind{10: IMDDecile, 5: IMDQuintile}[numbers[1]]
		}
		return s
	}
	return spelt{}
}

// countsFrom tells whether the words after a number count it from an end: "2nd most deprived".
func countsFrom(after []string) bool {
	if len(after) < 2 {
		return false
	}
	suffix := after[0] == "st" || after[0] == "nd" || after[0] == "rd" || after[0] == "th"
	return suffix && (after[1] == "most" || after[1] == "least")
}

// counted gives the n-th band from the end that the words name.
func (s spelt) counted(n int) spelt {
	s.number, s.numbered, s.fixed = n, true, true
	if s.end == leastDeprived {
		s.number = bands(s.kind) + 1 - n
	}
	return s
}

// extreme gives the first or last band of a kind.
func (s spelt) extreme(kind IMDKind) spelt {
	s.kind, s.numbered, s.fixed, s.number = kind, true, true, 1
	if s.end == leastDeprived {
		s.number = bands(kind)
	}
	return s
}

func bands(kind IMDKind) int {
	if kind == IMDQuintile {
		return 5
	}
	return 10
}

// band reads the percentage bands of hospital statistics. They count from the end that the words name: "More deprived
// 10-20%" is the second decile and "Less deprived 10-20%" the ninth. Bands 10 wide are deciles, 20 wide quintiles.
func (s spelt) band(numbers []int) spelt {
	low, high := 0, 0
	switch len(numbers) {
	case 1:
		high = numbers[0]
	case 2:
		low, high = numbers[0], numbers[1]
	default:
		return spelt{}
	}
	width := high - low
	if width != 10 && width != 20 || low < 0 || high > 100 || low%width != 0 {
		return spelt{}
	}
	s.kind = map[int]IMDKind{10: IMDDecile, 20: IMDQuintile}[width]
	s.number, s.numbered, s.fixed = low/width+1, true, true
	if s.end == leastDeprived {
		s.number = bands(s.kind) + 1 - s.number
	}
	return s
}
