package deprivation

import (
	"context"

	"siequity/incidents/export"
	"siequity/rules/codes"
)

// Inputs are the postcodes or LSOA codes of a file, with their rows. The texts are
// personal data: use them to look up and drop them.
type Inputs struct {
	Column int      // of the file, from 1
	Rows   []int    // as a spreadsheet shows them
	Texts  []string // blank cells included
	Faults []export.Fault
}

// ReadInputs finds the column of a file's first table that holds postcodes or LSOA
// codes, whatever its heading: the one where most cells read as either. A plain list
// has one column and perhaps no heading.
func ReadInputs(path string) (Inputs, error) {
	f, err := export.Open(path)
	if err != nil {
		return Inputs{}, err
	}
	defer f.Close()
	if len(f.Tables) == 0 {
		return Inputs{}, noColumn(f.Name)
	}
	head, err := f.Tables[0].Head(200)
	if err != nil {
		return Inputs{}, err
	}
	in := Inputs{Column: addressColumn(head)}
	if in.Column == 0 {
		return Inputs{}, noColumn(f.Name)
	}
	return in, in.read(f.Tables[0])
}

func noColumn(name string) error {
	return export.Fault{ID: "imd/no-address-column", File: name, What: "no column holds postcodes or LSOA codes",
		Hint: "give a list of postcodes or LSOA codes, one a row, or an export with such a column"}
}

// addressColumn is the column, from 1, with the most cells that read as a postcode
// or an LSOA code, if these are at least half of its filled cells; 0 if none is.
func addressColumn(rows []export.Row) int {
	var filled, good []int
	for _, r := range rows {
		for i, c := range r.Cells {
			for len(filled) <= i {
				filled, good = append(filled, 0), append(good, 0)
			}
			text := c.String()
			status := codes.Postcode(text).Status
			if status == codes.PostcodeMissing {
				continue
			}
			filled[i]++
			if status == codes.PostcodeOK || lsoaLike(text) {
				good[i]++
			}
		}
	}
	best := -1
	for i := range good {
		if 2*good[i] >= filled[i] && good[i] > 0 && (best < 0 || good[i] > good[best]) {
			best = i
		}
	}
	return best + 1
}

// read takes every row below a heading; the first row is left out if its cell is
// neither blank nor an address while the second is one.
func (in *Inputs) read(t *export.Table) error {
	err := t.Batches(context.Background(), export.Range{}, func(b export.Batch) error {
		in.Faults = append(in.Faults, b.Rows(func(r export.Row) bool {
			text := ""
			if in.Column <= len(r.Cells) {
				text = r.Cells[in.Column-1].String()
			}
			in.Rows, in.Texts = append(in.Rows, r.Number), append(in.Texts, text)
			return true
		})...)
		return nil
	})
	if len(in.Texts) > 1 && codes.Postcode(in.Texts[0]).Status == codes.PostcodeInvalid && !lsoaLike(in.Texts[0]) {
		in.Rows, in.Texts = in.Rows[1:], in.Texts[1:]
	}
	return err
}
