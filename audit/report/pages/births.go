package pages

import (
	"fmt"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/report/release"
)

// hasBirths reports whether there are births by ethnic group to compare with.
func (m maker) hasBirths() bool {
	_, crossed := m.Table(release.Births)
	_, alone := m.Table(release.BirthsByGroup)
	return crossed || alone
}

// birthsRef names the births of an ethnic group, "" for all.
func (m maker) birthsRef(group string) disclosure.Ref {
	if _, crossed := m.Table(release.Births); crossed {
		return disclosure.Ref{Table: release.Births, Row: group}
	}
	return disclosure.Ref{Table: release.BirthsByGroup, Row: group}
}

// placeRef names the births of a quintile.
func (m maker) placeRef(quintile string) disclosure.Ref {
	if _, crossed := m.Table(release.Births); crossed {
		return disclosure.Ref{Table: release.Births, Col: quintile}
	}
	return disclosure.Ref{Table: release.BirthsByQuintile, Row: quintile}
}

func (m maker) birthsOf(group string) disclosure.Shown { return m.Plan().At(m.birthsRef(group)) }

// birthsNote says whose births they are and what was hidden in the register.
func (m maker) birthsNote() string {
	note := "Births as the births register gives them, whose ethnic group is as that source records it. Cases count the ethnic group of the mother, or of the person affected, as the incident systems record it: where the two differ, rates mislead."
	hidden := 0
	for _, e := range m.Book.CellsOf(count.TableBirthsHidden) {
		hidden += e.Count
	}
	if hidden > 0 {
		note += fmt.Sprintf(" In %d lines of the register the number was withheld; they add nothing here.", hidden)
	}
	return note
}
