package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit"
	"siequity/audit/project"
	"siequity/audit/report"
	"siequity/rules"
)

func (c *command) auditVerb() *cli.Command {
	return &cli.Command{
		Name: "audit", Usage: "audit a quarter: read exports, write the QAP pack and the worklist", ArgsUsage: "[FILE...]",
		Description: "Reads StEIS, DATIX, LFPSE, MNSI and PMRT exports as they are, checks them against the rules and writes the pack into a folder.\n" +
			"Without files it reads those that siequity.yaml lists. Nothing leaves the machine.",
		Flags:  sharedFlags(auditFlags()...),
		Action: c.audit,
	}
}

func auditFlags() []cli.Flag {
	return append([]cli.Flag{
		configFlag(), outFlag("folder for the pack, a `DIR` (default siequity-out)"), forceFlag(), jsonFlag(),
		&cli.StringFlag{Name: "period", Usage: "`PERIOD` such as 2026/27-Q1, 2026/27, 2026-04-01..2026-06-30 or all (default all)"},
		&cli.StringFlag{Name: "organisation", Usage: "the trust, where the exports do not `NAME` it"},
		&cli.StringFlag{Name: "as-of", Usage: "`DAY` on which clocks are judged (default: the newest date of the records used that other dates bear out)"},
		&cli.StringFlag{Name: "births", Usage: "births or bookings by ethnicity and deprivation, a csv or xlsx `FILE`"},
		&cli.StringFlag{Name: "disclosure", Usage: "how small numbers are protected: `PROFILE` panel, lt5, nhse or hes (default lt5)"},
		&cli.StringFlag{Name: "reports", Usage: "folder `DIR` of investigation reports (docx, pdf, txt, html, md)"},
		&cli.StringFlag{Name: "records", Usage: "also write one line for each record to `FILE` (it stays in the trust)"},
		&cli.StringSliceFlag{Name: "history", Usage: "an earlier submission.json, a `FILE`, for trends; may be given several times"},
		&cli.StringSliceFlag{Name: "sample", Usage: "a collated sample, a `FILE` such as collation-2026-27-q1.json, whose readers' decisions count; may be given several times"},
		&cli.BoolFlag{Name: "no-worklist", Usage: "leave out worklist.xlsx, for very large files"},
		&cli.StringFlag{Name: "password", Usage: "encrypt worklist.xlsx with this `WORD`, and open an earlier one with it", EnvVars: []string{"SIEQUITY_PASSWORD"}},
		&cli.StringFlag{Name: "fail-on", Value: "never", Usage: "`LEVEL` must, should or never: exit with status 1 if a rule of that level fails"},
		rulesFlag(),
	}, imdFlags()...)
}

func (c *command) audit(x *cli.Context) error {
	p, err := loadProject(x)
	if err != nil {
		return err
	}
	return c.auditProject(x, p, x.Args().Slice())
}

// auditProject audits the files, or those of the project when none are named.
func (c *command) auditProject(x *cli.Context, p project.Project, files []string) error {
	cfg, err := config(x, p, files)
	if err != nil {
		return err
	}
	level, err := failLevel(x.String("fail-on"))
	if err != nil {
		return err
	}
	if err := mayWriteAudit(x, cfg, files); err != nil {
		return err
	}
	cfg.Evidence = !x.Bool("no-worklist") || x.IsSet("records")
	keep, err := c.readWorklist(x, &cfg)
	if err != nil {
		return err
	}
	if cfg.Samples, err = readSamples(x.StringSlice("sample")); err != nil {
		return err
	}
	progress := c.progress()
	result, err := audit.Run(x.Context, cfg, progress)
	progress.stop()
	if err != nil {
		return err
	}
	if err := c.write(x, cfg, result, keep); err != nil {
		return err
	}
	return c.verdict(x, result, level)
}

// verdict says why a run that wrote its pack ends with another status than 0.
func (c *command) verdict(x *cli.Context, result *audit.Result, level failOn) error {
	left, failed := result.NotUsed(), level.failed(result)
	if len(left) > 0 && (c.quiet || x.Bool("json")) { // the summary says it otherwise
		c.complain(incompleteWords(left), "")
	}
	if len(failed) > 0 {
		c.complain(failedWords(failed, level.level), "")
	}
	switch {
	case len(left) > 0:
		return errCouldNot
	case len(failed) > 0:
		return errFindings
	}
	return nil
}

// failedWords says which rules ended the run with status 1.
func failedWords(failed []audit.FailedRule, level rules.Severity) string {
	var words []string
	for _, f := range failed {
		words = append(words, fmt.Sprintf("%s (%s)", f.ID, plural(f.Records, "record", "records")))
	}
	return fmt.Sprintf("--fail-on %s: %s: %s", level, plural(len(failed), "rule fails", "rules fail"), strings.Join(words, ", "))
}

// readWorklist takes over what people decided in the worklist of an earlier run
// into the same folder. With keep, something they wrote there has no place in a new
// one.
func (c *command) readWorklist(x *cli.Context, cfg *audit.Config) (keep bool, err error) {
	path := filepath.Join(cfg.Project.Out, report.WorklistName)
	findings, keep, err := cfg.ReadWorklist(path, x.String("password"))
	if err != nil {
		return false, wrong(remedyOf(err), "the earlier worklist cannot be read and is left as it is: %v", err)
	}
	for _, f := range findings {
		c.complain(f.String(), f.Hint)
	}
	return keep && !x.Bool("no-worklist"), nil
}

// write writes the pack and tells what it holds.
func (c *command) write(x *cli.Context, cfg audit.Config, result *audit.Result, keep bool) error {
	out := cfg.Project.Out
	pack, err := report.NewPack(x.Context, result, report.PackOptions{Disclosure: cfg.Project.Disclosure, Worklist: !x.Bool("no-worklist"), Password: x.String("password")})
	if err != nil {
		return err
	}
	files := pack.Files()
	if keep {
		kept := keptWorklist(out)
		files = append(files, kept)
		c.complain(fmt.Sprintf("the earlier worklist is kept as %s, with what could not be carried over", kept.Name), "")
	}
	paths := filesRead(x, cfg)
	if err := report.WriteFiles(out, files, paths, x.Bool("force")); err != nil {
		return overwriteHint(err, "choose another folder with --out, or replace it with --force")
	}
	if x.IsSet("records") {
		if err := c.writeRecords(x, result, paths); err != nil {
			return err
		}
	}
	if x.Bool("json") {
		return pack.Run().Write(c.out)
	}
	return c.summary(pack, cfg, result)
}

// keptWorklist copies the earlier worklist under a name that is free.
func keptWorklist(dir string) report.File {
	name := "worklist-kept.xlsx"
	for n := 2; ; n++ {
		if _, err := os.Stat(filepath.Join(dir, name)); errors.Is(err, fs.ErrNotExist) {
			break
		}
		name = fmt.Sprintf("worklist-kept-%d.xlsx", n)
	}
	return report.File{Name: name, Write: func(w io.Writer) error {
		f, err := os.Open(filepath.Join(dir, report.WorklistName))
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}}
}

func (c *command) writeRecords(x *cli.Context, result *audit.Result, inputs []string) error {
	path := x.String("records")
	write := func(w io.Writer) error { return report.Records(w, result) }
	err := report.WriteFile(path, write, inputs, x.Bool("force"))
	return overwriteHint(err, "name another file with --records, or replace it with --force")
}

// A failOn is the severity at which a run with failures ends with status 1.
type failOn struct {
	on    bool
	level rules.Severity
}

func failLevel(text string) (failOn, error) {
	if text == "never" || text == "" {
		return failOn{}, nil
	}
	s, err := rules.ParseSeverity(text)
	if err != nil || s == rules.Info {
		return failOn{}, wrong("write must, should or never", "--fail-on %s is not understood", text)
	}
	return failOn{true, s}, nil
}

// failed lists the rules of the level that records fail.
func (f failOn) failed(r *audit.Result) []audit.FailedRule {
	if !f.on {
		return nil
	}
	return r.FailedRules(f.level)
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
