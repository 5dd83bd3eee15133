package audit

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/decision"
	"siequity/audit/evidence"
	"siequity/audit/record"
	"siequity/audit/sample"
	"siequity/rules"
)

// Frame lists the cases of the audit, or with records its records, as units that a
// sample may be drawn from. A case goes by the reference of its first record,
// which lasts from run to run; its number does not.
func (r *Result) Frame(records bool) []sample.Unit {
	var out []sample.Unit
	if records {
		for _, rec := range r.Records {
			if rec.InScope() {
				out = append(out, r.unit([]*record.Record{rec}))
			}
		}
		return toldApart(out)
	}
	for n := 1; n <= r.Cases.Total; n++ {
		out = append(out, r.unit(r.Cases.Records(n)))
	}
	return toldApart(out)
}

// toldApart adds the organisation to the ID of units that share it: the trusts of a
// system number their incidents alike, and a drawn case must be found again.
func toldApart(units []sample.Unit) []sample.Unit {
	times := map[string]int{}
	for _, u := range units {
		times[strings.ToLower(u.ID)]++
	}
	for i, u := range units {
		if times[strings.ToLower(u.ID)] > 1 {
			units[i].ID = decision.IDAt(u.ID, u.Organisation)
		}
	}
	return units
}

// unit describes one case: what its records say together, and what the tool found
// in them.
func (r *Result) unit(records []*record.Record) sample.Unit {
	v := r.Cases.ViewOf(records)
	first := records[0]
	u := sample.Unit{ID: first.ID(), Reference: first.Reference(), Organisation: r.Organisations[v.Organisation], Source: first.Source(), Ethnicity: v.Bucket,
		Harm: string(v.Harm), Kind: v.Kind, Period: r.Periods[v.Period], Themes: r.ThemeNames(v.Themes)}
	if u.Reference == "" {
		u.Reference = fmt.Sprintf("%s row %d", first.Sheet.File, first.Row)
	}
	if v.Place.Quintile > 0 {
		u.Quintile = fmt.Sprint(v.Place.Quintile)
	}
	u.Fails = r.failed(records)
	for d := range u.Findings {
		u.Findings[d] = r.finding(records, record.Dimension(d))
	}
	return u
}

// failed lists the rules that any record of the case fails, each once.
func (r *Result) failed(records []*record.Record) []string {
	var out []string
	var outcomes []rules.Outcome
	for _, rec := range records {
		outcomes = r.Outcomes(rec, outcomes)
		for i, o := range outcomes {
			if id := r.Set.Rules[i].ID; o.Verdict == rules.Fail && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return out
}

// finding gives the strongest label that any record of the case shows from its
// text, with the evidence. What people answered or decided is left out: a reader
// is asked to check the tool, not their own colleagues.
func (r *Result) finding(records []*record.Record, d record.Dimension) sample.Finding {
	best, from := record.Absent, (*record.Record)(nil)
	for _, rec := range records {
		if l := evidence.Unpack(rec.Heard)[d].Label; from == nil || l > best {
			best, from = l, rec
		}
	}
	f := sample.Finding{Label: sample.Label(best.String())}
	for _, q := range r.Evidence(from).Quotes[d] {
		f.Evidence = append(f.Evidence, q.Text)
	}
	return f
}
