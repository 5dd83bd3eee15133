package audit

import (
	"path/filepath"
	"slices"

	"siequity/audit/evidence"
	"siequity/audit/finding"
	"siequity/audit/project"
)

// NotUsed names the files and folders that the user asked for and that told nothing:
// exports that could not be read, registers and births that are not there or are
// something else, and a folder of reports that cannot be listed. A register without an
// entry yet was read.
func (r *Result) NotUsed() []string {
	out := slices.Clone(r.Unread)
	add := func(path string) {
		if name := filepath.Base(path); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	p := r.Config.Project
	for _, name := range project.RegisterNames() {
		if path := p.Registers[name]; path != "" && !r.Registers.Given[name] && !r.told("register/empty", path) {
			add(path)
		}
	}
	if p.Births != "" && !r.Registers.Given["births"] && !r.told("register/empty", p.Births) {
		add(p.Births)
	}
	if slices.ContainsFunc(r.Findings, func(f finding.Finding) bool { return f.ID == evidence.NoReports }) {
		add(p.Reports)
	}
	return out
}

// told reports whether there is a finding of one kind about a file.
func (r *Result) told(id, path string) bool {
	return slices.ContainsFunc(r.Findings, func(f finding.Finding) bool { return f.ID == id && f.File == filepath.Base(path) })
}
