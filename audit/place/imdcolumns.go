package place

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siequity/audit/deprivation"
	"siequity/audit/deprivation/area"
	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// imdColumn is the deprivation column of one sheet, understood.
type imdColumn struct {
	codes.IMDColumn
	heading string
	column  int
	vintage deprivation.Vintage
	unknown bool                // of a year that no table here is of
	doubted bool                // its heading names a year that proves nothing
	values  []deprivation.Place // by text number, made on first use
	known   []bool
	counts  map[string]int
}

// columnAt is a deprivation column: its sheet and its field.
type columnAt struct {
	sheet *incidents.Sheet
	field int
}

// readColumns decides for each sheet what its deprivation columns hold, from all
// their values at once.
func (p *Placer) readColumns(records []*record.Record) {
	p.columns = map[columnAt]*imdColumn{}
	for _, f := range p.fields.imd {
		for _, r := range records {
			p.take(r, f)
		}
	}
	for _, at := range p.inOrder() {
		p.decide(at.sheet, p.columns[at])
	}
}

// take counts one cell of a deprivation column.
func (p *Placer) take(r *record.Record, f int) {
	n, state := r.TextNumber(f)
	if state == incidents.Absent {
		return
	}
	at := columnAt{r.Sheet, f}
	c := p.columns[at]
	if c == nil {
		c = &imdColumn{counts: map[string]int{}, vintage: p.vintage}
		c.heading, c.column = r.Sheet.Heading(f)
		p.columns[at] = c
	}
	if state == incidents.Present {
		c.counts[p.texts.Text(n)]++
	}
}

// inOrder lists the deprivation columns in the order of sheets and of their own.
func (p *Placer) inOrder() []columnAt {
	var out []columnAt
	for at := range p.columns {
		out = append(out, at)
	}
	slices.SortFunc(out, func(a, b columnAt) int {
		return cmp.Or(cmp.Compare(a.sheet.Number, b.sheet.Number), cmp.Compare(p.columns[a].column, p.columns[b].column))
	})
	return out
}

func (p *Placer) decide(s *incidents.Sheet, c *imdColumn) {
	p.dated(s, c)
	o := codes.IMDOptions{Heading: c.heading, Kind: codes.IMDKind(p.stated.Kind), Areas: c.vintage.Areas()}
	switch p.stated.MostIs {
	case "first":
		o.Direction = codes.OneIsMostDeprived
	case "last":
		o.Direction = codes.OneIsLeastDeprived
	}
	c.IMDColumn = codes.ReadIMDColumn(c.counts, o)
	c.values, c.known = make([]deprivation.Place, p.texts.Len()), make([]bool, p.texts.Len())
	for _, fault := range c.Faults {
		p.find(s, c, "imd/unusable-column", fault, "export the decile, the national rank, the LSOA code or the postcode instead; or say what the column holds under imd_column: in siequity.yaml (kind: decile, quintile or rank; most_deprived_is: first or last)")
	}
}

// dated gives the column the vintage that its heading names. A year that siequity
// has no index of makes the column unusable, unless its values prove to be of one
// that it has; the data set of maternity services names 2015 in a heading whose
// content has moved on, which therefore proves nothing.
func (p *Placer) dated(s *incidents.Sheet, c *imdColumn) {
	year := yearIn(c.heading)
	switch y := deprivation.Vintage(year); {
	case year == 0 || y == p.vintage:
	case y == deprivation.IMD2019 || y == deprivation.IMD2025:
		c.vintage = y
		p.find(s, c, "imd/other-vintage", fmt.Sprintf("the heading names the index of %d and this run uses that of %d; its values stay those of %d", y, p.vintage, y),
			"choose the vintage in siequity.yaml (vintage: 2019 or 2025)")
	case field.Fold(c.heading) == "rankimddecile2015":
		c.doubted = true
		p.find(s, c, "imd/vintage-unproved", fmt.Sprintf("the heading keeps the name of 2015 whatever its values are of; they are taken for those of %d", p.vintage),
			"ask who made the column, or give the postcode or LSOA instead")
	default:
		c.unknown = true
		p.find(s, c, "imd/unknown-vintage", fmt.Sprintf("the heading names the index of %d, which is not the one of %d; about half of all areas differ, so its values are not used", year, p.vintage),
			"give the postcode or LSOA instead, or rename the column if it is of another year")
	}
}

// yearIn finds the year of an index in a heading: 2004 to 2025, or 19 and 25 right
// after the letters IMD. 0 is none.
func yearIn(heading string) int {
	words := strings.FieldsFunc(strings.ToLower(heading), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
	for _, w := range words {
		digits := strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz")
		letters := w[:len(w)-len(digits)]
		n, err := strconv.Atoi(digits)
		switch {
		case err != nil:
		case n >= 2004 && n <= 2099:
			return n
		case (letters == "imd" || letters == "iod") && (n == 15 || n == 19 || n == 25):
			return 2000 + n
		}
	}
	return 0
}

func (p *Placer) find(s *incidents.Sheet, c *imdColumn, id, what, hint string) {
	p.findings = append(p.findings, finding.Finding{ID: id, File: s.File, Sheet: s.Name, Row: s.Header, Column: c.column, Heading: c.heading, What: what, Hint: hint})
}

// checkColumns tests columns whose direction nothing states against the LSOA or
// postcode beside them, and turns round one that is shown to run the other way.
// What the check leaves open is asked of the user.
func (p *Placer) checkColumns(records []*record.Record, keys []deprivation.Key) {
	for _, at := range p.inOrder() {
		c := p.columns[at]
		if p.checkColumn(at, c, records, keys) {
			continue
		}
		for _, ask := range c.Ask {
			p.find(at.sheet, c, "imd/unclear-column", ask, "say so under imd_column: in siequity.yaml (kind: decile, quintile or rank; most_deprived_is: first or last)")
		}
	}
}

// checkColumn reports whether the check vouches for the column.
func (p *Placer) checkColumn(at columnAt, c *imdColumn, records []*record.Record, keys []deprivation.Key) bool {
	certain := !c.Assumed && len(c.Ask) == 0 && !c.unknown && !c.doubted
	if !c.Usable() || certain || len(p.lookup.Tables()) == 0 {
		return false
	}
	check := p.lookup.NewCheck(c.Kind)
	for i, r := range records {
		if r.Sheet == at.sheet {
			p.compare(check, c, r, at.field, keys[i])
		}
	}
	v := check.Verdict()
	if v.Best().Compared < deprivation.LeastRows {
		return false
	}
	if v.Vouched {
		p.settleColumn(c, v.Best())
	}
	p.find(at.sheet, c, "imd/column-checked", v.Words, "compare the column with the postcodes of a few records")
	return v.Vouched
}

func (p *Placer) settleColumn(c *imdColumn, best deprivation.Trial) {
	c.vintage, c.unknown = best.Vintage, false
	c.Direction = codes.OneIsMostDeprived
	if best.Inverted {
		c.Direction = codes.OneIsLeastDeprived
	}
	clear(c.known)
}

func (p *Placer) compare(check *deprivation.Check, c *imdColumn, r *record.Record, field int, key deprivation.Key) {
	text, state := r.Text(field)
	if state != incidents.Present {
		return
	}
	plain := c.IMDColumn
	plain.Direction = codes.OneIsMostDeprived // as written: the check turns it round itself
	v := plain.Read(text)
	if code, state := r.Address(p.fields.lsoa); state == incidents.Present {
		check.AddLSOA(v, code, area.UnknownCensus)
	} else if key != 0 {
		check.AddPostcode(v, key)
	}
}

func (c *imdColumn) read(text string) deprivation.Place {
	p := deprivation.Place{Vintage: c.vintage}
	v := c.IMDColumn.Read(text)
	switch {
	case v.Status == codes.IMDMissing:
		p.Status = deprivation.Missing
		return p
	case v.Status == codes.IMDInvalid && saysWhere(text) != 0:
		p.Status = saysWhere(text)
		return p
	case !c.Usable() || c.unknown:
		p.Status = deprivation.Ambiguous
		return p
	case v.Status == codes.IMDInvalid:
		p.Status = deprivation.Invalid
		return p
	}
	p.Status, p.Rank, p.Decile, p.Quintile = deprivation.ValueGiven, uint16(v.Rank), uint8(v.Decile), uint8(v.Quintile)
	p.Basis = map[codes.IMDKind]deprivation.Basis{codes.IMDDecile: deprivation.BasisDecileColumn, codes.IMDQuintile: deprivation.BasisQuintileColumn,
		codes.IMDRank: deprivation.BasisRankColumn}[c.Kind]
	return p
}

// saysWhere reads words that stand in a deprivation column in place of a value: no
// fixed abode, overseas, Wales. 0 is for anything else.
func saysWhere(text string) deprivation.Status {
	switch codes.Postcode(text).Status {
	case codes.PostcodeNoFixedAbode:
		return deprivation.NoFixedAbode
	case codes.PostcodeAddressNotKnown:
		return deprivation.AddressNotKnown
	case codes.PostcodeOverseas:
		return deprivation.Overseas
	case codes.PostcodeOtherNation:
		return deprivation.OutsideEngland
	}
	return 0
}
