package main

import "github.com/urfave/cli/v2"

// verbs lists what the tool does, in the order in which a newcomer meets it.
func (c *command) verbs() []*cli.Command {
	return []*cli.Command{
		c.demoVerb(), c.initVerb(), c.inspectVerb(), c.auditVerb(), c.sampleVerb(), c.mergeVerb(), c.considerVerb(), c.imdVerb(), c.rulesVerb(),
	}
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print results only: no progress and no summary"}
}

func colorFlag() cli.Flag {
	return &cli.BoolFlag{Name: "no-color", Usage: "no colours in the terminal; NO_COLOR in the environment says the same"}
}

func jsonFlag() cli.Flag {
	return &cli.BoolFlag{Name: "json", Usage: "print the result as JSON"}
}

func configFlag() cli.Flag {
	return &cli.StringFlag{Name: "config", Aliases: []string{"c"}, Usage: "project `FILE` (default: siequity.yaml in the working folder, if there is one)"}
}

func outFlag(usage string) cli.Flag {
	return &cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: usage}
}

func forceFlag() cli.Flag {
	return &cli.BoolFlag{Name: "force", Usage: "replace outputs of an earlier run"}
}

func rulesFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "rules", Usage: "a rule pack of your own, a `FILE`; may be given several times"}
}

func imdFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "imd", Usage: "index of multiple deprivation: the publisher's File 1 or File 7, a `FILE`; may be given several times"},
		&cli.StringFlag{Name: "postcodes", Usage: "postcode directory (ONSPD or NSPL), a csv or zip `FILE`"},
		&cli.IntFlag{Name: "vintage", Usage: "edition of the index, `YEAR` 2019 or 2025 (default 2019)"},
	}
}

// sharedFlags are those that every verb has besides its own.
func sharedFlags(own ...cli.Flag) []cli.Flag {
	return append(own, quietFlag(), colorFlag())
}
