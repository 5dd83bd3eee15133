package audit

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"siequity/incidents"
	"siequity/incidents/document"
	"siequity/rules/masking"
	"siequity/rules/narrative"
)

// A Consideration is what one investigation report shows.
type Consideration struct {
	File     string
	Views    [dimensions]View
	Evidence Evidence
	Redacted string // the whole text, masked
	Notes    []Finding
}

// Consider reads one report: a docx, pdf, html, md or txt file.
func Consider(path string, lx *narrative.Lexicon, m *masking.Masker) (Consideration, error) {
	doc, err := document.Read(path)
	if err != nil {
		return Consideration{}, err
	}
	c := Consideration{File: filepath.Base(path)}
	parts := []narrative.Part{{Name: "report", Text: doc.Text}}
	found := lx.Read(parts)
	e := ear{masker: m}
	c.Evidence = e.quote(parts, found)
	for d, f := range found {
		c.Views[d] = View{Label: Label(f.Label), Check: f.Check}
		if f.Label != narrative.Absent {
			c.Views[d].Basis = ByText
		}
	}
	c.Redacted = m.Mask(doc.Text)
	for _, n := range doc.Notes {
		c.Notes = append(c.Notes, Finding{ID: "report/note", File: c.File, What: n.What, Hint: n.Hint})
	}
	return c, nil
}

// LoadTerms loads the terms of consideration, with the user's own files.
func LoadTerms(files []string) (*narrative.Lexicon, error) { return loadTerms(files) }

// readReports reads the investigation reports of a folder and gives each to the
// record that its file name or first page names. A report that names none, or
// several records of different cases, is a finding: guessing whose it is would be
// worse than not reading it.
func (r *Result) readReports(lx *narrative.Lexicon, keep bool) []Finding {
	dir := r.Config.Project.Reports
	if dir == "" {
		return nil
	}
	paths, err := reportFiles(dir)
	if err != nil {
		return []Finding{{ID: noReports, File: filepath.Base(dir), What: "the folder of reports cannot be read", Hint: "check --reports, or reports: in siequity.yaml"}}
	}
	owners := r.references()
	masker := masking.New(masking.Options{})
	var findings []Finding
	for _, path := range paths {
		findings = append(findings, r.readReport(path, lx, masker, owners)...)
	}
	return findings
}

// noReports is the finding of a folder of reports that cannot be listed.
const noReports = "report/folder"

func reportFiles(dir string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") && !strings.HasPrefix(d.Name(), "~$") {
			paths = append(paths, path)
		}
		return err
	})
	slices.Sort(paths)
	return paths, err
}

// byReference finds records in scope by any reference that they carry.
func (r *Result) byReference() map[string][]*Record {
	out := map[string][]*Record{}
	for _, rec := range r.Records {
		if !rec.InScope() {
			continue
		}
		for _, source := range referenceOrder {
			if text, state := rec.Text(r.readings.fields.references[source]); state == incidents.Present {
				out[caseKey(text)] = append(out[caseKey(text)], rec)
			}
		}
	}
	return out
}

func (r *Result) readReport(path string, lx *narrative.Lexicon, m *masking.Masker, owners map[string][]*Record) []Finding {
	name := filepath.Base(path)
	doc, err := document.Read(path)
	if err != nil {
		return []Finding{{ID: "report/unreadable", File: name, What: reason(err), Hint: remedy(err)}}
	}
	rec, several := owner(document.References(name, doc.FirstPage), owners)
	switch {
	case several:
		return []Finding{{ID: "report/several-records", File: name, What: "several records have the reference that its name or first page gives, so that nobody can tell whose report it is",
			Hint: "audit one trust at a time, or put a reference into the file name that only one record has"}}
	case rec == nil:
		return []Finding{{ID: "report/no-record", File: name, What: "no record in scope has the reference that its name or first page gives",
			Hint: "put the record's reference into the file name, such as 2026-10432 report.docx"}}
	}
	parts := []narrative.Part{{Name: "report", Text: doc.Text}}
	found := lx.Read(parts)
	e := ear{masker: m}
	r.addReport(rec, found, e.quote(parts, found))
	return nil
}

// owner gives the record that the first known reference names: the one whose own
// reference it is before those that only cite it. Two trusts may both have a
// DATIX number, and then it names neither.
func owner(refs []string, owners map[string][]*Record) (rec *Record, several bool) {
	for _, ref := range refs {
		found := owners[caseKey(ref)]
		if len(found) == 0 {
			continue
		}
		rec = found[0]
		own := 0
		for _, r := range found {
			if caseKey(r.Reference()) == caseKey(ref) {
				if own++; own == 1 {
					rec = r
				}
			}
		}
		return rec, own > 1
	}
	return nil, false
}

// addReport puts what a report shows beside what the export's own text showed;
// the greater label of each dimension stands, with its evidence.
func (r *Result) addReport(rec *Record, found narrative.Reading, ev Evidence) {
	heard := unpack(rec.Heard)
	merged := r.evidence.of(rec)
	for d, f := range found {
		if Label(f.Label) >= heard[d].Label {
			heard[d] = View{Label: Label(f.Label), Check: f.Check}
			merged.Quotes[d], merged.Reasons[d] = ev.Quotes[d], ev.Reasons[d]
		}
	}
	rec.Heard = pack(heard) | incidents.Heard(uint64(rec.Heard)&^(heardText|1<<shelfShift-1))
	r.evidence.report[rec] = merged
}

// pack puts labels and doubts into a Heard.
func pack(views [dimensions]View) incidents.Heard {
	heard := uint64(heardText)
	for d, v := range views {
		heard |= uint64(v.Label) << (2 * d)
		if v.Check {
			heard |= 1 << (checkShift + d)
		}
	}
	return incidents.Heard(heard)
}

func reason(err error) string {
	var r *document.Refusal
	if errors.As(err, &r) {
		return strings.TrimPrefix(r.Error(), filepath.Base(r.Path)+": ")
	}
	return fmt.Sprint(plainError(err))
}

func remedy(err error) string {
	var r *document.Refusal
	if errors.As(err, &r) {
		return r.Hint
	}
	return ""
}

// plainError takes the folder out of an error of the file system.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
