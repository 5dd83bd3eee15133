package link

import (
	"cmp"
	"strconv"
	"strings"
)

// Reason is the kind of evidence behind a pair of records.
type Reason uint8

// The reasons for a link, strongest first, then those that only make a candidate.
const (
	SameReference     Reason = iota + 1 // two records of one system under one reference
	NamesReference                      // A names the reference of B
	SharedCitation                      // both name the same reference of a third system
	SiblingReference                    // two reviews under one number, of two babies
	SamePerson                          // the same NHS number and near dates
	SameHospitalNo                      // the same hospital number in one organisation and near dates
	SiblingSamePerson                   // two reviews of two babies of one mother, and near dates

	DoubtedDates      // a reference agrees, the dates are far apart
	DoubtedPlace      // a reference agrees, the organisations differ
	PlaceUnknown      // a reference that each organisation deals out by itself, and an organisation is missing
	DoubtedPerson     // a reference agrees, the persons differ
	WideReference     // the reference is named by many records, or the record names many
	WithinSource      // a record names another of its own system
	SeveralOwners     // the reference belongs to records of several organisations
	NamedBesides      // a reference agrees, but the case already has another record of that system, of another day
	SourceTaken       // the same person, but the case already has another record of that system
	SeveralNear       // another record of that system is as near
	NoDate            // the same person, but a date is missing
	PossibleDuplicate // two records of one system: the same person and day
	SameMothersBirth  // the same organisation, mother's date of birth and near dates
	SameCircumstances // the same organisation and day, and traits that agree
	TooLarge          // the case would grow beyond what one event can be
	reasonEnd
)

// Joins reports whether the reason by itself makes one case of two records.
func (r Reason) Joins() bool { return r >= SameReference && r <= SiblingSamePerson }

// Named reports a doubt about a reference that somebody entered.
func (r Reason) Named() bool { return r >= DoubtedDates && r <= NamedBesides }

// A Link is a pair of records and why they belong, or may belong, together. In
// NamesReference and WithinSource A names B.
type Link struct {
	A, B   int32
	Reason Reason
	baby   uint8 // the higher of their babies' numbers
	Days   int16 // between their nearest dates; -1 where one has no date
}

// Words tells the reason in one clause, without any reference, number or date.
func (l Link) Words(records []Record) string {
	a, b := records[l.A].Source.String(), records[l.B].Source.String()
	return reasonWords(l.Reason, a, b) + daysWords(int(l.Days))
}

// Doubt tells why a reference that was entered made no case, in one clause.
func (l Link) Doubt() string {
	return strings.TrimPrefix(doubts[l.Reason], "a reference agrees, but ") + daysWords(int(l.Days))
}

func reasonWords(r Reason, a, b string) string {
	switch r {
	case SameReference:
		return "two " + a + " records have the same reference"
	case NamesReference:
		return "the " + a + " record names the " + b + " reference"
	case SharedCitation:
		return "the " + a + " and " + b + " records name the same reference"
	case SamePerson:
		return "the " + a + " and " + b + " records have the same NHS number"
	case SiblingReference, SiblingSamePerson:
		return "two " + a + " reviews are of two babies of one mother"
	case SameHospitalNo:
		return "the " + a + " and " + b + " records have the same hospital number in one organisation"
	}
	return "the " + a + " and " + b + " records: " + doubts[r]
}

var doubts = [reasonEnd]string{
	DoubtedDates:      "a reference agrees, but the dates are far apart",
	DoubtedPlace:      "a reference agrees, but the organisations differ",
	PlaceUnknown:      "a reference agrees, but which organisation it belongs to is not known",
	DoubtedPerson:     "a reference agrees, but what is known of the person does not",
	WideReference:     "a reference that many records name, or a record that names many, proves little",
	WithinSource:      "one names the reference of the other in the same system",
	SeveralOwners:     "the reference named belongs to records of several organisations",
	NamedBesides:      "a reference agrees, but the case already has another record of that system, of another day",
	SourceTaken:       "the same person, but the case already has another record of that system",
	SeveralNear:       "the same person, but another record of that system is as near in time",
	NoDate:            "the same person, but a date is missing",
	PossibleDuplicate: "one system, the same person and day: the same event twice, or two events",
	SameMothersBirth:  "the same organisation and mother's date of birth",
	SameCircumstances: "the same organisation and day, and what is known of the event agrees",
	TooLarge:          "the case would hold more records than one event is likely to have",
}

func daysWords(days int) string {
	switch days {
	case -1:
		return "; a date is missing"
	case 0:
		return "; same day"
	case 1:
		return "; 1 day apart"
	}
	return "; " + strconv.Itoa(days) + " days apart"
}

func (g *grouping) link(a, b int32, r Reason, days int) Link {
	if days == unknownDays {
		days = -1
	}
	return Link{A: a, B: b, Reason: r, Days: int16(min(days, 1<<15-1)), baby: max(g.number[a], g.number[b])}
}

// order is a total order of links: strongest first, then nearest in time, then the
// first baby, then by place in the input.
func order(l, m Link) int {
	switch {
	case l.Reason != m.Reason:
		return cmp.Compare(l.Reason, m.Reason)
	case l.Days != m.Days:
		return cmp.Compare(uint16(l.Days), uint16(m.Days)) // unknown, -1, comes last
	case l.baby != m.baby:
		return cmp.Compare(l.baby, m.baby)
	}
	return l.place(m)
}

// place orders links by the places of their records in the input.
func (l Link) place(m Link) int {
	x, y := uint64(min(l.A, l.B))<<32|uint64(max(l.A, l.B)), uint64(min(m.A, m.B))<<32|uint64(max(m.A, m.B))
	switch {
	case x != y:
		return cmp.Compare(x, y)
	case l.A != m.A:
		return cmp.Compare(l.A, m.A)
	}
	return cmp.Compare(l.Reason, m.Reason)
}
