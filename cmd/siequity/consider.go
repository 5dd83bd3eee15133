package main

import "github.com/urfave/cli/v2"

func (c *command) considerVerb() *cli.Command {
	return &cli.Command{
		Name: "consider", Usage: "show what one investigation report considered, with the sentences that prove it", ArgsUsage: "FILE...",
		Flags:  sharedFlags(jsonFlag(), configFlag()),
		Action: c.consider,
	}
}

func (c *command) consider(x *cli.Context) error { return nil }
