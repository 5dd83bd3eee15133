package report

import (
	"context"
	"fmt"
	"io"
	"slices"

	"siequity/audit"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/finding"
	"siequity/audit/measure"
	"siequity/audit/organisation"
	"siequity/audit/report/layout"
	"siequity/audit/report/pages"
	"siequity/audit/report/release"
	"siequity/rules"
	"siequity/rules/codes"
)

// PackOptions are the choices of what is written.
type PackOptions struct {
	Disclosure string // profile: panel, lt5, nhse, hes
	Worklist   bool
	Password   string // of the worklist; empty leaves it open
}

// A Pack is everything that an audit, or a merge of submissions, gives out.
type Pack struct {
	facts   facts
	release *release.Release
	model   layout.Model
	result  *audit.Result     // nil for a merge
	merged  *Submission       // nil for an audit
	past    *measure.Book     // of earlier submissions, nil for none
	told    []finding.Finding // what a reader must know of them
	read    []FileRead        // beside the exports
	opts    PackOptions
}

// facts are what pages are made of: counts, and what one must know to read them.
// A trust's audit and a merge of submissions both come down to it.
type facts struct {
	title, organisation, system, period, asOf, version string
	vintage                                            int
	options                                            codes.Options
	grouping                                           string
	book                                               *measure.Book
	set                                                *rules.Set
	organisations, periods, sources                    []string
	packs                                              []PackUsed
}

// An UnsafePack is returned when small numbers could be worked out from what would
// be published. Nothing is written then.
type UnsafePack struct{ why string }

// Error says which tables are the cause.
func (e *UnsafePack) Error() string {
	return "the pack was not written: small numbers could be worked out from it. " + e.why
}

// Remedy says what to do.
func (e *UnsafePack) Remedy() string {
	return "audit a longer period, use --disclosure nhse, or use --disclosure panel for the panel's own eyes only"
}

// NewPack makes the pack of an audit.
func NewPack(ctx context.Context, r *audit.Result, o PackOptions) (*Pack, error) {
	p := &Pack{facts: factsOf(r), result: r, opts: o, read: alsoRead(r.Config)}
	var err error
	if p.past, p.told, err = history(r.Config.Project.History, r.Book, packsUsed(r)); err != nil {
		return nil, err
	}
	if err := p.protect(ctx); err != nil {
		return nil, err
	}
	p.model = p.pages()
	return p, nil
}

func factsOf(r *audit.Result) facts {
	f := facts{title: "Quality Assurance Panel pack", system: r.Config.Project.System, period: r.Config.Period.Name, asOf: r.AsOf.String(), version: r.Config.Version,
		vintage: r.Vintage, options: r.Options, grouping: r.Options.Describe(), book: r.Book, set: r.Set, organisations: r.Book.Organisations(), periods: r.Book.Periods(),
		sources: r.Book.Sources(), packs: packsUsed(r)}
	f.organisation = r.Config.Project.Organisation
	if f.organisation == "" && len(f.organisations) == 1 {
		f.organisation = f.organisations[0]
	}
	if f.organisation == "" {
		f.organisation = f.system
	}
	if f.organisation == "" {
		f.organisation = severalNames(f.organisations)
	}
	return f
}

// severalNames names many organisations in a title. Records whose organisation
// nobody states are of none of them, or of any.
func severalNames(all []string) string {
	named := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == organisation.Unstated })
	s := fmt.Sprintf("%d organisations", len(named))
	if len(named) == 1 {
		s = named[0]
	}
	if len(named) < len(all) {
		s += " and records whose organisation is not stated"
	}
	return s
}

// protect decides what may be shown, and attacks the decision.
func (p *Pack) protect(ctx context.Context) error {
	profile, err := disclosure.ProfileNamed(p.opts.Disclosure)
	if err != nil {
		return err
	}
	p.release, err = release.New(ctx, p.released(), profile)
	if err != nil {
		return &UnsafePack{err.Error()}
	}
	if report := p.release.Report(); !report.Safe {
		return &UnsafePack{report.Incomplete}
	}
	return nil
}

// released gives the facts as the pages want them, with what a merge mixes.
func (p *Pack) released() release.Facts {
	f := p.facts
	out := release.Facts{Title: f.title, Organisation: f.organisation, System: f.system, Period: f.period, AsOf: f.asOf, Version: f.version, Vintage: f.vintage, Options: f.options,
		Grouping: f.grouping, Book: f.book, Set: f.set, Organisations: f.organisations, Periods: f.periods, Sources: f.sources, Result: p.result, Vintages: p.vintages()}
	for _, k := range f.packs {
		out.Packs = append(out.Packs, release.PackUsed{Name: k.Name, Version: k.Version, SHA256: k.SHA256})
	}
	out.Past = p.past
	for _, n := range p.told {
		out.Notices = append(out.Notices, release.Capital(n.What)+".")
	}
	if p.merged == nil {
		return out
	}
	current, _ := p.merged.Current()
	out.RuleVersions = distinctOf(current, rulesOf)
	for _, n := range p.merged.mismatches() {
		out.Notices = append(out.Notices, release.Capital(n.What)+".")
	}
	return out
}

// vintages lists the editions of the index that the deprivation of records is of: an
// export's own decile may be of another than the one chosen. Without any deprivation
// those that were chosen.
func (p *Pack) vintages() []string {
	var out []string
	for _, v := range p.facts.book.Grid(count.TableVintage, measure.Place{}, measure.Dimension{}, measure.Dimension{}).Rows.Values {
		out = append(out, v.Key)
	}
	switch {
	case len(out) > 0:
	case p.merged == nil:
		out = append(out, fmt.Sprint(p.facts.vintage))
	default:
		current, _ := p.merged.Current()
		out = distinctOf(current, func(r Return) string { return fmt.Sprint(r.Vintage) })
	}
	slices.Sort(out)
	return out
}

// AuditNames lists the files of an audit's pack, so that a run can see before its
// work whether they are in the way.
func AuditNames(worklist bool) []string {
	names := []string{"qap.xlsx", "report.html", "tables.csv", "submission.json", "run.json"}
	if worklist {
		names = append(names, WorklistName)
	}
	return names
}

// MergeNames lists the files of a merge's pack.
func MergeNames() []string {
	return []string{"qap.xlsx", "report.html", "tables.csv", "submission.json"}
}

// WorklistName is the file that people fill in.
const WorklistName = "worklist.xlsx"

// Files lists what the pack writes.
func (p *Pack) Files() []File {
	files := []File{
		{"qap.xlsx", func(w io.Writer) error { return layout.Workbook(w, p.model) }},
		{"report.html", func(w io.Writer) error { return layout.HTML(w, p.model) }},
		{"tables.csv", func(w io.Writer) error { return layout.CSV(w, p.model) }},
	}
	if p.result != nil {
		files = append(files,
			File{"submission.json", func(w io.Writer) error { return NewSubmission(p.result).Write(w) }},
			File{"run.json", func(w io.Writer) error { return p.Run().Write(w) }})
		if p.opts.Worklist {
			files = append(files, File{WorklistName, func(w io.Writer) error { return Worklist(w, p.result, p.opts.Password) }})
		}
	}
	if p.merged != nil {
		files = append(files, File{"submission.json", func(w io.Writer) error { return p.merged.Write(w) }})
	}
	return files
}

func (p *Pack) pages() layout.Model { return pages.Make(p.release) }

// Model gives the pages, for the terminal.
func (p *Pack) Model() layout.Model { return p.model }

// Run tells how the pack came about.
func (p *Pack) Run() RunRecord {
	r := NewRunRecord(p.result, p.opts.Disclosure, p.read)
	r.Disclosure = p.release.Report()
	r.Findings = slices.Insert(slices.Clone(r.Findings), 0, p.told...)
	return r
}
