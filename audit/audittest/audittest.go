// Package audittest runs whole audits of invented files, for the tests of the rooms of
// an audit, and shows what came of them in short lines.
package audittest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"siequity/audit"
	"siequity/audit/cases"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/audit/record"
	"siequity/incidents/scope"
)

// A File is one invented file of a test: its name and its text.
type File [2]string

// Run runs an audit of the files, in a folder of their own.
func Run(t *testing.T, change func(c *audit.Config), files ...File) *audit.Result {
	t.Helper()
	dir := t.TempDir()
	c := audit.Config{Evidence: true, Project: project.Project{Dir: dir, Vintage: 2019, Link: project.Link{Days: -1}}}
	for _, f := range files {
		path := filepath.Join(dir, f[0])
		if err := os.WriteFile(path, []byte(f[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		c.Inputs = append(c.Inputs, intake.Input{Path: path})
	}
	if change != nil {
		change(&c)
	}
	r, err := audit.Run(context.Background(), c, audit.Nobody{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// In gives a run the period of that name, such as 2026/27-Q1.
func In(period string) func(c *audit.Config) {
	return func(c *audit.Config) { c.Period, _ = scope.ParsePeriod(period) }
}

// Told shows every record as one line: its ID and the parts that a case asks for.
func Told(r *audit.Result, parts string) string {
	var out []string
	for _, rec := range r.Records {
		line := rec.ID()
		for _, p := range strings.Fields(parts) {
			line += " " + ToldPart(r, rec, p)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// ToldPart shows one part of a record: left, org, date, period, harm, eth, imd, lang, con
// or case.
func ToldPart(r *audit.Result, rec *record.Record, part string) string {
	switch part {
	case "left":
		if why, _ := r.LeftOut(rec); why != "" {
			return "left out: " + why
		}
		return "used"
	case "org":
		return r.Organisations[rec.Organisation]
	case "date":
		return rec.When().String()
	case "period":
		return r.Periods[rec.Period]
	case "harm":
		return string(rec.Harm.Level())
	case "eth":
		return strings.TrimPrefix(rec.Ethnicity.Code+"/"+string(rec.Ethnicity.Status), "/")
	case "imd":
		return fmt.Sprintf("%s/%d/%d/%d", rec.Place.Status, rec.Place.Decile, rec.Place.Quintile, int(rec.Place.Vintage))
	case "lang":
		return strings.TrimPrefix(rec.Language.Tag+"/"+string(rec.Language.Status), "/")
	case "con":
		return ToldViews(rec)
	}
	return cases.ID(rec.Case)
}

// ToldViews shows the labels of culture, ethnicity and language with their basis,
// and a question mark where a person should look.
func ToldViews(rec *record.Record) string {
	var out []string
	for _, d := range record.Dimensions() {
		v := rec.View(d)
		s := v.Label.String()
		if v.Basis != record.NoBasis {
			s += ":" + v.Basis.String()
		}
		if v.Check {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// FoundIDs lists the findings by ID, in order, but for those that a test is not about.
func FoundIDs(r *audit.Result, besides ...string) string {
	var out []string
	for _, f := range r.Findings {
		if !slices.Contains(besides, f.ID) {
			out = append(out, f.ID)
		}
	}
	return strings.Join(out, " ")
}

// Lines joins a heading line and lines of one export.
func Lines(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

// FindingsOf shows the findings whose IDs begin with one of the prefixes, as "ID file:row".
func FindingsOf(r *audit.Result, prefixes ...string) []string {
	var out []string
	for _, f := range r.Findings {
		for _, p := range prefixes {
			if strings.HasPrefix(f.ID, p) {
				out = append(out, fmt.Sprintf("%s %s:%d", f.ID, f.File, f.Row))
			}
		}
	}
	return out
}
