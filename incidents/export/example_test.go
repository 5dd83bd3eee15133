package export_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"siequity/incidents/export"
)

// Reading a table: Batches is sequential; Rows may run on as many goroutines as there are cores.
func ExampleTable_Batches() {
	dir, err := os.MkdirTemp("", "export")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "incidents.csv")
	text := "Incidents, June\n\nRef;Unit;Note\nWEB1;Ward 5;\"seen;\nreviewed\"\nWEB2;Ward 6\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		fmt.Println(err)
		return
	}

	file, err := export.Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	table := file.Tables[0]
	err = table.Batches(context.Background(), export.Range{From: 4, Width: 3}, func(b export.Batch) error {
		faults := b.Rows(func(row export.Row) bool {
			fmt.Printf("row %d, line %d: %s, %q\n", row.Number, row.Line, row.Cells[0], row.Cells[2])
			return true
		})
		for _, f := range faults {
			fmt.Printf("%v\nhint: %s\n", f, f.Hint)
		}
		return nil
	})
	fmt.Println(table.Encoding(), table.Delimiter, err)
	// Output:
	// row 4, line 4: WEB1, "seen;\nreviewed"
	// row 5, line 6: WEB2, ""
	// incidents.csv, row 5, line 6, column B: the row has 2 cells where 3 are expected; the others are taken as empty
	// hint: if the row looks right there is nothing to do, Excel leaves out empty cells at the end; if not, look for a line end inside text
	// UTF-8 ; <nil>
}
