package report

import (
	"fmt"
	"io"
	"strings"

	"siequity/audit"
	"siequity/audit/cases"
	"siequity/audit/dates"
	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/audit/record"
	"siequity/audit/worklist"
	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/rules"
	"siequity/rules/codes"
	"siequity/rules/masking"
)

// Worklist writes one line for each record and reason to mend it, with the
// decisions that an earlier worklist held.
func Worklist(w io.Writer, r *audit.Result, password string) error {
	b := newItemMaker(r)
	doc := worklist.Document{Title: "Records to mend", Organisation: factsOf(r).organisation, Period: r.Config.Period.Name, Marking: Marking,
		Items: b.items, Decisions: r.Decisions(), Password: password}
	for _, f := range r.Findings {
		if ofWhole(f) {
			doc.Notes = append(doc.Notes, f.String())
		}
	}
	_, err := worklist.Write(w, doc)
	return err
}

// ofWhole tells findings of a whole file from those of a cell or row to mend. Those
// of records left out count what has lines of its own.
func ofWhole(f finding.Finding) bool { return f.Row == 0 || f.ID == dates.LeftByDate }

// itemMaker words the lines of a worklist.
type itemMaker struct {
	result   *audit.Result
	masker   *masking.Masker
	outcomes []rules.Outcome
	told     map[string]bool // findings of a whole export that were said already
	fields   map[string]field.Field
}

func newItemMaker(r *audit.Result) *itemMaker {
	m := &itemMaker{result: r, masker: masking.New(masking.Options{}), told: map[string]bool{}, fields: map[string]field.Field{}}
	for _, t := range intake.Tables() {
		for _, f := range t.Fields {
			m.fields[f.Name] = f
		}
	}
	return m
}

// items lists the lines: rules that a record fails, records left out for want of a
// date, cells that could not be read, records that may be of one event, and records of one event that disagree.
// They are made one by one: a million records have more lines than should be held.
func (m *itemMaker) items(yield func(worklist.Item) bool) {
	for _, rec := range m.result.Records {
		if rec.InScope() && !m.record(rec, yield) || !rec.InScope() && !m.lost(rec, yield) {
			return
		}
	}
	for _, f := range m.result.Findings {
		if f.ID == cases.ReferenceDoubted {
			continue // a candidate, below
		}
		if !ofWhole(f) && !yield(findingItem(f)) {
			return
		}
	}
	if m.candidates(yield) {
		m.conflicts(yield)
	}
}

func (m *itemMaker) record(rec *record.Record, yield func(worklist.Item) bool) bool {
	m.outcomes = m.result.Outcomes(rec, m.outcomes)
	for i, o := range m.outcomes {
		if o.Verdict != rules.Fail {
			continue
		}
		rule := &m.result.Set.Rules[i]
		if !m.result.Asks(i, rec) {
			continue
		}
		if rule.PerExport {
			if key := rule.ID + rec.Sheet.File + rec.Sheet.Name; m.told[key] {
				continue
			} else {
				m.told[key] = true
			}
		}
		if !yield(m.item(rec, i, o)) {
			return false
		}
	}
	return true
}

// lost lists a record that is left out only because its date is missing or cannot
// be: no rule looks at it, and nobody would mend it.
func (m *itemMaker) lost(rec *record.Record, yield func(worklist.Item) bool) bool {
	why, column, heading, ok := m.result.LostByDate(rec)
	if !ok {
		return true
	}
	it := m.about(rec)
	it.Key, it.Severity, it.Rule, it.Title = dates.LeftByDate+"|"+rec.ID(), "must", dates.LeftByDate, "a record is left out for want of a date"
	it.Column, it.Heading, it.Reason = export.ColumnName(column), heading, why
	it.Fix = "Correct the date in the source system, and export again."
	return yield(it)
}

func (m *itemMaker) item(rec *record.Record, i int, o rules.Outcome) worklist.Item {
	rule := &m.result.Set.Rules[i]
	it := m.about(rec)
	it.Key, it.Severity, it.Rule, it.Title, it.Fix = rule.ID+"|"+rec.ID(), rule.Severity.String(), rule.ID, rule.Title, rule.Fix
	it.Reason = rec.Ethnicity.MaskIn(m.result.Message(i, rec, o), m.masker.Mask)
	if o.Field >= 0 {
		m.cell(rec, m.result.Set.Catalogue.Field(int(o.Field)).Name, &it)
	}
	if rule.Kind == "considered" {
		m.consideration(rec, rule, &it)
	}
	if rule.ID == "ethnicity/valid-code" && rec.Ethnicity.Status == codes.EthnicityNotStated {
		declined(rec, &it)
	}
	return it
}

// declined words a line for a family that was asked and did not answer. It counts
// against the share of valid codes, and is nobody's fault: there is nothing to
// correct, unless nobody asked.
func declined(rec *record.Record, it *worklist.Item) {
	it.Severity = rules.Info.String()
	it.Reason = "the family was asked for the ethnic category and gave none (Z, not stated)"
	it.Fix = "Respect the answer: there is nothing to correct, and the family need not be asked again. Only if nobody asked, ask, or enter 99."
}

// about fills in whose record it is and where it stands.
func (m *itemMaker) about(rec *record.Record) worklist.Item {
	return worklist.Item{Record: rec.ID(), Case: cases.ID(rec.Case), Source: rec.Source(), Organisation: m.result.Organisations[rec.Organisation],
		Team: m.result.Team(rec), File: rec.Sheet.File, Sheet: rec.Sheet.Name, Row: int(rec.Row)}
}

// cell names the column that the finding is about, and its value unless the field
// identifies somebody.
func (m *itemMaker) cell(rec *record.Record, name string, it *worklist.Item) {
	i, heading, column := m.columnOf(rec, name)
	if column == 0 {
		return
	}
	it.Column, it.Heading = export.ColumnName(column), heading
	if f := m.fields[m.result.Reader().Catalogue.Fields()[i].Name]; f.Shown() && f.Kind != field.Date {
		if text, state := rec.Text(i); state == incidents.Present {
			it.Value = m.masker.Mask(text)
		}
	}
}

// columnOf finds the first column of the record's sheet that a field is worked out of.
func (m *itemMaker) columnOf(rec *record.Record, name string) (field int, heading string, column int) {
	for _, from := range intake.WorkedOutOf(name) {
		field = m.result.Reader().Catalogue.Index(from)
		if heading, column = rec.Sheet.Heading(field); column > 0 {
			break
		}
	}
	return field, heading, column
}

// consideration shows what was read: the label, the quotes and the reason.
func (m *itemMaker) consideration(rec *record.Record, rule *rules.Rule, it *worklist.Item) {
	ev := m.result.Evidence(rec)
	for _, d := range record.Dimensions() {
		if rule.ID != "equity/"+d.String()+"-considered" {
			continue
		}
		v := rec.View(d)
		it.Dimension, it.Label, it.Review = d.String(), m.result.DecisionWord(v.Label), true
		var quotes []string
		for _, q := range ev.Quotes[d] {
			quotes = append(quotes, q.Text)
		}
		if v.Basis != record.ByText && m.result.InOtherSense(rec, d) {
			quotes = nil // blood cultures bear nothing out, and contradict no answer
		}
		it.Quote = strings.Join(quotes, " [...] ")
		if r := basisWords(v, ev.Reasons[d]); r != "" {
			it.Reason += " (" + r + ")"
		}
		if m.result.Outweighed(rec, d) {
			it.Reason += "; an answer in the export goes before a decision made here, so if it is wrong mend it there"
		}
		if v.Check {
			it.Reason += "; please read it yourself"
		}
	}
}

// basisWords says what a label rests on. What the text was read for explains a
// label only where the text decided it, not where an answer or a reader did.
func basisWords(v record.View, text string) string {
	switch {
	case v.Label == record.Absent:
		return ""
	case v.Basis == record.ByAnswer:
		return "by the answer in the export"
	case v.Basis == record.ByReview:
		return "by a completed proforma"
	}
	return text
}

func findingItem(f finding.Finding) worklist.Item {
	reason := f.What
	if f.Text != "" {
		reason = fmt.Sprintf("%q %s", f.Text, f.What)
	}
	return worklist.Item{Key: fmt.Sprintf("%s|%s|%s|%d|%d", f.ID, f.File, f.Sheet, f.Row, f.Column), Severity: "should", Rule: f.ID, Title: "a cell or row could not be read as it stands",
		File: f.File, Sheet: f.Sheet, Row: f.Row, Column: export.ColumnName(f.Column), Heading: f.Heading, Value: f.Text, Reason: reason, Fix: f.Hint}
}

// candidates asks a person whether two records tell of one event.
func (m *itemMaker) candidates(yield func(worklist.Item) bool) bool {
	for _, l := range m.result.Candidates {
		a, b := m.result.Records[l.A], m.result.Records[l.B]
		it := m.about(a)
		it.Key, it.Severity, it.Rule = "link/confirm|"+a.ID()+"|"+b.ID(), "info", "link/confirm"
		it.Title, it.Reason = "two records may tell of one event", m.result.LinkWords(l)+"; the other record is "+b.ID()
		it.Fix = "If they are one event, enter the reference of one in the other's system. If not, decide \"not ours\"."
		if !yield(it) {
			return false
		}
	}
	return true
}

// conflicts lists cases whose records give valid ethnic categories that differ.
// Nothing is overwritten: a person decides which is right.
func (m *itemMaker) conflicts(yield func(worklist.Item) bool) {
	for n := 1; n <= m.result.Cases.Total; n++ {
		v := m.result.View(n)
		if !v.Conflict || len(v.Records) < 2 {
			continue
		}
		var said []string
		for _, rec := range v.Records {
			if rec.Ethnicity.Code != "" {
				said = append(said, rec.ID()+" says "+rec.Ethnicity.Code)
			}
		}
		it := m.about(v.Records[0])
		it.Key, it.Severity, it.Rule = "link/ethnicity-differs|"+v.Records[0].ID(), "must", "link/ethnicity-differs"
		it.Title, it.Reason = "records of one event give different ethnic categories", strings.Join(said, "; ")
		it.Fix = "Ask the family or look at the maternity record, and correct the system that is wrong."
		if !yield(it) {
			return
		}
	}
}
