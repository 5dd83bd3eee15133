package decoder

import (
	"slices"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/footer"
	"siequity/incidents/texts"
)

// A Decoder turns the rows of one sheet into records. Each worker has its own.
type Decoder struct {
	sheet    *incidents.Sheet
	worker   int
	listener incidents.Listener
	clock    int // slot of the time of the last change
	own      int // field of the records' own reference
	cache    texts.Cache
	days     *days
	refs     texts.Block
	plan     []column
	lines    *footer.Lines
	parts    []incidents.Part
	chunk    *Chunk
	row      int
	number   int                // of the row among the records of the batch
	straying bool               // the row is one of the chunk's stray
	told     []int              // by column: the unreadable cells of the batch that have faults
	blank    []uint32           // the values of an empty row
	records  []incidents.Record // reused from batch to batch
	room     int                // values that a batch is likely to need
	asked    map[string]bool    // names of places: whether they identify somebody
}

// column says what to do with one column of the sheet.
type column struct {
	field int // catalogue number, -1: nothing
	kind  field.Kind
	slot  int
	width int
	name  string
	label bool
	birth bool // may hold dates of birth, whatever its field
	check *field.Check
	wrong map[string]string // what check found wrong with the texts of the column so far
}

// New makes the decoder of one worker for one sheet. The listener is shown the free
// text of each row; nil listens to none.
func New(s *incidents.Sheet, worker int, l incidents.Listener) *Decoder {
	d := &Decoder{sheet: s, worker: worker, listener: l, clock: s.Layout().Clock(), own: s.Own(),
		cache: texts.NewCache(s.Reader().Texts()), asked: map[string]bool{},
		days: new(days), refs: s.Reader().References().Block(), blank: make([]uint32, s.Layout().Size())}
	d.lines = footer.New(s)
	for _, c := range s.Mapping.Columns {
		d.plan = append(d.plan, d.columnPlan(c))
	}
	d.told = make([]int, len(d.plan))
	return d
}

func (d *Decoder) columnPlan(c field.Column) column {
	if c.Field < 0 {
		return column{field: -1}
	}
	f := d.sheet.Table.Fields[c.Field]
	i := d.sheet.Reader().Catalogue.Index(f.Name)
	return column{field: i, kind: f.Kind, slot: d.sheet.Layout().Slot(i), width: incidents.Width(f), name: f.Name, label: slices.Contains(labelFields, f.Name),
		birth: OfBirth(&f, c.Heading), check: f.Check, wrong: map[string]string{}}
}

// Decode reads one batch.
func (d *Decoder) Decode(b export.Batch) Chunk {
	chunk := Chunk{dates: make([]dateTally, len(d.plan))}
	d.chunk = &chunk
	clear(d.told)
	values := &incidents.Slab{Values: make([]uint32, 0, d.room)}
	records := d.records[:0]
	chunk.Lines = b.Rows(func(row export.Row) bool {
		if row.Number <= d.sheet.Header {
			return true
		}
		few := d.lines.Few(row)
		if few && d.footer(row) || d.lines.Heading(row) {
			chunk.Footers++
			return true
		}
		if d.straying = few && d.lines.Stray(row); d.straying {
			chunk.stray = append(chunk.stray, len(records))
			if d.lines.Group(row) {
				chunk.groups = append(chunk.groups, len(records))
			}
		}
		chunk.Rows++
		if row.Hidden {
			chunk.Hidden = append(chunk.Hidden, int32(row.Number))
		}
		at := len(values.Values)
		values.Values = append(values.Values, d.blank...)
		d.number = len(records)
		r := d.record(row, values.Values[at:])
		r.Lay(values, at)
		records = append(records, r)
		return true
	})
	// The worker's own slice grows to the largest batch; what is kept is exact.
	d.records, d.chunk = records, nil
	d.room = max(d.room, len(values.Values))
	values.Values = slices.Clip(values.Values)
	chunk.Records = slices.Clone(records)
	return chunk
}

// footer recognises a line about the table, and notes a doubtful one.
func (d *Decoder) footer(row export.Row) bool {
	about, doubtful := d.lines.About(row)
	if doubtful {
		d.chunk.doubtful = append(d.chunk.doubtful, int32(row.Number))
	}
	return about
}

func (d *Decoder) record(row export.Row, slots []uint32) incidents.Record {
	d.row = row.Number
	d.parts = d.parts[:0]
	for i, c := range row.Cells {
		if i < len(d.plan) && d.plan[i].field >= 0 {
			d.cell(i, &d.plan[i], c, slots)
		}
	}
	r := incidents.Record{Sheet: d.sheet, Row: int32(row.Number), Rows: 1}
	if len(d.parts) > 0 && d.listener != nil {
		r.Heard = d.listener.Hear(d.worker, d.parts)
	}
	return r
}
