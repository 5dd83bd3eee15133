package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/incidents"
	fields "siequity/incidents/field"
)

func (c *command) inspectVerb() *cli.Command {
	return &cli.Command{
		Name: "inspect", Usage: "say what a file is: source, heading row, columns, what is missing", ArgsUsage: "FILE...",
		Flags:  sharedFlags(configFlag(), jsonFlag(), rulesFlag(), &cli.StringFlag{Name: "source", Usage: "take the file for an export of `SOURCE`: steis, datix, lfpse, mnsi or pmrt"}),
		Action: c.inspect,
	}
}

func (c *command) inspect(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity inspect FILE", "no file was given")
	}
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	cfg, err := config(x, p, x.Args().Slice())
	if err != nil {
		return err
	}
	set, err := audit.LoadRules(cfg.Project.Rules)
	if err != nil {
		return err
	}
	if s := x.String("source"); x.IsSet("source") && !slices.Contains(intake.Sources(), s) {
		return wrong("write "+oneOf(intake.Sources()), "there is no source %q", s)
	}
	all, failure := c.inspectAll(x, cfg.Inputs, audit.FieldsNeeded(set))
	if x.Bool("json") {
		enc := json.NewEncoder(c.out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(all); err != nil {
			return err
		}
	}
	return failure
}

// inspectAll shows the files one after the other; one that cannot be read is told, and
// the others are still shown.
func (c *command) inspectAll(x *cli.Context, inputs []intake.Input, needs map[string]map[string][]string) (all []intake.Inspection, failure error) {
	all = []intake.Inspection{} // none is [] in JSON
	for _, in := range inputs {
		st := in.Statement
		if x.IsSet("source") {
			st.Source = x.String("source")
		}
		found, err := c.inspectFile(x, in.Path, st, needs)
		if err != nil {
			c.complainOf(err)
			failure = errCouldNot
			continue
		}
		all = append(all, found...)
	}
	return all, failure
}

func (c *command) inspectFile(x *cli.Context, path string, st incidents.Statement, needs map[string]map[string][]string) ([]intake.Inspection, error) {
	found, findings, err := intake.Inspect(path, st, needs)
	if err != nil {
		return nil, err
	}
	for _, f := range findings {
		c.complain(f.String(), f.Hint)
	}
	if !x.Bool("json") {
		for _, i := range found {
			c.showInspection(i)
		}
	}
	return found, nil
}

func (c *command) showInspection(i intake.Inspection) {
	name := i.File
	if i.Sheet != "" {
		name += ", sheet " + i.Sheet
	}
	fmt.Fprintln(c.out, name)
	if i.Source == "" {
		c.showUnknown(i)
		return
	}
	c.say("  source      %s (%s)%s\n", i.Title, i.Sure, secondWord(i.Second))
	c.say("  headings    in row %d\n", i.Header)
	c.say("  format      %s\n", formatWords(i))
	if len(i.Dates) > 0 {
		c.say("  dates       %s\n", strings.Join(i.Dates, ", "))
	}
	c.showColumns(i)
	c.showMissing(i)
	for _, f := range i.Clashes {
		c.complain(f.What, f.Hint)
	}
	fmt.Fprintf(c.out, "\nto state this in siequity.yaml:\n\n%s\n", i.Mapping)
}

// showUnknown shows what a table without known headings has instead, and how to
// say what it means.
func (c *command) showUnknown(i intake.Inspection) {
	c.say("  no known headings here%s\n", hiddenWord(i.Hidden))
	if i.Header > 0 {
		c.say("  row %d may be headings; if it is, state what they mean\n", i.Header)
		c.showColumns(i)
		fmt.Fprintf(c.out, "\nto state this in siequity.yaml:\n\n%s", i.Mapping)
	}
	if len(i.Missing) > 0 {
		c.say("\nthe fields of the source:\n")
		for _, m := range i.Missing {
			c.say("  %-22s %s\n", m.Name, m.Doc)
		}
	} else if i.Header > 0 {
		fmt.Fprintln(c.out, "\nsiequity inspect --source SOURCE FILE lists the fields of a source")
	}
	fmt.Fprintln(c.out)
}

func hiddenWord(hidden bool) string {
	if hidden {
		return " (hidden sheet)"
	}
	return ""
}

func secondWord(second string) string {
	if second != "" {
		return "; could also be " + second
	}
	return ""
}

func formatWords(i intake.Inspection) string {
	words := []string{i.Format}
	if i.Delimiter != "" {
		words = append(words, i.Delimiter)
	}
	if i.Encoding != "" {
		words = append(words, i.Encoding)
	}
	return strings.Join(words, ", ")
}

func (c *command) showColumns(i intake.Inspection) {
	t := newListing("", "heading", "field", "why", "filled", "samples")
	t.most[1], t.most[5], t.right[4] = 32, 48, true
	for _, col := range i.Columns {
		if col.Heading == "" && col.Filled == 0 {
			continue
		}
		field := col.Field
		switch field {
		case "":
			field = "-"
		case fields.Dropped: // the patient, a handler, whoever reported: the tool keeps no name
			field = "a person, not kept"
		}
		t.add(col.Column, col.Heading, field, col.How, fmt.Sprint(col.Filled), strings.Join(col.Samples, " | "))
	}
	fmt.Fprintln(c.out)
	t.render(c.out)
}

func (c *command) showMissing(i intake.Inspection) {
	if len(i.Missing) == 0 {
		return
	}
	c.say("\nnot in this file, and rules ask for it:\n")
	for _, m := range i.Missing {
		c.say("  %-22s %s\n", m.Name, m.Doc)
	}
}
