package audit

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/dates"
	"siequity/audit/decision"
	"siequity/audit/evidence"
	"siequity/audit/fieldbook"
	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/audit/link"
	"siequity/audit/measure"
	"siequity/audit/organisation"
	"siequity/audit/reading"
	"siequity/audit/record"
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
	Inputs        []*intake.Opened
	Unread        []string // inputs that could not be read at all, by name
	Sheets        []intake.SheetCount
	Records       []*record.Record // every record that has a line, in the order of files and rows
	Cases         cases.Cases
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
	Findings      []finding.Finding
	Fields        []FieldCount

	readings   *reading.Readings
	book       *fieldbook.Book
	evidence   evidence.Store
	reader     *incidents.Reader
	numbering  *organisation.Names
	remarks    map[*incidents.Record]string // reasons for leaving out that have words of their own
	owners     map[string][]*record.Record  // by folded reference; made on first use
	panelCases []int32                      // by line of the panel register, the case reviewed
	dates      *dates.Dates
	decisions  *decision.Decisions
}

// references finds records in scope by any reference that they carry.
func (r *Result) references() map[string][]*record.Record {
	if r.owners == nil {
		r.owners = r.readings.ByReference(r.Records)
	}
	return r.owners
}

// sheets lists the sheets that were read.
func (r *Result) sheets() []*incidents.Sheet {
	var out []*incidents.Sheet
	for _, s := range r.Sheets {
		out = append(out, s.Sheet)
	}
	return out
}

// counting gives what is counted of the run.
func (r *Result) counting() *count.Counting {
	return &count.Counting{Records: r.Records, Cases: &r.Cases, Set: r.Set, Organisations: r.Organisations, Periods: r.Periods, Themes: r.Themes, Options: r.Options,
		Registers: r.Registers, AsOf: r.AsOf, Readings: r.readings, PanelCases: r.panelCases, Shown: r.shownOrganisation, Workers: workers(r.Config)}
}

// organisation names the organisation of a record as it is shown.
func (r *Result) organisation(rec *record.Record) string { return r.Organisations[rec.Organisation] }

// shownOrganisation brings another name of a trust to the one that is shown.
func (r *Result) shownOrganisation(name string) string { return r.numbering.Shown(name) }

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
func (r *Result) Reader() *incidents.Reader { return r.reader }

// LeftOut gives the reason for leaving a record out, "" for one in scope. own says
// that the words come from the export, and have to be masked.
func (r *Result) LeftOut(rec *record.Record) (why string, own bool) {
	if s := r.remarks[rec.Record]; s != "" {
		return s, true
	}
	return rec.Why(), false
}

// Outcomes judges one record again. Verdicts are not kept: a million records
// would hold forty million of them, and each takes a millionth of a second.
func (r *Result) Outcomes(rec *record.Record, into []rules.Outcome) []rules.Outcome {
	return r.Set.Eval(r.book.Of(rec), record.RuleDay(r.AsOf), into)
}

// Message words one outcome of a record.
func (r *Result) Message(rule int, rec *record.Record, o rules.Outcome) string {
	return r.Set.Message(rule, r.book.Of(rec), o)
}

// Evidence gives the masked quotes of a record.
func (r *Result) Evidence(rec *record.Record) record.Evidence { return r.evidence.Of(rec) }

// InOtherSense reports that the text of a record has a word of the dimension in another
// sense only, such as blood cultures.
func (r *Result) InOtherSense(rec *record.Record, d record.Dimension) bool {
	return evidence.Unpack(rec.Heard)[d].Mention == record.InOtherSense
}

// View puts the records of case n together.
func (r *Result) View(n int) cases.View { return r.Cases.View(n) }

// LinkWords tells why two records were put together, without any identifier.
func (r *Result) LinkWords(l link.Link) string { return cases.LinkWords(r.Records, l) }

// Team gives who should mend the record: its team or what stands in for it, such as
// a care group, division, site or location, or else its organisation.
func (r *Result) Team(rec *record.Record) string {
	return cmp.Or(r.readings.Team(rec), r.Organisations[rec.Organisation])
}

// LostByDate says why a record was left out although it may belong to the period:
// its date is missing or cannot be, and its other dates do not speak against it.
func (r *Result) LostByDate(rec *record.Record) (why string, column int, heading string, ok bool) {
	return r.dates.LostByDate(rec)
}

// Decisions are those of the earlier worklist, each with the organisation that the
// exports give for its record. One that names none, where records of several bear
// the number, is kept for nobody.
func (r *Result) Decisions() map[worklist.Subject]worklist.Decision { return r.decisions.Settled() }

// Unlooked reports records whose deprivation is not known only because the files to look
// it up in were not given.
func (r *Result) Unlooked() bool {
	return slices.ContainsFunc(r.Records, func(rec *record.Record) bool { return rec.InScope() && rec.Place.Unlooked() })
}

// Outweighed reports a decision of a person that an answer of the export goes
// before: the answer is the investigators' own, and is mended where it stands.
func (r *Result) Outweighed(rec *record.Record, d record.Dimension) bool {
	return r.decisions.Outweighed(rec, d)
}

// Asks reports whether the worklist asks about a failure of a record. What is asked of a
// case is asked once, of the record that answers for it.
func (r *Result) Asks(rule int, rec *record.Record) bool {
	records := r.Cases.Records(int(rec.Case))
	if !r.Set.Rules[rule].PerCase || len(records) < 2 {
		return true
	}
	said := make([]rules.Outcome, len(records))
	for i, other := range records {
		said[i] = r.Outcomes(other, nil)[rule]
	}
	return records[cases.Answering(records, said)] == rec
}

// Accepted reports whether a person accepted a failure as an exception. It stays
// on the list and in the measures, and does not fail a run.
func (r *Result) Accepted(rule string, rec *record.Record) bool {
	return r.decisions.Accepted(rule, rec)
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
	return slices.Sorted(maps.Keys(seen))
}

// ThemeNames lists the IDs of the themes in a bit set.
func (r *Result) ThemeNames(set uint64) []string {
	out := []string{}
	for ; set != 0; set &= set - 1 {
		out = append(out, r.Themes[bits.TrailingZeros64(set)].ID)
	}
	return out
}

// DecisionWord gives the word of the worklist's list that means a label.
func (r *Result) DecisionWord(l record.Label) string { return decision.Word(l) }
