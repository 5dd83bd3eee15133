package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"siequity/audit/intake"
	"siequity/audit/report"
)

// A usageError is a fault of the command line or of a file that the user wrote
// to steer the run.
type usageError struct {
	what  string
	hint  string
	cause error // said in place of the two, with the hints that it holds
}

func (e usageError) Error() string {
	if e.cause != nil {
		return e.cause.Error()
	}
	return e.what
}

// wrong makes a usage error.
func wrong(hint, format string, args ...any) error {
	return usageError{what: fmt.Sprintf(format, args...), hint: hint}
}

// misuse makes a usage error of one that says its own hints.
func misuse(err error) error { return usageError{cause: err} }

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
		if u.cause != nil {
			c.complainOf(u.cause)
		} else {
			c.complain(u.what, u.hint)
		}
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
	fmt.Fprintf(c.err, "siequity: %s\n", strings.TrimRight(c.wrapped(c.err, what), "\n"))
	if hint != "" {
		fmt.Fprintln(c.err, c.wrapped(c.err, hintLine(hint)))
	}
}

// hintLine is a hint as it stands under every message, on either stream.
func hintLine(hint string) string { return "  hint: " + hint }

// complainOf prints an error, or each of the reasons that it gathers.
func (c *command) complainOf(err error) {
	var nothing *intake.NothingToRead
	if errors.As(err, &nothing) && len(nothing.Findings) > 0 {
		for _, f := range nothing.Findings {
			c.complain(f.String(), f.Hint)
		}
		return
	}
	for _, reason := range reasons(err) {
		if system, ok := reason.(*fs.PathError); ok {
			c.complain(filepath.Base(system.Path)+": "+report.SystemWords(system.Err), "check the folder and the spelling, and that you may write there")
			continue
		}
		c.complain(reason.Error(), remedyOf(reason))
	}
}

// reasons lists the errors that one gathers, or the one.
func reasons(err error) []error {
	gathered, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range gathered.Unwrap() {
		out = append(out, reasons(e)...)
	}
	return out
}

func onUsage(_ *cli.Context, err error, _ bool) error {
	return wrong("siequity --help lists the commands, siequity COMMAND --help its flags", "%s", plainFlagError(err))
}

// plainFlagError turns the flag package's wording into the user's.
func plainFlagError(err error) string {
	s := err.Error()
	if name, ok := strings.CutPrefix(s, "flag provided but not defined: -"); ok {
		return "there is no flag " + dashed(strings.TrimPrefix(name, "-"))
	}
	if name, ok := strings.CutPrefix(s, "flag needs an argument: -"); ok {
		return "nothing stands after " + dashed(strings.TrimPrefix(name, "-"))
	}
	var value, name string
	if n, _ := fmt.Sscanf(s, "invalid value %q for flag -%s", &value, &name); n == 2 {
		return fmt.Sprintf("%s cannot be %q", dashed(strings.TrimSuffix(name, ":")), value)
	}
	return s
}

// dashed writes the name of a flag as people type it: -c, --config.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
