package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"siequity/audit/deprivation"
	"siequity/audit/deprivation/area"
	"siequity/audit/project"
	"siequity/incidents"
	"siequity/rules/codes"
)

// placer gives records their place on the index of deprivation.
type placer struct {
	lookup   *deprivation.Lookup
	fields   fieldNumbers
	texts    *incidents.Texts
	stated   project.IMDColumn
	vintage  deprivation.Vintage
	columns  map[*incidents.Sheet]*imdColumn
	findings []Finding
}

// imdColumn is the deprivation column of one sheet, understood.
type imdColumn struct {
	codes.IMDColumn
	heading string
	column  int
	vintage deprivation.Vintage
	values  []deprivation.Place // by text number, made on first use
	known   []bool
	counts  map[string]int
}

// place settles the deprivation of every record: values of the export itself,
// then LSOA codes, then postcodes, which are looked up in one pass and dropped.
// Without a directory to look in, postcodes are only told apart by their shape.
func (p *placer) place(ctx context.Context, records []*Record, workers int, directory bool) error {
	p.readColumns(records)
	keys, wanted := p.collect(records, workers, directory)
	if err := p.lookup.Resolve(ctx, wanted); err != nil {
		return err
	}
	p.checkColumns(records, keys)
	lsoas := map[uint64]deprivation.Place{}
	for i, r := range records {
		r.Place = deprivation.Choose(p.value(r), p.lsoa(r, lsoas), p.postcode(r, keys[i]))
	}
	return nil
}

// readColumns decides for each sheet what its deprivation column holds, from all
// its values at once.
func (p *placer) readColumns(records []*Record) {
	p.columns = map[*incidents.Sheet]*imdColumn{}
	for _, r := range records {
		n, state := r.TextNumber(p.fields.imd)
		if state == incidents.Absent {
			continue
		}
		c := p.columns[r.Sheet]
		if c == nil {
			c = &imdColumn{counts: map[string]int{}, vintage: p.vintage}
			c.heading, c.column = r.Sheet.Heading(p.fields.imd)
			p.columns[r.Sheet] = c
		}
		if state == incidents.Present {
			c.counts[p.texts.Text(n)]++
		}
	}
	for _, s := range p.sheets() {
		p.decide(s, p.columns[s])
	}
}

// sheets lists the sheets that have a deprivation column, in order.
func (p *placer) sheets() []*incidents.Sheet {
	var out []*incidents.Sheet
	for s := range p.columns {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *incidents.Sheet) int { return a.Number - b.Number })
	return out
}

func (p *placer) decide(s *incidents.Sheet, c *imdColumn) {
	if y := yearIn(c.heading); y != 0 {
		if y != p.vintage {
			p.find(s, c, "imd/other-vintage", fmt.Sprintf("the heading names the index of %d and this run uses that of %d; its values stay those of %d", y, p.vintage, y),
				"choose the vintage in siequity.yaml (vintage: 2019 or 2025)")
		}
		c.vintage = y
	}
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
		p.find(s, c, "imd/unusable-column", fault, "give the postcode or LSOA instead, or say what the column holds under imd_column: in siequity.yaml")
	}
	for _, ask := range c.Ask {
		p.find(s, c, "imd/unclear-column", ask, "say so under imd_column: in siequity.yaml (kind: decile, quintile or rank; most_deprived_is: first or last)")
	}
}

// yearIn finds a vintage that siequity knows in a heading.
func yearIn(heading string) deprivation.Vintage {
	for _, v := range []deprivation.Vintage{deprivation.IMD2019, deprivation.IMD2025} {
		if strings.Contains(heading, fmt.Sprint(int(v))) {
			return v
		}
	}
	return 0
}

func (p *placer) find(s *incidents.Sheet, c *imdColumn, id, what, hint string) {
	p.findings = append(p.findings, Finding{ID: id, File: s.File, Sheet: s.Name, Row: s.Header, Column: c.column, Heading: c.heading, What: what, Hint: hint})
}

// collect reads the postcodes on all cores, and remembers which are wanted if
// there is a directory to look them up in.
func (p *placer) collect(records []*Record, workers int, directory bool) ([]deprivation.Key, *deprivation.Wanted) {
	keys := make([]deprivation.Key, len(records))
	parts := make([]deprivation.Wanted, workers)
	share(len(records), workers, func(w, from, to int) {
		for i := from; i < to; i++ {
			if text, state := records[i].Address(p.fields.postcode); state == incidents.Present {
				keys[i] = parts[w].Add(text)
			}
			if !directory && parts[w].Len() > forgetAfter {
				parts[w] = deprivation.Wanted{}
			}
		}
	})
	all := &deprivation.Wanted{}
	for w := range parts {
		if directory {
			all.Merge(&parts[w])
		}
	}
	return keys, all
}

// forgetAfter is how many postcodes are remembered that nobody will look up.
const forgetAfter = 4096

// checkColumns tests columns whose direction nothing states against the LSOA or
// postcode beside them, and turns round one that is shown to run the other way.
func (p *placer) checkColumns(records []*Record, keys []deprivation.Key) {
	for _, s := range p.sheets() {
		c := p.columns[s]
		if !c.Usable() || !c.Assumed && len(c.Ask) == 0 || len(p.lookup.Tables()) == 0 {
			continue
		}
		check := p.lookup.NewCheck(c.Kind)
		for i, r := range records {
			if r.Sheet == s {
				p.compare(check, c, r, keys[i])
			}
		}
		v := check.Verdict()
		if v.Best().Compared < deprivation.LeastRows {
			continue
		}
		if v.Vouched {
			p.settleColumn(c, v.Best())
		}
		p.find(s, c, "imd/column-checked", v.Words, "compare the column with the postcodes of a few records")
	}
}

func (p *placer) settleColumn(c *imdColumn, best deprivation.Trial) {
	c.vintage = best.Vintage
	c.Direction = codes.OneIsMostDeprived
	if best.Inverted {
		c.Direction = codes.OneIsLeastDeprived
	}
	clear(c.known)
}

func (p *placer) compare(check *deprivation.Check, c *imdColumn, r *Record, key deprivation.Key) {
	text, state := r.Text(p.fields.imd)
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

// value reads the export's own deprivation column.
func (p *placer) value(r *Record) deprivation.Place {
	n, state := r.TextNumber(p.fields.imd)
	switch state {
	case incidents.Absent:
		return deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	case incidents.Present:
	default:
		return deprivation.Place{Status: deprivation.Missing, Vintage: p.vintage}
	}
	c := p.columns[r.Sheet]
	if !c.known[n] {
		c.values[n], c.known[n] = c.read(p.texts.Text(n)), true
	}
	return c.values[n]
}

func (c *imdColumn) read(text string) deprivation.Place {
	p := deprivation.Place{Vintage: c.vintage}
	if !c.Usable() {
		p.Status = deprivation.Ambiguous
		return p
	}
	v := c.IMDColumn.Read(text)
	switch v.Status {
	case codes.IMDMissing:
		p.Status = deprivation.Missing
		return p
	case codes.IMDInvalid:
		p.Status = deprivation.Invalid
		return p
	}
	p.Status, p.Rank, p.Decile, p.Quintile = deprivation.ValueGiven, uint16(v.Rank), uint8(v.Decile), uint8(v.Quintile)
	p.Basis = map[codes.IMDKind]deprivation.Basis{codes.IMDDecile: deprivation.BasisDecileColumn, codes.IMDQuintile: deprivation.BasisQuintileColumn,
		codes.IMDRank: deprivation.BasisRankColumn}[c.Kind]
	return p
}

func (p *placer) lsoa(r *Record, kept map[uint64]deprivation.Place) deprivation.Place {
	key, state := r.Key(p.fields.lsoa)
	switch state {
	case incidents.Absent:
		return deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	case incidents.Present:
	default:
		return deprivation.Place{Status: deprivation.Missing, Vintage: p.vintage}
	}
	place, known := kept[key]
	if !known {
		text, _ := r.Address(p.fields.lsoa)
		place = p.lookup.LSOA(text, area.UnknownCensus)
		kept[key] = place
	}
	return place
}

func (p *placer) postcode(r *Record, key deprivation.Key) deprivation.Place {
	switch _, state := r.Key(p.fields.postcode); state {
	case incidents.Absent:
		return deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	case incidents.Present:
		return p.lookup.Postcode(key)
	}
	return deprivation.Place{Status: deprivation.Missing, Vintage: p.vintage}
}
