package main

import (
	"os"
	"path/filepath"
	"strings"

	"siequity/audit"
	"siequity/audit/project"
)

// showNext says, in a few lines, what a project lacks and what stays unknown
// without it. A run without a project file wanted only its files, and is told of the look-ups
// where its postcodes wait for them.
func (c *command) showNext(cfg audit.Config, given map[string]bool, unlooked bool) {
	p := cfg.Project
	if p.Registers == nil {
		if unlooked {
			c.say("next: %s\n", withoutPlaces(p))
		}
		return
	}
	for _, line := range []string{unlisted(cfg), withoutPlaces(p), withoutRegisters(given)} {
		if line != "" {
			c.say("next: %s\n", line)
		}
	}
}

// unlisted names exports that lie in the project and that nothing reads: a file
// that was put there and forgotten would be missed silently.
func unlisted(cfg audit.Config) string {
	dir := filepath.Join(cfg.Project.Dir, "exports")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && mayBeExport(e.Name()) && !reads(cfg, filepath.Join(dir, e.Name())) {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "list under inputs: what lies in exports and was not read: " + strings.Join(names, ", ")
}

func reads(cfg audit.Config, path string) bool {
	info, err := os.Stat(path)
	for _, in := range cfg.Inputs {
		if other, err2 := os.Stat(in.Path); err == nil && err2 == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

func withoutPlaces(p project.Project) string {
	switch {
	case len(p.IMD) == 0 && p.Postcodes == "":
		return "give imd: and postcodes: files; without them deprivation is known only where an export states it"
	case len(p.IMD) == 0:
		return "give an imd: file; without it postcodes cannot be brought to deprivation"
	case p.Postcodes == "":
		return "give a postcodes: file; without it deprivation is known only where an export holds LSOA codes or deciles"
	}
	return ""
}

// withoutRegisters names the registers that told nothing: not given, or not what
// they were given for.
func withoutRegisters(given map[string]bool) string {
	var lacking []string
	for _, name := range append(project.RegisterNames(), "births") {
		// The lessons log may hold the positive events too.
		if !given[name] && (name != "positive" || !given["lessons"]) {
			lacking = append(lacking, name)
		}
	}
	if len(lacking) == 0 {
		return ""
	}
	return "fill in the registers " + strings.Join(lacking, ", ") + "; what they would tell stays unknown"
}
