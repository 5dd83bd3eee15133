package codes

// Words that name an end of the scale need what they measure beside them: "highest deprivation" and "least affluent"
// are the same end, and "highest" alone may be the highest number.

// degrees are words that say much or little of something.
var degrees = map[string]bool{"most": true, "more": true, "highest": true, "higher": true, "high": true, "greatest": true, "greater": true, "maximum": true,
	"least": false, "less": false, "lowest": false, "lower": false, "low": false, "smallest": false, "minimum": false}

// measures are what a degree may be of; true where much of it is deprivation.
var measures = map[string]bool{"deprived": true, "deprivation": true, "disadvantaged": true, "disadvantage": true, "poor": true, "poverty": true,
	"affluent": false, "affluence": false, "advantaged": false, "wealthy": false, "wealth": false, "rich": false, "prosperous": false, "prosperity": false}

// lone are words that name an end by themselves.
var lone = map[string]end{"worst": mostDeprived, "worse": mostDeprived, "poorest": mostDeprived, "poorer": mostDeprived, "poor": mostDeprived, "disadvantaged": mostDeprived,
	"best": leastDeprived, "better": leastDeprived, "richest": leastDeprived, "wealthiest": leastDeprived, "affluent": leastDeprived, "wealthy": leastDeprived,
	"rich": leastDeprived, "prosperous": leastDeprived, "advantaged": leastDeprived}

// betweenDegree may stand between a degree and what it is of: "highest level of deprivation".
var betweenDegree = map[string]bool{"of": true, "the": true, "level": true, "levels": true, "degree": true, "relative": true, "relatively": true}

// measured reads a degree and what it is of at words[i]; n is how many words that takes, 0 for none.
func measured(words []string, i int) (e end, n int) {
	much, ok := degrees[words[i]]
	if !ok {
		return noEnd, 0
	}
	j := i + 1
	for j < len(words) && betweenDegree[words[j]] {
		j++
	}
	if j == len(words) {
		return noEnd, 0
	}
	bad, ok := measures[words[j]]
	switch {
	case !ok:
		return noEnd, 0
	case bad == much:
		return mostDeprived, j + 1 - i
	}
	return leastDeprived, j + 1 - i
}

// ofPeople are degrees that are said of areas rather than of numbers, so that "1 = most" speaks of deprivation.
var ofPeople = map[string]end{"most": mostDeprived, "more": mostDeprived, "least": leastDeprived, "less": leastDeprived}

// endOf reads the end that a value names at words[i]; n is how many words that takes, 0 where none is named.
func endOf(words []string, i int) (e end, n int) {
	if e, n := measured(words, i); n > 0 {
		return e, n
	}
	if e, ok := ofPeople[words[i]]; ok {
		return e, 1
	}
	if e, ok := lone[words[i]]; ok {
		return e, 1
	}
	return noEnd, 0
}
