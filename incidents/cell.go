package incidents

import (
	"bytes"
	"hash/fnv"
	"strings"
	"unsafe"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// cell reads one cell into its slot by the kind of its field.
func (d *Decoder) cell(i int, p *column, c export.Cell, slots []uint32) {
	text := trim(c.Text)
	if len(text) == 0 || p.kind != field.Narrative && p.slot < 0 {
		return
	}
	switch p.kind {
	case field.Narrative:
		d.parts = append(d.parts, Part{p.name, unsafe.String(unsafe.SliceData(text), len(text))})
	case field.Date, field.DateList:
		slots[p.slot] = d.date(i, p, c, text)
	case field.Reference:
		if d.identifies(i, p, text) {
			slots[p.slot] = unreadable
			return
		}
		slots[p.slot] = d.refs.put(text)
	case field.Person:
		d.person(i, p, c, text, slots)
	default:
		if p.label && d.identifies(i, p, text) {
			slots[p.slot] = unreadable
			return
		}
		slots[p.slot] = d.cache.number(shown(c, text))
	}
}

// shown gives the text a reader of the sheet would see: a date cell in a text
// column is the date, not its day number.
func shown(c export.Cell, text []byte) []byte {
	if c.Kind == export.Date || c.Kind == export.Number {
		return []byte(c.String())
	}
	return text
}

func (d *Decoder) date(i int, p *column, c export.Cell, text []byte) uint32 {
	if c.Kind == export.Date && c.Value >= 1 {
		d.chunk.Styles[field.Serial]++
		return uint32(field.Day(c.Value))
	}
	day, style, err := d.days.read(p.kind, text)
	if err == nil {
		d.chunk.Styles[style]++
		return uint32(day)
	}
	d.fault(i, "date/unreadable", d.dateShown(i, p, text), err.Error(), "write it as 14/05/2026")
	return unreadable
}

// dateShown gives what an unreadable date said, for a finding: nothing where it may
// be somebody's birth, and nothing that does not look like a date at all, since a
// cell in the wrong column may hold anything.
func (d *Decoder) dateShown(i int, p *column, text []byte) string {
	heading := field.Fold(d.sheet.Mapping.Columns[i].Heading)
	if p.name == "date_of_birth_baby" || ofBirth(heading) || ofBirth(field.Fold(string(text))) {
		return ""
	}
	run, letters := 0, 0
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			run++
		case c == '/' || c == '.' || c == ':' || c == ',' || c == 'T':
			run = 0
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
		}
		if run > 8 || letters > 12 {
			return ""
		}
	}
	return string(text[:min(len(text), 30)])
}

func ofBirth(folded string) bool {
	return strings.Contains(folded, "birth") || strings.Contains(folded, "dob") || strings.Contains(folded, "born")
}

func readDate(kind field.Kind, text []byte) (field.Day, field.Style, error) {
	s := unsafe.String(unsafe.SliceData(text), len(text))
	if kind == field.DateList {
		day, err := field.LatestOf(s)
		return day, field.DayFirst, err
	}
	return field.ParseDate(s)
}

// person keeps an identifier as a number for linkage. Nothing of it is printed,
// not even when it cannot be read.
func (d *Decoder) person(i int, p *column, c export.Cell, text []byte, slots []uint32) {
	if p.width == 1 {
		slots[p.slot] = d.birth(c, text)
		return
	}
	key, ok := Pack(text)
	switch {
	case p.name == "hospital_number" && digits(text) < leastDigits:
		return // "n/a" and "unknown" would make one person of two
	case (p.name == "postcode" || p.name == "lsoa") && digits(text) == 0:
		key = inWords | uint64(d.cache.number(text))
	case ok:
	case p.name == "hospital_number":
		key = hash(text)
	case p.name == "postcode" || p.name == "lsoa":
		key = inWords | uint64(d.cache.number(text)) // "no fixed abode" is an answer
	default:
		key = ^uint64(0)
	}
	slots[p.slot], slots[p.slot+1] = uint32(key), uint32(key>>32)
}

func (d *Decoder) birth(c export.Cell, text []byte) uint32 {
	if c.Kind == export.Date && c.Value >= 1 {
		return uint32(field.Day(c.Value))
	}
	day, _, err := readDate(field.Date, text)
	if err != nil {
		return unreadable
	}
	return uint32(day)
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

// inWords marks a key that is the number of a text. Twelve packed characters
// never reach so high.
const inWords = 1 << 63

func hash(text []byte) uint64 {
	h := fnv.New64a()
	h.Write(bytes.ToUpper(text)) // never fails
	return h.Sum64() >> 1        // keeps clear of the mark for unreadable
}

func (d *Decoder) fault(i int, id, text, what, hint string) {
	d.chunk.Faults = append(d.chunk.Faults, Fault{ID: id, Sheet: d.sheet, Row: d.row, Column: i + 1,
		Heading: d.sheet.Mapping.Columns[i].Heading, Text: text, What: what, Hint: hint})
}

// trim drops space on both sides, no-break spaces included.
func trim(text []byte) []byte {
	if n := len(text); n > 0 && solid(text[0]) && solid(text[n-1]) {
		return text
	}
	for {
		t := bytes.TrimSpace(text)
		t = bytes.TrimPrefix(bytes.TrimSuffix(t, nbsp), nbsp)
		if len(t) == len(text) {
			return t
		}
		text = t
	}
}

// solid reports a byte that is neither space nor part of a letter beyond ASCII.
func solid(c byte) bool { return c > ' ' && c < 0x80 }

var nbsp = []byte("\u00a0")
