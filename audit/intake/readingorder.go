package intake

import (
	"cmp"
	"path/filepath"
	"slices"

	"siequity/incidents"
)

// byName lists the inputs in the order of their names. What an audit gives does not
// depend on the order in which files are named on a command line: of two rows that
// tell the same, the first stands, and it has to be the same row every time.
func byName(inputs []Input) []Input {
	out := slices.Clone(inputs)
	slices.SortStableFunc(out, func(a, b Input) int {
		return cmp.Or(cmp.Compare(filepath.Base(a.Path), filepath.Base(b.Path)), cmp.Compare(a.Path, b.Path))
	})
	return out
}

// sheets lists all sheets in the order of reading: by source, in the order of the
// field tables, then as the files and their tabs stand.
func (in *Inputs) sheets() []*incidents.Sheet {
	var out []*incidents.Sheet
	for _, f := range in.Files {
		out = append(out, f.Sheets...)
	}
	slices.SortStableFunc(out, func(a, b *incidents.Sheet) int {
		return cmp.Compare(in.rank(a), in.rank(b))
	})
	return out
}

func (in *Inputs) rank(s *incidents.Sheet) int {
	for i, t := range in.Reader.Tables() {
		if t.Source == s.Table.Source {
			return i
		}
	}
	return 0
}

// numberSheets gives the sheets the numbers by which their records are ordered.
func (in *Inputs) numberSheets() {
	for i, s := range in.sheets() {
		s.Number = i
	}
}
