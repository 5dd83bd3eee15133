package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit/decision"
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
			&cli.StringFlag{Name: "draw", Usage: "the draw, a `FILE` such as draw-2026-27-q1.json (needed)"},
			&cli.StringFlag{Name: "questions", Usage: "the questions of the draw, if they are your own, a `FILE`"}),
		Action: c.collate,
	}
}

func (c *command) collate(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity sample collate --draw draw-ID.json proforma.xlsx", "no proformas were given")
	}
	if err := needed(x, "siequity sample collate --draw draw-2026-27-q1.json proforma-2026-27-q1.xlsx", "draw"); err != nil {
		return err
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
		return misuse(err)
	}
	for _, f := range found.Faults {
		c.complain(f.Error(), f.Hint)
	}
	if err := c.writeCollation(x, drawn, questions, found, append(paths, x.String("draw"), x.String("questions"))); err != nil {
		return err
	}
	if x.Bool("json") {
		return decision.SampleReading{Results: found.Results, Decisions: found.Decisions()}.Write(c.out)
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
	reading := decision.SampleReading{Results: found.Results, Decisions: found.Decisions()}
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
		return s, misuse(err)
	}
	return s, nil
}

// openReturns opens the proformas. They are called by their names, and two of one
// name by their paths, as people send back what they were sent.
func openReturns(args []string) (paths []string, files []collate.File, err error) {
	for _, arg := range args {
		found, err := typed(arg).files()
		if err != nil {
			return nil, nil, err
		}
		paths = append(paths, found...)
	}
	for i, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			closeAll(files)
			return nil, nil, wrong("check the folder and the spelling", "%s cannot be read", filepath.Base(path))
		}
		files = append(files, collate.File{Name: calledBy(paths, i), Data: f})
	}
	return paths, files, nil
}

// calledBy names the file at i: by its path where another has its name.
func calledBy(paths []string, i int) string {
	for j, p := range paths {
		if j != i && strings.EqualFold(filepath.Base(p), filepath.Base(paths[i])) {
			return filepath.ToSlash(paths[i])
		}
	}
	return filepath.Base(paths[i])
}

func closeAll(files []collate.File) {
	for _, f := range files {
		if c, ok := f.Data.(io.Closer); ok {
			c.Close() // it was only read
		}
	}
}

// readSamples reads the collations that an audit is given.
func readSamples(paths []string) ([]decision.SampleReading, error) {
	var out []decision.SampleReading
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, wrong("name the collation-ID.json that `siequity sample collate` wrote", "%s cannot be read", filepath.Base(path))
		}
		s, err := decision.ReadSample(f)
		f.Close()
		if err != nil {
			return nil, wrong("name the collation-ID.json that `siequity sample collate` wrote", "%s: %v", filepath.Base(path), err)
		}
		s.Path = path
		out = append(out, s)
	}
	return out, nil
}
