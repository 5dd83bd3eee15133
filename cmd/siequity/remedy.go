package main

import (
	"fmt"

	"siequity/audit/dates"
	"siequity/audit/report"
	"siequity/incidents"
)

// remedyForNone says what to try when no record was used, "" if some were or nothing
// is known to try. Another period is no remedy where no date was read, or where most
// records were left out for another reason.
func remedyForNone(run report.RunRecord, period string, others []string) string {
	if run.Used > 0 {
		return ""
	}
	for _, f := range run.Findings {
		if f.ID == dates.NoDateColumn && period != "" {
			return "no column was taken for the date: name its heading under columns: in siequity.yaml"
		}
	}
	lead, all := leading(run.LeftOut)
	periods := otherPeriods(others)
	switch {
	case lead.Reason == incidents.OutsidePeriod.String() && periods != "":
		return periods
	case lead.Records > 0 && lead.Reason != incidents.OutsidePeriod.String():
		return whyNone(lead, all, periods)
	case period == "":
		return ""
	}
	return "run it again with --period all, to see which dates the files hold"
}

// leading gives the reason that left out most records, and how many all reasons did.
func leading(reasons []report.LeftOut) (lead report.LeftOut, all int) {
	for _, l := range reasons {
		all += l.Records
		if l.Records > lead.Records {
			lead = l
		}
	}
	return lead, all
}

// whyNone names the leading reason and what helps, with the periods worth trying.
func whyNone(lead report.LeftOut, all int, periods string) string {
	were := "were"
	if lead.Records == 1 {
		were = "was"
	}
	s := fmt.Sprintf("%s of %s %s left out (%s): %s", thousands(lead.Records), thousands(all), were, lead.Reason, remedyFor(lead.Reason))
	if periods != "" {
		s += "; " + periods
	}
	return s
}

func remedyFor(reason string) string {
	switch reason {
	case incidents.NotMaternity.String():
		return "list the words that tell maternity under scope: terms: in siequity.yaml, or add the line scope: {all: true} there if the files hold maternity and neonatal care only"
	case incidents.OtherOrganisation.String():
		return "look at scope: organisations: in siequity.yaml"
	case incidents.Rejected.String():
		return "check the approval status in the source system"
	case incidents.DeLogged.String(), incidents.NotAccepted.String():
		return "check the status in the source system"
	case incidents.NoDate.String():
		return "siequity inspect FILE shows which column was taken for the date"
	}
	return "records.jsonl gives the reason for each"
}

// otherPeriods says which quarters the files hold beside the one asked for.
func otherPeriods(others []string) string {
	switch n := len(others); n {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("the files hold records of %s: run it again with --period %s", others[0], others[0])
	default:
		return fmt.Sprintf("the files hold records of %s to %s: run it again with one of these as --period, or with --period all", others[0], others[n-1])
	}
}
