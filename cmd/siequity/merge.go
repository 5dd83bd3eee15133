package main

import (
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"siequity/audit/finding"
	"siequity/audit/report"
)

func (c *command) mergeVerb() *cli.Command {
	return &cli.Command{
		Name: "merge", Usage: "put trusts' submissions together into the pack for the LMNS", ArgsUsage: "SUBMISSION...",
		Description: "Takes submission.json files, or the folders that hold them. Order does not matter; for each trust and quarter its latest return counts.",
		Flags: sharedFlags(outFlag("folder for the pack, a `DIR` (default siequity-lmns)"), forceFlag(), configFlag(), rulesFlag(),
			&cli.StringFlag{Name: "system", Usage: "`NAME` of the LMNS"},
			&cli.StringFlag{Name: "disclosure", Usage: "how small numbers are protected: `PROFILE` panel, lt5, nhse or hes (default lt5)"}),
		Action: c.merge,
	}
}

func (c *command) merge(x *cli.Context) error {
	if !x.Args().Present() {
		return wrong("siequity merge trust1/submission.json trust2/submission.json", "no submissions were given")
	}
	profile := x.String("disclosure")
	if profile == "" {
		profile = "lt5"
	}
	if err := knownDisclosure(profile); err != nil {
		return err
	}
	set, err := c.loadRules(x)
	if err != nil {
		return err
	}
	out := x.String("out")
	if out == "" {
		out = "siequity-lmns"
	}
	if err := isFolder(out); err != nil {
		return err
	}
	all, paths, err := readSubmissions(x.Args().Slice())
	if err != nil {
		return err
	}
	if err := mayWriteMerge(x, out, paths); err != nil {
		return err
	}
	if x.IsSet("system") {
		all.System = x.String("system")
	}
	pack, mismatches, err := report.NewMergedPack(x.Context, all, set, report.PackOptions{Disclosure: profile})
	if err != nil {
		return err
	}
	if err := report.WriteFiles(out, pack.Files(), paths, x.Bool("force")); err != nil {
		return overwriteHint(err, "choose another folder with --out, or replace it with --force")
	}
	return c.mergeSummary(pack, mismatches, out)
}

// mayWriteMerge refuses outputs that are in the way, or that the next merge would read.
func mayWriteMerge(x *cli.Context, out string, paths []string) error {
	outputs := pathsIn(out, report.MergeNames())
	var read []pattern
	for _, arg := range x.Args().Slice() {
		read = append(read, typed(arg))
	}
	if err := notRead(read, append(outputs, out), "choose another folder with --out, such as lmns"); err != nil {
		return err
	}
	return mayWritePack(out, outputs, paths, x.Bool("force"))
}

func readSubmissions(args []string) (report.Submission, []string, error) {
	var all report.Submission
	var paths []string
	for _, arg := range args {
		found, err := typed(arg).paths()
		if err != nil {
			return all, nil, err
		}
		for _, path := range found {
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				path = filepath.Join(path, "submission.json")
			}
			s, err := readSubmission(path)
			if err != nil {
				return all, nil, err
			}
			all = report.Merge(all, s)
			paths = append(paths, path)
		}
	}
	return all, paths, nil
}

func readSubmission(path string) (report.Submission, error) {
	f, err := os.Open(path)
	if err != nil {
		return report.Submission{}, wrong("name a submission.json, or the folder that holds one", "%s cannot be read", filepath.ToSlash(path))
	}
	defer f.Close()
	s, err := report.ReadSubmission(f)
	if err != nil {
		return s, wrong("name a submission.json as siequity audit wrote it", "%s: %v", filepath.ToSlash(path), err)
	}
	return s, nil
}

func (c *command) mergeSummary(p *report.Pack, mismatches []finding.Finding, dir string) error {
	for _, f := range mismatches {
		c.complain(f.String(), f.Hint)
	}
	if c.quiet {
		return nil
	}
	c.showMeasures(p)
	c.say("the pack is in %s\n", dir)
	return nil
}
