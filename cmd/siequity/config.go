package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/deprivation"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/incidents"
	"siequity/incidents/document"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/scope"
)

// project reads siequity.yaml: the file that is named, or the one in the working
// folder, or none.
func loadProject(x *cli.Context) (project.Project, error) {
	path := x.String("config")
	if path == "" {
		if _, err := os.Stat(project.FileName); errors.Is(err, fs.ErrNotExist) {
			return project.Project{Dir: ".", Link: project.Link{Days: -1}}, nil
		}
		path = project.FileName
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return project.Project{}, wrong("name the project file in it: --config "+filepath.ToSlash(filepath.Join(path, project.FileName)), "%s is a folder", filepath.Base(path))
	}
	p, err := project.Load(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p, wrong("name the project file with --config, or make one with `siequity init`", "%s cannot be read: there is no such file", filepath.Base(path))
	case err != nil:
		return p, misuse(err)
	}
	return p, nil
}

// config puts flags over the project: what is typed wins over what is written.
func config(x *cli.Context, p project.Project, files []string) (audit.Config, error) {
	overlay(x, &p)
	cfg := audit.Config{Project: p, Version: version(), Evidence: true}
	var err error
	if cfg.Period, err = scope.ParsePeriod(p.Period); err != nil {
		return cfg, wrong("write 2026/27-Q1, 2026/27, 2026-05, 2026-04-01..2026-06-30 or all", "period %q is not understood", p.Period)
	}
	if err := knownDisclosure(p.Disclosure); err != nil {
		return cfg, err
	}
	if p.Vintage != 0 && p.Vintage != int(deprivation.IMD2019) && p.Vintage != int(deprivation.IMD2025) {
		return cfg, wrong("choose 2019 or 2025", "the index of deprivation of %d is not known", p.Vintage)
	}
	if err := isFolder(p.Out); err != nil {
		return cfg, err
	}
	if p.AsOf != "" {
		day, _, err := field.ParseDate(p.AsOf)
		if err != nil {
			return cfg, wrong("write it as 2026-07-31", "as_of %q %v", p.AsOf, err)
		}
		cfg.AsOf = day
	}
	cfg.Inputs, err = inputs(p, files)
	return cfg, err
}

// knownDisclosure refuses a profile that is none.
func knownDisclosure(profile string) error {
	if !slices.Contains(project.Disclosures(), profile) {
		return wrong("write "+oneOf(project.Disclosures()), "disclosure profile %q is not known", profile)
	}
	return nil
}

func overlay(x *cli.Context, p *project.Project) {
	text := func(flag string, to *string) {
		if x.IsSet(flag) {
			*to = x.String(flag)
		}
	}
	list := func(flag string, to *[]string) {
		if x.IsSet(flag) {
			*to = x.StringSlice(flag)
		}
	}
	text("period", &p.Period)
	text("out", &p.Out)
	text("postcodes", &p.Postcodes)
	text("births", &p.Births)
	text("disclosure", &p.Disclosure)
	text("as-of", &p.AsOf)
	text("organisation", &p.Organisation)
	text("reports", &p.Reports)
	list("imd", &p.IMD)
	list("history", &p.History)
	if x.IsSet("rules") {
		p.Rules = eachOnce(p.Rules, x.StringSlice("rules"))
	}
	if x.IsSet("vintage") {
		p.Vintage = x.Int("vintage")
	}
	if p.Disclosure == "" {
		p.Disclosure = "lt5"
	}
	if p.Out == "" {
		p.Out = "siequity-out"
	}
}

// inputs lists the files to read: those on the command line, else those of the
// project. A file on the command line that the project describes keeps that
// description.
func inputs(p project.Project, files []string) ([]intake.Input, error) {
	described, err := projectInputs(p)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		if len(described) == 0 {
			return nil, wrong("name the exports: siequity audit steis.csv datix.xlsx; or list them under inputs: in siequity.yaml", "no exports were given")
		}
		return described, nil
	}
	var out []intake.Input
	for _, arg := range files {
		paths, err := typed(arg).files()
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			d := describe(path, described)
			d.Pattern = path != filepath.Clean(arg)
			out = append(out, d)
		}
	}
	return out, nil
}

func projectInputs(p project.Project) ([]intake.Input, error) {
	var out []intake.Input
	for _, in := range p.Inputs {
		paths, err := listed(p, in).files()
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			out = append(out, intake.Input{Path: path, Pattern: path != filepath.Clean(in.File), Organisation: in.Organisation, Statement: incidents.Statement{Source: in.Source, Columns: in.Columns}})
		}
	}
	return out, nil
}

func describe(path string, described []intake.Input) intake.Input {
	info, err := os.Stat(path)
	for _, d := range described {
		if other, err2 := os.Stat(d.Path); err == nil && err2 == nil && os.SameFile(info, other) {
			return d
		}
	}
	return intake.Input{Path: path}
}

// remedyOf finds the hint of an error that was made with one.
func remedyOf(err error) string {
	var fault export.Fault
	var refusal *document.Refusal
	var h interface{ Remedy() string }
	switch {
	case errors.As(err, &fault):
		return fault.Hint
	case errors.As(err, &refusal):
		return refusal.Hint
	case errors.As(err, &h):
		return h.Remedy()
	}
	return ""
}

// isUsage tells errors of files that steer a run from those of the work itself.
func isUsage(err error) bool {
	var bad *project.Refusal
	var unproved *audit.Unproved
	var pack *audit.UnreadPack
	var terms *audit.BadTerms
	return errors.As(err, &bad) || errors.As(err, &unproved) || errors.As(err, &pack) || errors.As(err, &terms) || isRulesFault(err)
}

// oneOf lists words as a choice: "a, b or c".
func oneOf(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func plural(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%s %s", thousands(n), many)
}
