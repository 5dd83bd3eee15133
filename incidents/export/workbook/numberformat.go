package workbook

import "strings"

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
