package register

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"siequity/incidents/export"
)

// Read reads the registers that are given, by name, and the births file. A file
// that cannot be read is a fault and counts as not given, so that rules about it
// are unknown rather than failed, and so does one without an entry, as the templates
// are; the others are still read.
func Read(files map[string]string, births string) *Registers {
	g := &Registers{Given: map[string]bool{}}
	for _, f := range forms() {
		path := files[f.name]
		if f.name == "births" && births != "" {
			path = births
		}
		if path != "" {
			(&reader{form: f, name: filepath.Base(path), out: g, before: len(g.Faults)}).read(path)
		}
	}
	g.unknownNames(files)
	return g
}

// unknownNames reports registers that nothing here can read.
func (g *Registers) unknownNames(files map[string]string) {
	var unknown []string
	for name, path := range files {
		if _, ok := formNamed(name); !ok && path != "" {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	for _, name := range unknown {
		g.Faults = append(g.Faults, Fault{ID: "register/unknown", File: filepath.Base(files[name]), What: fmt.Sprintf("there is no register called %q", name), Hint: "use panel, training, sop, lessons, positive, actions, sharing or births"})
	}
}

// A reader reads one file into the registers.
type reader struct {
	form     form
	name     string // of the file, without its folder
	out      *Registers
	file     File
	before   int               // faults of registers read before: one file may be given as several
	byRole   bool              // an attendee is external by the role alone
	withheld map[string]string // names found in the attendee column, and what stands for them
}

func (r *reader) read(path string) {
	f, err := export.Open(path)
	if err != nil {
		r.unreadable(err)
		return
	}
	defer f.Close()
	r.file = File{Register: r.form.name, Name: r.name}
	if r.file.SHA256, r.file.Size, err = f.Sum(context.Background()); err != nil {
		r.unreadable(err)
		return
	}
	for _, b := range f.Faults {
		r.passOn(b)
	}
	switch found := r.tables(f.Tables); {
	case found && r.file.Rows == 0 && !r.told():
		r.out.Faults = append(r.out.Faults, Fault{ID: "register/empty", File: r.name, What: fmt.Sprintf("the register %q holds no entry yet, so it counts as not given", r.form.title),
			Hint: "fill it in, or leave it as it is: nobody is failed for an empty register"})
	case found && r.file.Used > 0:
		r.out.Given[r.form.name] = true
		if r.form.name == "births" {
			r.tellRepeats()
		}
	}
	r.out.Files = append(r.out.Files, r.file)
}

// tables reads every sheet that holds the register, and says whether there was
// one. A workbook may hold one sheet for each trust, or several registers.
func (r *reader) tables(all []*export.Table) bool {
	found := false
	for _, t := range all {
		head, err := t.Head(lookedAt)
		if err != nil {
			r.unreadable(err)
			continue
		}
		if t.Hidden || len(head) == 0 {
			continue
		}
		if r.form.name == "births" {
			found = r.births(t, head) || found
			continue
		}
		if h, ok := findHeader(r.form, head); ok && !betterElsewhere(r.form, h, head, len(all) > 1) {
			found = r.sheet(t, h) || found
		}
	}
	if !found && !r.told() {
		r.noHeader(all)
	}
	return found
}

// told reports whether a fault of this file was already given.
func (r *reader) told() bool {
	return slices.ContainsFunc(r.out.Faults[r.before:], func(f Fault) bool { return f.File == r.name && f.ID != "register/passed-over" })
}

// noHeader reports a file that is not this register at all.
func (r *reader) noHeader(all []*export.Table) {
	var titles []string
	for _, c := range r.form.columns {
		titles = append(titles, c.title)
	}
	r.out.Faults = append(r.out.Faults, Fault{ID: "register/no-heading", File: r.name, Found: fullest(all),
		What: fmt.Sprintf("this is not the register %q: no heading row of it was found in the first %d rows of any sheet, so the file is not used", r.form.title, lookedAt),
		Hint: "head the columns " + strings.Join(titles, ", ") + ", or start from the template that `siequity init` writes"})
}

// fullest gives the cells of the fullest of the first rows: the headings, if there
// are any.
func fullest(all []*export.Table) []string {
	var best []string
	for _, t := range all {
		head, err := t.Head(lookedAt)
		if err != nil || t.Hidden {
			continue
		}
		for _, row := range head {
			var filled []string
			for _, c := range row.Cells {
				if s := strings.TrimSpace(c.String()); s != "" {
					filled = append(filled, s)
				}
			}
			if len(filled) > len(best) {
				best = filled
			}
		}
	}
	return best
}

func (r *reader) unreadable(err error) {
	var f export.Fault
	if errors.As(err, &f) {
		r.passOn(f)
		return
	}
	r.out.Faults = append(r.out.Faults, Fault{ID: "register/unreadable", File: r.name, What: "the file cannot be read", Hint: "check that it exists and is not open elsewhere, and save it as .xlsx or .csv"})
}

// passOn hands on what the reader of files found.
func (r *reader) passOn(f export.Fault) {
	r.out.Faults = append(r.out.Faults, Fault{ID: f.ID, File: r.name, Sheet: f.Sheet, Row: f.Row, Column: f.Col, What: f.What, Hint: f.Hint})
}

func (r *reader) note(format string, args ...any) {
	r.out.Notes = append(r.out.Notes, r.name+": "+fmt.Sprintf(format, args...))
}

// rows hands out the rows of a table below a row number, one by one.
func (r *reader) rows(t *export.Table, below int, yield func(export.Row)) {
	err := t.Batches(context.Background(), export.Range{From: below + 1}, func(b export.Batch) error {
		faults := b.Rows(func(row export.Row) bool {
			if row.Number > below {
				yield(row)
			}
			return true
		})
		for _, f := range faults {
			r.passOn(f)
		}
		return nil
	})
	if err != nil {
		r.unreadable(err)
	}
}
