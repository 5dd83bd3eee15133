package worklist

import (
	"cmp"
	"slices"
	"strings"
)

// bySubject arranges decisions by their keys as the workbook gives them back.
func bySubject(all map[Subject]Decision) map[Subject]Decision {
	out := make(map[Subject]Decision, len(all))
	for _, s := range subjects(all) {
		out[Subject{keyOf(s.Key), keyOf(s.Organisation)}] = all[s]
	}
	return out
}

// subject finds what the decision about an item names: its organisation, or none.
func (b *book) subject(it *Item) Subject {
	s := Subject{it.Key, keyOf(it.Organisation)}
	if _, ok := b.doc.Decisions[s]; !ok {
		s.Organisation = ""
	}
	return s
}

// subjects lists what decisions are about, in order.
func subjects(all map[Subject]Decision) []Subject {
	var out []Subject
	for s := range all {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Subject) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(a.Organisation, b.Organisation))
	})
	return out
}

// notSeen gives the decisions whose items are not on the list.
func notSeen(all map[Subject]Decision, seen map[Subject]bool) []Subject {
	return slices.DeleteFunc(subjects(all), func(s Subject) bool { return seen[s] || all[s].Blank() })
}

// goneRows writes the decisions whose items are not on the list, on a sheet that
// the next run reads again.
func (b *book) goneRows() error {
	if len(b.gone) == 0 {
		return nil
	}
	columns := []column{{title: keyHeading, width: 60}, {title: ownerHeading, width: 18}, {title: statusHeading, width: 16}, {title: decisionHeading, width: 22},
		{title: noteHeading, width: 60}, {title: beforeHeading, role: hidden, width: 20}}
	owned := slices.ContainsFunc(b.gone, func(s Subject) bool { return s.Organisation != "" })
	if owned {
		columns = slices.Insert(columns, 1, column{title: ownersHeading, width: 24})
	}
	return b.addPlain(goneSheet, columns, len(b.gone), func(i int) []string {
		s := b.gone[i]
		d := b.doc.Decisions[s]
		row := []string{s.Key, d.Owner, d.Status, d.Decision, d.Note, d.pack()}
		if owned {
			row = slices.Insert(row, 1, s.Organisation)
		}
		return row
	})
}
