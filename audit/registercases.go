package audit

import (
	"fmt"
	"strconv"
	"strings"

	"siequity/audit/cases"
	"siequity/audit/fieldbook"
	"siequity/audit/finding"
	"siequity/audit/register"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// assignRegisters finds the case of every line of the registers that are about single
// cases, and hands the lines to the rules.
func (r *Result) assignRegisters() []finding.Finding {
	var out []finding.Finding
	assign := func(name string, lines []cases.Line) []int32 {
		if len(lines) == 0 {
			return nil
		}
		a := r.Cases.Assign(lines, r.references(), r.shownOrganisation)
		out = append(out, aboutAssigned(r.Registers.FileOf(name), a)...)
		return a.Of
	}
	meetings, at := meetingsOf(r.Registers.Panel)
	reviewed := assign("panel", meetings)
	r.panelCases = make([]int32, len(at))
	for i, m := range at {
		r.panelCases[i] = reviewed[m]
	}
	of := fieldbook.ByCase{Panel: r.panelCases, Sharing: assign("sharing", sharedLines(r.Registers.Sharing))}
	against := r.book.TakeRegisters(r.Registers, of, r.Options)
	return append(out, aboutContradictions(r.Registers.FileOf("sharing"), against)...)
}

// meetingsOf gathers the attendance register by meeting, and tells at which each line
// was. A column of that register says where a person works, so a meeting is of the
// trusts of those who did not come from outside.
func meetingsOf(panel []register.Attendee) (meetings []cases.Line, at []int) {
	type meeting struct {
		ref string
		on  field.Day
	}
	known := map[meeting]int{}
	at = make([]int, len(panel))
	for i, a := range panel {
		m := meeting{a.Case, a.Meeting}
		n, met := known[m]
		if !met {
			n = len(meetings)
			known[m], meetings = n, append(meetings, cases.Line{Case: a.Case, Row: a.Row})
		}
		if codes.ReadAnswer(a.External).Answer != codes.AnswerYes {
			meetings[n].Organisations = append(meetings[n].Organisations, a.Organisation)
		}
		at[i] = n
	}
	return meetings, at
}

func sharedLines(sharing []register.Sharing) []cases.Line {
	lines := make([]cases.Line, len(sharing))
	for i, s := range sharing {
		lines[i] = cases.Line{Case: s.Case, Organisations: []string{s.Organisation}, Row: s.Row}
	}
	return lines
}

// aboutAssigned reports the lines that are counted for no case.
func aboutAssigned(file string, a cases.Assigned) []finding.Finding {
	var out []finding.Finding
	tell := func(id string, rows []int, what, hint string) {
		if len(rows) > 0 {
			out = append(out, finding.Finding{ID: "register/" + id, File: file, Row: rows[0], What: fmt.Sprintf("%s: %d of the lines (%s); they are not used", what, len(rows), rowsNamed(rows)), Hint: hint})
		}
	}
	tell("several-records", a.Several, "the reference belongs to several cases, and the organisation does not tell which is meant", "name the trust of the case as the exports do, or use a reference that only one case has")
	tell("other-organisation", a.Elsewhere, "the reference belongs to a case of another organisation than the line names", "check the reference and the organisation")
	if len(a.None) > 0 {
		out = append(out, finding.Finding{ID: "register/no-record", File: file, What: fmt.Sprintf("lines about cases that are not among the records counted: %d (%s)", len(a.None), rowsNamed(a.None)),
			Hint: "nothing needs doing where they are of another period; else check the reference"})
	}
	return out
}

// aboutContradictions reports lines about one case of which one says that the learning
// was shared and another that it was not.
func aboutContradictions(file string, against []fieldbook.Contradiction) []finding.Finding {
	var out []finding.Finding
	for _, c := range against {
		out = append(out, finding.Finding{ID: "register/contradiction", File: file, Row: c.No,
			What: fmt.Sprintf("this line says that the learning was not shared with the %s, and row %d, about the same case, that it was; it counts as shared", c.With, c.Yes), Hint: "correct the line that is wrong"})
	}
	return out
}

// rowsNamed names the first rows of a list.
func rowsNamed(rows []int) string {
	var words []string
	for _, row := range rows[:min(len(rows), finding.MostRows)] {
		words = append(words, strconv.Itoa(row))
	}
	more := ""
	if n := len(rows) - len(words); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	if len(rows) == 1 {
		return "row " + words[0]
	}
	return "rows " + strings.Join(words, ", ") + more
}
