package audit

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"siequity/audit/deprivation"
	"siequity/audit/project"
	"siequity/audit/register"
	"siequity/incidents"
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
	in, err := open(ctx, cfg)
	if err != nil {
		return nil, err
	}
	defer in.close()
	lexicon, err := loadTerms(cfg.Project.Terms)
	if err != nil {
		return nil, err
	}
	ear := newEar(lexicon, cfg.Evidence, workers(cfg))
	rows, err := read(ctx, cfg, in, ear, w)
	if err != nil {
		return nil, err
	}
	r, err := newResult(cfg, in, rows, ear)
	if err != nil {
		return nil, err
	}
	r.gatherRecords(in, rows, ear)
	rows.records = nil // the merged ones are kept, and memory is short
	w.Done("read")
	r.understand(in, lexicon)
	if err := r.locate(ctx, in); err != nil {
		return nil, err
	}
	w.Done("classified")
	in.findings = append(in.findings, r.link()...)
	w.Done("linked")
	sources := sourceNames(in.reader.Tables())
	judged := evaluate(r.Set, r.book, r.Records, ruleDay(r.AsOf), sources, cfg.Workers)
	w.Done("judged")
	r.count(judged, sources)
	r.Fields = fieldCounts(r)
	r.Findings = append(append(in.findings, r.aboutSheets()...), r.aboutHarm()...)
	sortFindings(r.Findings)
	return r, nil
}

// understand reads what the records and reports say, and puts what people decided
// over it.
func (r *Result) understand(in *inputs, lexicon *narrative.Lexicon) {
	r.readings.classify(r.Records, workers(r.Config))
	in.findings = append(in.findings, r.readReports(lexicon, r.Config.Evidence)...)
	r.readings.consider(r.Records, lexicon)
	r.evidence.ear.lexicon = nil // all is read, and memory is short
	in.findings = append(in.findings, r.settleDecisions()...)
	r.review()
}

func workers(cfg Config) int {
	if cfg.Workers > 0 {
		return cfg.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// newResult loads the packs against the fields that the sources have, and the
// registers.
func newResult(cfg Config, in *inputs, rows rows, ear *ear) (*Result, error) {
	r := &Result{Config: cfg, Inputs: in.files, Unread: in.unread, Sheets: rows.sheets, evidence: evidence{ear: ear, reader: in.reader, report: map[*Record]Evidence{}}}
	r.Options = codes.Options{Chinese: codes.Placement(cfg.Project.Ethnicity.Chinese), Grouping: codes.Grouping(cfg.Project.Ethnicity.Grouping), Local: cfg.Project.Ethnicity.Labels}
	if faults := r.Options.Check(); len(faults) > 0 {
		return nil, &BadProject{cfg.Project.File, faults}
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
	r.readings = newReadings(in.reader, r.Options, codes.Scheme(cfg.Project.Ethnicity.Scheme), themes, ids)
	r.readings.organisation = func(rec *Record) string { return r.Organisations[rec.Organisation] }
	r.readings.schemeTable = schemeTable(set)
	r.book, err = newFieldbook(in.reader.Catalogue, in.reader.Tables(), r.readings)
	if err != nil {
		return nil, err
	}
	r.Registers = register.Read(cfg.Project.Registers, cfg.Project.Births)
	in.findings = append(in.findings, aboutRegisters(r.Registers.Faults, in.reader.Tables())...)
	in.findings = append(in.findings, withholdNames(r.Registers, in.reader.Identifies)...)
	r.readings.registers = viewRegisters(r.Registers, r.Options)
	return r, nil
}

// gatherRecords makes the records of the run: rows merged, scope and suitability
// decided, organisations and periods numbered.
func (r *Result) gatherRecords(in *inputs, rows rows, ear *ear) {
	number := newNumbering(r.readings.fields.organisation, in.organisation, r.Config.Project)
	number.survey(rows.records)
	in.reader.Owner = number.owner
	merged := in.reader.Merge(rows.records, ear)
	scope := r.scope()
	for _, f := range scope.Apply(in.reader, merged) {
		in.findings = append(in.findings, fromFault(f))
	}
	remarks := pmrt.Suitability(in.reader.Catalogue, merged)
	r.remarks = remarks
	in.findings = append(in.findings, aboutDeaths(in.reader.Catalogue, merged)...)
	slab := make([]Record, len(merged))
	r.Records = make([]*Record, len(merged))
	for i, m := range merged {
		rec := &slab[i]
		rec.Record = m
		number.note(rec)
		r.Records[i] = rec
	}
	r.numbering = number
	r.Organisations, r.Periods = number.settle(r.Records)
	r.limit(r.Config.Project.Scope.Organisations)
	in.findings = append(in.findings, r.aboutOrganisations()...)
	in.findings = append(in.findings, r.settleAsOf()...)
	in.findings = append(in.findings, r.settleLost()...)
	in.findings = append(in.findings, r.aboutRepeats()...)
	in.findings = append(in.findings, r.aboutEnd()...)
}

// limit leaves out the records of other organisations, where the project names
// some. Names are compared as they are shown, so that a code counts as its trust.
func (r *Result) limit(to []string) {
	if len(to) == 0 {
		return
	}
	wanted := map[string]bool{}
	for _, name := range to {
		wanted[r.numbering.shown(name)] = true
	}
	for _, rec := range r.Records {
		if rec.InScope() && !wanted[r.Organisations[rec.Organisation]] {
			rec.Left = incidents.OtherOrganisation
		}
	}
}

func (r *Result) scope() incidents.Scope {
	s := incidents.NewScope(r.Config.Period)
	p := r.Config.Project.Scope
	s.All = p.All
	s.Words = specialty.Own{Maternity: p.Terms, Others: p.Others, Only: p.Only}
	return s
}

// locate gives the records their place on the index of deprivation.
func (r *Result) locate(ctx context.Context, in *inputs) error {
	p := r.Config.Project
	var directories []string
	if p.Postcodes != "" {
		directories = []string{p.Postcodes}
	}
	lookup, err := deprivation.Open(deprivation.Config{Vintage: Vintage(p.Vintage, p.IMD), IMD: p.IMD, Postcodes: directories})
	if err != nil {
		return fmt.Errorf("deprivation: %w", err)
	}
	vintage := lookup.Vintage()
	r.Vintage = int(vintage)
	place := placer{lookup: lookup, fields: r.readings.fields, texts: in.reader.Texts(), stated: p.IMDColumn, vintage: vintage}
	if err := place.place(ctx, r.Records, workers(r.Config), p.Postcodes != ""); err != nil {
		return fmt.Errorf("deprivation: %w", err)
	}
	in.findings = append(in.findings, place.findings...)
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

// A BadProject holds what is wrong with the choices of a project or of its packs.
type BadProject struct {
	Name   string // of the file, or files; "" for siequity.yaml
	Faults []error
}

// Error lists all faults, one to a line.
func (e *BadProject) Error() string {
	s := cmp.Or(e.Name, project.FileName) + ":"
	for _, f := range e.Faults {
		s += "\n  " + f.Error()
	}
	return s
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
		return nil, nil, &BadProject{Name: baseNames(packs), Faults: faults}
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

func loadTerms(files []string) (*narrative.Lexicon, error) {
	docs, err := readDocuments(files)
	if err != nil {
		return nil, err
	}
	var local []narrative.Document
	for _, d := range docs {
		local = append(local, narrative.Document{Name: d.Name, Text: []byte(d.Text)})
	}
	lx, err := narrative.Load(local...)
	if err != nil {
		return nil, &BadTerms{err}
	}
	return lx, nil
}
