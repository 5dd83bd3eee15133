package place

import (
	"context"

	"siequity/audit/deprivation"
	"siequity/audit/deprivation/area"
	"siequity/audit/finding"
	"siequity/audit/project"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/texts"
)

// A Placer gives records their place on the index of deprivation.
type Placer struct {
	lookup   *deprivation.Lookup
	fields   columns
	texts    *texts.Distinct
	stated   project.IMDColumn
	vintage  deprivation.Vintage
	columns  map[columnAt]*imdColumn
	findings []finding.Finding
}

// columns are the catalogue numbers of what tells of a place.
type columns struct {
	imd            [2]int // an export may hold two: a decile and a quintile, or two editions
	lsoa, postcode int
}

// New makes a Placer of the index that lookup has. stated is what siequity.yaml
// says of the exports' own deprivation column.
func New(lookup *deprivation.Lookup, r *incidents.Reader, stated project.IMDColumn) *Placer {
	n := r.Catalogue.Index
	return &Placer{lookup: lookup, fields: columns{[2]int{n("imd"), n("imd_second")}, n("lsoa"), n("postcode")}, texts: r.Texts(), stated: stated, vintage: lookup.Vintage()}
}

// Findings gives what a person should know of the columns.
func (p *Placer) Findings() []finding.Finding { return p.findings }

// Settle settles the deprivation of every record: values of the export itself,
// then LSOA codes, then postcodes, which are looked up in one pass and dropped.
// Without a directory to look in, postcodes are only told apart by their shape.
func (p *Placer) Settle(ctx context.Context, records []*record.Record, workers int, directory bool) error {
	p.readColumns(records)
	keys, wanted := p.collect(records, workers, directory)
	if err := p.lookup.Resolve(ctx, wanted); err != nil {
		return err
	}
	p.checkColumns(records, keys)
	for _, r := range records {
		r.Place = p.value(r)
	}
	record.Share(len(records), workers, func(_, from, to int) {
		lsoas := map[uint64]deprivation.Place{}
		for i, r := range records[from:to] {
			r.Place = p.choose(r.Place, p.lsoa(r, lsoas), p.postcode(r, keys[from+i]))
		}
	})
	markUnlooked(records)
	return nil
}

// markUnlooked notes for every record of a sheet that the files to look up were not given,
// where that is why no place of the sheet is known. Told of those with a postcode alone,
// a blank cell or a family of no fixed abode would be all that the sheet is judged by.
func markUnlooked(records []*record.Record) {
	type state struct {
		known bool
		notes deprivation.Note
	}
	sheets := map[*incidents.Sheet]*state{}
	for _, r := range records {
		s := sheets[r.Sheet]
		if s == nil {
			s = &state{}
			sheets[r.Sheet] = s
		}
		s.known = s.known || r.Place.Status.Known()
		if r.Place.Unlooked() {
			s.notes |= r.Place.Notes & (deprivation.NoteNoDirectory | deprivation.NoteNoTable)
		}
	}
	for _, r := range records {
		if s := sheets[r.Sheet]; !s.known {
			r.Place.Notes |= s.notes
		}
	}
}

// choose settles a record's place. A value of another vintage than the run's gives
// way to an address that is found: one table must not mix two indices.
func (p *Placer) choose(value, lsoa, postcode deprivation.Place) deprivation.Place {
	if value.Status.Known() && value.Vintage != p.vintage && (lsoa.Status.Known() || postcode.Status.Known()) {
		value = deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	}
	return deprivation.Choose(value, lsoa, postcode)
}

// collect reads the postcodes on all cores, and remembers which are wanted if
// there is a directory to look them up in.
func (p *Placer) collect(records []*record.Record, workers int, directory bool) ([]deprivation.Key, *deprivation.Wanted) {
	keys := make([]deprivation.Key, len(records))
	parts := make([]deprivation.Wanted, workers)
	record.Share(len(records), workers, func(w, from, to int) {
		parts[w].Forget = !directory
		for i := from; i < to; i++ {
			if text, state := records[i].Address(p.fields.postcode); state == incidents.Present {
				keys[i] = parts[w].Add(text)
			}
		}
	})
	all := &deprivation.Wanted{}
	for w := range parts {
		all.Merge(&parts[w])
	}
	return keys, all
}

// value reads the export's own deprivation columns. Of two the one of the run's edition
// goes first, wherever it stands, and where it says nothing the other does.
func (p *Placer) value(r *record.Record) deprivation.Place {
	first, second := p.valueIn(r, p.fields.imd[0]), p.valueIn(r, p.fields.imd[1])
	if c := p.columns[columnAt{r.Sheet, p.fields.imd[1]}]; c == nil || !c.Usable() || c.unknown {
		return first
	}
	if second.Status.Known() && second.Vintage == p.vintage && first.Vintage != p.vintage {
		first, second = second, first
	}
	return deprivation.Together(first, second)
}

// nothing is what a column without a value in it gives.
func (p *Placer) nothing(state incidents.State) deprivation.Place {
	if state == incidents.Absent {
		return deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	}
	return deprivation.Place{Status: deprivation.Missing, Vintage: p.vintage}
}

// valueIn reads one deprivation column.
func (p *Placer) valueIn(r *record.Record, field int) deprivation.Place {
	n, state := r.TextNumber(field)
	if state != incidents.Present {
		return p.nothing(state)
	}
	c := p.columns[columnAt{r.Sheet, field}]
	if !c.known[n] {
		c.values[n], c.known[n] = c.read(p.texts.Text(n)), true
	}
	return c.values[n]
}

func (p *Placer) lsoa(r *record.Record, kept map[uint64]deprivation.Place) deprivation.Place {
	key, state := r.Key(p.fields.lsoa)
	if state != incidents.Present {
		return p.nothing(state)
	}
	place, known := kept[key]
	if !known {
		text, _ := r.Address(p.fields.lsoa)
		place = p.lookup.LSOA(text, area.UnknownCensus)
		kept[key] = place
	}
	return place
}

func (p *Placer) postcode(r *record.Record, key deprivation.Key) deprivation.Place {
	switch _, state := r.Key(p.fields.postcode); state {
	case incidents.Absent:
		return deprivation.Place{Status: deprivation.FieldAbsent, Vintage: p.vintage}
	case incidents.Present:
		return p.lookup.Postcode(key)
	}
	return deprivation.Place{Status: deprivation.Missing, Vintage: p.vintage}
}
