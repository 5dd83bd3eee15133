package count

import (
	"siequity/audit/fieldbook"
	"siequity/audit/measure"
	"siequity/audit/register"
	"siequity/incidents/field"
	"siequity/incidents/scope"
	"siequity/rules/codes"
)

// The counts that measures take from the registers, by the names that packs use.
// They are tallies too: pass for the numerator, fail for the rest of the
// denominator, so that submissions add up.
//
// registers counts them by organisation. A count of a register that was not given
// is not there at all, which is not the same as nought.
func (c *counter) registers() {
	g := c.result.Registers
	for i := range c.result.Set.Measures {
		m := &c.result.Set.Measures[i]
		if m.Per() != "register" {
			continue
		}
		for _, e := range registerEntries(g, m.Register.Numerator, c.result) {
			at := measure.Place{Organisation: c.organisation(e.organisation), Period: e.period}
			c.book.Tally(measure.TallyKey{Measure: m.ID, Place: at}, e.tally)
			if e.split != "" {
				c.book.Tally(measure.TallyKey{Measure: m.ID, Place: at, Split: e.split}, e.tally)
			}
		}
	}
}

// organisation brings a register's name of a trust to the one that is shown.
func (c *counter) organisation(name string) string {
	if name == "" && len(c.result.Organisations) == 1 {
		return c.result.Organisations[0]
	}
	return c.result.Shown(name)
}

type registerEntry struct {
	organisation, period string
	tally                measure.Tally
	split                string
}

// StaffSplit names the part of the training measure of one staff group.
func StaffSplit(group string) string { return "staff=" + group }

// registerEntries gives the entries of one count, in the order of the register.
func registerEntries(g *register.Registers, numerator string, r *Counting) []registerEntry {
	switch numerator {
	case "panel.attendees_with_ethnicity":
		return r.attendeeEntries()
	case "training.trained":
		return each(g.Training, func(t register.Training) registerEntry {
			return registerEntry{t.Organisation, quarter(t.On), measure.Tally{Pass: t.Trained, Fail: max(t.Eligible-t.Trained, 0)}, StaffSplit(t.StaffGroup)}
		})
	case "procedures.updated":
		return each(g.SOPs, func(s register.SOP) registerEntry {
			return registerEntry{s.Organisation, quarter(s.Updated), passIf(s.Updated > 0), ""}
		})
	case "actions.overdue":
		return overdue(g.Actions, r.AsOf)
	case "lessons.positive":
		return positive(g.Lessons)
	}
	return nil
}

func each[T any](list []T, entry func(T) registerEntry) []registerEntry {
	var out []registerEntry
	for _, x := range list {
		out = append(out, entry(x))
	}
	return out
}

func quarter(d field.Day) string { return scope.QuarterOf(d).Name }

func passIf(b bool) measure.Tally {
	if b {
		return measure.Tally{Pass: 1}
	}
	return measure.Tally{Fail: 1}
}

// attendeeEntries counts people at panels, all panels pooled and nobody named.
func (r *Counting) attendeeEntries() []registerEntry {
	var out []registerEntry
	for i, a := range r.Registers.Panel {
		if fieldbook.Attended(a.Attended) {
			valid := r.Options.Ethnicity(a.Ethnicity, codes.SchemeNHS2001).Status == codes.EthnicityValid
			out = append(out, registerEntry{r.panelOrganisation(i), quarter(a.Meeting), passIf(valid), ""})
		}
	}
	return out
}

// panelOrganisation gives the trust whose case a panel reviewed: an external
// member belongs to another trust, and to this panel all the same.
func (r *Counting) panelOrganisation(line int) string {
	n := r.PanelCases[line]
	if n == 0 {
		return ""
	}
	organisation, _ := r.Cases.Counted(r.Cases.Records(int(n)))
	return r.Organisations[organisation]
}

func overdue(actions []register.Action, asOf field.Day) []registerEntry {
	var out []registerEntry
	for _, a := range actions {
		if a.Completed == 0 {
			out = append(out, registerEntry{a.Organisation, "", passIf(a.Due > 0 && a.Due < asOf), ""})
		}
	}
	return out
}

func positive(lessons []register.Lesson) []registerEntry {
	var out []registerEntry
	for _, l := range lessons {
		if l.Positive {
			out = append(out, registerEntry{l.Organisation, quarter(l.On), measure.Tally{Pass: 1}, ""})
		}
	}
	return out
}
