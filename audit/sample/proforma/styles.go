package proforma

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// The colours: NHS blue for headings, pale yellow to type in, and three signal
// colours that stay apart for people who do not see red and green.
const (
	blue   = "003087"
	face   = "Arial"
	yellow = "FFFBE6"
	grey   = "F2F4F7"
	line   = "C9CED6"
)

// styles are the workbook's, by what they are for.
type styles struct {
	title, lead, progress, head, text int
	cells                             map[look]int
}

// look is what the style of a row's cell depends on.
type look struct{ typed, quiet, bold, odd, top, centre bool }

func newStyles(f *excelize.File) (styles, error) {
	s := styles{cells: map[look]int{}}
	add := func(to *int, style excelize.Style) error {
		id, err := f.NewStyle(&style)
		*to = id
		return err
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	for _, one := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 15, Color: blue}}},
		{&s.lead, excelize.Style{Font: &excelize.Font{Family: face, Size: 10, Color: "444444"}, Alignment: wrap}},
		{&s.progress, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 10, Color: blue}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Color: "FFFFFF", Size: 10}, Fill: fill(blue), Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}, Border: borders(false)}},
		{&s.text, excelize.Style{Font: &excelize.Font{Family: face, Size: 10}, Alignment: wrap}},
	} {
		if err := add(one.to, one.style); err != nil {
			return s, err
		}
	}
	return s, s.addLooks(f)
}

func (s styles) addLooks(f *excelize.File) error {
	for n := range 64 {
		k := look{n&1 > 0, n&2 > 0, n&4 > 0, n&8 > 0, n&16 > 0, n&32 > 0}
		id, err := f.NewStyle(k.style())
		if err != nil {
			return err
		}
		s.cells[k] = id
	}
	return nil
}

func (k look) style() *excelize.Style {
	style := excelize.Style{
		Font:       &excelize.Font{Family: face, Size: 10, Bold: k.bold},
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "top"},
		Border:     borders(k.top),
		Protection: &excelize.Protection{Locked: !k.typed},
		NumFmt:     49, // text: a page 3/4 must not become a date
	}
	if k.quiet {
		style.Font.Color = "8A9099"
	}
	if k.centre {
		style.Alignment.Horizontal = "center"
		style.NumFmt = 0
	}
	switch {
	case k.typed:
		style.Fill = fill(yellow)
	case k.odd:
		style.Fill = fill(grey)
	}
	return &style
}

// of is the style of a row's cell.
func (s styles) of(c role, r row) int {
	k := look{odd: r.odd, top: r.first}
	switch c {
	case roleAnswer, roleEvidence, roleNote:
		k.typed = true
	case roleCase, roleReference, roleWhere, roleReader:
		k.quiet, k.bold = !r.first, r.first
	case roleTodo, roleDisputed:
		k.quiet = true
	}
	k.centre = c == roleCase || c == roleNumber || c == roleTodo
	return s.cells[k]
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func borders(top bool) []excelize.Border {
	list := []excelize.Border{{Type: "left", Color: line, Style: 1}, {Type: "right", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1}}
	if top {
		return append(list, excelize.Border{Type: "top", Color: blue, Style: 2})
	}
	return append(list, excelize.Border{Type: "top", Color: line, Style: 1})
}

// tone is how an answer is coloured.
type tone struct{ text, ink, paper string }

// tones are the answers of the pack with their colours: met, in part, not met,
// and neither. Questions of fact are not coloured.
func (b *book) tones() []tone {
	var list []tone
	for _, q := range b.p.Questions {
		if q.Fact {
			continue
		}
		for _, a := range q.Answers {
			if slices.ContainsFunc(list, func(t tone) bool { return t.text == a.Text }) {
				continue
			}
			t := tone{a.Text, "7A4B00", "FFE8B8"}
			switch {
			case q.Met(a.Code):
				t.ink, t.paper = "0B5345", "CDEEDD"
			case a.Code == "no" || a.Code == "nobody":
				t.ink, t.paper = "8A1538", "F9D3DA"
			case a.Code == "not_applicable" || a.Code == "not_recorded":
				t.ink, t.paper = "444B55", "DDE1E7"
			}
			list = append(list, t)
		}
	}
	return list
}

// colour colours the answers by what they say.
func (b *book) colour(name string, l letters, last int) {
	area := fmt.Sprintf("%s:%s", l.cell(roleAnswer, firstRow), l.cell(roleAnswer, last))
	var rules []excelize.ConditionalFormatOptions
	for _, t := range b.tones() {
		var id int
		b.do(func() (err error) {
			id, err = b.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Family: face, Color: t.ink, Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{t.paper}}})
			return err
		})
		rules = append(rules, excelize.ConditionalFormatOptions{
			Type: "formula", Format: &id,
			Criteria: fmt.Sprintf(`AND($%s="%s",LEFT($%s,3)<>"s1f")`, l.cell(roleAnswer, firstRow), t.text, l.cell(roleMark, firstRow)),
		})
	}
	b.do(func() error { return b.SetConditionalFormat(name, area, rules) })
}
