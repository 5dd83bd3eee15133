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
		return parseWeeks(x)
	}
	return nil, fmt.Errorf("weeks(%v): not a length of pregnancy", args[0])
}

func parseWeeks(text string) (float64, error) {
	digits := func(r rune) bool { return (r < '0' || r > '9') && r != '.' }
	parts := strings.FieldsFunc(text, digits)
	if len(parts) == 0 || len(parts) > 2 {
		return 0, fmt.Errorf("%q is not a length of pregnancy", text)
	}
	weeks, err := strconv.ParseFloat(parts[0], 64)
	days := 0
	if err == nil && len(parts) == 2 {
		days, err = strconv.Atoi(parts[1])
	}
	if err != nil || days > 6 || weeks > 50 {
		return 0, fmt.Errorf("%q is not a length of pregnancy", text)
	}
	return weeks + float64(days)/7, nil
}
