package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/audit/register"
	"siequity/audit/report"
	"siequity/incidents"
)

func (c *command) initVerb() *cli.Command {
	return &cli.Command{
		Name: "init", Usage: "begin a project: siequity.yaml, folders and templates of the registers", ArgsUsage: "DIR",
		Description: "Looks at the exports that already lie in the folder, or in exports under it, and states what they are.\n" +
			"Nothing that is there already is changed.",
		Flags:  sharedFlags(),
		Action: c.init,
	}
}

// init writes a project into a folder that may hold exports already.
func (c *command) init(x *cli.Context) error {
	if x.NArg() != 1 {
		return wrong("siequity init my-project", "name one folder for the project")
	}
	dir := x.Args().First()
	if err := isFolder(dir); err != nil {
		return wrong("name another folder", "%s is a file", filepath.Base(dir))
	}
	if _, err := os.Stat(filepath.Join(dir, project.FileName)); err == nil {
		return wrong("change it with an editor, or name another folder", "%s has a %s already", filepath.Base(dir), project.FileName)
	}
	found, err := discover(dir)
	if err != nil {
		return err
	}
	kept, err := writeProject(dir, found.beginning())
	if err != nil {
		return err
	}
	if !c.quiet {
		c.showBeginning(dir, found, kept)
	}
	return nil
}

// A discovery is what a folder holds before a project is begun in it.
type discovery struct {
	exports   []project.FoundExport
	unknown   []string // files that may be exports and have no known headings
	imd       []string
	postcodes []string
}

func (d discovery) beginning() project.Beginning {
	b := project.Beginning{Exports: d.exports, IMD: d.imd}
	if len(d.postcodes) > 0 {
		b.Postcodes = d.postcodes[len(d.postcodes)-1] // names hold the date: the last is the newest
	}
	for _, f := range register.Forms() {
		b.Registers = append(b.Registers, project.Blank{Name: f.Name, File: path.Join("registers", f.File), Purpose: f.Purpose})
	}
	return b
}

// discover looks at the files of the folder and of exports under it.
func discover(dir string) (discovery, error) {
	var d discovery
	for _, under := range []string{"", "exports"} {
		entries, err := os.ReadDir(filepath.Join(dir, under))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return d, fmt.Errorf("the folder %s cannot be read", filepath.Base(dir))
		}
		for _, e := range entries {
			if e.Type().IsRegular() && mayBeExport(e.Name()) {
				d.look(dir, path.Join(under, e.Name()))
			}
		}
	}
	return d, nil
}

// mayBeExport goes by the ending: a folder of work holds letters and pictures
// too, and each would be a complaint.
func mayBeExport(name string) bool {
	endings := []string{".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".htm", ".html", ".zip"}
	return !passedOver(name) && slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// passedOver tells files that systems and open programs leave in folders.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "desktop.ini") || strings.EqualFold(name, "thumbs.db")
}

// look sorts one file in. The look-up files are told by the names under which
// they are published: some are too large to open for a guess.
func (d *discovery) look(dir, name string) {
	upper := strings.ToUpper(path.Base(name))
	switch {
	case strings.Contains(upper, "ONSPD") || strings.Contains(upper, "NSPL"):
		d.postcodes = append(d.postcodes, name)
		return
	case strings.Contains(upper, "FILE_7") || strings.Contains(upper, "FILE_1_"):
		d.imd = append(d.imd, name)
		return
	}
	found, _, err := intake.Inspect(filepath.Join(dir, filepath.FromSlash(name)), incidents.Statement{}, nil)
	if err != nil {
		d.unknown = append(d.unknown, name)
		return
	}
	at := slices.IndexFunc(found, func(i intake.Inspection) bool { return i.Source != "" })
	if at < 0 {
		d.unknown = append(d.unknown, name)
		return
	}
	d.exports = append(d.exports, foundExport(name, found[at]))
}

func foundExport(name string, i intake.Inspection) project.FoundExport {
	f := project.FoundExport{File: name, Source: i.Source, Why: i.Title + ", " + i.Sure + secondWord(i.Second), Unnamed: true}
	for _, col := range i.Columns {
		f.Unnamed = f.Unnamed && col.Field != "organisation"
		if col.Field == "" && col.Heading != "" {
			f.Open = append(f.Open, col.Heading)
		}
	}
	return f
}

// writeProject writes the files that are not there yet and names those that are.
func writeProject(dir string, b project.Beginning) (kept []string, err error) {
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	files := []report.File{
		{Name: project.SchemaName, Write: text(project.Schema())},
		{Name: "README.txt", Write: text(windowsLines(firstSteps))},
		{Name: "exports", Write: nil},
		{Name: "reports", Write: nil},
	}
	for _, r := range b.Registers {
		files = append(files, report.File{Name: r.File, Write: func(w io.Writer) error { return register.Template(r.Name, w) }})
	}
	// Last, so that a project is there only when all of it is.
	files = append(files, report.File{Name: project.FileName, Write: text(windowsLines(project.Begin(b)))})
	for _, f := range files {
		there, err := writeNew(dir, f)
		if err != nil {
			return nil, err
		}
		if there {
			kept = append(kept, f.Name)
		}
	}
	return kept, nil
}

// writeNew writes one file, or makes a folder where there is nothing to write,
// and tells whether a file was there already.
func writeNew(dir string, f report.File) (there bool, err error) {
	full := filepath.Join(dir, filepath.FromSlash(f.Name))
	if f.Write == nil {
		return false, os.MkdirAll(full, 0o755)
	}
	err = report.WriteFile(full, f.Write, nil, false)
	var overwrite *report.OverwriteError
	if errors.As(err, &overwrite) {
		return true, nil
	}
	return false, err
}

// windowsLines ends lines as every editor of Windows shows them.
func windowsLines(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

const firstSteps = `A project of siequity

1. Put the quarter's exports into the folder "exports": StEIS, DATIX, LFPSE, MNSI
   and PMRT, as the systems write them. Nothing in them is changed, and nothing
   leaves this computer.

2. Open a command window in this folder and type: siequity audit
   It reads what siequity.yaml lists and says what is missing next.

3. Open pack\qap.xlsx for the panel and pack\worklist.xlsx for the records to
   mend. The worklist holds single records: it stays in the trust.

The folder "registers" holds forms for what no system exports: who sat on review
panels, training, lessons, actions. Fill in those you keep, and take the # away
from their lines in siequity.yaml. The folder "reports" is for investigation
reports.
`

func (c *command) showBeginning(dir string, d discovery, kept []string) {
	c.say("a project was begun in %s\n", dir)
	for _, f := range d.exports {
		c.say("  %s: %s%s\n", f.File, f.Why, openWords(f))
	}
	for _, name := range slices.Concat(d.imd, d.postcodes) {
		c.say("  %s: taken for a look-up of deprivation, by its name\n", name)
	}
	for _, name := range d.unknown {
		c.say("  %s: not recognised; siequity inspect shows what it holds\n", name)
	}
	if len(kept) > 0 {
		c.say("  left as they were: %s\n", strings.Join(kept, ", "))
	}
	switch {
	case len(d.exports) > 0:
		c.say("next: look through %s, then type siequity audit in that folder\n", project.FileName)
	default:
		c.say("next: put the exports into the folder exports, then type siequity audit in %s\n", dir)
	}
}

// openWords says what siequity.yaml asks about an export.
func openWords(f project.FoundExport) string {
	words := ""
	if f.Unnamed {
		words = "; it does not name the trust"
	}
	if n := len(f.Open); n > 0 {
		words += fmt.Sprintf("; no field is known for %s", plural(n, "heading", "headings"))
	}
	return words
}
