// Command siequity shows whether maternity and neonatal incidents are
// investigated fairly for every family. Its manual is the README.
package main

import (
	"context"
	"os"
	"os/signal"

	"github.com/urfave/cli/v2"
)

func main() {
	os.Exit(mainStatus())
}

// mainStatus is main without the exit, so that scripts of the tests can run it.
func mainStatus() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	cli.HelpPrinter = printHelp
	return run(ctx, os.Args, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
}
