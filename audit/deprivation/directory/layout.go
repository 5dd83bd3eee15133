package directory

import (
	"bytes"
	"fmt"
	"regexp"

	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/imd"
)

// A layout says which column of a postcode directory holds what, 0-based, -1
// where there is none. Columns are matched by pattern, never by position: the
// headings were renamed in August 2025 and after, and their two digits move
// each year.
type layout struct {
	postcode       int
	lsoa11, lsoa21 int
	terminated     int
	userType, grid int
	country        int
	rank19, rank25 int
	columns        int
	delimiter      byte
	headed         bool
	last           int // the rightmost column that is read
}

// The first heading that fits is taken. imd20ind is the set of 2020 for the
// United Kingdom, whose English part is IMD 2019. An undated imd held IMD 2015
// in 2020 and IMD 2019 from 2021 on with no change of name, so it is believed
// only beside an LSOA 2021 column, which came later.
var (
	postcodePattern   = regexp.MustCompile(`^(pcds?|pcd[278]|postcode)$`)
	lsoa11Pattern     = regexp.MustCompile(`^lsoa(20)?11(cd|code)?$`)
	lsoa21Pattern     = regexp.MustCompile(`^lsoa(20)?21(cd|code)?$`)
	lsoaPattern       = regexp.MustCompile(`^lsoa(cd|code)?$`)
	terminatedPattern = regexp.MustCompile(`^(doterm|dot|terminated)$`)
	userTypePattern   = regexp.MustCompile(`^(usertype|usrtypind)$`)
	gridPattern       = regexp.MustCompile(`^(osgrdind|gridind)$`)
	countryPattern    = regexp.MustCompile(`^ctry(\d\d)?(cd)?$`)
	rank19Pattern     = regexp.MustCompile(`^imd(19|20)(ind)?$`)
	rank25Pattern     = regexp.MustCompile(`^imd25(ind)?$`)
	undatedPattern    = regexp.MustCompile(`^imd(ind)?$`)
)

// layoutOf finds the layout from the first lines of a directory. It understands
// a heading row in any order, and the headerless NHS gridall by the shape of its
// cells.
func layoutOf(sample []byte) (*layout, error) {
	lines := wholeLines(sample)
	if len(lines) == 0 {
		return nil, fmt.Errorf("the file is empty")
	}
	delimiter := byte(',')
	if bytes.Count(lines[0], []byte{'\t'}) > bytes.Count(lines[0], []byte{','}) {
		delimiter = '\t'
	}
	first := splitRow(lines[0], delimiter)
	l := &layout{columns: len(first), delimiter: delimiter}
	if l.byHeading(first) {
		return l.finish()
	}
	if postcodeLike(first[0]) {
		if err := l.byShape(lines); err != nil {
			return nil, err
		}
		return l.finish()
	}
	return nil, fmt.Errorf("no postcode column (pcds, pcd7, pcd2 or postcode) in the first line")
}

func (l *layout) byHeading(first [][]byte) bool {
	find := func(p *regexp.Regexp) int {
		for i, c := range first {
			if p.Match(plainHeading(c)) {
				return i
			}
		}
		return -1
	}
	l.postcode, l.lsoa11, l.lsoa21 = find(postcodePattern), find(lsoa11Pattern), find(lsoa21Pattern)
	l.terminated, l.userType, l.grid = find(terminatedPattern), find(userTypePattern), find(gridPattern)
	l.country, l.rank19, l.rank25 = find(countryPattern), find(rank19Pattern), find(rank25Pattern)
	if l.rank19 < 0 && l.lsoa21 >= 0 {
		l.rank19 = find(undatedPattern)
	}
	if l.lsoa11 < 0 && l.lsoa21 < 0 {
		// A column that does not name its census may be of either: each index takes
		// the codes of its own list, and those in both are the same area.
		l.lsoa11 = find(lsoaPattern)
		l.lsoa21 = l.lsoa11
	}
	l.headed = true
	return l.postcode >= 0
}

// plainHeading is a heading in lower case without spaces and underscores.
func plainHeading(c []byte) []byte {
	return bytes.ToLower(bytes.Map(func(r rune) rune {
		if r == ' ' || r == '_' {
			return -1
		}
		return r
	}, c))
}

// gridallColumns is the width of the NHS Postcode Directory's gridall as last
// described; its LSOA 2011 is the 40th column.
const gridallColumns = 43

// byShape reads a headerless file. The census of each column of small-area codes
// is told by the highest code in it, since codes are dealt out upwards.
func (l *layout) byShape(lines [][]byte) error {
	l.lsoa11, l.lsoa21, l.terminated, l.userType, l.grid, l.country, l.rank19, l.rank25 = -1, -1, -1, -1, -1, -1, -1, -1
	if l.columns >= gridallColumns {
		l.terminated, l.userType, l.grid, l.country = 3, 10, 11, 12
	}
	if l.columns == gridallColumns {
		l.lsoa11 = 39
		return nil
	}
	for i, census := range censusOfColumns(lines, l.delimiter, l.columns) {
		switch census {
		case area.Census2011:
			l.lsoa11 = i
		case area.Census2021:
			l.lsoa21 = i
		}
	}
	if l.lsoa11 < 0 && l.lsoa21 < 0 {
		return fmt.Errorf("the first line has no headings, and no column holds LSOA codes of 2011 or 2021")
	}
	return nil
}

// censusOfColumns gives, for each column, the newest census its codes belong to;
// area.UnknownCensus where not all of the codes are of small areas.
func censusOfColumns(lines [][]byte, delimiter byte, columns int) []area.Census {
	newest, seen, wrong := make([]area.Census, columns), make([]int, columns), make([]int, columns)
	for _, line := range lines {
		for i, c := range splitRow(line, delimiter) {
			if i >= columns || len(c) == 0 {
				continue
			}
			a, ok := area.Parse(c)
			if !ok || len(c) != 9 {
				wrong[i]++
				continue
			}
			seen[i]++
			newest[i] = max(newest[i], a.Since())
		}
	}
	for i := range newest {
		if wrong[i] > seen[i]/100 {
			newest[i] = area.UnknownCensus
		}
	}
	return newest
}

func (l *layout) finish() (*layout, error) {
	if l.lsoa11 < 0 && l.lsoa21 < 0 && l.rank19 < 0 && l.rank25 < 0 {
		return nil, fmt.Errorf("no column of LSOA codes (lsoa11, lsoa21, lsoa11cd or lsoa21cd)")
	}
	l.last = max(l.postcode, l.lsoa11, l.lsoa21, l.terminated, l.userType, l.grid, l.country, l.rank19, l.rank25)
	return l, nil
}

// postcodeCell is the first of the postcode columns, by far the leftmost in every
// edition, so that most lines are left after a few bytes.
func (l *layout) postcodeCell(line []byte) []byte {
	for range l.postcode {
		_, rest, ok := nextCell(line, l.delimiter)
		if !ok {
			return nil
		}
		line = rest
	}
	c, _, _ := nextCell(line, l.delimiter)
	return c
}

// row reads the columns that are kept. It reports false for a line that ends too soon.
func (l *layout) row(line []byte) (Row, bool) {
	cells := splitRow(line, l.delimiter)
	if len(cells) <= l.last {
		return Row{}, false
	}
	at := func(i int) []byte {
		if i < 0 {
			return nil
		}
		return bytes.TrimSpace(cells[i])
	}
	r := Row{Terminated: len(at(l.terminated)) > 0, LargeUser: string(at(l.userType)) == "1"}
	r.LSOA11, _ = area.Parse(at(l.lsoa11))
	r.LSOA21, _ = area.Parse(at(l.lsoa21))
	if g := at(l.grid); len(g) == 1 {
		r.Grid = g[0]
	}
	r.Nation = nationOf(at(l.country), r.LSOA11, r.LSOA21)
	if r.Nation == area.England {
		r.Rank19 = parseRank(at(l.rank19), imd.IMD2019.Areas())
		r.Rank25 = parseRank(at(l.rank25), imd.IMD2025.Areas())
	}
	return r, true
}

func nationOf(country []byte, areas ...area.Code) area.Nation {
	if len(country) > 0 {
		if n := area.Nation(area.Upper(country[0])); n.String() != "" {
			return n
		}
	}
	for _, a := range areas {
		if a != 0 {
			return a.Nation()
		}
	}
	return 0
}

// nextCell cuts the first cell off a line and unquotes it. Doubled quotes inside
// stay as they are: no column that is read holds any.
func nextCell(line []byte, delimiter byte) (c, rest []byte, more bool) {
	if len(line) > 0 && line[0] == '"' {
		if end := bytes.IndexByte(line[1:], '"'); end >= 0 {
			c, rest = line[1:end+1], line[end+2:]
			for len(rest) > 0 && rest[0] == '"' { // a doubled quote: go on to the real end
				again := bytes.IndexByte(rest[1:], '"')
				if again < 0 {
					break
				}
				rest = rest[again+2:]
			}
			if len(rest) > 0 && rest[0] == delimiter {
				return c, rest[1:], true
			}
			return c, nil, false
		}
	}
	if i := bytes.IndexByte(line, delimiter); i >= 0 {
		return line[:i], line[i+1:], true
	}
	return bytes.TrimRight(line, "\r"), nil, false
}

func splitRow(line []byte, delimiter byte) [][]byte {
	cells := make([][]byte, 0, 64)
	for more := true; more; {
		var c []byte
		c, line, more = nextCell(line, delimiter)
		cells = append(cells, c)
	}
	return cells
}

func wholeLines(sample []byte) [][]byte {
	lines := bytes.Split(sample, []byte{'\n'})
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // the last is empty or cut off
	}
	for i := range lines {
		lines[i] = bytes.TrimRight(lines[i], "\r")
	}
	return lines
}

func postcodeLike(c []byte) bool { return Shape.Match(squeeze(c)) }

// Shape is the form of a postcode without its space, in capitals; pseudo postcodes
// fit it too.
var Shape = regexp.MustCompile(`^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$`)

func squeeze(c []byte) []byte { return bytes.ToUpper(bytes.ReplaceAll(c, []byte{' '}, nil)) }
