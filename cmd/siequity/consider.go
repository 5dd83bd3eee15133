package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/evidence"
	"siequity/audit/record"
	"siequity/rules/masking"
)

func (c *command) considerVerb() *cli.Command {
	return &cli.Command{
		Name: "consider", Usage: "show what one investigation report considered, with the sentences that prove it", ArgsUsage: "FILE...",
		Flags:  sharedFlags(jsonFlag(), configFlag()),
		Action: c.consider,
	}
}

func (c *command) consider(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity consider REPORT.docx", "no report was given")
	}
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	lx, err := audit.LoadTerms(p.Terms)
	if err != nil {
		return err
	}
	masker := masking.New(masking.Options{})
	var failure error
	for _, arg := range x.Args().Slice() {
		paths, err := typed(arg).files()
		if err != nil {
			return err
		}
		for _, path := range paths {
			found, err := evidence.Consider(path, lx, masker)
			if err != nil {
				c.complain(err.Error(), remedyOf(err))
				failure = errCouldNot
				continue
			}
			c.showConsideration(x.Bool("json"), found)
		}
	}
	return failure
}

type considerationLine struct {
	File       string              `json:"file"`
	Considered map[string]viewLine `json:"considered"` // written in the order of the names
	Redacted   string              `json:"redacted"`
}

type viewLine struct {
	Label    string   `json:"label"`
	Basis    string   `json:"basis"`
	Evidence []string `json:"evidence"`
	Reason   string   `json:"reason,omitempty"`
	Check    bool     `json:"check,omitempty"`
}

func (c *command) showConsideration(asJSON bool, found evidence.Consideration) {
	if !asJSON {
		c.describeConsideration(found)
		return
	}
	line := considerationLine{File: found.File, Redacted: found.Redacted, Considered: map[string]viewLine{}}
	for _, d := range record.Dimensions() {
		v := found.Views[d]
		out := viewLine{Label: v.Label.String(), Basis: v.Basis.String(), Evidence: []string{}, Reason: found.Evidence.Reasons[d], Check: v.Check}
		for _, q := range found.Evidence.Quotes[d] {
			out.Evidence = append(out.Evidence, q.Text)
		}
		line.Considered[d.String()] = out
	}
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.Encode(line) // strings and booleans always encode; a closed pipe ends the process
}

// labelWords says a label to a reader. Silence is never "not considered".
func labelWords(l record.Label) string {
	switch l {
	case record.ConsideredIt:
		return "evidence found that it was considered"
	case record.ExplicitlyNot:
		return "the report says that it was not considered"
	case record.Mentioned:
		return "mentioned only; no evidence found that it was considered"
	}
	return "no evidence found"
}

func (c *command) describeConsideration(found evidence.Consideration) {
	fmt.Fprintln(c.out, found.File)
	for _, d := range record.Dimensions() {
		v := found.Views[d]
		check := ""
		if v.Check {
			check = " (please read it yourself: it can be taken in two ways)"
		}
		c.say("\n  %s: %s%s\n", d, labelWords(v.Label), check)
		for _, q := range found.Evidence.Quotes[d] {
			c.say("    \"%s\"\n", strings.Join(strings.Fields(q.Text), " "))
		}
		if r := found.Evidence.Reasons[d]; r != "" && v.Label != record.Absent {
			c.say("    why: %s\n", r)
		}
	}
	for _, n := range found.Notes {
		c.complain(n.String(), n.Hint)
	}
	fmt.Fprintln(c.out)
}
