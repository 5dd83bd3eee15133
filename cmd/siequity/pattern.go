package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/project"
)

// A pattern is a path in which * and ? may stand, which the Windows shell leaves to
// the program. Only what a person wrote is a pattern: the folder of a project may be
// called "tb [2026]".
type pattern struct {
	written string
	dir     string // folder that the pattern starts in
	rest    string // the pattern below it, with slashes
}

// patternOf parts a path as written, from the folder that relative ones start in.
func patternOf(dir, written string) pattern {
	if dir == "" {
		dir = "."
	}
	p := pattern{written: written, dir: dir, rest: path.Clean(filepath.ToSlash(written))}
	if filepath.IsAbs(written) {
		root := filepath.VolumeName(written) + string(filepath.Separator)
		p.dir, p.rest = root, strings.TrimLeft(strings.TrimPrefix(p.rest, filepath.ToSlash(filepath.VolumeName(written))), "/")
	}
	for first, rest, more := strings.Cut(p.rest, "/"); more && !strings.ContainsAny(first, "*?"); first, rest, more = strings.Cut(p.rest, "/") {
		p.dir, p.rest = filepath.Join(p.dir, first), rest
	}
	return p
}

// String gives the pattern as it was written.
func (p pattern) String() string { return filepath.ToSlash(p.written) }

// many tells a pattern from the name of one file.
func (p pattern) many() bool { return strings.ContainsAny(p.rest, "*?") }

// literal is what the pattern is as the name of a file.
func (p pattern) literal() string { return filepath.Join(p.dir, filepath.FromSlash(p.rest)) }

// glob is the pattern with brackets that mean themselves.
func (p pattern) glob() string {
	return strings.NewReplacer(`[`, `\[`, `\`, `\\`).Replace(p.rest)
}

// paths lists what the pattern finds, in order. A name without * and ? is given back
// as it is: reading it will say whether it is there.
func (p pattern) paths() ([]string, error) {
	if _, err := os.Stat(p.literal()); err == nil || !p.many() {
		return []string{p.literal()}, nil
	}
	names, err := fs.Glob(os.DirFS(p.dir), p.glob())
	if err != nil {
		return nil, wrong("write * for any letters and ? for one", "the file pattern %q is not understood", p.written)
	}
	var out []string
	for _, name := range names {
		if !passedOver(path.Base(name)) {
			out = append(out, filepath.Join(p.dir, filepath.FromSlash(name)))
		}
	}
	if len(out) == 0 {
		return nil, p.nothing()
	}
	slices.Sort(out)
	return out, nil
}

func (p pattern) nothing() error {
	return wrong("put the files there, or correct the pattern", "no file matches %s", p)
}

// files lists the files that the pattern finds; folders that match are passed over.
func (p pattern) files() ([]string, error) {
	all, err := p.paths()
	if err != nil || !p.many() {
		return all, err
	}
	all = slices.DeleteFunc(all, func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && info.IsDir()
	})
	if len(all) == 0 {
		return nil, p.nothing()
	}
	return all, nil
}

// reads tells whether the pattern would find a file of this path, were it there.
func (p pattern) reads(file string) bool {
	if !p.many() {
		return false
	}
	rel, err := filepath.Rel(filepath.Dir(whole(filepath.Join(p.dir, "x"))), whole(file))
	if err != nil {
		return false
	}
	found, err := path.Match(strings.ToLower(p.glob()), strings.ToLower(filepath.ToSlash(rel)))
	return err == nil && found
}

// typed is a pattern of the command line.
func typed(arg string) pattern { return patternOf("", arg) }

// listed is a pattern of the project, as it stands in its file.
func listed(p project.Project, in project.Input) pattern {
	if rel, err := filepath.Rel(p.Dir, in.File); err == nil && p.Dir != "" {
		return patternOf(p.Dir, rel)
	}
	return patternOf("", in.File)
}

// patterns lists where a run reads its exports: the files named, else those that the
// project lists.
func patterns(p project.Project, files []string) []pattern {
	var out []pattern
	for _, f := range files {
		out = append(out, typed(f))
	}
	if len(files) > 0 {
		return out
	}
	for _, in := range p.Inputs {
		out = append(out, listed(p, in))
	}
	return out
}
