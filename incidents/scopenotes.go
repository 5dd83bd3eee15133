package incidents

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents/field"
)

// A sheetNote counts what the scope of one sheet rests on.
type sheetNote struct {
	rows      int                // rows of the records judged
	untold    int                // of them, those whose columns say nothing
	others    int                // records that name another specialty
	placed    int                // records whose place or specialty was understood
	unknown   map[string]int     // records by a kind of event that is not known
	born      int                // stillbirths dated by their birth
	withdrawn [3]map[uint32]Left // what was read of the texts of status and the like
}

// sheetNotes holds the note of each sheet, and that of the sheet asked for last:
// records come sheet by sheet.
type sheetNotes struct {
	of   map[*Sheet]*sheetNote
	last *Sheet
	note *sheetNote
}

func (s *sheetNotes) sheet(of *Sheet) *sheetNote {
	if s.last == of {
		return s.note
	}
	n := s.of[of]
	if n == nil {
		n = &sheetNote{unknown: map[string]int{}, withdrawn: [3]map[uint32]Left{{}, {}, {}}}
		s.of[of] = n
	}
	s.last, s.note = of, n
	return n
}

// judged counts one record; one that repeats another was counted with it.
func (n *sheetNote) judged(rec *Record, v verdict) {
	if v.says == saysOther {
		n.others++
	}
	if rec.Left != Used {
		return
	}
	n.rows += int(rec.Rows)
	if v.placed {
		n.placed++
	}
	if v.says == saysNothing {
		n.untold += int(rec.Rows)
	}
}

// faults reports on each sheet, in the order of reading.
func (s *sheetNotes) faults(j *judge) []Fault {
	var out []Fault
	sheets := slices.SortedFunc(maps.Keys(s.of), func(a, b *Sheet) int { return cmp.Compare(a.Number, b.Number) })
	for _, sheet := range sheets {
		n := s.of[sheet]
		if what, hint := n.untoldWords(); what != "" && !j.All {
			out = append(out, Fault{ID: "scope/not-told", Sheet: sheet, Row: sheet.Header, What: what, Hint: hint})
		}
		out = append(out, n.kinds(sheet, j.kind)...)
		if n.born > 0 {
			out = append(out, Fault{ID: "scope/date-of-birth", Sheet: sheet, Row: sheet.Header,
				What: counted(n.born, "stillbirth or late loss", "stillbirths or late losses") + " without a date of death; the date of birth stands for it in the period",
				Hint: "enter the day on which death was confirmed"})
		}
	}
	return out
}

// untoldWords says how many rows name neither maternity nor anything else, and
// what became of them.
func (n *sheetNote) untoldWords() (what, hint string) {
	switch {
	case n.untold == 0:
		return "", ""
	case n.placed == 0:
		return fmt.Sprintf("no column tells maternity from the rest; all %d rows were taken", n.rows),
			"name the column of the specialty, division or ward under columns: in siequity.yaml; if the file holds maternity and neonatal care only, say so with scope: {all: true}"
	case n.others > 0:
		return fmt.Sprintf("%d of %d rows name neither maternity nor another specialty, and were left out because other rows name other specialties", n.untold, n.rows),
			"if some are maternity or neonatal care, enter their specialty, or name them under scope: terms: in siequity.yaml, whose words stand in place of the built-in ones"
	}
	return fmt.Sprintf("%d of %d rows name neither maternity nor another specialty, and were taken", n.untold, n.rows),
		"if the file holds maternity and neonatal care only, say so with scope: {all: true} in siequity.yaml; if not, name the column of the specialty, division or ward under columns:"
}

// counted puts a number before a thing: "1 row", "2 rows". A plural that is not
// the thing with an s is given too.
func counted(n int, thing string, plural ...string) string {
	switch {
	case n == 1:
	case len(plural) > 0:
		thing = plural[0]
	default:
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}

// kinds reports the kinds of event that are not known, which count as incidents.
func (n *sheetNote) kinds(sheet *Sheet, f int) []Fault {
	if len(n.unknown) == 0 {
		return nil
	}
	heading, column := sheet.Heading(f)
	records, named := 0, []string{}
	for _, kind := range slices.Sorted(maps.Keys(n.unknown)) {
		records += n.unknown[kind]
		if shown := len(kind) <= maxKind && (sheet.reader.Identifies == nil || !sheet.reader.Identifies(kind, field.Text)); shown && len(named) < maxKinds {
			named = append(named, strconv.Quote(kind))
		}
	}
	what := counted(records, "record") + " of a kind of event that is not known, taken for incidents"
	if len(named) > 0 {
		what += ": " + strings.Join(named, ", ")
	}
	return []Fault{{ID: "scope/event-kind", Sheet: sheet, Row: sheet.Header, Column: column, Heading: heading, What: what,
		Hint: "if they are risks, outcomes or good care, leave them out of the export"}}
}

// A finding names a few kinds, and none too long to be one.
const (
	maxKinds = 3
	maxKind  = 40
)
