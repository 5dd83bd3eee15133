package proforma

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"siequity/audit/sample"
	"siequity/audit/sample/question"

	"github.com/xuri/excelize/v2"
)

// Mode is what a reader sees of the tool's own finding.
type Mode string

// The modes. Blind shows a finding beside a question once it is answered;
// Assisted shows it with its evidence from the start; Without leaves it out of
// the workbook, so that no reader can be led by it.
const (
	Blind    Mode = "blind"
	Assisted Mode = "assisted"
	Without  Mode = "without"
)

// Options say how a proforma is laid out.
type Options struct {
	Mode     Mode   // blind when empty
	OneSheet bool   // one sheet for all readers, instead of one for each
	Marking  string // protective marking, printed on every page
	// Reserve limits the workbook to these reserve cases, by number, for the
	// readers they were dealt to.
	Reserve []int
	// Disputed limits the workbook to these rows and addresses it to whoever
	// settles disagreements.
	Disputed []Disputed
}

// Disputed is a question of a case on which two readers differ.
type Disputed struct {
	Case     int // its number in the draw
	Question string
	Answers  []string // the readers' answers as they are shown, without names
}

// row is one line of a proforma.
type row struct {
	reader   int
	c        sample.Case
	q        question.Question
	number   int // of the question, from 1
	disputed string
	first    bool // of its case
	odd      bool // every other case is shaded
}

// Write writes the proforma of a draw.
func Write(w io.Writer, s sample.Sample, p question.Pack, o Options) (err error) {
	if o.Mode == "" {
		o.Mode = Blind
	}
	if o.Mode != Blind && o.Mode != Assisted && o.Mode != Without {
		return sample.Fault{What: fmt.Sprintf("there is no mode %q", o.Mode), Hint: "use blind, assisted or without"}
	}
	k := NewMarker(s)
	sheets, err := plan(k, s, p, o)
	if err != nil {
		return err
	}
	b := &book{File: excelize.NewFile(), k: k, p: p, o: o, s: s}
	defer func() { err = errors.Join(err, b.Close()) }()
	b.prepare()
	b.guidance()
	for _, sheet := range sheets {
		b.reader(sheet)
	}
	b.hidden(k.ForDraw(s, p, o.Mode), sheets)
	if b.err != nil {
		return fmt.Errorf("proforma of draw %s: %w", s.Design.ID, b.err)
	}
	return b.Write(w)
}

// sheet is the rows of one reader, or of all.
type sheet struct {
	name, reader string
	rows         []row
}

// plan deals the rows out to sheets.
func plan(k Marker, s sample.Sample, p question.Pack, o Options) ([]sheet, error) {
	if len(o.Disputed) > 0 {
		rows, err := disputedRows(k, p, o.Disputed)
		return []sheet{{name: sample.Adjudicator, reader: sample.Adjudicator, rows: shade(rows)}}, err
	}
	cases, err := casesOf(k, s, o)
	if err != nil {
		return nil, err
	}
	var sheets []sheet
	names := map[string]bool{}
	for i, reader := range s.Design.Readers {
		var rows []row
		for _, c := range cases {
			if slices.Contains(c.Readers, reader) {
				rows = append(rows, rowsOf(i, c, p)...)
			}
		}
		if len(rows) > 0 {
			sheets = append(sheets, sheet{sheetName(reader, names), reader, shade(rows)})
		}
	}
	if !o.OneSheet {
		return sheets, nil
	}
	all := sheet{name: "All readers"}
	for _, one := range sheets {
		all.rows = append(all.rows, one.rows...)
	}
	all.rows = shade(all.rows)
	return []sheet{all}, nil
}

// casesOf is the cases to send out: those drawn, or some of the reserve.
func casesOf(k Marker, s sample.Sample, o Options) ([]sample.Case, error) {
	if len(o.Reserve) == 0 {
		return s.Cases, nil
	}
	var list []sample.Case
	for _, n := range o.Reserve {
		c, ok := k.Case(n)
		if !ok || n <= len(s.Cases) {
			return nil, sample.Fault{What: fmt.Sprintf("case %d is not in the reserve of draw %s", n, s.Design.ID),
				Hint: fmt.Sprintf("the reserve has the numbers %d to %d", len(s.Cases)+1, len(s.Cases)+len(s.Reserve))}
		}
		list = append(list, c)
	}
	return list, nil
}

func rowsOf(reader int, c sample.Case, p question.Pack) []row {
	rows := make([]row, len(p.Questions))
	for i, q := range p.Questions {
		rows[i] = row{reader: reader, c: c, q: q, number: i + 1}
	}
	return rows
}

func disputedRows(k Marker, p question.Pack, list []Disputed) ([]row, error) {
	var rows []row
	for _, d := range list {
		c, ok := k.Case(d.Case)
		i := slices.IndexFunc(p.Questions, func(q question.Question) bool { return q.ID == d.Question })
		if !ok || i < 0 {
			return nil, fmt.Errorf("the draw has no case %d with a question %q", d.Case, d.Question)
		}
		rows = append(rows, row{reader: -1, c: c, q: p.Questions[i], number: i + 1, disputed: strings.Join(d.Answers, " / ")})
	}
	return rows, nil
}

// shade marks where a case begins and shades every other one.
func shade(rows []row) []row {
	odd := false
	for i := range rows {
		rows[i].first = i == 0 || rows[i].c.Number != rows[i-1].c.Number || rows[i].reader != rows[i-1].reader
		if rows[i].first {
			odd = !odd
		}
		rows[i].odd = odd
	}
	return rows
}

// sheetName makes a reader's name fit for a sheet, and one of its own.
func sheetName(reader string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, reader)
	name = clip(strings.Join(strings.Fields(name), " "), 27)
	if name == "" || strings.EqualFold(name, "history") || strings.EqualFold(name, guidanceSheet) || strings.HasPrefix(name, "_") {
		name = clip("Reader "+name, 27)
	}
	own := name
	for n := 2; taken[strings.ToLower(own)]; n++ {
		own = fmt.Sprintf("%s %d", name, n)
	}
	taken[strings.ToLower(own)] = true
	return own
}

// clip cuts a text to so many UTF-16 units, in which spreadsheets count.
func clip(text string, most int) string {
	units := 0
	for i, r := range text {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > most {
			return strings.TrimSpace(text[:i])
		}
	}
	return text
}

// where says where a case is found, from what the unit has.
func where(c sample.Case) string {
	var parts []string
	for _, v := range []string{c.Source, c.Organisation, c.Kind, c.Period} {
		if v != "" {
			parts = append(parts, v)
		}
	}
	return strings.Join(parts, ", ")
}

// finding is the tool's finding for a row in words, "" for a question that is
// about no dimension.
func (r row) finding(mode Mode) string {
	if r.q.Dimension < 0 {
		return ""
	}
	f := r.c.Findings[r.q.Dimension]
	words := map[sample.Label]string{
		sample.Considered: "considered", sample.Mentioned: "only mentioned",
		sample.ExplicitlyNot: "says it was not considered", sample.Absent: "nothing found",
	}[f.Label]
	if words == "" {
		words = "no text was read"
	}
	if mode == Assisted && len(f.Evidence) > 0 {
		words += ": \u201c" + strings.Join(f.Evidence, "\u201d \u201c") + "\u201d"
	}
	return clip(words, 1500)
}

// lines estimates how many lines a text takes in a column of a width.
func lines(text string, width float64) int {
	n := 0
	for _, part := range strings.Split(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(part))*1.08/width)
	}
	return n
}
