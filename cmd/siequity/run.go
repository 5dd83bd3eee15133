package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit/intake"
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

// A usageError is a fault of the command line or of a file that the user wrote
// to steer the run.
type usageError struct {
	what string
	hint string
}

func (e usageError) Error() string { return e.what }

// wrong makes a usage error.
func wrong(hint, format string, args ...any) error {
	return usageError{fmt.Sprintf(format, args...), hint}
}

// errFindings ends a run whose findings reach --fail-on. It prints nothing: the
// findings themselves have been shown.
var errFindings = errors.New("findings")

// errCouldNot ends a run some of whose files could not be read. They have been
// named already, and what could be done with the others is done.
var errCouldNot = errors.New("could not read everything")

// status prints the error, if any, and maps it to an exit status.
func (c *command) status(err error) int {
	var u usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errFindings):
		return findings
	case errors.Is(err, errCouldNot):
		return failed
	case errors.As(err, &u):
		c.complain(u.what, u.hint)
		return usage
	}
	c.complainOf(err)
	if isUsage(err) {
		return usage
	}
	return failed
}

// complain prints a message the way all messages look: where and what, then the
// remedy on a line of its own.
func (c *command) complain(what, hint string) {
	if hint == "" {
		what, hint = cutHint(what)
	}
	fmt.Fprintf(c.err, "siequity: %s\n", strings.TrimRight(what, "\n"))
	if hint != "" {
		fmt.Fprintf(c.err, "  hint: %s\n", hint)
	}
}

// complainOf prints an error, or each of the reasons that it gathers.
func (c *command) complainOf(err error) {
	var nothing *intake.NothingToRead
	if !errors.As(err, &nothing) || len(nothing.Findings) == 0 {
		c.complain(err.Error(), remedyOf(err))
		return
	}
	for _, f := range nothing.Findings {
		c.complain(f.String(), f.Hint)
	}
}

// cutHint parts a message from the remedy that some rooms write behind it.
func cutHint(what string) (string, string) {
	for _, mark := range []string{"\nhint: ", "; hint: "} {
		if before, after, ok := strings.Cut(what, mark); ok {
			return before, after
		}
	}
	return what, ""
}

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
		guard(v, c)
	}
	return app
}

// guard gives a verb the checks that every verb needs. Flags after the first
// file would be silently taken for files, so they are refused.
func guard(v *cli.Command, c *command) {
	v.OnUsageError = onUsage
	v.HideHelpCommand = true
	for _, sub := range v.Subcommands {
		guard(sub, c)
	}
	if v.Action == nil {
		v.Action = func(x *cli.Context) error { return c.noSubVerb(x, v) }
		return
	}
	action := v.Action
	v.Action = func(x *cli.Context) error {
		for _, a := range x.Args().Slice() {
			if strings.HasPrefix(a, "-") && a != "-" {
				return wrong("put flags before the files: siequity "+v.Name+" "+a+" ... FILE", "%s comes after the files, where flags are not read", a)
			}
		}
		c.quiet = given(x, "quiet")
		c.noColor = given(x, "no-color")
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

func onUsage(_ *cli.Context, err error, _ bool) error {
	return wrong("siequity --help lists the commands, siequity COMMAND --help its flags", "%s", plainFlagError(err))
}

// plainFlagError turns the flag package's wording into the user's.
func plainFlagError(err error) string {
	s := err.Error()
	if name, ok := strings.CutPrefix(s, "flag provided but not defined: "); ok {
		return "there is no flag " + strings.Replace(name, "-", "--", 1)
	}
	if name, ok := strings.CutPrefix(s, "flag needs an argument: -"); ok {
		return "nothing stands after --" + strings.TrimPrefix(name, "-")
	}
	var value, name string
	if n, _ := fmt.Sscanf(s, "invalid value %q for flag -%s", &value, &name); n == 2 {
		return fmt.Sprintf("--%s cannot be %q", strings.TrimSuffix(name, ":"), value)
	}
	return s
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
