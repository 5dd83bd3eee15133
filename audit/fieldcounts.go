package audit

import (
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
)

// fieldCounts says how well each field is filled, sheet by sheet.
func fieldCounts(r *Result) []FieldCount {
	in := r.inScopeBySheet()
	seconds := map[string]bool{} // columns that nobody misses
	var out []FieldCount
	var sheets []*incidents.Sheet
	for _, s := range r.Sheets {
		for _, f := range s.Sheet.Table.Fields {
			seconds[f.Second] = f.Second != ""
		}
		for _, f := range s.Sheet.Table.Fields {
			missed := !seconds[f.Name] || s.Sheet.Has(r.readings.Catalogue.Index(f.Name))
			if f.Kind != field.Narrative && f.Name != field.Dropped && missed {
				out = append(out, FieldCount{Source: s.Sheet.Table.Source, File: s.Sheet.File, Sheet: s.Sheet.Name, Field: f.Name, Title: f.Title})
				sheets = append(sheets, s.Sheet)
			}
		}
	}
	record.Share(len(out), workers(r.Config), func(_, from, to int) {
		for i := from; i < to; i++ {
			f := r.readings.Catalogue.Index(out[i].Field)
			out[i].count(f, sheets[i], in[sheets[i]])
			if decides, _ := r.dates.PeriodDate(out[i].Source); f == decides {
				out[i].lose(r.dates.LostOf(sheets[i]))
			}
		}
	})
	return out
}

// inScopeBySheet gives the records in scope of each sheet. Records of one sheet
// follow one another, so all lie in one slice.
func (r *Result) inScopeBySheet() map[*incidents.Sheet][]*record.Record {
	in := map[*incidents.Sheet][]*record.Record{}
	all := make([]*record.Record, 0, len(r.Records))
	from := 0
	for i, rec := range r.Records {
		if rec.InScope() {
			all = append(all, rec)
		}
		if i+1 == len(r.Records) || r.Records[i+1].Sheet != rec.Sheet {
			in[rec.Sheet] = all[from:len(all):len(all)]
			from = len(all)
		}
	}
	return in
}

// count looks at one field of the records of a sheet.
func (c *FieldCount) count(f int, s *incidents.Sheet, records []*record.Record) {
	c.Records, c.Absent = len(records), !s.Has(f)
	if c.Absent {
		return
	}
	for _, rec := range records {
		switch rec.State(f) {
		case incidents.Present:
			c.Filled++
		case incidents.Unreadable:
			c.Unreadable++
		}
	}
}

// lose adds the records that may be out of scope only because this field is wanting.
func (c *FieldCount) lose(all, unreadable int) {
	c.Lost = all
	c.Records += c.Lost
	c.Unreadable += unreadable
}
