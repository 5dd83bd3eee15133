package decoder

import (
	"fmt"
	"slices"
	"unsafe"

	"siequity/incidents"
)

// labelFields are shown as they are, as headings and names of sheets.
var labelFields = []string{"organisation", "team", "care_group", "directorate", "division", "site", "exact_location", "location"}

// identifies reports a cell that must not be shown. Names of places repeat, so
// what was found of one is remembered.
func (d *Decoder) identifies(i int, p *column, text []byte) bool {
	ask := d.sheet.Reader().Identifies
	if ask == nil {
		return false
	}
	found, known := false, false
	if p.label {
		found, known = d.asked[string(text)]
	}
	if !known {
		found = ask(unsafe.String(unsafe.SliceData(text), len(text)), p.kind) // for the call only
	}
	if p.label && !known {
		d.asked[string(text)] = found
	}
	if found {
		d.fault(i, labelIdentifies, "", "this cell seems to hold something that identifies a person, so it was not used", labelHint)
	}
	return found
}

const (
	labelIdentifies = "label/identifies"
	labelHint       = "take names, dates of birth, telephone numbers and addresses out of this column; or, if it holds something else, name its field under columns: in siequity.yaml"
)

// mostNames is how many such cells of a column are told one by one.
const mostNames = 3

// fewerNames puts the others of a column together: the column may be one of names.
func (s settler) fewerNames(chunks []Chunk) []incidents.Fault {
	told, more, first := make([]int, len(s.Mapping.Columns)+1), make([]int, len(s.Mapping.Columns)+1), make([]int, len(s.Mapping.Columns)+1)
	for i := range chunks {
		chunks[i].Faults = slices.DeleteFunc(chunks[i].Faults, func(f incidents.Fault) bool {
			if f.ID != labelIdentifies {
				return false
			}
			if told[f.Column]++; told[f.Column] <= mostNames {
				return false
			}
			if more[f.Column]++; more[f.Column] == 1 {
				first[f.Column] = f.Row
			}
			return true
		})
	}
	var out []incidents.Fault
	for column, n := range more {
		if n > 0 {
			f := s.about(column-1, labelIdentifies, fmt.Sprintf("from here on %s of this column seem to identify a person and were not used", incidents.Counted(n, "more cell")), labelHint)
			f.Row, f.Times = first[column], n
			out = append(out, f)
		}
	}
	return out
}
