package workbook

import (
	"strings"
	"time"
)

// stylesPart is what a workbook's styles say of number formats.
type stylesPart struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// dates tells of each cell style whether it shows a date or a time.
func (s stylesPart) dates() []bool {
	codes := make(map[int]bool, len(s.Formats))
	for _, f := range s.Formats {
		codes[f.ID] = dateFormat(f.Code)
	}
	out := make([]bool, len(s.Cells))
	for i, c := range s.Cells {
		custom, ok := codes[c.Format]
		out[i] = custom || !ok && builtinDate(c.Format)
	}
	return out
}

// builtinDate tells whether a number format that a workbook need not spell out is a date or a time. 14-22 and 45-47 are
// ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates in its East Asian tables.
func builtinDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// dateFormat tells whether a number format shows a date or a time: its first section has d, m, y, h or s outside quotes,
// escapes and brackets. Elapsed time, [h]:mm, counts as well.
func dateFormat(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			n := strings.IndexByte(code[i+1:], '"')
			if n < 0 {
				return false
			}
			i += n + 1
		case '\\', '_', '*':
			i++
		case '[':
			n := strings.IndexByte(code[i:], ']')
			if n < 0 {
				return false
			}
			if elapsed(code[i+1 : i+n]) {
				return true
			}
			i += n
		case ';':
			return false
		case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H', 's', 'S':
			return true
		case 'G', 'g': // General
			if len(code) >= i+7 && strings.EqualFold(code[i:i+7], "general") {
				i += 6
			}
		}
	}
	return false
}

// elapsed tells whether what is in brackets counts hours, minutes or seconds, as in [hh].
func elapsed(s string) bool {
	return s != "" && (strings.Trim(s, "hH") == "" || strings.Trim(s, "mM") == "" || strings.Trim(s, "sS") == "")
}

const (
	days1904 = 1462    // from the first day of workbooks that begin in 1900 to that of those that begin in 1904
	lastDay  = 2958466 // 1 January 10000, the first day that Excel cannot show
	leapDay  = 60      // 29 February 1900, which Excel counts and which never was
)

// Days converts the figure of a date cell to days since 30 December 1899; below 1 it is a time of day alone. ok is false
// for a figure that Excel cannot show as a date.
func (b *Book) Days(figure float64) (days float64, ok bool) {
	switch {
	case !(figure >= 0 && figure+b.Shift < lastDay): // also what is not a number
		return 0, false
	case figure < 1:
		return figure, true
	case b.Shift == 0 && figure < leapDay:
		return figure + 1, true
	}
	return figure + b.Shift, true
}

// ISODays converts a date as strict workbooks may store it, such as 2026-01-31T18:00:00, to days since 30 December 1899.
func ISODays(text string) (days float64, ok bool) {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for _, layout := range []string{"2006-01-02T15:04:05.999999999", time.RFC3339, "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil {
			return float64(t.Unix()-first.Unix())/86400 + float64(t.Nanosecond())/86400e9, true
		}
	}
	return 0, false
}
