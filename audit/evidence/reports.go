package evidence

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/document"
	"siequity/incidents/reference"
	"siequity/rules/masking"
	"siequity/rules/narrative"
)

// A Consideration is what one investigation report shows.
type Consideration struct {
	File     string
	Views    [record.DimensionCount]record.View
	Evidence record.Evidence
	Redacted string // the whole text, masked
	Notes    []finding.Finding
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
	e := Ear{masker: m}
	c.Evidence = e.quote(parts, found)
	for d, f := range found {
		c.Views[d] = viewOf(f)
	}
	c.Redacted = m.Mask(doc.Text)
	for _, n := range doc.Notes {
		c.Notes = append(c.Notes, finding.Finding{ID: "report/note", File: c.File, What: n.What, Hint: n.Hint})
	}
	return c, nil
}

// ReadReports reads the investigation reports of a folder and gives each to the
// record that its file name or first page names. A report that names none, or
// several records of different cases, is a finding: guessing whose it is would be
// worse than not reading it. Cases have to be known. Owners are the records in scope by each reference that
// they carry, folded; they are asked for only if there are reports.
func (e Store) ReadReports(dir string, lx *narrative.Lexicon, owners func() map[string][]*record.Record) []finding.Finding {
	if dir == "" {
		return nil
	}
	paths, err := reportFiles(dir)
	if err != nil {
		return []finding.Finding{{ID: NoReports, File: filepath.Base(dir), What: "the folder of reports cannot be read", Hint: "check --reports, or reports: in siequity.yaml"}}
	}
	known := owners()
	masker := masking.New(masking.Options{})
	var findings []finding.Finding
	for _, path := range paths {
		findings = append(findings, e.readReport(path, lx, masker, known)...)
	}
	return findings
}

// NoReports is the finding of a folder of reports that cannot be listed.
const NoReports = "report/folder"

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

func (e Store) readReport(path string, lx *narrative.Lexicon, m *masking.Masker, owners map[string][]*record.Record) []finding.Finding {
	name := filepath.Base(path)
	doc, err := document.Read(path)
	if err != nil {
		return []finding.Finding{{ID: "report/unreadable", File: name, What: reason(err), Hint: remedy(err)}}
	}
	rec, several := owner(document.References(name, doc.FirstPage), owners)
	switch {
	case several:
		return []finding.Finding{{ID: "report/several-records", File: name, What: "several records have the reference that its name or first page gives, so that nobody can tell whose report it is",
			Hint: "audit one trust at a time, or put a reference into the file name that only one record has"}}
	case rec == nil:
		return []finding.Finding{{ID: "report/no-record", File: name, What: "no record in scope has the reference that its name or first page gives",
			Hint: "put the record's reference into the file name, such as 2026-10432 report.docx"}}
	}
	parts := []narrative.Part{{Name: "report", Text: doc.Text}}
	found := lx.Read(parts)
	quoting := Ear{masker: m}
	e.addReport(rec, found, quoting.quote(parts, found))
	return nil
}

// owner gives the record that the first known reference names: the one whose own
// reference it is before those that only cite it. Records of several cases may bear a
// number or cite it, as those of two trusts may, and then it names none of them.
func owner(refs []string, owners map[string][]*record.Record) (rec *record.Record, several bool) {
	for _, ref := range refs {
		found := owners[reference.Fold(ref)]
		if len(found) == 0 {
			continue
		}
		bearing := slices.DeleteFunc(slices.Clone(found), func(r *record.Record) bool { return reference.Fold(r.Reference()) != reference.Fold(ref) })
		if len(bearing) > 0 {
			found = bearing
		}
		return found[0], slices.ContainsFunc(found, func(r *record.Record) bool { return r.Case != found[0].Case })
	}
	return nil, false
}

// addReport puts what a report shows beside what the export's own text showed;
// the greater label of each dimension stands, with its evidence.
func (e Store) addReport(rec *record.Record, found narrative.Reading, ev record.Evidence) {
	heard := Unpack(rec.Heard)
	merged := e.Of(rec)
	for d, f := range found {
		if v := viewOf(f); !stronger(heard[d], v) {
			heard[d] = v
			merged.Quotes[d], merged.Reasons[d] = ev.Quotes[d], ev.Reasons[d]
		}
	}
	rec.Heard = pack(heard) | incidents.Heard(uint64(rec.Heard)&^(heardText|1<<shelfShift-1))
	e.report[rec] = merged
}

// pack puts labels and doubts into a Heard.
func pack(views [record.DimensionCount]record.View) incidents.Heard {
	heard := uint64(heardText)
	for d, v := range views {
		heard |= uint64(v.Label) << (2 * d)
		if v.Check {
			heard |= 1 << (checkShift + d)
		}
		if v.Mention == record.InOtherSense {
			heard |= 1 << (senseShift + d)
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
