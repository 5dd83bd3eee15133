package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/report"
	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"
)

// draw audits, draws, writes the proformas and notes the draw in the register.
func (c *command) draw(x *cli.Context) error {
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	if err := needed(x, "siequity sample draw --id 2026-27-q1 --date 2026-07-01 --seed audit-4711 --size 30", "id", "date", "seed"); err != nil {
		return err
	}
	cfg, err := config(x, p, x.Args().Slice())
	if err != nil {
		return err
	}
	draws := registerPath(x, p.Dir)
	inputs := filesRead(x, cfg)
	if err := mayWriteDraw(x, cfg, draws, inputs); err != nil {
		return err
	}
	register, err := readRegister(draws)
	if err != nil {
		return err
	}
	design, err := designOf(x, register)
	if err != nil {
		return err
	}
	questions, err := readQuestions(x.String("questions"))
	if err != nil {
		return err
	}
	progress := c.progress()
	result, err := audit.Run(x.Context, cfg, progress)
	progress.stop()
	if err != nil {
		return err
	}
	drawn, err := sample.Draw(result.Frame(x.Bool("records")), design)
	if err != nil {
		return misuse(err)
	}
	return c.writeDraw(x, drawn, questions, noting{register, draws}, inputs)
}

// A noting is the register of draws, and where it lies.
type noting struct {
	register sample.Register
	path     string
}

// drawNames lists the files of a draw.
func drawNames(id string) []string {
	return []string{"draw-" + id + ".json", "frame-" + id + ".csv", "proforma-" + id + ".xlsx"}
}

func drawFolder(x *cli.Context) string {
	if out := x.String("out"); out != "" {
		return out
	}
	return "siequity-sample"
}

// mayWriteDraw refuses a draw whose files are in the way, before the work begins.
func mayWriteDraw(x *cli.Context, cfg audit.Config, draws string, inputs []string) error {
	out := drawFolder(x)
	if err := isFolder(out); err != nil {
		return err
	}
	outputs := pathsIn(out, drawNames(x.String("id")))
	if i := slices.IndexFunc(outputs, func(p string) bool { return samePath(p, draws) }); i >= 0 {
		return wrong("name another file with --draws, such as draws.yaml", "%s is a file of the draw, and the register would be written over it", filepath.Base(draws))
	}
	if err := overwriteHint(report.MayWrite(draws, inputs, true), ""); err != nil {
		return err
	}
	if err := notAmongInputs(cfg.Project, x.Args().Slice(), outputs, "choose another folder with --out, such as sample"); err != nil {
		return err
	}
	return mayWritePack(out, outputs, inputs, x.Bool("force"))
}

// needed refuses a command that lacks flags, all of them at once.
func needed(x *cli.Context, example string, flags ...string) error {
	var lacking []string
	for _, name := range flags {
		if x.String(name) == "" {
			lacking = append(lacking, "--"+name)
		}
	}
	switch len(lacking) {
	case 0:
		return nil
	case 1:
		return wrong(example, "%s is needed", lacking[0])
	}
	last := len(lacking) - 1
	return wrong(example, "%s and %s are needed", strings.Join(lacking[:last], ", "), lacking[last])
}

func (c *command) writeDraw(x *cli.Context, drawn sample.Sample, questions question.Pack, to noting, inputs []string) error {
	register, err := to.register.Add(drawn)
	if err != nil {
		return misuse(err)
	}
	noted, err := register.Bytes()
	if err != nil {
		return err
	}
	out := drawFolder(x)
	o := proforma.Options{OneSheet: x.Bool("one-sheet"), Marking: report.Marking, Mode: proforma.Blind}
	if x.Bool("assisted") {
		o.Mode = proforma.Assisted
	}
	names := drawNames(drawn.Design.ID)
	files := []report.File{
		{Name: names[0], Write: drawn.Save},
		{Name: names[1], Write: drawn.WriteFrame},
		{Name: names[2], Write: func(w io.Writer) error { return proforma.Write(w, drawn, questions, o) }},
	}
	if err := report.WriteFiles(out, files, inputs, x.Bool("force")); err != nil {
		return overwriteHint(err, "choose another folder with --out, or replace it with --force")
	}
	if err := report.WriteFile(to.path, func(w io.Writer) error { _, err := w.Write(noted); return err }, inputs, true); err != nil {
		return err
	}
	if !c.quiet {
		c.say("%s\nthe draw and the proforma are in %s; the draw is noted in %s\n", strings.TrimRight(drawn.Explain(), "\n"), out, filepath.Base(to.path))
	}
	return nil
}

func registerPath(x *cli.Context, dir string) string {
	if x.IsSet("draws") {
		return x.String("draws")
	}
	return filepath.Join(dir, "draws.yaml")
}

// readRegister reads the register of draws; without a file it is empty.
func readRegister(path string) (sample.Register, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return sample.Register{}, nil
	}
	if err != nil {
		return sample.Register{}, wrong("check --draws", "%s cannot be read", filepath.Base(path))
	}
	r, err := sample.ReadRegister(filepath.Base(path), string(text))
	if err != nil {
		return r, misuse(err)
	}
	return r, nil
}

func readQuestions(path string) (question.Pack, error) {
	if path == "" {
		return question.Builtin()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return question.Pack{}, wrong("check --questions", "%s cannot be read", filepath.Base(path))
	}
	p, err := question.Load(filepath.Base(path), string(bytes.TrimSpace(text)))
	if err != nil {
		return p, misuse(err)
	}
	return p, nil
}

// designOf makes a design of the flags.
func designOf(x *cli.Context, register sample.Register) (sample.Design, error) {
	d := sample.Design{ID: x.String("id"), Date: x.String("date"), Seed: x.String("seed"), Tool: version(), Records: x.Bool("records"), Spread: sample.Spread(x.String("spread")), Least: x.Int("least"),
		Reserve: x.Int("reserve"), Readers: x.StringSlice("reader"), Twice: x.Float64("twice"),
		Size: sample.Size{All: x.Bool("all"), Cases: x.Int("size"), Margin: x.Float64("margin"), Detect: x.Float64("detect")}}
	for _, s := range x.StringSlice("strata") {
		d.Strata = append(d.Strata, sample.By(s))
	}
	var err error
	if d.Filter, err = groups(x.StringSlice("only")); err != nil {
		return d, err
	}
	if d.Certain, err = groups(x.StringSlice("certain")); err != nil {
		return d, err
	}
	if d.Boost, err = boosts(x.StringSlice("boost")); err != nil {
		return d, err
	}
	return d, earlier(x, register, &d)
}

// earlier looks up the draws that this one excludes or follows up.
func earlier(x *cli.Context, register sample.Register, d *sample.Design) error {
	for _, id := range x.StringSlice("exclude") {
		e, err := register.Earlier(id)
		if err != nil {
			return misuse(err)
		}
		d.Exclude = append(d.Exclude, e)
	}
	if x.IsSet("follow-up") {
		e, err := register.Earlier(x.String("follow-up"))
		if err != nil {
			return misuse(err)
		}
		d.FollowUp = &e
	}
	return nil
}

func groups(texts []string) ([]sample.Group, error) {
	var out []sample.Group
	for _, t := range texts {
		name, value, ok := strings.Cut(t, "=")
		if !ok {
			return nil, wrong("write it as harm=death", "%q is not a group", t)
		}
		out = append(out, sample.Group{By: sample.By(strings.TrimSpace(name)), Any: strings.Split(strings.TrimSpace(value), "|")})
	}
	return out, nil
}

func boosts(texts []string) ([]sample.Boost, error) {
	var out []sample.Boost
	for _, t := range texts {
		at := strings.LastIndexByte(t, '*')
		if at < 0 {
			return nil, wrong("write it as ethnicity=Black*3", "%q has no factor", t)
		}
		factor, err := strconv.ParseFloat(strings.TrimSpace(t[at+1:]), 64)
		if err != nil {
			return nil, wrong("write it as ethnicity=Black*3", "%q has no factor", t)
		}
		g, err := groups([]string{t[:at]})
		if err != nil {
			return nil, err
		}
		out = append(out, sample.Boost{Group: g[0], Factor: factor})
	}
	return out, nil
}
