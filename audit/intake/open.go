package intake

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"siequity/audit/finding"
	"siequity/audit/project"
	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/recognition"
	"siequity/incidents/source"
	"siequity/pmrt"
	"siequity/rules/masking"
)

// Tables lists the field tables of all sources.
func Tables() []field.Table { return append(source.Tables(), pmrt.Table()) }

// Sources lists the names of all sources.
func Sources() []string {
	var names []string
	for _, t := range Tables() {
		names = append(names, t.Source)
	}
	return names
}

// An Input is one file to read.
type Input struct {
	Path         string
	Pattern      bool // found by a pattern such as exports/*.csv, not named
	Organisation string
	Statement    incidents.Statement
}

// checkColumns refuses a project that maps a heading to a field that its source
// lacks, or that no source has where none is stated.
func checkColumns(p project.Project, tables []field.Table) error {
	var faults []error
	for _, in := range p.Inputs {
		for _, f := range leastFaults(in, tables) {
			faults = append(faults, fmt.Errorf("line %d: %w", in.Line, f))
		}
	}
	if faults != nil {
		return &project.Refusal{Name: p.File, Faults: faults}
	}
	return nil
}

// leastFaults checks an input against its source, or against the source that it
// fits best.
func leastFaults(in project.Input, tables []field.Table) []error {
	var least []error
	first := true
	for _, t := range tables {
		if in.Source != "" && in.Source != t.Source {
			continue
		}
		if found := t.Check(in.Columns); first || len(found) < len(least) {
			least, first = found, false
		}
	}
	return least
}

// An Opened is one input file with the sheets that were recognised in it.
type Opened struct {
	Input
	File   *export.File
	Sheets []*incidents.Sheet
	SHA256 string
	Size   int64

	repeated bool // another file that holds the same is read in its place
}

// Inputs are the files of a run, open.
type Inputs struct {
	Reader *incidents.Reader
	Files  []*Opened
	// organisation of every record of a sheet, where siequity.yaml states it
	Organisation map[*incidents.Sheet]string
	Findings     []finding.Finding
	Unread       []string // files that the user wants read and that could not be
}

// Close closes the files.
func (in *Inputs) Close() {
	for _, f := range in.Files {
		f.File.Close()
	}
}

// Open opens every file and recognises its sheets. A file that cannot be read is
// a finding; the others are still audited. With none left there is nothing to do.
func Open(ctx context.Context, p project.Project, files []Input) (*Inputs, error) {
	if err := checkColumns(p, Tables()); err != nil {
		return nil, err
	}
	in := &Inputs{Reader: incidents.NewReader(Tables()), Organisation: map[*incidents.Sheet]string{}}
	in.Reader.BornDead = pmrt.BornDead
	in.Reader.Identifies = NewIdentifier(masking.New(masking.Options{}))
	for _, i := range byName(files) {
		in.openFile(i)
	}
	if err := in.dropRepeats(ctx); err != nil {
		in.Findings = append(in.Findings, asFinding(err))
	}
	for _, o := range in.Files {
		if !o.repeated {
			in.recognise(o)
		}
	}
	in.Findings = append(in.Findings, in.idleColumns()...)
	in.numberSheets()
	if len(in.sheets()) == 0 {
		in.Close()
		return nil, nothingToRead(in.Findings)
	}
	return in, nil
}

func (in *Inputs) openFile(i Input) {
	f, err := export.Open(i.Path)
	if err != nil {
		in.Findings = append(in.Findings, asFinding(err))
		in.Unread = append(in.Unread, filepath.Base(i.Path))
		return
	}
	in.Files = append(in.Files, &Opened{Input: i, File: f})
}

// recognise finds the sheets of a file that are exports.
func (in *Inputs) recognise(o *Opened) {
	for _, fault := range o.File.Faults {
		in.Findings = append(in.Findings, finding.FromExport(fault))
	}
	for _, t := range o.File.Tables {
		in.openTable(o, t)
	}
	for _, s := range o.Sheets {
		in.Organisation[s] = o.Organisation
	}
	if len(o.Sheets) == 0 {
		if !o.Pattern { // a pattern may match what is no export
			in.Unread = append(in.Unread, o.File.Name)
		}
		in.Findings = append(in.Findings, finding.Finding{ID: "source/unknown", File: o.File.Name, What: "no sheet of this file has the headings of a known export",
			Hint: "run `siequity inspect` on it; it shows the headings found and a mapping block for siequity.yaml"})
	}
}

func (in *Inputs) openTable(o *Opened, t *export.Table) {
	seen, err := recognition.Look(in.Reader, t, o.Statement)
	if err != nil {
		in.Findings = append(in.Findings, asFinding(err))
		return
	}
	s := seen.Sheet(in.Reader, t, o.Statement, 0) // numbered when all are known
	if s == nil {
		return // a cover or criteria sheet; recognise speaks up when all are
	}
	o.Sheets = append(o.Sheets, s)
	in.Findings = append(in.Findings, clashes(s)...)
	in.Findings = append(in.Findings, notUsed(s, o.Statement.Columns, in.Reader.Tables())...)
	for _, err := range s.Table.Check(o.Statement.Columns) {
		in.Findings = append(in.Findings, finding.Finding{ID: "mapping/unknown-field", File: s.File, What: err.Error(),
			Hint: "`siequity inspect` lists the fields of each source"})
	}
}

// idleColumns reports the headings under columns: that no sheet of a file has. Where
// one entry of siequity.yaml stands for several files, one that has it is enough.
func (in *Inputs) idleColumns() []finding.Finding {
	var out []finding.Finding
	for _, o := range in.Files {
		if len(o.Sheets) == 0 {
			continue // said already, and no heading is known
		}
		for _, heading := range sortedKeys(o.Statement.Columns) {
			alike := func(p *Opened) bool {
				return p.Statement.Source == o.Statement.Source && maps.Equal(p.Statement.Columns, o.Statement.Columns) && p.hasHeading(heading)
			}
			if !slices.ContainsFunc(in.Files, alike) {
				out = append(out, finding.Finding{ID: "mapping/no-such-heading", File: o.File.Name, What: fmt.Sprintf("columns: names %q, and no column has that heading, so the entry does nothing", heading),
					Hint: "write the heading as the file has it; `siequity inspect` shows the headings"})
			}
		}
	}
	return out
}

func (o *Opened) hasHeading(heading string) bool {
	for _, s := range o.Sheets {
		if slices.ContainsFunc(s.Mapping.Columns, func(c field.Column) bool { return field.Fold(c.Heading) == field.Fold(heading) }) {
			return true
		}
	}
	return false
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// clashes reports two columns that claim one field.
func clashes(s *incidents.Sheet) []finding.Finding {
	var out []finding.Finding
	for _, c := range s.Mapping.Clashes {
		f := s.Table.Fields[c.Field]
		used, left := s.Mapping.Columns[c.First], s.Mapping.Columns[c.Column]
		out = append(out, finding.Finding{ID: "mapping/two-columns", File: s.File, Sheet: s.Name, Row: s.Header, Column: c.Column + 1, Heading: left.Heading,
			What: fmt.Sprintf("columns %s (%q) and %s (%q) both look like %q; only %s is used", export.ColumnName(c.First+1), used.Heading,
				export.ColumnName(c.Column+1), left.Heading, f.Title, export.ColumnName(c.First+1)),
			Hint: "say which one to use under columns: in siequity.yaml, and set the other to ignore"})
	}
	return out
}

func asFinding(err error) finding.Finding {
	var f export.Fault
	if errors.As(err, &f) {
		return finding.FromExport(f)
	}
	return finding.Finding{ID: "export/unreadable", What: err.Error()}
}

// A NothingToRead is returned when no input could be used. It holds the reasons.
type NothingToRead struct{ Findings []finding.Finding }

// Error gives the first reason.
func (e *NothingToRead) Error() string {
	if len(e.Findings) == 0 {
		return "no files were given"
	}
	return e.Findings[0].String()
}

func nothingToRead(fs []finding.Finding) error { return &NothingToRead{slices.Clone(fs)} }

// sum fingerprints the files, for run.json.
func (o *Opened) sum(ctx context.Context) error {
	var err error
	o.SHA256, o.Size, err = o.File.Sum(ctx)
	return err
}
