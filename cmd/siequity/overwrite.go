package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/project"
	"siequity/audit/report"
)

// mayWriteAudit refuses outputs that are in the way before the work begins, so that
// no pack is left without its records and nobody waits for a refusal.
func mayWriteAudit(x *cli.Context, cfg audit.Config, files []string) error {
	out := cfg.Project.Out
	outputs := pathsIn(out, report.AuditNames(!x.Bool("no-worklist")))
	if err := notAmongInputs(cfg.Project, files, outputs, "choose another folder with --out, such as pack"); err != nil {
		return err
	}
	inputs := filesRead(x, cfg)
	if err := mayWritePack(out, outputs, inputs, x.Bool("force")); err != nil {
		return err
	}
	if !x.IsSet("records") {
		return nil
	}
	records := x.String("records")
	if err := isNoFolder(records); err != nil {
		return err
	}
	if i := slices.IndexFunc(pathsIn(out, report.AuditNames(true)), func(p string) bool { return samePath(p, records) }); i >= 0 {
		return wrong("name another file with --records, such as records.jsonl", "%s is a file of the pack, and the records would be written over it", filepath.Base(records))
	}
	if err := notAmongInputs(cfg.Project, files, []string{records}, "name a file elsewhere with --records"); err != nil {
		return err
	}
	return overwriteHint(report.MayWrite(records, inputs, x.Bool("force")), "name another file with --records, or replace it with --force")
}

// mayWritePack refuses a pack whose files are in the way. What people entered in its
// worklist is no reason to fear --force, and is said to be kept.
func mayWritePack(dir string, outputs, inputs []string, force bool) error {
	hint := "choose another folder with --out, or replace it with --force"
	if _, err := os.Stat(filepath.Join(dir, report.WorklistName)); err == nil && slices.Contains(outputs, filepath.Join(dir, report.WorklistName)) {
		hint += "; what was entered in its " + report.WorklistName + " is kept"
	}
	for _, path := range outputs {
		if err := report.MayWrite(path, inputs, force); err != nil {
			return overwriteHint(err, hint)
		}
	}
	return nil
}

func pathsIn(dir string, names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = filepath.Join(dir, name)
	}
	return out
}

// samePath tells whether two paths mean one file, whether or not it is there yet.
// Capitals are no difference, as on Windows.
func samePath(a, b string) bool {
	if x, err := os.Stat(a); err == nil {
		if y, err := os.Stat(b); err == nil && os.SameFile(x, y) {
			return true
		}
	}
	return strings.EqualFold(whole(a), whole(b))
}

// whole gives a path from the root, with the links of its folder followed.
func whole(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// notAmongInputs refuses outputs that the next run would take for inputs: because a
// pattern such as exports/* reads them, or because they lie among the reports.
func notAmongInputs(p project.Project, files, outputs []string, hint string) error {
	if err := notRead(patterns(p, files), outputs, hint); err != nil || p.Reports == "" {
		return err
	}
	for _, path := range outputs {
		if within(path, p.Reports) {
			return wrong(hint, "%s would be written into the folder of reports, and the next run would read it", filepath.Base(path))
		}
	}
	return nil
}

// notRead refuses outputs that a pattern of the inputs finds.
func notRead(read []pattern, outputs []string, hint string) error {
	for _, path := range outputs {
		for _, in := range read {
			if in.reads(path) {
				return wrong(hint, "%s would be written where %s finds the inputs, and the next run would read it", filepath.Base(path), in)
			}
		}
	}
	return nil
}

// within tells whether a path lies in a folder or below it.
func within(path, dir string) bool {
	rel, err := filepath.Rel(filepath.Dir(whole(filepath.Join(dir, "x"))), whole(path))
	return err == nil && filepath.IsLocal(rel)
}

// filesRead lists every file that the run reads: none of them is written over.
func filesRead(x *cli.Context, cfg audit.Config) []string {
	p := cfg.Project
	paths := append([]string{x.String("config"), filepath.Join(p.Dir, project.FileName), p.Postcodes, p.Births, x.String("questions")}, p.IMD...)
	for _, in := range cfg.Inputs {
		paths = append(paths, in.Path)
	}
	for _, name := range project.RegisterNames() {
		paths = append(paths, p.Registers[name])
	}
	return slices.Concat(paths, p.Rules, p.Terms, p.History, x.StringSlice("sample"), reportsIn(p.Reports))
}

// reportsIn lists the files of the folder of reports, and below it. What cannot be
// listed the run itself will complain of.
func reportsIn(dir string) []string {
	var out []string
	if dir == "" {
		return nil
	}
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return nil
	})
	return out
}

// overwriteHint makes a usage error of an output that is in the way.
func overwriteHint(err error, hint string) error {
	var there *report.OverwriteError
	if !errors.As(err, &there) {
		return err
	}
	if there.Input {
		hint = "name another place for the output"
	}
	return wrong(hint, "%v", err)
}

// isNoFolder refuses a folder where a file for records is meant.
func isNoFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return wrong("name a file with --records, such as records.jsonl", "%s is a folder, and the records need a file", filepath.Base(path))
	}
	return nil
}

// isFolder refuses a file where a folder for outputs is meant.
func isFolder(path string) error {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return wrong("name a folder with --out; it is made if it is not there", "%s is a file, and the pack needs a folder", filepath.Base(path))
	}
	return nil
}
