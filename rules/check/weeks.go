package check

import (
	"fmt"
	"strconv"
	"strings"
)

// weeksOf is the expression function weeks: a length of pregnancy in weeks,
// from a number or from "24+3", "24w 3d" or "24 weeks 3 days".
func weeksOf(args ...any) (any, error) {
	switch x := args[0].(type) {
	case float64:
		return x, nil
	case string:
		if weeks, ok := parseWeeks(x); ok {
			return weeks, nil
		}
	}
	return nil, fmt.Errorf("weeks(%v): not a length of pregnancy", args[0])
}

// weeksIn is the same for a value.
func weeksIn(v Value) (float64, bool) {
	if v.text == "" {
		return v.number, true
	}
	return parseWeeks(v.text)
}

// parseWeeks takes one number, or two of which the second is 0 to 6 days. More
// or fewer, or a pregnancy of more than 50 weeks, is not a length.
func parseWeeks(text string) (float64, bool) {
	digit := func(r rune) bool { return r >= '0' && r <= '9' || r == '.' }
	start := strings.IndexFunc(text, digit)
	if start < 0 {
		return 0, false
	}
	text = text[start:]
	end := strings.IndexFunc(text, func(r rune) bool { return !digit(r) })
	if end < 0 {
		end = len(text)
	}
	weeks, err := strconv.ParseFloat(text[:end], 64)
	days := strings.TrimFunc(text[end:], func(r rune) bool { return !digit(r) })
	if days == "" {
		return weeks, err == nil && weeks <= 50
	}
	if len(days) > 1 || days < "0" || days > "6" || weeks != float64(int(weeks)) {
		return 0, false
	}
	return weeks + float64(days[0]-'0')/7, err == nil && weeks <= 50
}
