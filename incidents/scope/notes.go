package scope

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents"
	"siequity/incidents/specialty"
)

// A sheetNote counts what the scope of one sheet rests on.
type sheetNote struct {
	rows      int                          // rows of the records judged
	untold    int                          // of them, those whose columns say nothing
	others    int                          // records that name another specialty
	placed    int                          // records whose place or specialty was understood
	unread    map[uint32]int               // rows that are untold, by a text of theirs that is not known
	unknown   map[string]int               // records by a kind of event that is not known
	born      int                          // stillbirths dated by their birth
	undated   int                          // other deaths without a date, where no period asks for one
	withdrawn [3]map[uint32]incidents.Left // what was read of the texts of status and the like
}

// sheetNotes holds the note of each sheet, and that of the sheet asked for last:
// records come sheet by sheet.
type sheetNotes struct {
	of   map[*incidents.Sheet]*sheetNote
	last *incidents.Sheet
	note *sheetNote
}

func (s *sheetNotes) sheet(of *incidents.Sheet) *sheetNote {
	if s.last == of {
		return s.note
	}
	n := s.of[of]
	if n == nil {
		n = &sheetNote{unknown: map[string]int{}, unread: map[uint32]int{}, withdrawn: [3]map[uint32]incidents.Left{{}, {}, {}}}
		s.of[of] = n
	}
	s.last, s.note = of, n
	return n
}

// judged counts one record; one that repeats another was counted with it.
func (n *sheetNote) judged(rec *incidents.Record, v verdict) {
	if v.says == specialty.Other {
		n.others++
	}
	if rec.Left != incidents.Used {
		return
	}
	n.rows += int(rec.Rows)
	if v.placed {
		n.placed++
	}
	if v.says == specialty.Nothing {
		n.untold += int(rec.Rows)
	}
	if v.worded {
		n.unread[v.word] += int(rec.Rows)
	}
}

// faults reports on each sheet, in the order of reading.
func (s *sheetNotes) faults(j *judge) []incidents.Fault {
	var out []incidents.Fault
	sheets := slices.SortedFunc(maps.Keys(s.of), func(a, b *incidents.Sheet) int { return cmp.Compare(a.Number, b.Number) })
	for _, sheet := range sheets {
		n := s.of[sheet]
		if what, hint := n.untoldWords(sheet); what != "" && !j.All {
			out = append(out, incidents.Fault{ID: "scope/not-told", Sheet: sheet, Row: sheet.Header, What: what, Hint: hint})
		}
		out = append(out, n.kinds(sheet, j.kind)...)
		out = append(out, n.deaths(sheet, j.death)...)
	}
	return out
}

// deathless counts a death without a date that can be read. One that a period leaves
// out for it is told elsewhere.
func (n *sheetNote) deathless(dated, all bool) {
	switch {
	case dated:
		n.born++
	case all:
		n.undated++
	}
}

// deaths reports those without a date of death: the clocks of a review run from it, and
// from nothing else.
func (n *sheetNote) deaths(sheet *incidents.Sheet, f int) []incidents.Fault {
	const clocks = "the date of death, from which the times to notification, review and report run"
	heading, column := sheet.Heading(f)
	about := func(id, what, hint string) incidents.Fault {
		return incidents.Fault{ID: id, Sheet: sheet, Row: sheet.Header, Column: column, Heading: heading, What: what, Hint: hint}
	}
	var out []incidents.Fault
	if n.born > 0 {
		out = append(out, about("scope/date-of-birth", fmt.Sprintf("%s without %s: these times are not checked, and the date of birth says which period it belongs to",
			incidents.Counted(n.born, "stillbirth or late loss", "stillbirths or late losses"), clocks), "enter the day on which death was confirmed as the date of death"))
	}
	if n.undated > 0 {
		out = append(out, about("scope/no-date-of-death", fmt.Sprintf("%s without %s: these times are not checked", incidents.Counted(n.undated, "death"), clocks), "enter the date of death in the source system"))
	}
	return out
}

// kinds reports the kinds of event that are not known, which count as incidents.
func (n *sheetNote) kinds(sheet *incidents.Sheet, f int) []incidents.Fault {
	if len(n.unknown) == 0 {
		return nil
	}
	heading, column := sheet.Heading(f)
	records, named := 0, []string{}
	for _, kind := range slices.Sorted(maps.Keys(n.unknown)) {
		records += n.unknown[kind]
		if showable(sheet.Reader(), kind, n.unknown[kind]) && len(named) < maxKinds {
			named = append(named, strconv.Quote(kind))
		}
	}
	what := incidents.Counted(records, "record") + " of a kind of event that is not known"
	if len(named) > 0 {
		what += " (" + strings.Join(named, ", ") + ")"
	}
	what += "; taken for incidents"
	return []incidents.Fault{{ID: "scope/event-kind", Sheet: sheet, Row: sheet.Header, Column: column, Heading: heading, What: what,
		Hint: "if they are risks, outcomes or good care, leave them out of the export"}}
}

// maxKinds is how many kinds a finding names.
const maxKinds = 3
