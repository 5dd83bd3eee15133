package proforma

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"siequity/audit/sample/question"

	"github.com/xuri/excelize/v2"
)

// Returned is a file as it came back.
type Returned struct {
	File     string
	Identity *Identity // nil when the sheet that says so is gone
	Rows     []Row
	Faults   []Fault // of the file; faults of rows are for collate to find
}

// Row is one row of a return, as typed.
type Row struct {
	Sheet                   string
	Row                     int    // as the spreadsheet counts
	Column                  string // letter of the answer's column, "" without one
	Case, Reference, Reader string
	Number, Question        string
	Answer, Evidence, Note  string
	Also                    []string // of further columns headed as answers
	Mark                    string
	Text                    string // every cell that has something, verbatim
}

const largestFile = 256 << 20

// Read reads a return: xlsx, or CSV or tab-separated text exported from
// anything else. It never fails: what cannot be read is a fault of the file.
func Read(name string, r io.Reader, p question.Pack) Returned {
	out := Returned{File: name}
	data, err := io.ReadAll(io.LimitReader(r, largestFile+1))
	switch {
	case err != nil:
		out.fault("", "cannot be read: "+err.Error(), "")
	case len(data) > largestFile:
		out.fault("", "is larger than 256 MB, which no proforma is", "check that this is the right file")
	case len(bytes.TrimSpace(data)) == 0:
		out.fault("", "is empty", "ask for the file again; it may not have been saved or uploaded whole")
	case bytes.HasPrefix(data, []byte("PK")):
		out.workbook(data, p)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		out.fault("", "is an old .xls workbook or is protected by a password", "open it and save it as .xlsx without a password")
	case utf8.Valid(data):
		out.text(data, p)
	default:
		out.fault("", "is neither an .xlsx workbook nor a CSV text", "open it and save it as .xlsx")
	}
	return out
}

func (out *Returned) fault(sheet, what, hint string) {
	out.Faults = append(out.Faults, Fault{Severity: ToMend, File: out.File, Sheet: sheet, What: what, Hint: hint, Who: "the audit lead"})
}

func (out *Returned) workbook(data []byte, p question.Pack) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 1 << 30})
	if err != nil {
		out.fault("", "is not a workbook that can be read: "+plainError(err), "open it and save it as .xlsx; it may not have been uploaded whole")
		return
	}
	defer func() {
		if err := f.Close(); err != nil {
			out.fault("", "could not be closed: "+err.Error(), "")
		}
	}()
	found := false
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			out.fault(sheet, "the sheet cannot be read: "+plainError(err), "")
			continue
		}
		if id, ok := readIdentity(rows); ok {
			out.Identity = &id
			continue
		}
		found = out.sheet(sheet, rows, p) || found
	}
	if !found {
		out.fault("", "no sheet has the headings of a proforma", "give the proforma that was sent out, filled in")
	}
}

// plainError leaves out how the library calls things.
func plainError(err error) string {
	if errors.Is(err, excelize.ErrWorkbookFileFormat) {
		return "it is another kind of file"
	}
	return err.Error()
}

func readIdentity(rows [][]string) (Identity, bool) {
	pairs := map[string]string{}
	for _, cells := range rows[:min(len(rows), 12)] {
		if len(cells) >= 2 {
			pairs[strings.TrimSpace(cells[0])] = strings.TrimSpace(cells[1])
		}
	}
	return identityOf(pairs), strings.HasPrefix(pairs["form"], "siequity proforma")
}

func (out *Returned) text(data []byte, p question.Pack) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	first, _, _ := strings.Cut(text, "\n")
	for _, comma := range []rune{';', '\t'} {
		if strings.Count(text, string(comma)) > strings.Count(text, string(r.Comma)) && (strings.ContainsRune(first, comma) || !strings.ContainsRune(first, ',')) {
			r.Comma = comma
		}
	}
	rows, err := r.ReadAll()
	if err != nil {
		out.fault("", "cannot be read as a table: "+err.Error(), "save it as .xlsx")
		return
	}
	if !out.sheet("", rows, p) {
		out.fault("", "has not the headings of a proforma", "give the proforma that was sent out, filled in")
	}
}

// sheet reads one sheet, and tells whether it is a proforma.
func (out *Returned) sheet(name string, rows [][]string, p question.Pack) bool {
	t := findTable(rows)
	if t.head < 0 && !t.has(roleMark) {
		return false
	}
	if !t.has(roleAnswer) {
		c := answerColumn(rows, t, p)
		if c < 0 {
			out.fault(name, "there is no column of answers", "head the column of the answers: Answer")
			return true
		}
		t.columns[roleAnswer] = c
		t.follow(c)
		out.Faults = append(out.Faults, Fault{Severity: ToCheck, File: out.File, Sheet: name, Column: letter(c), Who: "the audit lead",
			What: "no column is headed Answer; this one was taken, because it holds answers"})
	}
	if !t.has(roleMark) {
		out.Faults = append(out.Faults, Fault{Severity: ToCheck, File: out.File, Sheet: name, Who: "the audit lead",
			What: "the hidden marks are gone; rows were told by their reference and question"})
	}
	for i := t.head + 1; i < len(rows); i++ {
		if r, ok := t.row(rows[i]); ok {
			r.Sheet, r.Row = name, i+1
			out.Rows = append(out.Rows, r)
		}
	}
	return true
}

// follow takes the columns after the answers as evidence and note, where no
// heading says otherwise, so that what was typed there is not lost.
func (t table) follow(answers int) {
	taken := slices.Collect(maps.Values(t.columns))
	for i, r := range []role{roleEvidence, roleNote} {
		if c := answers + 1 + i; !t.has(r) && !slices.Contains(taken, c) {
			t.columns[r] = c
		}
	}
}

// row reads a row of the table; false for one without anything in it, or that
// says the headings again.
func (t table) row(cells []string) (Row, bool) {
	get := func(r role) string {
		if c, ok := t.columns[r]; ok && c < len(cells) {
			return strings.TrimSpace(cells[c])
		}
		return ""
	}
	var all []string
	for _, text := range cells {
		if strings.TrimSpace(text) != "" {
			all = append(all, strings.TrimSpace(text))
		}
	}
	if len(all) == 0 || t.head >= 0 && t.repeats(cells) {
		return Row{}, false
	}
	r := Row{
		Case: get(roleCase), Reference: get(roleReference), Reader: get(roleReader), Number: get(roleNumber), Question: get(roleQuestion),
		Answer: get(roleAnswer), Evidence: get(roleEvidence), Note: get(roleNote), Mark: get(roleMark),
		Column: letter(t.columns[roleAnswer]), Text: strings.Join(all, " | "),
	}
	for _, c := range t.also {
		if c < len(cells) && strings.TrimSpace(cells[c]) != "" {
			r.Also = append(r.Also, strings.TrimSpace(cells[c]))
		}
	}
	return r, true
}

func (t table) repeats(cells []string) bool {
	same := 0
	for c, text := range cells {
		if title := t.titles[c]; title != "" && strings.EqualFold(title, strings.TrimSpace(text)) {
			same++
		}
	}
	return same >= 3
}

// answerColumn finds the answers by what the column holds: more than half of
// its texts are answers to the questions of their rows.
func answerColumn(rows [][]string, t table, p question.Pack) int {
	best, most := -1, 0
	used := []int{}
	for r, c := range t.columns {
		if r != roleNone {
			used = append(used, c)
		}
	}
	wide := 0
	for _, cells := range rows {
		wide = max(wide, len(cells))
	}
	for c := range wide {
		if slices.Contains(used, c) {
			continue
		}
		read, all := 0, 0
		for _, cells := range rows[t.head+1:] {
			q, ok := questionOf(cells, t, p)
			if !ok || c >= len(cells) || strings.TrimSpace(cells[c]) == "" {
				continue
			}
			all++
			if code, _ := q.Read(cells[c]); code != "" {
				read++
			}
		}
		if 2*read > all && read > most {
			best, most = c, read
		}
	}
	return best
}

func questionOf(cells []string, t table, p question.Pack) (question.Question, bool) {
	if c, ok := t.columns[roleMark]; ok && c < len(cells) {
		if m, ok := ParseMark(cells[c]); ok {
			return p.Question(m.Question)
		}
	}
	if c, ok := t.columns[roleQuestion]; ok && c < len(cells) {
		i := slices.IndexFunc(p.Questions, func(q question.Question) bool { return q.Text == strings.TrimSpace(cells[c]) })
		if i >= 0 {
			return p.Questions[i], true
		}
	}
	return question.Question{}, false
}

func letter(column int) string {
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		return fmt.Sprint(column + 1)
	}
	return name
}
