package worklist

import (
	"fmt"
	"slices"
	"strings"
)

// entryHeadings are the columns that people fill in, in the order of
// Decision.fields.
var entryHeadings = [4]string{ownerHeading, statusHeading, decisionHeading, noteHeading}

// A said is what one row says in one column.
type said struct {
	sheet string
	row   int
	text  string
}

// A voice is what the rows of one subject say.
type voice struct {
	before [4]string // what the tool had written
	edits  [4][]said // what people changed it to, each different text once
}

// A gathering collects the rows of all sheets by subject.
type gathering struct {
	file   string
	voices map[Subject]*voice
	order  []Subject // as first met
	faults []Fault
	found  bool // some sheet is a list
	kept   bool // people added something that a new worklist does not hold
}

// unreadable words a refusal to go on.
func (g *gathering) unreadable(sheet, what, hint string) error {
	where := g.file
	if sheet != "" {
		where += ", sheet " + sheet
	}
	return &Unreadable{where + ": " + what, hint}
}

func newGathering(file string) *gathering {
	return &gathering{file: file, voices: map[Subject]*voice{}}
}

// hearRow takes in one row, and tells whether anything was entered in it. A row that
// says nothing and was given nothing is passed over without being kept: most rows
// of a long list are so.
func (g *gathering) hearRow(sheet string, at map[string]int, r row) bool {
	cell := func(heading string) string {
		i, ok := at[heading]
		if !ok || i >= r.width {
			return ""
		}
		return strings.TrimSpace(r.cell(i))
	}
	var now [4]string
	filled := false
	for i, h := range entryHeadings {
		now[i] = cell(h)
		filled = filled || now[i] != ""
	}
	key, packed := cell(keyHeading), cell(beforeHeading)
	if _, has := at[keyHeading]; !has || !filled && packed == "" {
		return filled
	}
	if key == "" {
		g.kept = true
		g.faults = append(g.faults, Fault{File: g.file, Sheet: sheet, Row: r.number, Column: keyHeading, What: "the row has no key, so what is written in it cannot be carried over",
			Hint: "enter it again beside its item, and leave the hidden column Key as it is"})
		return filled
	}
	g.hear(Subject{key, cell(ownersHeading)}, sheet, r.number, at, now, unpack(packed))
	return filled
}

func (g *gathering) hear(about Subject, sheet string, n int, at map[string]int, now, before [4]string) {
	v := g.voices[about]
	if v == nil {
		v = &voice{before: before}
		g.voices[about] = v
		g.order = append(g.order, about)
	}
	for i, h := range entryHeadings {
		if _, ok := at[h]; !ok || now[i] == strings.TrimSpace(before[i]) {
			continue
		}
		text, known := ofList(h, now[i])
		if slices.ContainsFunc(v.edits[i], func(s said) bool { return s.text == text }) {
			continue
		}
		v.edits[i] = append(v.edits[i], said{sheet, n, text})
		if !known && h == statusHeading { // whoever uses decisions judges their words
			g.faults = append(g.faults, Fault{File: g.file, Sheet: sheet, Column: h, About: about.Key, Text: text,
				What: "is no word of the list of the column Status, so it is kept and counts as not settled", Hint: "choose one of: " + strings.Join(Statuses(), ", ")})
		}
	}
}

// ofList brings a choice to the spelling of its list, and tells whether it is one.
func ofList(heading, text string) (string, bool) {
	var words []string
	switch heading {
	case statusHeading:
		words = Statuses()
	case decisionHeading:
		words = append(Considered(), Mended()...)
	default:
		return text, true
	}
	for _, w := range words {
		if strings.EqualFold(strings.Join(strings.Fields(text), " "), w) {
			return w, true
		}
	}
	return text, text == ""
}

// settle gives one decision for each subject. An edit wins over a text that was only
// carried over, since people write on one sheet and leave the others; of edits
// that differ all are kept in the note, and a fault says so.
func (g *gathering) settle() map[Subject]Decision {
	out := map[Subject]Decision{}
	for _, about := range g.order {
		v := g.voices[about]
		var f [4]string
		var doubts []string
		for i := range f {
			f[i] = v.before[i]
			if len(v.edits[i]) > 0 {
				f[i] = v.edits[i][0].text
			}
			if len(v.edits[i]) > 1 {
				doubts = append(doubts, g.disagree(about, i, v.edits[i]))
			}
		}
		if len(doubts) > 0 {
			f[3] = strings.TrimSpace(f[3] + " [two answers: " + strings.Join(doubts, "; ") + "]")
		}
		if d := (Decision{f[0], f[1], f[2], f[3]}); !d.Blank() {
			out[about] = d
		}
	}
	return out
}

// disagree reports edits of one cell that differ, and words them for the note.
func (g *gathering) disagree(about Subject, i int, edits []said) string {
	var all, sheets []string
	for _, s := range edits {
		text := s.text
		if text == "" {
			text = "blank"
		}
		all = append(all, fmt.Sprintf("%s: %s", s.sheet, text))
		if !slices.Contains(sheets, s.sheet) {
			sheets = append(sheets, s.sheet)
		}
	}
	where := "the sheets " + strings.Join(sheets, " and ") + " say"
	if len(sheets) == 1 {
		where = "two rows of the sheet " + sheets[0] + " say"
	}
	g.faults = append(g.faults, Fault{File: g.file, Column: entryHeadings[i], About: about.Key,
		What: fmt.Sprintf("%s different things in the column %s; what the first says is taken, and all of it is in the note", where, entryHeadings[i]),
		Hint: "settle it in the new worklist and clear the note"})
	return strings.ToLower(entryHeadings[i]) + ": " + strings.Join(all, " / ")
}
