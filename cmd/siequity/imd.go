package main

import "github.com/urfave/cli/v2"

func (c *command) imdVerb() *cli.Command {
	return &cli.Command{
		Name: "imd", Usage: "say what deprivation the look-ups give, and how they got it", ArgsUsage: "FILE|POSTCODE...",
		Flags:  sharedFlags(append(imdFlags(), configFlag(), jsonFlag())...),
		Action: c.imd,
	}
}

func (c *command) imd(x *cli.Context) error { return nil }
