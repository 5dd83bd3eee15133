package main

import (
	"errors"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"siequity/audit/demo"
	"siequity/audit/project"
)

func (c *command) demoVerb() *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "write a synthetic half-year of a made-up system into a folder, and audit it", ArgsUsage: "DIR",
		Flags:  sharedFlags(demoFlags()...),
		Action: c.demo,
	}
}

// demoFlags are those of an audit, without the project: that of the demo is its own.
func demoFlags() []cli.Flag {
	return slices.DeleteFunc(auditFlags(), func(f cli.Flag) bool { return slices.Contains(f.Names(), "config") })
}

// demo writes the exports and then does what `siequity audit` in that folder
// would do.
func (c *command) demo(x *cli.Context) error {
	if x.NArg() != 1 {
		return wrong("siequity demo my-demo", "name one folder for the demo")
	}
	dir := x.Args().First()
	if err := demo.Write(dir); err != nil {
		if errors.Is(err, demo.ErrThere) {
			return wrong("name a folder that does not exist yet", "%v", err)
		}
		return err
	}
	p, err := project.Load(filepath.Join(dir, project.FileName))
	if err != nil {
		return err
	}
	return c.auditProject(x, p, nil)
}
