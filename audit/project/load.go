package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siequity/incidents/field"
	"siequity/rules/document"
)

// FileName is the name that a run looks for in the working folder.
const FileName = "siequity.yaml"

// Load reads the file and resolves its paths. The error holds every fault, as
// document.Faults.
func Load(path string) (Project, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		var system *fs.PathError
		if errors.As(err, &system) {
			err = system.Err // the folder is nobody's business
		}
		return Project{}, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), err)
	}
	return Parse(filepath.Base(path), filepath.Dir(path), string(text))
}

// Parse reads the text of a project file that lies in dir.
func Parse(name, dir, text string) (Project, error) {
	log := &document.Log{}
	o := document.Parse(name, text, log)
	p := Project{File: name, Dir: dir, Link: Link{Days: -1}}
	p.basics(o)
	p.files(o)
	for _, in := range o.Objects("inputs") {
		p.Inputs = append(p.Inputs, input(in, dir))
	}
	p.Organisations = aliases(o.Object("organisations"))
	p.Ethnicity = ethnicity(o.Object("ethnicity"))
	p.IMDColumn = imdColumn(o.Object("imd_column"))
	p.Scope = scope(o.Object("scope"))
	if link := o.Object("link"); link != nil {
		if days, ok := link.Whole("days"); ok {
			p.Link.Days = days
		}
		link.Close()
	}
	o.Close()
	return p, log.Err()
}

func (p *Project) basics(o *document.Object) {
	p.Organisation = o.Text("organisation")
	p.System = o.Text("system")
	p.Period = o.Text("period")
	p.AsOf = o.Text("as_of")
	p.Disclosure = choice(o, "disclosure", Disclosures()...)
	if v, ok := o.Whole("vintage"); ok {
		if v != 2019 && v != 2025 {
			o.Fault("vintage", fmt.Sprintf("%d is no edition of the index that can be used", v), "write 2019 or 2025")
		}
		p.Vintage = v
	}
}

func (p *Project) files(o *document.Object) {
	p.IMD = paths(p.Dir, o.Texts("imd"))
	p.Postcodes = resolve(p.Dir, o.Text("postcodes"))
	p.Births = resolve(p.Dir, o.Text("births"))
	p.Reports = resolve(p.Dir, o.Text("reports"))
	p.Rules = paths(p.Dir, o.Texts("rules"))
	p.Terms = paths(p.Dir, o.Texts("terms"))
	p.History = paths(p.Dir, o.Texts("history"))
	p.Out = resolve(p.Dir, o.Text("out"))
	registers := o.Object("registers")
	p.Registers = map[string]string{}
	for _, name := range RegisterNames() {
		if path := registers.Text(name); path != "" {
			p.Registers[name] = resolve(p.Dir, path)
		}
	}
	registers.Close()
}

func input(o *document.Object, dir string) Input {
	in := Input{File: resolve(dir, o.Text("file")), Source: choice(o, "source", "steis", "datix", "lfpse", "mnsi", "pmrt"),
		Organisation: o.Text("organisation"), Columns: field.Overrides(texts(o.Object("columns"))), Line: o.Line()}
	o.Need("file")
	o.Close()
	return in
}

func ethnicity(o *document.Object) Ethnicity {
	e := Ethnicity{Chinese: choice(o, "chinese", "nhs2001", "census"), Grouping: choice(o, "grouping", "five", "sixteen", "bam"),
		Scheme: choice(o, "scheme", "nhs2001", "lfpse"), Labels: texts(o.Object("labels"))}
	o.Close()
	return e
}

func imdColumn(o *document.Object) IMDColumn {
	c := IMDColumn{Kind: choice(o, "kind", "decile", "quintile", "rank"), MostIs: choice(o, "most_deprived_is", "first", "last"), Declared: o != nil}
	o.Close()
	return c
}

func scope(o *document.Object) Scope {
	all, _ := o.Bool("all")
	only, _ := o.Bool("only")
	s := Scope{All: all, Only: only, Terms: o.Texts("terms"), Others: o.Texts("others"), Organisations: o.Texts("organisations")}
	if only && len(s.Terms) == 0 && len(s.Others) == 0 {
		o.Fault("only", "there are no words to go by", "give them under terms or others, or take the line out")
	}
	o.Close()
	return s
}

// choice reads one of a few words.
func choice(o *document.Object, key string, words ...string) string {
	v := o.Text(key)
	if v != "" && !slices.Contains(words, v) {
		o.Fault(key, fmt.Sprintf("%q is not one of the choices", v), "write "+oneOf(words))
		return ""
	}
	return v
}

// oneOf lists words as a choice: "a, b or c".
func oneOf(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// texts reads a mapping of text to text.
func texts(o *document.Object) map[string]string {
	if o == nil {
		return nil
	}
	m := map[string]string{}
	for _, k := range o.Keys() {
		m[k] = o.Text(k)
	}
	o.Close()
	return m
}

func paths(dir string, files []string) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = resolve(dir, f)
	}
	return out
}

func resolve(dir, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, filepath.FromSlash(path))
}
