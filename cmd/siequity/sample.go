package main

import (
	"github.com/urfave/cli/v2"
)

func (c *command) sampleVerb() *cli.Command {
	return &cli.Command{
		Name: "sample", Usage: "draw cases for people to read, and take their answers back",
		Subcommands: []*cli.Command{c.drawVerb(), c.collateVerb()},
	}
}

func (c *command) drawVerb() *cli.Command {
	return &cli.Command{
		Name: "draw", Usage: "draw cases and write the proformas", ArgsUsage: "[FILE...]",
		Description: "Audits the exports, lists their cases as the frame, and draws from it by a printed seed: the same seed and cases give the same draw on any machine.\n" +
			"Groups are written as NAME=VALUE, or NAME=VALUE|VALUE, with NAME one of organisation, source, ethnicity, quintile, harm, kind, period, theme, fails.",
		Flags:  sharedFlags(drawFlags()...),
		Action: c.draw,
	}
}

func drawFlags() []cli.Flag {
	return append([]cli.Flag{
		configFlag(), outFlag("folder for the draw, a `DIR` (default siequity-sample)"), forceFlag(), rulesFlag(),
		&cli.StringFlag{Name: "id", Usage: "`NAME` of the draw, such as 2026-27-q1 (needed)"},
		&cli.StringFlag{Name: "date", Usage: "`DAY` of the draw, as 2026-07-01 (needed)"},
		&cli.StringFlag{Name: "seed", Usage: "`TEXT` that fixes the draw; best the audit's name and a number drawn in public (needed)"},
		&cli.BoolFlag{Name: "records", Usage: "draw records of single systems instead of cases"},
		&cli.StringFlag{Name: "period", Usage: "`PERIOD` of the audit"},
		&cli.StringFlag{Name: "organisation", Usage: "the trust, where the exports do not `NAME` it"},
		&cli.StringSliceFlag{Name: "only", Usage: "draw only from a group, a `NAME=VALUE` such as harm=severe; may be given several times"},
		&cli.StringSliceFlag{Name: "strata", Usage: "draw from each value of `NAME` apart: organisation, source, ethnicity, quintile, harm, kind"},
		&cli.StringSliceFlag{Name: "certain", Usage: "take every case of a group, a `NAME=VALUE` such as harm=death"},
		&cli.IntFlag{Name: "size", Usage: "how many cases, a `NUMBER`"},
		&cli.Float64Flag{Name: "margin", Usage: "as many as a share needs to be known to within `SHARE`, such as 0.1"},
		&cli.Float64Flag{Name: "detect", Usage: "as many as find a problem that affects a `SHARE` of the cases, such as 0.05"},
		&cli.BoolFlag{Name: "all", Usage: "every case"},
		&cli.StringFlag{Name: "spread", Usage: "`HOW` the sample is spread over strata: proportional, equal or neyman", Value: "proportional"},
		&cli.IntFlag{Name: "least", Usage: "at least a `NUMBER` from every stratum, so that each shows how its cases vary", Value: 2},
		&cli.StringSliceFlag{Name: "boost", Usage: "over-sample a group, a `NAME=VALUE*FACTOR` such as ethnicity=Black*3"},
		&cli.IntFlag{Name: "reserve", Usage: "a `NUMBER` of reserve cases for every stratum", Value: 2},
		&cli.StringSliceFlag{Name: "reader", Usage: "`ROLE` of a reader; may be given several times"},
		&cli.Float64Flag{Name: "twice", Usage: "`SHARE` of the cases that two readers read"},
		&cli.BoolFlag{Name: "assisted", Usage: "show readers what the tool found; without it they answer first"},
		&cli.BoolFlag{Name: "one-sheet", Usage: "one sheet for all readers"},
		&cli.StringFlag{Name: "questions", Usage: "questions of your own, a `FILE`"},
		&cli.StringFlag{Name: "draws", Usage: "register of the year's draws, a `FILE` (default draws.yaml in the project)"},
		&cli.StringSliceFlag{Name: "exclude", Usage: "leave out the cases of an earlier draw, its `ID`"},
		&cli.StringFlag{Name: "follow-up", Usage: "draw only from the cases of an earlier draw, its `ID`"},
	}, imdFlags()...)
}
