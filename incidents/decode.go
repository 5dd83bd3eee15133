package incidents

import (
	"slices"

	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/texts"
)

// A Chunk is what one batch of rows gave.
type Chunk struct {
	Records []Record
	Faults  []Fault
	Lines   []export.Fault
	Rows    int // rows read, without the heading row and blank rows
	Footers int // rows such as "Total", rows without a cell to see, headings over again, and what TrimTail takes off
	// Nameless are the rows with something else in place of their own reference.
	Nameless []int32
	// Hidden are the rows of records that the workbook hides.
	Hidden   []int32
	stray    []int   // records that are lines under the table, if nothing but such lines follows
	doubtful []int32 // rows among Footers that have a reference or a date

	dates       []dateTally // by column, but for what the rows of stray add
	strayDates  []strayDate
	monthFirst  []turnedCell
	unread      []unreadCell
	broken      []brokenCount // by column, but for the rows of stray; nil without any
	strayBroken []brokenCell
}

// A Decoder turns the rows of one sheet into records. Each worker has its own.
type Decoder struct {
	sheet    *Sheet
	worker   int
	listener Listener
	cache    texts.Cache
	days     *days
	refs     texts.Block
	plan     []column
	sample   sample
	parts    []Part
	chunk    *Chunk
	row      int
	number   int             // of the row among the records of the batch
	straying bool            // the row is one of the chunk's stray
	told     []int           // by column: the unreadable cells of the batch that have faults
	mapped   int             // columns with a field, of which a data row fills some
	blank    []uint32        // the values of an empty row
	records  []Record        // reused from batch to batch
	room     int             // values that a batch is likely to need
	asked    map[string]bool // names of places: whether they identify somebody
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

// NewDecoder makes the decoder of one worker for one sheet.
func (s *Sheet) NewDecoder(worker int, l Listener) *Decoder {
	d := &Decoder{sheet: s, worker: worker, listener: l,
		cache: texts.NewCache(s.reader.texts), asked: map[string]bool{},
		days: new(days), refs: s.reader.refs.Block(), blank: make([]uint32, s.layout.size)}
	d.sample = newSample(s.Below, s.Table.Index(s.Table.Own), s.Mapping)
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
	d.mapped++
	f := d.sheet.Table.Fields[c.Field]
	i := d.sheet.reader.Catalogue.Index(f.Name)
	return column{field: i, kind: f.Kind, slot: int(d.sheet.layout.slot[i]), width: Width(f), name: f.Name, label: slices.Contains(labelFields, f.Name),
		birth: OfBirth(&f, c.Heading), check: f.Check, wrong: map[string]string{}}
}

// Decode reads one batch.
func (d *Decoder) Decode(b export.Batch) Chunk {
	chunk := Chunk{dates: make([]dateTally, len(d.plan))}
	d.chunk = &chunk
	clear(d.told)
	values := &Slab{Values: make([]uint32, 0, d.room)}
	records := d.records[:0]
	chunk.Lines = b.Rows(func(row export.Row) bool {
		if row.Number <= d.sheet.Header {
			return true
		}
		few := d.few(row)
		if few && d.footer(row) || d.heading(row) {
			chunk.Footers++
			return true
		}
		if d.straying = few && d.stray(row); d.straying {
			chunk.stray = append(chunk.stray, len(records))
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

// heading recognises the headings over again, as paged reports print them at the
// head of each page. The first cell decides for nearly every row.
func (d *Decoder) heading(row export.Row) bool {
	same := 0
	for i, c := range row.Cells {
		text := trim(c.Text)
		if len(text) == 0 {
			continue
		}
		if i >= len(d.plan) || string(text) != d.sheet.Mapping.Columns[i].Heading {
			return false
		}
		same++
	}
	return same >= field.MinKnown
}

func (d *Decoder) record(row export.Row, slots []uint32) Record {
	d.row = row.Number
	d.parts = d.parts[:0]
	for i, c := range row.Cells {
		if i < len(d.plan) && d.plan[i].field >= 0 {
			d.cell(i, &d.plan[i], c, slots)
		}
	}
	r := Record{Sheet: d.sheet, Row: int32(row.Number), Rows: 1}
	if len(d.parts) > 0 && d.listener != nil {
		r.Heard = d.listener.Hear(d.worker, d.parts)
	}
	return r
}
