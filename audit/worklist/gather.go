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
}

func newGathering(file string) *gathering {
	return &gathering{file: file, voices: map[Subject]*voice{}}
}

// hearRow takes in one row. A row that says nothing and was given nothing is
// passed over without being kept: most rows of a long list are so.
func (g *gathering) hearRow(sheet string, at map[string]int, r row) {
	cell := func(heading string) string {
		i, ok := at[heading]
		if !ok || i >= r.width {
			return ""
		}
		return strings.TrimSpace(r.cell(i))
	}
	n := r.number
	var now [4]string
	filled := false
	for i, h := range entryHeadings {
		now[i] = cell(h)
		filled = filled || now[i] != ""
	}
	key, packed := cell(keyHeading), cell(beforeHeading)
	if !filled && packed == "" {
		return
	}
	if key == "" {
		g.faults = append(g.faults, Fault{g.file, sheet, n, keyHeading, "the row has no key, so what is written in it cannot be carried over", "copy it to the row of the item, and leave the hidden column Key as it is"})
		return
	}
	g.hear(Subject{key, cell(ownersHeading)}, sheet, n, at, now, unpack(packed))
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
		now[i] = g.word(i, sheet, n, now[i])
		if !slices.ContainsFunc(v.edits[i], func(s said) bool { return s.text == now[i] }) {
			v.edits[i] = append(v.edits[i], said{sheet, n, now[i]})
		}
	}
}

// word brings a choice to the spelling of its list, and reports one that is none.
func (g *gathering) word(i int, sheet string, n int, text string) string {
	var words []string
	switch entryHeadings[i] {
	case statusHeading:
		words = Statuses()
	case decisionHeading:
		words = append(Considered(), Mended()...)
	default:
		return text
	}
	if text == "" {
		return ""
	}
	for _, w := range words {
		if strings.EqualFold(strings.Join(strings.Fields(text), " "), w) {
			return w
		}
	}
	g.faults = append(g.faults, Fault{g.file, sheet, n, entryHeadings[i], "this is not a word of the list; it is kept as written", "choose one of: " + strings.Join(words, ", ")})
	return text
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
				doubts = append(doubts, g.disagree(i, v.edits[i]))
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
func (g *gathering) disagree(i int, edits []said) string {
	var all []string
	for _, s := range edits {
		text := s.text
		if text == "" {
			text = "blank"
		}
		all = append(all, fmt.Sprintf("%s, row %d: %s", s.sheet, s.row, text))
	}
	g.faults = append(g.faults, Fault{g.file, edits[1].sheet, edits[1].row, entryHeadings[i],
		fmt.Sprintf("this differs from what sheet %s, row %d says of the same item; the first is taken and both are in the note", edits[0].sheet, edits[0].row), "settle it in the new worklist and clear the note"})
	return strings.ToLower(entryHeadings[i]) + ": " + strings.Join(all, " / ")
}
