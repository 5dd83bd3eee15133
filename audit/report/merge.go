package report

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/rules"
	"siequity/rules/codes"
)

// NewMergedPack makes the LMNS's pack of trusts' submissions. The rule set is
// that of this version: it words the measures; the verdicts were given by the
// trusts' own runs.
func NewMergedPack(ctx context.Context, s Submission, set *rules.Set, o PackOptions) (*Pack, []finding.Finding, error) {
	f, err := mergedFacts(s, set)
	if err != nil {
		return nil, nil, err
	}
	p := &Pack{facts: f, opts: o, merged: &s}
	if err := p.protect(ctx); err != nil {
		return nil, nil, err
	}
	p.model = p.pages()
	return p, s.mismatches(), nil
}

// An EmptyMerge is returned when there is nothing to merge.
type EmptyMerge struct{}

// Error says so.
func (EmptyMerge) Error() string { return "the submissions hold no returns" }

func mergedFacts(s Submission, set *rules.Set) (facts, error) {
	current, _ := s.Current()
	if len(current) == 0 {
		return facts{}, EmptyMerge{}
	}
	b := s.Book()
	f := facts{title: "Quality Assurance Panel pack for the system", organisation: s.System, system: s.System, version: current[0].Version, vintage: current[0].Vintage,
		grouping: current[0].Grouping, book: b, set: set, organisations: b.Organisations(), periods: b.Periods(), sources: b.Sources(), packs: current[0].Packs}
	switch {
	case f.organisation == "" && len(f.organisations) == 1:
		f.organisation = f.organisations[0]
	case f.organisation == "":
		f.organisation = fmt.Sprintf("%d trusts", len(f.organisations))
	}
	f.period = strings.Join(distinctOf(current, func(r Return) string { return r.Period }), ", ")
	f.asOf = strings.Join(distinctOf(current, func(r Return) string { return r.AsOf }), ", ")
	f.options = optionsOf(f.grouping)
	return f, nil
}

// optionsOf finds the options that a submission names in words.
func optionsOf(grouping string) codes.Options {
	for _, g := range []codes.Grouping{codes.GroupingFive, codes.GroupingSixteen, codes.GroupingBAM} {
		for _, c := range []codes.Placement{codes.ChineseNHS2001, codes.ChineseCensus} {
			if o := (codes.Options{Chinese: c, Grouping: g}); o.Describe() == grouping {
				return o
			}
		}
	}
	return codes.Options{}
}

// mismatches reports what a reader must know before comparing the trusts: returns
// that were replaced, and returns made under other periods, vintages, groupings
// or rules.
func (s Submission) mismatches() []finding.Finding {
	current, _ := s.Current()
	out := s.replacements()
	check := func(id, what, hint string, values []string) {
		if len(values) > 1 {
			out = append(out, finding.Finding{ID: id, What: fmt.Sprintf("the trusts' returns differ in %s: %s", what, strings.Join(values, "; ")), Hint: hint})
		}
	}
	check("merge/periods", "their period", "ask for the same period from every trust", periodsAsked(current))
	check("merge/vintages", "the edition of the deprivation index", "ask every trust to use the same vintage", distinctOf(current, func(r Return) string { return fmt.Sprint(r.Vintage) }))
	check("merge/groupings", "how ethnic groups were formed", "ask every trust for the same grouping", distinctOf(current, func(r Return) string { return r.Grouping }))
	check("merge/rules", "the rules they were judged by", "ask every trust to use the same version and packs", distinctOf(current, rulesOf))
	return append(out, shared(current)...)
}

// periodsAsked lists the periods that trusts made returns for: one, where each trust
// made returns for the same, be they several.
func periodsAsked(current []Return) []string {
	of := map[string][]string{}
	var trusts, out []string
	for _, r := range current {
		for _, o := range r.Organisations {
			if of[o] == nil {
				trusts = append(trusts, o)
			}
			if !slices.Contains(of[o], r.Period) {
				of[o] = append(of[o], r.Period)
			}
		}
	}
	for _, o := range trusts {
		slices.Sort(of[o])
		out = append(out, strings.Join(of[o], ", "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func rulesOf(r Return) string {
	var names []string
	for _, p := range r.Packs {
		names = append(names, fmt.Sprintf("%s %s (%.8s)", p.Name, p.Version, p.SHA256))
	}
	return strings.Join(names, ", ")
}

// shared reports, once for each pair, returns that were made of the same file: a
// system's extract that each trust limited to itself, or cases that count twice.
// Returns for other days of one export have no case in common.
func shared(current []Return) []finding.Finding {
	var out []finding.Finding
	seen, said := map[string]Return{}, map[[2]string]bool{}
	for _, r := range current {
		for _, in := range r.Inputs {
			if o, twice := seen[in]; twice && !said[[2]string{o.ID, r.ID}] && !o.otherDays(r) {
				said[[2]string{o.ID, r.ID}] = true
				out = append(out, finding.Finding{ID: "merge/same-file", What: fmt.Sprintf("the returns of %s and %s share an export; if both count the same cases, these count twice",
					strings.Join(o.Organisations, ", "), strings.Join(r.Organisations, ", ")), Hint: "check that each trust limited it to itself (scope: organisations: in siequity.yaml)"})
			}
			seen[in] = r
		}
	}
	return out
}

func distinctOf(returns []Return, get func(Return) string) []string {
	var out []string
	for _, r := range returns {
		if v := get(r); !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}
