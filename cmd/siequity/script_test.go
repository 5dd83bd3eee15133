package main

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"siequity": main})
}

// TestScripts runs the command as a user would: one script for each behaviour,
// named after it. UPDATE=1 rewrites the expected outputs that a script compares.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Cmds:                scriptCommands(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
	})
}

// cells writes into the first row of items of a sheet, or into another row, as a person
// would: cells FILE.xlsx SHEET[@ROW] HEADING=TEXT...
func cells(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet, at, found := strings.Cut(args[1], "@")
	n := 3
	if found {
		n, err = strconv.Atoi(at)
		ts.Check(err)
	}
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	for _, entry := range args[2:] {
		heading, text, _ := strings.Cut(entry, "=")
		cell, err := excelize.CoordinatesToCellName(slices.Index(rows[1], heading)+1, n)
		ts.Check(err)
		ts.Check(f.SetCellStr(sheet, cell, text))
	}
	ts.Check(f.Save())
}
