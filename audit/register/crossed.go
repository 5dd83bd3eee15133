package register

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A crossed table has one variable down and the other across.
type crossed struct {
	header
	across    []int // columns that hold numbers
	down      int   // column that says what the row is
	imdAcross bool
	scale     string
}

// findCrossed looks for a row that heads columns with the deprivation groups
// 1, 2, 3 ... or with at least three ethnic categories.
func findCrossed(f form, head []export.Row) (crossed, bool) {
	for i, row := range head {
		h := readHeader(f, row)
		if across := quintilesOf(h); across != nil {
			return arrange(f, h, across, true, head[:i]), true
		}
		if across := ethnicitiesOf(h); across != nil {
			return arrange(f, h, across, false, head[i+1:]), true
		}
	}
	return crossed{}, false
}

// deprived reads "1", "Q1", "Quintile 1 (most deprived)", "IMD 10 - least deprived", "1st".
var deprived = regexp.MustCompile(`^(?:imd|deprivation|deprived)?(?:quintile|decile|q|d|group)?0?(10|[1-9])(?:st|nd|rd|th)?(?:quintile|decile)?(?:(?:most|least)(?:deprived)?)?$`)

// deprivedGroup gives the number of a deprivation group's label, or 0.
func deprivedGroup(s string) int {
	f := field.Fold(s)
	if m := deprived.FindStringSubmatch(f); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// quintilesOf gives the columns of a heading row that are deprivation groups: a
// complete run of 1 to 5 or 1 to 10 in either direction, with totals and
// unknowns beside it. Anything less may be a row of counts.
func quintilesOf(h header) []int {
	var run, beside []int
	var numbers []int
	for i, s := range h.headings {
		if n := deprivedGroup(s); n > 0 {
			run, numbers = append(run, i), append(numbers, n)
		} else if isAll(s) || isUnknown(s) {
			beside = append(beside, i)
		}
	}
	slices.Sort(numbers)
	if len(numbers) != 5 && len(numbers) != 10 || numbers[0] != 1 || numbers[len(numbers)-1] != len(numbers) || len(slices.Compact(numbers)) != len(run) {
		return nil
	}
	return append(run, beside...)
}

func isUnknown(s string) bool {
	return slices.Contains([]string{"unknown", "notknown", "missing", "notrecorded", "notmatched", "nopostcode", "notavailable", "unmatched", "nofixedabode", "notstated", "notstatednotknown", "missingvaluevalueoutsidereportingparameters", "other"}, field.Fold(s))
}

// ethnicWords begin the labels of ethnic categories, enough to know a heading for one.
var ethnicWords = []string{"white", "asian", "black", "mixed", "chinese", "other", "indian", "pakistani", "bangladeshi", "african", "caribbean", "british", "irish", "arab", "gypsy", "roma",
	"notstated", "notknown", "unknown", "anyother", "multiple", "missing"}

// ethnicitiesOf gives the columns of a heading row that are ethnic categories.
func ethnicitiesOf(h header) []int {
	var out, beside []int
	for i, s := range h.headings {
		f := field.Fold(s)
		ethnic := slices.ContainsFunc(ethnicWords, func(w string) bool { return strings.HasPrefix(f, w) })
		switch {
		case ethnic && len(f) < 80:
			out = append(out, i)
		case isAll(s):
			beside = append(beside, i)
		}
	}
	if len(out) < 3 {
		return nil
	}
	return append(out, beside...)
}

// arrange settles which column says what a row is.
func arrange(f form, h header, across []int, imdAcross bool, other []export.Row) crossed {
	slices.Sort(across)
	c := crossed{header: h, across: across, imdAcross: imdAcross, down: -1}
	name := "imd"
	if imdAcross {
		name = "ethnicity"
		c.scale = acrossScale(h, across, other)
	}
	if c.down = h.at[f.index(name)]; c.down >= 0 && !slices.Contains(across, c.down) {
		return c.downScale()
	}
	c.down = -1
	taken := append([]int{h.at[f.index("organisation")], h.at[f.index("period")]}, across...)
	for i := range h.headings {
		if c.down < 0 && !slices.Contains(taken, i) {
			c.down = i
		}
	}
	return c.downScale()
}

func (c crossed) downScale() crossed {
	if !c.imdAcross && c.down >= 0 {
		c.scale = scaleOf(c.headings[c.down])
	}
	return c
}

// acrossScale goes by the headings, by a line above them ("IMD quintile"), and
// last by how many groups there are.
func acrossScale(h header, across []int, above []export.Row) string {
	text := strings.Join(h.headings, " ")
	for _, row := range above {
		text += " " + strings.Join(cellTexts(row), " ")
	}
	if s := scaleOf(text); s != "" {
		return s
	}
	groups := 0
	for _, i := range across {
		if deprivedGroup(h.headings[i]) > 0 {
			groups++
		}
	}
	if groups == 5 {
		return "quintile"
	}
	return "decile"
}

func (c crossed) read(r *reader, t *export.Table) []birthCount {
	var out []birthCount
	r.rows(t, c.row, func(row export.Row) {
		l := &line{r: r, sheet: t.Sheet, head: c.header, row: row}
		texts := cellTexts(row)
		if len(texts) == 0 || l.headingsAgain(texts) {
			return
		}
		r.file.Rows++
		before := len(out)
		if label := textAt(row, c.down); label == "" && c.down >= 0 {
			l.fault(c.down, "blank", "", "the row does not say which group it counts, so it is not used", "write the group, or clear the whole row")
		} else if len(texts) == 1 {
			l.fault(-1, "blank", "", "the row holds no numbers, so it is not used", "move remarks to another sheet, or write the numbers")
		} else {
			out = c.numbers(l, label, out)
		}
		if len(out) > before {
			r.file.Used++
		}
	})
	return out
}

// numbers reads the numbers of one row.
func (c crossed) numbers(l *line, label string, out []birthCount) []birthCount {
	for _, at := range c.across {
		n := birthCount{Births: Births{Organisation: l.text("organisation"), Period: l.text("period")}}
		if c.imdAcross {
			n.group(label, c.headings[at], c.scale)
		} else {
			n.group(c.headings[at], label, c.scale)
		}
		if l.births(at, &n) {
			out = append(out, n)
		}
	}
	return out
}
