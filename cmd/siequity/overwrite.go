package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/project"
	"siequity/audit/report"
)

// mayWriteRecords refuses a records file that is in the way before the work
// begins, so that no pack is left without it.
func mayWriteRecords(x *cli.Context, cfg audit.Config) error {
	if !x.IsSet("records") {
		return nil
	}
	err := report.MayWrite(x.String("records"), filesRead(x, cfg), x.Bool("force"))
	return overwriteHint(err, "name another file with --records, or replace it with --force")
}

// filesRead lists every file that the run reads: none of them is written over.
func filesRead(x *cli.Context, cfg audit.Config) []string {
	p := cfg.Project
	paths := append([]string{x.String("config"), filepath.Join(p.Dir, project.FileName), p.Postcodes, p.Births}, p.IMD...)
	for _, in := range cfg.Inputs {
		paths = append(paths, in.Path)
	}
	for _, name := range project.RegisterNames() {
		paths = append(paths, p.Registers[name])
	}
	return slices.Concat(paths, p.Rules, p.Terms, p.History)
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

// isFolder refuses a file where a folder for outputs is meant.
func isFolder(path string) error {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return wrong("name a folder with --out; it is made if it is not there", "%s is a file, and the pack needs a folder", filepath.Base(path))
	}
	return nil
}
