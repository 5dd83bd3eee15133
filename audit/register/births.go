package register

import (
	"slices"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A birthCount is one number of a births file before totals are left out.
type birthCount struct {
	Births
	total bool // for all ethnic groups or all deprivation groups, by its label
	// Of the published data set:
	ethnic                  bool   // counted by ethnicity, else by deprivation
	dimension, level, units string // Dimension, Org_Level, Count_Of
}

// births reads one sheet of births, in whichever of four shapes it has, and says
// whether it had one:
//
//  1. published: the maternity services data set's Dimension, Measure, Count_Of, Final_value
//  2. crossed, deprivation across: a row for each ethnic group
//  3. crossed, ethnicity across: a row for each quintile or decile
//  4. long: a row for each number
func (r *reader) births(t *export.Table, head []export.Row) bool {
	var counts []birthCount
	if p, ok := findPublished(head); ok {
		counts = p.read(r, t)
	} else if c, ok := findCrossed(r.form, head); ok {
		counts = c.read(r, t)
	} else if h, ok := findHeader(r.form, head); ok && h.tell(r, t.Sheet) {
		counts = r.longBirths(t, h)
	} else {
		return false
	}
	counts = withoutTotals(r, t.Sheet, counts)
	for _, c := range counts {
		r.out.Births = append(r.out.Births, c.Births)
	}
	r.tellBirths(t.Sheet, counts)
	return true
}

func (r *reader) longBirths(t *export.Table, h header) []birthCount {
	var out []birthCount
	heading := ""
	if at := h.at[r.form.index("imd")]; at >= 0 {
		heading = h.headings[at]
	}
	r.rows(t, h.row, func(row export.Row) {
		l := &line{r: r, sheet: t.Sheet, head: h, row: row}
		if l.passedOver() {
			return
		}
		r.file.Rows++
		at, _ := l.cell("count")
		c := birthCount{Births: Births{Organisation: l.text("organisation"), Period: l.text("period")}}
		c.group(l.text("ethnicity"), l.text("imd"), heading)
		if l.births(at, &c) {
			out = append(out, c)
			r.file.Used++
		}
	})
	return out
}

// group sets which births are counted. A label for all is kept as "".
func (c *birthCount) group(ethnicity, imd, imdHeading string) {
	c.Ethnicity, c.IMD = ethnicity, imd
	if isAll(ethnicity) {
		c.Ethnicity, c.total = "", true
	}
	if isAll(imd) {
		c.IMD, c.total = "", true
	}
	c.Scale = scaleOf(imd + " " + imdHeading)
}

// isAll recognises the labels of totals.
func isAll(s string) bool {
	f := field.Fold(s)
	return isTotal(s) || slices.Contains([]string{"all", "allethnicgroups", "allethnicities", "allwomen", "allbirths", "allquintiles", "alldeciles", "allgroups", "allcategories", "england", "everyone", "totalbirths", "allethniccategories"}, f)
}

func scaleOf(s string) string {
	f := field.Fold(s)
	switch {
	case strings.Contains(f, "quintile") || strings.Contains(f, "fifth"):
		return "quintile"
	case strings.Contains(f, "decile") || strings.Contains(f, "tenth"):
		return "decile"
	}
	return ""
}

// hiddenMarks are what publishers and systems write for a number they do not
// show. "[c]", "[x]" and "[z]" are the government statistical service's own.
var hiddenMarks = []string{"*", "**", "-", "--", "–", "—", ":", "..", "...", "z", "c", "x", "s", "~", "#", "dns", "[c]", "[x]", "[z]", "[low]", "suppressed", "sup", "n/a", "na", "redacted", "hidden"}

// isHidden recognises a suppressed number, also one given as a bound: <5, under 8.
func isHidden(s string) bool {
	low := strings.ToLower(s)
	if slices.Contains(hiddenMarks, low) {
		return true
	}
	for _, p := range []string{"<", "≤", "less than", "under", "fewer than", "1-", "1 to ", "1–"} {
		if rest, ok := strings.CutPrefix(low, p); ok {
			_, why := wholeNumber(strings.TrimLeft(rest, "= "))
			return why == ""
		}
	}
	return false
}

// births reads the number of one cell into c, and says whether it could be used.
func (l *line) births(at int, c *birthCount) bool {
	s := textAt(l.row, at)
	c.Row = l.row.Number
	switch {
	case s == "":
		l.fault(at, "blank", "", "there is no number of births, so it is not used", "write 0 if there were none")
		return false
	case isHidden(s):
		c.Suppressed = true
		return true
	}
	n, why := wholeNumber(s)
	if why != "" {
		l.fault(at, "number", s, why+", so it is not used", "write a whole number, or * if it may not be shown")
		return false
	}
	c.Count = n
	return true
}

// withoutTotals leaves out the sums of other rows: they would count births twice.
// A total that stands alone is all there is and stays.
func withoutTotals(r *reader, sheet string, counts []birthCount) []birthCount {
	type place struct{ organisation, period string }
	detailed := map[place]bool{}
	for _, c := range counts {
		detailed[place{c.Organisation, c.Period}] = detailed[place{c.Organisation, c.Period}] || !c.total
	}
	kept := slices.DeleteFunc(slices.Clone(counts), func(c birthCount) bool {
		return c.total && detailed[place{c.Organisation, c.Period}]
	})
	if n := len(counts) - len(kept); n > 0 {
		r.note("%s%d totals are left out, since the groups they sum are given", inSheet(sheet), n)
	}
	return kept
}

// fewToJudge is the number of counts above zero below which multiples of five
// may well be chance: 8 of them are so once in 400,000 files.
const fewToJudge = 8

// tellBirths notes hidden and rounded numbers.
func (r *reader) tellBirths(sheet string, counts []birthCount) {
	hidden, shown, fives := 0, 0, 0
	for _, c := range counts {
		switch {
		case c.Suppressed:
			hidden++
		case c.Count > 0:
			shown++
			if c.Count%5 == 0 {
				fives++
			}
		}
	}
	if hidden > 0 {
		r.note("%s%d of %d numbers are hidden in the file; rates that need them cannot be worked out", inSheet(sheet), hidden, len(counts))
	}
	if shown >= fewToJudge && fives == shown {
		r.note("%sall %d numbers are multiples of 5 and look rounded; rates of small groups are approximate", inSheet(sheet), shown)
	}
}

// tellRepeats notes groups that are counted by several rows, of one sheet or of
// several: months are added rightly, a table and its raw numbers are not.
func (r *reader) tellRepeats() {
	type group struct{ organisation, period, ethnicity, imd string }
	seen, again := map[group]bool{}, 0
	for _, c := range r.out.Births {
		g := group{c.Organisation, c.Period, field.Fold(c.Ethnicity), field.Fold(c.IMD)}
		if seen[g] {
			again++
		}
		seen[g] = true
	}
	if again > 0 {
		r.note("%d numbers count a group that another row or sheet counts as well; they are added together, so check that none is there twice", again)
	}
}
