package imd

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"siequity/audit/deprivation/area"
	"siequity/incidents/export"
	"siequity/rules/codes"
)

// An fileRow is one area as the file gives it; 0 where rank or decile is absent.
type fileRow struct {
	area         area.Code
	rank, decile int
	row          int
}

// An file is what was read of an index file before its vintage is settled.
type file struct {
	source    Source
	columns   *columns
	rows      []fileRow
	headings  []string // the heading row that was taken, or the widest row seen
	otherKind map[area.Nation]int
	districts int // rows coded by district or other larger area
	unread    int // rows with an LSOA but neither rank nor decile
	firstBad  int // row number of the first such row
}

// columns are 0-based; rank or decile is -1 if absent.
type columns struct {
	code, rank, decile int
}

// ReadTable reads one vintage of the English index from the publisher's File 1
// or File 7, or from a plain table of LSOA code, rank and decile, as xlsx or csv.
// Columns are found by how their headings begin, since the words differ between
// editions and between xlsx and csv. The vintage comes from the headings, the
// sheet and the file name, and from the codes and ranks themselves; otherwise is
// taken where none of these tells. A table of another nation, of districts, of
// one domain only or of IMD 2015 is refused.
func ReadTable(path string, otherwise Vintage) (*Table, error) {
	f := &file{otherKind: make(map[area.Nation]int)}
	warnings, err := eachRow(path, f.read)
	if err != nil {
		return nil, err
	}
	if err := f.refuse(); err != nil {
		return nil, err
	}
	v, warning, err := f.vintage(otherwise)
	if err != nil {
		return nil, err
	}
	if warning != "" {
		warnings = append(warnings, warning)
	}
	return f.table(v, warnings)
}

func (f *file) read(at position, cells []string) {
	if f.columns != nil && at.source != f.source {
		return // a later sheet of a workbook whose index was already found
	}
	if f.columns == nil {
		f.source = at.source
		f.findColumns(cells)
		return
	}
	f.addRow(at.row, cells)
}

func (f *file) findColumns(cells []string) {
	if len(cells) > len(f.headings) {
		f.headings = append([]string(nil), cells...)
	}
	c := columns{code: columnLike(cells, codeHeadings), rank: columnLike(cells, rankHeadings), decile: columnLike(cells, decileHeadings)}
	if c.code >= 0 && (c.rank >= 0 || c.decile >= 0) {
		f.columns, f.headings = &c, append([]string(nil), cells...)
	}
}

// Each list is in order of preference: the first pattern that any heading fits wins.
var (
	codeHeadings = []*regexp.Regexp{
		regexp.MustCompile(`^lsoa ?(20)?(11|21)? ?(cd|code)?( |$)`),
		regexp.MustCompile(`^lower (layer )?super output area.* code|^lower super output area$`),
		regexp.MustCompile(`^(feature|area|geography|gss) ?code$|^code$`),
	}
	rankHeadings   = measureHeadings("rank")
	decileHeadings = measureHeadings("decile")
)

func measureHeadings(word string) []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^index of multiple deprivation( imd)?( (20)?\d\d)? ` + word),
		regexp.MustCompile(`^(imd|iod) ?((20)?\d\d)? ?` + word),
		regexp.MustCompile(`^` + word + `($| where| \d\d|\d\d| 1 )`),
	}
}

func columnLike(cells []string, patterns []*regexp.Regexp) int {
	for _, p := range patterns {
		for i, c := range cells {
			h := foldHeading(c)
			if p.MatchString(h) && !strings.Contains(h, " name") {
				return i
			}
		}
	}
	return -1
}

// foldHeading lower-cases a heading and turns every run of other marks into one space.
func foldHeading(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else if b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

func (f *file) addRow(n int, cells []string) {
	code := strings.TrimSpace(cell(cells, f.columns.code))
	a, ok := area.Parse([]byte(code))
	if !ok {
		if area.OtherKind([]byte(code)) {
			f.districts++
		}
		return
	}
	if !a.English() {
		f.otherKind[a.Nation()]++
		return
	}
	row := fileRow{a, wholeNumber(cell(cells, f.columns.rank)), wholeNumber(cell(cells, f.columns.decile)), n}
	if row.decile < 0 || row.decile > 10 || row.rank < 0 || row.rank+row.decile == 0 {
		if f.unread++; f.firstBad == 0 {
			f.firstBad = n
		}
		return
	}
	f.rows = append(f.rows, row)
}

func cell(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

// wholeNumber reads 1234, 1,234 and 1234.0; 0 for a blank, -1 for anything else.
func wholeNumber(s string) int {
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", "")
	if s == "" {
		return 0
	}
	if whole, frac, found := strings.Cut(s, "."); found && strings.Trim(frac, "0") == "" {
		s = whole
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return -1
	}
	return n
}

// refuse says why a file is not an index of English LSOAs at all.
func (f *file) refuse() error {
	fault := func(problem, hint string) error {
		return export.Fault{ID: "imd/not-an-index", File: f.source.Name, Sheet: f.source.Member, What: problem, Hint: hint}
	}
	const want = "give File 1 or File 7 of the English indices (xlsx or csv), or a table with columns lsoa, rank, decile"
	switch {
	case f.columns == nil:
		return fault("no columns for LSOA code and IMD rank or decile; headings seen: "+quoteSome(f.headings), want)
	case len(f.rows) > 0:
		return nil
	case len(f.otherKind) > 0:
		return fault("the areas are not English: the indices of the nations cannot be mixed", want)
	case f.districts > 0:
		return fault("the rows are districts or other large areas, not LSOAs", want)
	}
	return fault("no row holds an English LSOA code with a rank or decile", want)
}

func quoteSome(cells []string) string {
	var seen []string
	for _, c := range cells {
		if strings.TrimSpace(c) != "" && len(seen) < 6 {
			seen = append(seen, strconv.Quote(c))
		}
	}
	if len(seen) == 0 {
		return "none"
	}
	return strings.Join(seen, ", ")
}

// table settles rank and decile of every row under the vintage.
func (f *file) table(v Vintage, warnings []string) (*Table, error) {
	t := newTable(v)
	t.Source, t.Warnings = f.source, warnings
	differ, inverted, faults := 0, 0, 0
	for _, r := range f.rows {
		reckoned := codes.Decile(r.rank, v.Areas())
		if r.decile == 0 {
			r.decile = reckoned
		} else if reckoned > 0 && reckoned != r.decile {
			differ++
			if reckoned == 11-r.decile {
				inverted++
			}
		}
		if r.decile == 0 || r.rank > v.Areas() || t.put(r.area, r.rank, r.decile) != nil {
			if faults++; f.firstBad == 0 {
				f.firstBad = r.row
			}
		}
	}
	if 2*inverted > len(f.rows) {
		return nil, export.Fault{ID: "imd/inverted", File: f.source.Name, Sheet: f.source.Member, What: "the decile column runs the other way from the rank column",
			Hint: "in the English indices rank 1 and decile 1 are the most deprived; give the publisher's own file"}
	}
	t.warn(f, differ, faults)
	return t, nil
}

func (t *Table) warn(f *file, differ, faults int) {
	add := func(format string, args ...any) { t.Warnings = append(t.Warnings, fmt.Sprintf(format, args...)) }
	if differ > 0 {
		add("%d areas have a decile that their rank does not give; the decile column was used", differ)
	}
	if bad := faults + f.unread; bad > 0 {
		add("%d rows could not be used (no rank or decile, a rank out of range, or an area twice with different values), the first is row %d", bad, f.firstBad)
	}
	if others := len(f.otherKind); others > 0 {
		add("rows of other nations were left out")
	}
	if !t.Complete() {
		add("the table has %d of the %d areas of IMD %d", t.Rows, t.Vintage.Areas(), t.Vintage)
	}
}
