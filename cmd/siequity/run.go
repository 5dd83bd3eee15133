package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"
)

// The exit statuses. Only run decides which one applies.
const (
	done     = 0 // the work was done
	findings = 1 // there are findings at or above --fail-on
	usage    = 2 // the command line, a project file or a pack is wrong
	failed   = 3 // the work could not be done
)

// streams are where a command reads and writes. Results go to out, everything
// else to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// run does what the arguments say and gives the exit status.
func run(ctx context.Context, args []string, s streams) int {
	collectLate()
	c := &command{streams: s}
	err := c.app().RunContext(ctx, args)
	return c.status(err)
}

// errFindings ends a run whose findings reach --fail-on. It prints nothing: the
// findings themselves have been shown.
var errFindings = errors.New("findings")

// errCouldNot ends a run some of whose files could not be read. They have been
// named already, and what could be done with the others is done.
var errCouldNot = errors.New("could not read everything")

// command is one run of the program.
type command struct {
	streams
	quiet   bool
	noColor bool
}

// app describes the verbs. Errors come back to run: the library itself neither
// prints nor exits.
func (c *command) app() *cli.App {
	app := &cli.App{
		Name:            "siequity",
		Usage:           "shows whether maternity and neonatal incidents are investigated fairly for every family",
		Version:         version(),
		HideVersion:     false,
		Writer:          c.out,
		ErrWriter:       c.err,
		ExitErrHandler:  func(*cli.Context, error) {},
		OnUsageError:    onUsage,
		CommandNotFound: nil,
		Action:          c.noVerb,
		Flags:           []cli.Flag{quietFlag(), colorFlag()},
		Commands:        c.verbs(),
		// Order matters to the reader: the library would sort by category.
		HideHelpCommand: true,
	}
	for _, v := range app.Commands {
		guard(v, c, "siequity "+v.Name)
	}
	return app
}

// guard gives a verb the checks that every verb needs. Flags after the first
// file would be silently taken for files, so they are refused. As typed, the verb
// has those it stands under before it.
func guard(v *cli.Command, c *command, asTyped string) {
	v.OnUsageError = onUsage
	v.HideHelpCommand = true
	for _, sub := range v.Subcommands {
		guard(sub, c, asTyped+" "+sub.Name)
	}
	if v.Action == nil {
		v.Action = func(x *cli.Context) error { return c.noSubVerb(x, v) }
		return
	}
	action := v.Action
	v.Action = func(x *cli.Context) error {
		for _, a := range x.Args().Slice() {
			if strings.HasPrefix(a, "-") && a != "-" {
				return wrong("put flags before the files: "+asTyped+" "+a+" ... FILE", "%s comes after the files, where flags are not read", a)
			}
		}
		c.quiet = given(x, "quiet")
		c.noColor = given(x, "no-color") || os.Getenv("NO_COLOR") != "" // whatever it says: no-color.org
		return action(x)
	}
}

// given tells whether a switch stands before or after the verb: the library
// looks only at the nearest place that knows it.
func given(x *cli.Context, name string) bool {
	for _, at := range x.Lineage() {
		if at.Command != nil && at.Bool(name) {
			return true
		}
	}
	return false
}

func (c *command) noVerb(x *cli.Context) error {
	if x.Args().Present() {
		return wrong("siequity --help lists the commands", "there is no command %q", x.Args().First())
	}
	return cli.ShowAppHelp(x)
}

func (c *command) noSubVerb(x *cli.Context, v *cli.Command) error {
	if x.Args().Present() {
		return wrong("siequity "+v.Name+" --help lists what there is", "there is no %q under siequity %s", x.Args().First(), v.Name)
	}
	return cli.ShowSubcommandHelp(x)
}

// version gives the module's version as the build recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}
