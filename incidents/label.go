package incidents

import "unsafe"

// labelFields are shown as they are, as headings and names of sheets.
var labelFields = []string{"organisation", "team", "care_group", "directorate", "division", "site", "exact_location", "location"}

// identifies reports a cell that must not be shown. Names of places repeat, so
// what was found of one is remembered.
func (d *Decoder) identifies(i int, p *column, text []byte) bool {
	ask := d.sheet.reader.Identifies
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
		d.fault(i, "label/identifies", "", "this cell seems to hold something that identifies a person, so it was not used",
			"take names, dates of birth, telephone numbers and addresses out of this column; or, if it holds something else, name its field under columns: in siequity.yaml")
	}
	return found
}
