package register

import (
	"slices"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A published table is the monthly file of the maternity services data set: one
// row for each organisation, dimension and measure. Its dimensions are not
// crossed, so ethnicity and deprivation come as separate counts.
type published struct {
	row                                                 int
	dimension, measure, units, value, level, name, code int
	start, end                                          int
}

// findPublished looks for the headings Dimension, Measure and Final_value.
func findPublished(head []export.Row) (published, bool) {
	for _, row := range head {
		var folded []string
		for i := range row.Cells {
			folded = append(folded, field.Fold(textAt(row, i)))
		}
		at := func(names ...string) int {
			return slices.IndexFunc(folded, func(s string) bool { return slices.Contains(names, s) })
		}
		p := published{row: row.Number, dimension: at("dimension"), measure: at("measure"), units: at("countof"), value: at("finalvalue", "value"), level: at("orglevel"),
			name: at("orgname"), code: at("orgcode"), start: at("reportingperiodstartdate", "rpstartdate"), end: at("reportingperiodenddate", "rpenddate")}
		if p.dimension >= 0 && p.measure >= 0 && p.value >= 0 {
			return p, true
		}
	}
	return published{}, false
}

func (p published) read(r *reader, t *export.Table) []birthCount {
	var out []birthCount
	others := 0
	r.rows(t, p.row, func(row export.Row) {
		l := &line{r: r, sheet: t.Sheet, row: row}
		if len(cellTexts(row)) == 0 {
			return
		}
		r.file.Rows++
		c, ok := p.group(l)
		if !ok {
			others++
			return
		}
		if l.births(p.value, &c) {
			out = append(out, c)
		}
	})
	if others > 0 {
		r.note("%s%d rows count by something other than ethnicity or deprivation and are left out", inSheet(t.Sheet), others)
	}
	out = append(oneOfEach(r, t.Sheet, out, true), oneOfEach(r, t.Sheet, out, false)...)
	r.file.Used += len(out)
	return out
}

// group reads whom a row counts; false for dimensions that are not wanted here.
func (p published) group(l *line) (birthCount, bool) {
	dimension, measure := field.Fold(textAt(l.row, p.dimension)), textAt(l.row, p.measure)
	c := birthCount{level: textAt(l.row, p.level), units: textAt(l.row, p.units), dimension: textAt(l.row, p.dimension)}
	c.Organisation, c.Period = textAt(l.row, p.name), p.period(l)
	if c.Organisation == "" {
		c.Organisation = textAt(l.row, p.code)
	}
	switch {
	case strings.Contains(dimension, "ethnic"):
		c.ethnic = true
		c.group(measure, "", "")
	case strings.Contains(dimension, "deprivation") || strings.Contains(dimension, "imd"):
		c.group("", measure, textAt(l.row, p.dimension))
	default:
		return c, false
	}
	return c, true
}

// period is the reporting period as siequity.yaml writes spans of days.
func (p published) period(l *line) string {
	start, _, err1 := field.ParseDate(textAt(l.row, p.start))
	end, _, err2 := field.ParseDate(textAt(l.row, p.end))
	if err1 != nil || err2 != nil || start == 0 || end == 0 {
		return strings.Trim(textAt(l.row, p.start)+".."+textAt(l.row, p.end), ".")
	}
	return start.String() + ".." + end.String()
}

// oneOfEach keeps, of the counts by ethnicity or of those by deprivation, those of
// one dimension, one kind of count and one level: categories lie within groups,
// women booked may not be added to women delivered, and regions hold their trusts.
func oneOfEach(r *reader, sheet string, all []birthCount, ethnic bool) []birthCount {
	var list []birthCount
	for _, c := range all {
		if c.ethnic == ethnic {
			list = append(list, c)
		}
	}
	list = only(r, sheet, list, "the dimension", []string{"group"}, func(c birthCount) string { return c.dimension })
	list = only(r, sheet, list, "counts of", []string{"birth", "deliver", "maternit", "bab", "women", "book"}, func(c birthCount) string { return c.units })
	return only(r, sheet, list, "organisations of the level", []string{"provider", "trust", "maternitysystem", "icb", "region", "national"}, func(c birthCount) string { return c.level })
}

// only keeps the counts whose word is the first of the preferred, and notes it
// when there were others.
func only(r *reader, sheet string, all []birthCount, what string, preferred []string, word func(birthCount) string) []birthCount {
	var found []string
	for _, c := range all {
		if !slices.Contains(found, word(c)) {
			found = append(found, word(c))
		}
	}
	if len(found) < 2 {
		return all
	}
	slices.Sort(found)
	rank := func(s string) int {
		i := slices.IndexFunc(preferred, func(p string) bool { return strings.Contains(field.Fold(s), p) })
		if i < 0 {
			return len(preferred)
		}
		return i
	}
	slices.SortStableFunc(found, func(a, b string) int { return rank(a) - rank(b) })
	kept := slices.DeleteFunc(all, func(c birthCount) bool { return word(c) != found[0] })
	r.note("%sonly %s %q are used, not those of %s", inSheet(sheet), what, found[0], quoted(found[1:]))
	return kept
}
