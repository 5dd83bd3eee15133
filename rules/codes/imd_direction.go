package codes

import (
	"slices"
	"strconv"
)

// A mention is an end of the numbers, or of deprivation, that a heading names.
type mention struct {
	from, to int  // its words: from up to, not with, to
	number   int  // 1, 5 or 10; lastNumber for another last number; 0 where it is an end of deprivation
	end      end  // noEnd where it is a number
	worded   bool // a number said by a word such as "high", which says nothing without an end beside it
}

// lastNumber is the last number of a scale whose length is not told.
const lastNumber = -1

// A headingPair says which end of deprivation a number is.
type headingPair struct {
	number int
	end    end
}

// Words of a heading by what they do beside an end.
var (
	equals  = wordSet("= is are being be means mean as equals represents denotes indicates equal where")
	fillers = wordSet("the of in st nd rd th and to - with for level levels")
	closes  = wordSet("to and or - / = is are being be means as equals first last in with where from")
	numbers = wordSet("number numbers score scores value values rank ranks ranking figure figures decile deciles quintile quintiles group groups end")
	trails  = wordSet("decile deciles quintile quintiles area areas group groups lsoa lsoas neighbourhood neighbourhoods end fifth tenth")
	turned  = wordSet("reverse reversed reversing invert inverted inverse flipped ascending descending backwards opposite swapped recoded")
	recent  = wordSet("recent recently current up common likely")
	denials = wordSet("not non no un")
	ordinal = map[string]int{"one": 1, "first": 1, "five": 5, "fifth": 5, "ten": 10, "tenth": 10, "last": lastNumber,
		"1": 1, "5": 5, "10": 10, "32844": lastNumber, "33755": lastNumber, "32482": lastNumber}
)

func wordSet(list string) map[string]bool { return wordList(list) }

// headingPairs reads which end each number of a heading is; unclear says why that cannot be told, though the heading
// speaks of it.
func headingPairs(words []string) (pairs []headingPair, unclear string) {
	all, unclear := mentions(words)
	if unclear != "" {
		return nil, unclear
	}
	all = withoutRanges(all, words)
	ends, nums := split(all)
	if len(ends) == 0 {
		if slices.ContainsFunc(nums, func(m mention) bool { return m.worded }) {
			return nil, "it says high or low and not of what"
		}
		return nil, ""
	}
	for _, way := range []func([]mention, []string) []headingPair{stated, inTurn, fromTo} {
		if pairs := way(all, words); pairs != nil {
			return pairs, ""
		}
	}
	return nil, "it names an end of the scale and not clearly which number that is"
}

// mentions finds the numbers and the ends that a heading names.
func mentions(words []string) (all []mention, unclear string) {
	for i := 0; i < len(words); {
		m, why := mentionAt(words, i)
		if why != "" {
			return nil, why
		}
		if m.to == 0 {
			i++
			continue
		}
		if m.end != noEnd && i > 0 && (denials[words[i-1]] || words[i-1] == "the" && i > 1 && denials[words[i-2]]) {
			return nil, "it denies an end of the scale"
		}
		for m.to < len(words) && (m.end != noEnd && trails[words[m.to]] || m.end == noEnd && m.worded && numbers[words[m.to]]) {
			m.to++
		}
		all = append(all, m)
		i = m.to
	}
	return all, ""
}

func mentionAt(words []string, i int) (m mention, unclear string) {
	w := words[i]
	if turned[w] {
		return m, "it says \"" + w + "\" and not of what"
	}
	if e, n := measured(words, i); n > 0 {
		return mention{from: i, to: i + n, end: e}, ""
	}
	if much, ok := degrees[w]; ok {
		return looseDegree(words, i, much)
	}
	if e, ok := lone[w]; ok {
		return mention{from: i, to: i + 1, end: e}, ""
	}
	if w == "deprived" && i > 0 && words[i-1] == "=" { // elsewhere it may be the subject: "deprived area decile"
		return mention{from: i, to: i + 1, end: mostDeprived}, ""
	}
	if n := ordinal[w]; n != 0 && !share(words, i) {
		return mention{from: i, to: i + 1, number: n}, ""
	}
	return m, ""
}

// share reports a number that is a percentage: "most deprived 10%".
func share(words []string, i int) bool {
	return i+1 < len(words) && (words[i+1] == "%" || words[i+1] == "percent" || words[i+1] == "per" || words[i+1] == "pc")
}

// looseDegree reads a degree without a measure: "1 = most" is of deprivation, "high = most deprived" of numbers.
func looseDegree(words []string, i int, much bool) (m mention, unclear string) {
	next := "="
	if i+1 < len(words) {
		next = words[i+1]
	}
	_, err := strconv.Atoi(next)
	closed := err == nil || closes[next]
	e, people := ofPeople[words[i]]
	switch {
	case people && recent[next], words[i] == "lower" && (next == "super" || next == "layer"):
		return m, ""
	case people && (closed || numbers[next]):
		return mention{from: i, to: i + 1, end: e}, ""
	case !people && (closed || numbers[next] || degrees[next] || next == "most" || next == "least"):
		n := 1
		if much {
			n = lastNumber
		}
		return mention{from: i, to: i + 1, number: n, worded: true}, ""
	}
	return m, "it says \"" + words[i] + "\" of what is not known here"
}

// withoutRanges drops "1-10" where it only tells how long the scale is. In "most deprived 1 - 10 least deprived" it
// tells more.
func withoutRanges(all []mention, words []string) []mention {
	var out []mention
	for i := 0; i < len(all); i++ {
		if i+1 < len(all) && isRange(all[i], all[i+1], words) {
			inner := i > 0 && i+2 < len(all) && all[i-1].end != noEnd && all[i+2].end != noEnd
			if !inner {
				i++
				continue
			}
		}
		out = append(out, all[i])
	}
	return out
}

func isRange(a, b mention, words []string) bool {
	return a.number == 1 && !a.worded && b.number > 1 && b.from == a.to+1 && (words[a.to] == "-" || words[a.to] == "to" || words[a.to] == "of")
}

func split(all []mention) (ends, nums []mention) {
	for _, m := range all {
		if m.end != noEnd {
			ends = append(ends, m)
		} else {
			nums = append(nums, m)
		}
	}
	return ends, nums
}

// stated reads "1 = most deprived" and "most deprived is 10", if that covers every end and each once.
func stated(all []mention, words []string) []headingPair {
	var pairs []headingPair
	used := map[int]bool{}
	for i := range len(all) - 1 {
		a, b := all[i], all[i+1]
		if (a.end == noEnd) == (b.end == noEnd) || !joined(a, b, words, true) {
			continue
		}
		if used[i] {
			return nil
		}
		used[i], used[i+1] = true, true
		pairs = append(pairs, paired(a, b))
	}
	for i, m := range all {
		if !used[i] && (m.end != noEnd || m.worded) {
			return nil
		}
	}
	return pairs
}

func paired(a, b mention) headingPair { return headingPair{a.number + b.number, max(a.end, b.end)} }

// joined reports that nothing but joining words stands between two mentions; stating asks for one that equates them.
func joined(a, b mention, words []string, stating bool) bool {
	equated := false
	for _, w := range words[a.to:b.from] {
		if !equals[w] && !fillers[w] {
			return false
		}
		equated = equated || equals[w]
	}
	return equated || !stating
}

// inTurn pairs the first number with the first end, and so on: "1 most deprived, 10 least", "most deprived 1 - 10 least".
func inTurn(all []mention, words []string) []headingPair {
	ends, nums := split(all)
	if len(ends) != len(nums) || len(ends) > 2 {
		return nil
	}
	for i := range len(all) - 1 {
		if !joined(all[i], all[i+1], words, false) {
			return nil
		}
	}
	var pairs []headingPair
	for i := range ends {
		pairs = append(pairs, paired(nums[i], ends[i]))
	}
	return pairs
}

// fromTo reads "most to least deprived": the first end is 1.
func fromTo(all []mention, words []string) []headingPair {
	if len(all) != 2 || all[0].end == all[1].end || all[1].from != all[0].to+1 {
		return nil
	}
	if w := words[all[0].to]; w != "to" && w != "-" || all[0].end == noEnd || all[1].end == noEnd {
		return nil
	}
	return []headingPair{{1, all[0].end}}
}
