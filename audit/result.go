package audit

import (
	"siequity/audit/link"
	"siequity/audit/measure"
	"siequity/audit/register"
	"siequity/audit/worklist"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
	"siequity/rules/codes"
)

// A Result is all that the outputs of an audit are made of.
type Result struct {
	Config        Config
	Set           *rules.Set
	Inputs        []*Opened
	Unread        []string // inputs that could not be read at all, by name
	Sheets        []SheetCount
	Records       []*Record // every record that has a line, in the order of files and rows
	Cases         Cases
	Links         []link.Link // why records were put together, by index of Records
	Candidates    []link.Link // pairs that a person should confirm
	Organisations []string
	Periods       []string
	Themes        []rules.Theme
	Options       codes.Options // how ethnicity was read and grouped
	Vintage       int           // of the index of deprivation
	AsOf          field.Day
	Book          *measure.Book
	Registers     *register.Registers
	Findings      []Finding
	Fields        []FieldCount

	readings  *readings
	book      *fieldbook
	evidence  evidence
	numbering *numbering
	remarks   map[*incidents.Record]string // reasons for leaving out that have words of their own
	owners    map[string][]*Record         // by folded reference; made on first use
	lostDates map[*incidents.Sheet]lostCount
	decisions map[worklist.Subject]worklist.Decision // see Decisions
	reviews   reviews
}

// references finds records in scope by any reference that they carry.
func (r *Result) references() map[string][]*Record {
	if r.owners == nil {
		r.owners = r.byReference()
	}
	return r.owners
}

// shownOrganisation brings another name of a trust to the one that is shown.
func (r *Result) shownOrganisation(name string) string { return r.numbering.shown(name) }

// A FieldCount says how well one field of one sheet is filled, over the records
// in scope.
type FieldCount struct {
	Source, File, Sheet string
	Field, Title        string
	Records             int // in scope
	Filled              int
	Unreadable          int
	Absent              bool // the sheet has no such column
	// Lost counts records that were left out for want of this date. They are among
	// Records; an impossible date is among Unreadable.
	Lost int
}

// Reader gives the texts and catalogue that records refer to.
func (r *Result) Reader() *incidents.Reader { return r.evidence.reader }

// LeftOut gives the reason for leaving a record out, "" for one in scope. own says
// that the words come from the export, and have to be masked.
func (r *Result) LeftOut(rec *Record) (why string, own bool) {
	if s := r.remarks[rec.Record]; s != "" {
		return s, true
	}
	return rec.Why(), false
}

// Outcomes judges one record again. Verdicts are not kept: a million records
// would hold forty million of them, and each takes a millionth of a second.
func (r *Result) Outcomes(rec *Record, into []rules.Outcome) []rules.Outcome {
	return r.Set.Eval(bound{rec, r.book}, ruleDay(r.AsOf), into)
}

// Message words one outcome of a record.
func (r *Result) Message(rule int, rec *Record, o rules.Outcome) string {
	return r.Set.Message(rule, bound{rec, r.book}, o)
}

// Evidence gives the masked quotes of a record.
func (r *Result) Evidence(rec *Record) Evidence { return r.evidence.of(rec) }

// View puts the records of case n together.
func (r *Result) View(n int) CaseView { return r.view(n) }

// Team gives who should mend the record: its team or what stands in for it, such as
// a care group, division, site or location, or else its organisation.
func (r *Result) Team(rec *Record) string {
	for _, f := range r.readings.fields.teams {
		if text, state := rec.Text(f); state == incidents.Present {
			return text
		}
	}
	return r.Organisations[rec.Organisation]
}

// PeriodsOutside lists the quarters of the records that were left out only because
// they are of another period, in order.
func (r *Result) PeriodsOutside() []string {
	seen := map[string]bool{}
	for _, rec := range r.Records {
		if name := r.Periods[rec.Period]; rec.Left == incidents.OutsidePeriod && name != "" {
			seen[name] = true
		}
	}
	return sorted(seen)
}
