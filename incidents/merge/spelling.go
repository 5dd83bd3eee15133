package merge

import (
	"slices"

	"siequity/incidents"
	"siequity/incidents/reference"
)

// spellings parts the rows of one reference where a sheet spells it in several ways.
// A system that numbers its own records spells each number in one way, so W1 and W001
// of one sheet are two records; of two sheets they may be one, as a spreadsheet takes
// noughts off. The numbers of national systems are typed by hand into lists, and no
// two of them differ in noughts alone.
func spellings(group []*incidents.Record) [][]*incidents.Record {
	if s := group[0].Source(); s != "datix" && s != "lfpse" || alike(group) {
		return [][]*incidents.Record{group}
	}
	var parts [][]*incidents.Record
	at := map[string]int{}
	for _, r := range group {
		s := reference.Spelling(r.Reference())
		i, known := at[s]
		if !known {
			i = len(parts)
			at[s], parts = i, append(parts, nil)
		}
		parts[i] = append(parts[i], r)
	}
	for _, rows := range bySheet(group) {
		first := reference.Spelling(rows[0].Reference())
		if slices.ContainsFunc(rows, func(r *incidents.Record) bool { return reference.Spelling(r.Reference()) != first }) {
			return parts
		}
	}
	return [][]*incidents.Record{group}
}

// alike tells whether the rows write their reference letter by letter the same, as
// nearly all do.
func alike(group []*incidents.Record) bool {
	first := group[0].Reference()
	return !slices.ContainsFunc(group[1:], func(r *incidents.Record) bool { return r.Reference() != first })
}
