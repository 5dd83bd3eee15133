package audit

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/dates"
	"siequity/audit/decision"
	"siequity/audit/deprivation"
	"siequity/audit/evidence"
	"siequity/audit/fieldbook"
	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/audit/organisation"
	"siequity/audit/place"
	"siequity/audit/project"
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/audit/register"
	"siequity/incidents"
	"siequity/incidents/merge"
	"siequity/incidents/scope"
	"siequity/incidents/specialty"
	"siequity/pmrt"
	"siequity/rules"
	"siequity/rules/codes"
	"siequity/rules/narrative"
)

// Run reads the exports, applies the packs and returns all that the outputs need.
// It fails only if nothing can be read or a file that steers the run is wrong;
// every lesser fault becomes a Finding, and the run goes on.
func Run(ctx context.Context, cfg Config, w Watcher) (*Result, error) {
	in, err := intake.Open(ctx, cfg.Project, cfg.Inputs)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	lexicon, err := LoadTerms(cfg.Project.Terms)
	if err != nil {
		return nil, err
	}
	ear := evidence.NewEar(lexicon, cfg.Evidence, workers(cfg))
	rows, err := in.Read(ctx, workers(cfg), ear, w)
	if err != nil {
		return nil, err
	}
	r, err := newResult(cfg, in, rows, ear)
	if err != nil {
		return nil, err
	}
	r.gatherRecords(in, rows, ear)
	rows.Records = nil // the merged ones are kept, and memory is short
	w.Done("read")
	r.readings.Classify(r.Records, workers(r.Config))
	if err := r.locate(ctx, in); err != nil {
		return nil, err
	}
	w.Done("classified")
	in.Findings = append(in.Findings, r.link()...)
	in.Findings = append(in.Findings, r.assignRegisters()...)
	in.Findings = append(in.Findings, r.consider(lexicon)...)
	w.Done("linked")
	sources := intake.Sources()
	judged := count.Evaluate(r.Set, r.book, &r.Cases, record.RuleDay(r.AsOf), sources, cfg.Workers)
	w.Done("judged")
	r.Book = r.counting().Book(judged, sources)
	r.Fields = fieldCounts(r)
	r.Findings = append(append(in.Findings, r.aboutSheets()...), r.readings.HarmFindings(r.sheets(), r.Records)...)
	finding.Sort(r.Findings)
	return r, nil
}

// consider settles what the records and reports show of culture, ethnicity and
// language, and puts what people decided over it.
func (r *Result) consider(lexicon *narrative.Lexicon) []finding.Finding {
	found := r.evidence.ReadReports(r.Config.Project.Reports, lexicon, r.references)
	r.readings.Consider(r.Records, lexicon)
	r.evidence.StopReading()
	r.decisions = decision.New(r.Records, r.Organisations, r.numbering.Shown)
	found = append(found, r.decisions.Settle(r.Config.Decisions)...)
	r.decisions.Review()
	return append(found, r.decisions.ReviewSamples(r.Config.Samples)...)
}

func workers(cfg Config) int {
	if cfg.Workers > 0 {
		return min(cfg.Workers, evidence.MostWorkers)
	}
	return min(runtime.GOMAXPROCS(0), evidence.MostWorkers)
}

// newResult loads the packs against the fields that the sources have, and the
// registers.
func newResult(cfg Config, in *intake.Inputs, rows intake.Rows, ear *evidence.Ear) (*Result, error) {
	r := &Result{Config: cfg, Inputs: in.Files, Unread: in.Unread, Sheets: rows.Sheets, evidence: evidence.New(ear), reader: in.Reader}
	r.Options = codes.Options{Chinese: codes.Placement(cfg.Project.Ethnicity.Chinese), Grouping: codes.Grouping(cfg.Project.Ethnicity.Grouping), Local: cfg.Project.Ethnicity.Labels}
	if faults := r.Options.Check(); len(faults) > 0 {
		return nil, &project.Refusal{Name: cfg.Project.File, Faults: faults}
	}
	set, err := LoadRules(cfg.Project.Rules)
	if err != nil {
		return nil, err
	}
	r.Set, r.Themes = set, set.Themes
	themes, ids, err := themeMatcher(set.Themes, cfg.Project.Rules)
	if err != nil {
		return nil, err
	}
	r.readings = reading.New(in.Reader, r.Options, codes.Scheme(cfg.Project.Ethnicity.Scheme), themes, ids)
	r.readings.SchemeTable = schemeTable(set)
	r.book, err = fieldbook.New(in.Reader.Catalogue, in.Reader.Tables(), r.readings, r.organisation)
	if err != nil {
		return nil, err
	}
	r.Registers = register.Read(cfg.Project.Registers, cfg.Project.Births)
	in.Findings = append(in.Findings, aboutRegisters(r.Registers.Faults, in.Reader.Tables())...)
	in.Findings = append(in.Findings, withholdNames(r.Registers, in.Reader.Identifies)...)
	return r, nil
}

// gatherRecords makes the records of the run: rows merged, scope and suitability
// decided, organisations and periods numbered.
func (r *Result) gatherRecords(in *intake.Inputs, rows intake.Rows, ear *evidence.Ear) {
	number := organisation.New(in.Reader.Catalogue.Index("organisation"), in.Organisation, r.Config.Project)
	number.Survey(rows.Records)
	merged, alike := merge.Rows(in.Reader, rows.Records, ear, number.Owner)
	for _, f := range r.scope().Apply(in.Reader, merged) {
		in.Findings = append(in.Findings, finding.FromFault(f))
	}
	remarks := pmrt.Suitability(in.Reader.Catalogue, merged)
	r.remarks = remarks
	in.Findings = append(in.Findings, dates.DeathFindings(in.Reader.Catalogue, merged)...)
	slab := make([]record.Record, len(merged))
	r.Records = make([]*record.Record, len(merged))
	for i, m := range merged {
		rec := &slab[i]
		rec.Record = m
		number.Note(rec)
		r.Records[i] = rec
	}
	r.numbering = number
	r.Organisations, r.Periods = number.Settle(r.Records)
	r.limit(r.Config.Project.Scope.Organisations)
	in.Findings = append(in.Findings, r.numbering.Findings(r.Records, r.Organisations)...)
	r.dates = dates.New(in.Reader.Catalogue, r.Records, r.Config.Period, r.Config.AsOf)
	in.Findings = append(in.Findings, r.dates.Settle()...)
	r.AsOf = r.dates.AsOf
	in.Findings = append(in.Findings, r.aboutRepeats(alike)...)
	in.Findings = append(in.Findings, r.dates.EndFindings()...)
}

// limit leaves out the records of other organisations, where the project names
// some. Names are compared as they are shown, so that a code counts as its trust.
func (r *Result) limit(to []string) {
	if len(to) == 0 {
		return
	}
	wanted := map[string]bool{}
	for _, name := range to {
		wanted[r.numbering.Shown(name)] = true
	}
	for _, rec := range r.Records {
		if rec.InScope() && !wanted[r.Organisations[rec.Organisation]] {
			rec.Left = incidents.OtherOrganisation
		}
	}
}

func (r *Result) scope() scope.Scope {
	s := scope.New(r.Config.Period)
	p := r.Config.Project.Scope
	s.All = p.All
	s.Words = specialty.Own{Maternity: p.Terms, Others: p.Others, Only: p.Only}
	return s
}

// link makes cases of the records, and gives what a person should know of them.
func (r *Result) link() []finding.Finding {
	linked := cases.Link(r.readings, r.Records, r.Config.Project.Link.Days, r.Organisations)
	r.Cases, r.Links, r.Candidates = linked.Cases, linked.Links, linked.Candidates
	given := map[string]bool{}
	for _, s := range r.Sheets {
		given[s.Sheet.Table.Source] = given[s.Sheet.Table.Source] || s.Read > 0
	}
	return linked.Findings(given)
}

// locate gives the records their place on the index of deprivation.
func (r *Result) locate(ctx context.Context, in *intake.Inputs) error {
	p := r.Config.Project
	var directories []string
	if p.Postcodes != "" {
		directories = []string{p.Postcodes}
	}
	lookup, err := deprivation.Open(deprivation.Config{Vintage: Vintage(p.Vintage, p.IMD), IMD: p.IMD, Postcodes: directories})
	if err != nil {
		return fmt.Errorf("deprivation: %w", err)
	}
	r.Vintage = int(lookup.Vintage())
	placer := place.New(lookup, in.Reader, p.IMDColumn)
	if err := placer.Settle(ctx, r.Records, workers(r.Config), p.Postcodes != ""); err != nil {
		return fmt.Errorf("deprivation: %w", err)
	}
	in.Findings = append(in.Findings, placer.Findings()...)
	return nil
}

// Vintage settles the edition of the index: the one chosen; without a choice that
// of the only index given, which zero leaves to the look-up, else that of 2019.
func Vintage(chosen int, indexes []string) deprivation.Vintage {
	if chosen == 0 && len(indexes) != 1 {
		return deprivation.IMD2019
	}
	return deprivation.Vintage(chosen)
}

// themeMatcher makes the matcher of the packs' themes. A faulty one is of a pack of
// the user's own: those built in are proved.
func themeMatcher(themes []rules.Theme, packs []string) (*codes.Themes, []string, error) {
	defs := make([]codes.Theme, len(themes))
	ids := make([]string, len(themes))
	for i, t := range themes {
		ids[i] = t.ID
		defs[i] = codes.Theme{ID: t.ID, Title: t.Title, Include: t.Include, Exclude: t.Exclude}
	}
	m, faults := codes.NewThemes(defs)
	if len(themes) > 64 {
		faults = append(faults, fmt.Errorf("%d themes are more than the 64 that can be told apart", len(themes)))
	}
	if len(faults) > 0 {
		return nil, nil, &project.Refusal{Name: baseNames(packs), Faults: faults}
	}
	return m, ids, nil
}

func baseNames(paths []string) string {
	var out []string
	for _, p := range paths {
		out = append(out, filepath.Base(p))
	}
	return strings.Join(out, ", ")
}

func schemeTable(s *rules.Set) *rules.Table {
	at, _ := s.Catalogue.Index("scheme_year")
	for i := range s.Tables {
		if s.Tables[i].Key == at && len(s.Tables[i].Rows) > 0 {
			return &s.Tables[i]
		}
	}
	return nil
}
