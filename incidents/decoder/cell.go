package decoder

import (
	"bytes"
	"errors"
	"hash/fnv"
	"unsafe"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
)

// cell reads one cell into its slot by the kind of its field.
func (d *Decoder) cell(i int, p *column, c export.Cell, slots []uint32) {
	text := export.Trim(c.Text)
	if len(text) == 0 || p.kind != field.Narrative && p.slot < 0 {
		return
	}
	if broken(c, text) {
		d.countBroken(i)
		return
	}
	switch p.kind {
	case field.Narrative:
		d.parts = append(d.parts, incidents.Part{Name: p.name, Text: unsafe.String(unsafe.SliceData(text), len(text))})
	case field.Date:
		slots[p.slot] = d.date(i, p, c, text, true)
	case field.DateList:
		slots[p.slot], slots[d.clock] = d.changes(i, p, c, text)
	case field.Reference:
		slots[p.slot] = d.reference(i, p, whole(c, text))
	case field.Person:
		d.person(i, p, c, text, slots)
	default:
		if p.label && d.identifies(i, p, text) {
			slots[p.slot] = incidents.NotRead
			return
		}
		if p.check != nil {
			d.checked(i, p, shown(c, text))
		}
		slots[p.slot] = d.cache.Number(shown(c, text))
	}
}

// checked tells of a cell that cannot be read, though its text is kept, or counts it
// where enough of its column were told.
func (d *Decoder) checked(i int, p *column, text []byte) {
	wrong, known := p.wrong[string(text)]
	if !known {
		wrong = p.check.Wrong(string(text))
		p.wrong[string(text)] = wrong
	}
	switch {
	case wrong == "":
	case d.tells(i):
		d.fault(i, p.check.ID, "", d.notShown(i, wrong), p.check.Hint)
	default:
		d.chunk.unread = append(d.chunk.unread, unreadCell{int32(d.number), int32(i)})
	}
}

// reference keeps a reference. What stands in place of a record's own ("TBC") is
// not kept: all records that wait for one would be made into one. Nor is another
// system's number that was cut, which may be that of many records.
func (d *Decoder) reference(i int, p *column, text []byte) uint32 {
	if d.identifies(i, p, text) {
		return incidents.NotRead
	}
	s := unsafe.String(unsafe.SliceData(text), len(text))
	switch {
	case p.field == d.own && field.NoReference(s):
		d.chunk.Nameless = append(d.chunk.Nameless, int32(d.row))
		return incidents.NotRead
	case p.field != d.own && field.Cut(s):
		d.cutReference(i)
		return incidents.NotRead
	}
	return d.refs.Put(text)
}

// cutReference tells of a reference that was cut, or counts it where enough of its
// column were told.
func (d *Decoder) cutReference(i int) {
	if d.tells(i) {
		d.fault(i, "reference/cut", "", "a spreadsheet kept only the first digits of this reference, as in 1.23E+11, so it was not used", cutHint)
		return
	}
	d.chunk.unread = append(d.chunk.unread, unreadCell{int32(d.number), int32(i)})
}

const cutHint = "export again as .xlsx, or open the text file with Data, From Text/CSV and take this column as text"

// whole gives a number of a workbook with all its digits: 1.23456789E+11 is how some
// of them are stored.
func whole(c export.Cell, text []byte) []byte {
	if c.Kind == export.Number && bytes.ContainsAny(text, "eE") {
		return []byte(c.String())
	}
	return text
}

// shown gives the text a reader of the sheet would see: a date cell in a text
// column is the date, not its day number.
func shown(c export.Cell, text []byte) []byte {
	if c.Kind == export.Date || c.Kind == export.Number {
		return []byte(c.String())
	}
	return text
}

// eitherOrder marks in a slot a date in figures that month first would be a date
// too. A day is a small number and never reaches the mark; [Settle] takes it off.
const eitherOrder = 1 << 30

// date reads a date into what its slot holds, and counts in which orders of day and
// month the column can be read; [Settle] decides about the column.
func (d *Decoder) date(i int, p *column, c export.Cell, text []byte, told bool) uint32 {
	if c.Kind == export.Date && c.Value >= 1 {
		tally := d.tally(i)
		tally.read++
		return tally.serials.date(field.Day(c.Value))
	}
	return d.dateText(i, p, text, d.days.read(p.kind, text), told)
}

// dateText does so for a text, once it is known what that says.
func (d *Decoder) dateText(i int, p *column, text []byte, r reading, told bool) uint32 {
	tally, day, order, err := d.tally(i), r.day, r.order, r.err
	tally.orders[order]++
	switch {
	case err == nil && order == field.Either:
		tally.read++
		return uint32(day) | eitherOrder
	case err == nil:
		tally.read++
		if isSerial(text) {
			return tally.serials.date(day)
		}
		return uint32(day)
	case order == field.MonthOnly:
		d.holdTurned(i, p, day)
		return incidents.NotRead
	}
	if told {
		d.unreadableDate(i, p, text, err)
	}
	if day != 0 { // a list of which some were read
		tally.read++
		return uint32(day)
	}
	if errors.Is(err, field.ErrNotDate) {
		tally.nothing++
	}
	return incidents.NotRead
}

// isSerial reports a day number without the format of a date, or in a text file.
func isSerial(text []byte) bool {
	return len(text) > 4 && (len(text) == 5 || text[5] == '.') && digits(text[:5]) == 5
}

// tally gives the counts of a column. What a row adds that may be a line under the
// table is kept apart, to be dropped with it.
func (d *Decoder) tally(i int) *dateTally {
	if !d.straying {
		return &d.chunk.dates[i]
	}
	d.chunk.strayDates = append(d.chunk.strayDates, strayDate{record: d.number, column: i})
	return &d.chunk.strayDates[len(d.chunk.strayDates)-1].tally
}

// person keeps an identifier as a number for linkage. Nothing of it is printed,
// not even when it cannot be read.
func (d *Decoder) person(i int, p *column, c export.Cell, text []byte, slots []uint32) {
	if p.width == 1 {
		slots[p.slot] = d.date(i, p, c, text, false)
		return
	}
	key, ok := incidents.Pack(text)
	switch {
	case p.name == "hospital_number" && digits(text) < leastDigits:
		return // "n/a" and "unknown" would make one person of two
	case (p.name == "postcode" || p.name == "lsoa") && digits(text) == 0:
		key = incidents.InWords | uint64(d.cache.Number(text))
	case ok:
	case p.name == "hospital_number":
		key = hash(text)
	case p.name == "postcode" || p.name == "lsoa":
		key = incidents.InWords | uint64(d.cache.Number(text)) // "no fixed abode" is an answer
	default:
		key = ^uint64(0)
	}
	slots[p.slot], slots[p.slot+1] = uint32(key), uint32(key>>32)
}

// leastDigits is how many digits tell a hospital number from a remark.
const leastDigits = 3

func digits(text []byte) int {
	n := 0
	for _, c := range text {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

func hash(text []byte) uint64 {
	h := fnv.New64a()
	h.Write(bytes.ToUpper(text)) // never fails
	return h.Sum64() >> 1        // keeps clear of InWords
}

func (d *Decoder) fault(i int, id, text, what, hint string) {
	d.chunk.Faults = append(d.chunk.Faults, d.faultOf(i, id, text, what, hint))
}

func (d *Decoder) faultOf(i int, id, text, what, hint string) incidents.Fault {
	return incidents.Fault{ID: id, Sheet: d.sheet, Row: d.row, Column: i + 1, Heading: d.sheet.Mapping.Columns[i].Heading, Text: text, What: what, Hint: hint}
}
