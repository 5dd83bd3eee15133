package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/report"
	"siequity/audit/sample"
	"siequity/audit/sample/collate"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"
	"siequity/rules/masking"
)

func (c *command) collateVerb() *cli.Command {
	return &cli.Command{
		Name: "collate", Usage: "read completed proformas back and say what they show", ArgsUsage: "PROFORMA...",
		Description: "Takes the proformas in whatever state people return them, some or all. What cannot be counted is named with its place and who should mend it.\n" +
			"`siequity audit --sample collation-ID.json` then lets the readers' decisions stand.",
		Flags: sharedFlags(outFlag("folder for the results, a `DIR` (default: that of the draw)"), forceFlag(), jsonFlag(),
			&cli.StringFlag{Name: "draw", Usage: "the draw, a `FILE` such as draw-2026-27-q1.json", Required: true},
			&cli.StringFlag{Name: "questions", Usage: "the questions of the draw, if they are your own, a `FILE`"}),
		Action: c.collate,
	}
}

func (c *command) collate(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity sample collate --draw draw-ID.json proforma.xlsx", "no proformas were given")
	}
	drawn, err := readDraw(x.String("draw"))
	if err != nil {
		return err
	}
	questions, err := readQuestions(x.String("questions"))
	if err != nil {
		return err
	}
	paths, files, err := openReturns(x.Args().Slice())
	if err != nil {
		return err
	}
	defer closeAll(files)
	found, err := collate.Collate(drawn, questions, files, collate.Options{})
	if err != nil {
		return wrong("", "%v", err)
	}
	for _, f := range found.Faults {
		c.complain(f.Error(), "")
	}
	if err := c.writeCollation(x, drawn, questions, found, append(paths, x.String("draw"))); err != nil {
		return err
	}
	if x.Bool("json") {
		return audit.SampleReading{Results: found.Results, Decisions: found.Decisions()}.Write(c.out)
	}
	if !c.quiet {
		c.say("%s\n", strings.TrimRight(found.Explain(), "\n"))
	}
	return nil
}

// writeCollation writes the reading, a sheet for whoever settles disagreements,
// and what was typed and could not be counted, masked: no answer is lost.
func (c *command) writeCollation(x *cli.Context, drawn sample.Sample, questions question.Pack, found collate.Collation, inputs []string) error {
	id := drawn.Design.ID
	reading := audit.SampleReading{Results: found.Results, Decisions: found.Decisions()}
	files := []report.File{{Name: "collation-" + id + ".json", Write: reading.Write}}
	if disputed := found.Disputed(); len(disputed) > 0 {
		o := proforma.Options{Marking: report.Marking, Disputed: disputed}
		files = append(files, report.File{Name: "adjudication-" + id + ".xlsx", Write: func(w io.Writer) error { return proforma.Write(w, drawn, questions, o) }})
	}
	if len(found.Kept) > 0 {
		files = append(files, report.File{Name: "kept-" + id + ".txt", Write: func(w io.Writer) error { return writeKept(w, found.Kept) }})
	}
	out := x.String("out")
	if out == "" {
		out = filepath.Dir(x.String("draw"))
	}
	return overwriteHint(report.WriteFiles(out, files, inputs, x.Bool("force")), "choose another folder with --out, or replace it with --force")
}

func writeKept(w io.Writer, kept []collate.Kept) error {
	m := masking.New(masking.Options{})
	for _, k := range kept {
		text := k.Text
		if !k.Masked {
			text = m.Mask(text)
		}
		if _, err := fmt.Fprintf(w, "%s, sheet %q, row %d: %s\r\n", k.File, k.Sheet, k.Row, text); err != nil {
			return err
		}
	}
	return nil
}

func readDraw(path string) (sample.Sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return sample.Sample{}, wrong("name the draw-ID.json that `siequity sample draw` wrote", "%s cannot be read", filepath.Base(path))
	}
	defer f.Close()
	s, err := sample.Load(filepath.Base(path), f)
	if err != nil {
		return s, wrong("", "%v", err)
	}
	return s, nil
}

func openReturns(args []string) (paths []string, files []collate.File, err error) {
	for _, arg := range args {
		found, err := expand(arg)
		if err != nil {
			return nil, nil, err
		}
		for _, path := range found {
			f, err := os.Open(path)
			if err != nil {
				closeAll(files)
				return nil, nil, wrong("check the folder and the spelling", "%s cannot be read", filepath.Base(path))
			}
			paths, files = append(paths, path), append(files, collate.File{Name: filepath.Base(path), Data: f})
		}
	}
	return paths, files, nil
}

func closeAll(files []collate.File) {
	for _, f := range files {
		if c, ok := f.Data.(io.Closer); ok {
			c.Close() // it was only read
		}
	}
}

// readSamples reads the collations that an audit is given.
func readSamples(paths []string) ([]audit.SampleReading, error) {
	var out []audit.SampleReading
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, wrong("name the collation-ID.json that `siequity sample collate` wrote", "%s cannot be read", filepath.Base(path))
		}
		s, err := audit.ReadSample(f)
		f.Close()
		if err != nil {
			return nil, wrong("", "%s: %v", filepath.Base(path), err)
		}
		s.Path = path
		out = append(out, s)
	}
	return out, nil
}
