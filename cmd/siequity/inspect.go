package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/intake"
	"siequity/incidents"
	"siequity/rules"
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
	set, err := audit.LoadRules(append(p.Rules, x.StringSlice("rules")...))
	if err != nil {
		return err
	}
	if s := x.String("source"); x.IsSet("source") && !slices.Contains(intake.Sources(), s) {
		return wrong("write "+oneOf(intake.Sources()), "there is no source %q", s)
	}
	needs := fieldsNeeded(set)
	var all []intake.Inspection
	for _, in := range cfg.Inputs {
		st := in.Statement
		if x.IsSet("source") {
			st.Source = x.String("source")
		}
		found, err := c.inspectFile(x, in.Path, st, needs)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	if x.Bool("json") {
		enc := json.NewEncoder(c.out)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	}
	return nil
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

// fieldsNeeded lists by source and field the rules that read the field.
func fieldsNeeded(set *rules.Set) map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for i := range set.Rules {
		r := &set.Rules[i]
		for _, source := range r.On {
			if out[source] == nil {
				out[source] = map[string][]string{}
			}
			for _, f := range r.Fields() {
				for _, name := range readFrom(set.Catalogue.Field(f).Name) {
					if !slices.Contains(out[source][name], r.ID) {
						out[source][name] = append(out[source][name], r.ID)
					}
				}
			}
		}
	}
	return out
}

// readFrom names the columns that a worked-out field is made of.
func readFrom(name string) []string {
	switch name {
	case "ethnicity_status", "ethnicity_code", "ethnicity_group":
		return []string{"ethnicity"}
	case "language_status", "language_tag":
		return []string{"language"}
	case "imd_status", "imd_decile", "imd_quintile":
		return []string{"postcode"}
	case "text_read", "culture_considered", "ethnicity_considered", "language_considered":
		return []string{"findings"}
	}
	return []string{name}
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
	fmt.Fprintf(c.out, "  source      %s (%s)%s\n", i.Title, i.Sure, secondWord(i.Second))
	fmt.Fprintf(c.out, "  headings    in row %d\n", i.Header)
	fmt.Fprintf(c.out, "  format      %s\n", formatWords(i))
	if len(i.Dates) > 0 {
		fmt.Fprintf(c.out, "  dates       %s\n", strings.Join(i.Dates, ", "))
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
	fmt.Fprintf(c.out, "  no known headings here%s\n", hiddenWord(i.Hidden))
	if i.Header > 0 {
		fmt.Fprintf(c.out, "  row %d may be headings; if it is, state what they mean\n", i.Header)
		c.showColumns(i)
		fmt.Fprintf(c.out, "\nto state this in siequity.yaml:\n\n%s", i.Mapping)
	}
	if len(i.Missing) > 0 {
		fmt.Fprintf(c.out, "\nthe fields of the source:\n")
		for _, m := range i.Missing {
			fmt.Fprintf(c.out, "  %-22s %s\n", m.Name, m.Doc)
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
	t := c.table()
	t.AppendHeader(table.Row{"", "heading", "field", "why", "filled", "samples"})
	for _, col := range i.Columns {
		if col.Heading == "" && col.Filled == 0 {
			continue
		}
		field := col.Field
		if field == "" {
			field = "-"
		}
		t.AppendRow(table.Row{col.Column, col.Heading, field, col.How, col.Filled, strings.Join(col.Samples, " | ")})
	}
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 2, WidthMax: 32, WidthMaxEnforcer: wrapWords}, {Number: 5, Align: text.AlignRight}, {Number: 6, WidthMax: 48, WidthMaxEnforcer: wrapWords}})
	fmt.Fprintln(c.out)
	t.Render()
}

func (c *command) showMissing(i intake.Inspection) {
	if len(i.Missing) == 0 {
		return
	}
	fmt.Fprintf(c.out, "\nnot in this file, and rules ask for it:\n")
	for _, m := range i.Missing {
		fmt.Fprintf(c.out, "  %-22s %s\n", m.Name, m.Doc)
	}
}

// wrapWords breaks a cell between words.
var wrapWords = text.WrapSoft

// table makes a table in the house style of the terminal.
func (c *command) table() table.Writer {
	t := table.NewWriter()
	t.SetOutputMirror(c.out)
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options.DrawBorder = false
	style.Options.SeparateColumns = false
	t.SetStyle(style)
	return t
}
