package deprivation

import (
	"context"
	"errors"
	"fmt"

	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/directory"
	"siequity/audit/deprivation/imd"
	"siequity/incidents/export"
)

// Config names the files a run was given. All may be empty: then only values
// that the export itself holds are known.
type Config struct {
	Vintage   Vintage  // the vintage that places are given in; 0 takes that of the only index given
	IMD       []string // index files, one or both vintages, in any order
	ExactFit  string   // ONS LSOA 2011 to 2021 exact-fit look-up
	Postcodes []string // postcode directories: csv or zip
}

// A Lookup answers for postcodes, LSOA codes and given values. After Resolve it
// is read-only and safe for any number of goroutines.
type Lookup struct {
	vintage     Vintage
	tables      map[Vintage]*imd.Table
	fit         *imd.ExactFit
	directories []*directory.Directory
	repairs     map[Key][]packed
	found       map[packed]located
	report      ScanReport
}

// A located postcode is its directory row; clash says that two rows gave
// different areas.
type located struct {
	row   directory.Row
	clash bool
}

// ScanReport counts what Resolve saw, for the record of the run.
type ScanReport struct {
	Wanted      int   // distinct postcodes asked for
	Found       int   // of these and their repaired forms, how many are listed
	Rows        int64 // rows passed over
	Odd         int64 // rows whose postcode could not be one
	Torn        int64 // wanted rows with too few columns
	RankDiffers int   // postcodes whose rank in the directory is not the index's
}

// Open reads the index files and recognises the postcode directories. It reports
// every faulty file, not only the first.
func Open(cfg Config) (*Lookup, error) {
	if cfg.Vintage != 0 && cfg.Vintage.Areas() == 0 {
		return nil, export.Fault{ID: "imd/no-edition", What: fmt.Sprintf("IMD %d is not known", cfg.Vintage), Hint: "choose 2019 or 2025"}
	}
	l := &Lookup{vintage: cfg.Vintage, tables: make(map[Vintage]*imd.Table)}
	var faults []error
	for _, path := range cfg.IMD {
		faults = append(faults, l.addTable(path))
	}
	if cfg.ExactFit != "" {
		fit, err := imd.ReadExactFit(cfg.ExactFit)
		l.fit = fit
		faults = append(faults, err)
	}
	for _, path := range cfg.Postcodes {
		d, err := directory.Open(path)
		faults = append(faults, err)
		l.directories = append(l.directories, d)
	}
	if err := errors.Join(append(faults, l.settleVintage())...); err != nil {
		return nil, err
	}
	return l, nil
}

// settleVintage takes the vintage of the only index if none was chosen, and refuses
// an index of another vintage than the chosen one: every record would be without a
// value, and the user would not know why.
func (l *Lookup) settleVintage() error {
	tables := l.Tables()
	switch {
	case l.vintage == 0 && len(tables) == 1:
		l.vintage = tables[0].Vintage
	case l.vintage == 0:
		return export.Fault{ID: "imd/no-edition", What: "no edition of the index was chosen", Hint: "choose 2019 or 2025; about half of all areas change decile between the two"}
	case len(tables) > 0 && l.tables[l.vintage] == nil:
		t := tables[0]
		return export.Fault{ID: "imd/other-vintage", File: t.Source.Name, What: fmt.Sprintf("this is IMD %d, but IMD %d was asked for", t.Vintage, l.vintage),
			Hint: fmt.Sprintf("give the file of IMD %d, or choose %d", l.vintage, t.Vintage)}
	}
	return nil
}

func (l *Lookup) addTable(path string) error {
	t, err := imd.ReadTable(path, l.vintage)
	if err != nil {
		return err
	}
	if other := l.tables[t.Vintage]; other != nil {
		return export.Fault{ID: "imd/second-index", File: t.Source.Name, What: fmt.Sprintf("a second index of IMD %d; %s was read already", t.Vintage, other.Source.Name),
			Hint: "give one file for each vintage"}
	}
	l.tables[t.Vintage] = t
	return nil
}

// Vintage is the vintage that places are given in.
func (l *Lookup) Vintage() Vintage { return l.vintage }

// Tables lists the index tables at hand, earlier vintage first.
func (l *Lookup) Tables() []*imd.Table {
	var list []*imd.Table
	for _, v := range []Vintage{IMD2019, IMD2025} {
		if t := l.tables[v]; t != nil {
			list = append(list, t)
		}
	}
	return list
}

// Sources lists the files that the answers rest on: index tables, the exact-fit file
// and the postcode directories.
func (l *Lookup) Sources() []imd.Source {
	var list []imd.Source
	for _, t := range l.Tables() {
		list = append(list, t.Source)
	}
	if l.fit != nil {
		list = append(list, l.fit.Source)
	}
	for _, d := range l.directories {
		list = append(list, d.Source)
	}
	return list
}

// Report counts what the last Resolve saw.
func (l *Lookup) Report() ScanReport { return l.report }

// Resolve looks up every postcode collected, in one pass over each directory.
// What an earlier Resolve found is forgotten.
func (l *Lookup) Resolve(ctx context.Context, wanted *Wanted) error {
	l.repairs, l.found = wanted.repairs, make(map[packed]located, wanted.Len())
	l.report = ScanReport{Wanted: wanted.Len()}
	set := wanted.set()
	for _, d := range l.directories {
		if wanted.Len() == 0 {
			continue
		}
		h, err := d.Scan(ctx, set)
		if err != nil {
			return err
		}
		l.gather(h)
	}
	l.report.Found = len(l.found)
	return nil
}

// gather takes hits in the order of the file. A postcode in use stands above the
// same one terminated; two rows of equal standing that differ in area are a clash.
func (l *Lookup) gather(h *directory.Harvest) {
	for _, got := range h.Hits {
		was, seen := l.found[got.Postcode]
		switch {
		case !seen || was.row.Terminated && !got.Row.Terminated:
			l.found[got.Postcode] = located{row: got.Row}
			l.compareRanks(got.Row)
		case was.row.Terminated == got.Row.Terminated && (was.row.LSOA11 != got.Row.LSOA11 || was.row.LSOA21 != got.Row.LSOA21):
			was.clash = true
			l.found[got.Postcode] = was
		}
	}
	l.report.Rows += h.Rows
	l.report.Odd += h.Odd
	l.report.Torn += h.Torn
}

// compareRanks is a free check of the index against the directory's own ranks.
func (l *Lookup) compareRanks(r directory.Row) {
	for _, c := range []struct {
		v    Vintage
		a    area.Code
		rank uint16
	}{{IMD2019, r.LSOA11, r.Rank19}, {IMD2025, r.LSOA21, r.Rank25}} {
		if rank, _ := l.tables[c.v].Look(c.a); rank > 0 && c.rank > 0 && rank != int(c.rank) {
			l.report.RankDiffers++
		}
	}
}
