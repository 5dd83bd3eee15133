package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"
)

// To measure with a file of your own, in one pass each:
//
//	SIEQUITY_BENCH_FILE=incidents.csv go test -run - -bench . -benchtime 1x ./incidents/export
//
// On two cores a CSV of 1,000,000 rows, 690 MB, took 0.33 s (0.65 s of both cores, 17 MB resident) where encoding/csv took
// 0.97 s; a workbook of 100,000 rows by 20 columns took 0.46 s (84 MB resident), an eighth of excelize's raw rows.

// tally reads a whole table on all cores, as the audit does, and counts rows, cells and bytes of text.
func tally(tb testing.TB, t *Table) (rows, cells, size int, faults []Fault) {
	tb.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	batches := make(chan Batch)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for b := range batches {
				var r, c, s int
				f := b.Rows(func(row Row) bool {
					r++
					c += len(row.Cells)
					for i := range row.Cells {
						s += len(row.Cells[i].Text)
					}
					return true
				})
				mu.Lock()
				rows, cells, size = rows+r, cells+c, size+s
				faults = append(faults, f...)
				mu.Unlock()
			}
		})
	}
	err := t.Batches(context.Background(), Range{From: 2}, func(b Batch) error {
		batches <- b
		return nil
	})
	close(batches)
	wg.Wait()
	if err != nil {
		tb.Fatal(err)
	}
	return rows, cells, size, faults
}

// benchCSV writes an invented export of rows x 20 cells with narratives in quotes.
func benchCSV(tb testing.TB, rows int) string {
	tb.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	head := make([]string, 20)
	for i := range head {
		head[i] = fmt.Sprintf("Heading %d", i+1)
	}
	w.Write(head)
	row := make([]string, 20)
	for i := range rows {
		for c := range row {
			row[c] = fmt.Sprintf("value %d", (i*c)%97)
		}
		row[15] = "Reviewed at 01:28, plan: bloods, IV access. Midwife said, \"we are at capacity\", temperature 38.9°C,\nreview later."
		row[16] = "Lessons, and a long account of what was done; " + row[3] + "; decision to delivery interval 36 minutes."
		w.Write(row)
	}
	w.Flush()
	path := filepath.Join(tb.TempDir(), "bench.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// benchFile is the file named by SIEQUITY_BENCH_FILE, or an invented one.
func benchFile(b *testing.B) string {
	if path := os.Getenv("SIEQUITY_BENCH_FILE"); path != "" {
		return path
	}
	return benchCSV(b, 100_000)
}

func BenchmarkTable(b *testing.B) {
	path := benchFile(b)
	info, _ := os.Stat(path)
	b.SetBytes(info.Size())
	for b.Loop() {
		f, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		rows, cells, _, faults := tally(b, f.Tables[0])
		b.ReportMetric(float64(rows), "rows")
		b.ReportMetric(float64(cells)/float64(rows), "cells/row")
		b.ReportMetric(float64(len(faults)), "faults")
		f.Close()
	}
}

// BenchmarkCut is the sequential part alone.
func BenchmarkCut(b *testing.B) {
	f, err := Open(benchFile(b))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for b.Loop() {
		err := f.Tables[0].Batches(context.Background(), Range{From: 1 << 30}, func(b Batch) error {
			switch r := b.block.(type) {
			case *records:
				r.pool.Put(r.piece)
			case *sheetRows:
				r.pool.Put(r.piece)
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEncodingCSV is the floor to hold BenchmarkTable against.
func BenchmarkEncodingCSV(b *testing.B) {
	path := benchFile(b)
	for b.Loop() {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.ReuseRecord = true
		for err == nil {
			_, err = r.Read()
		}
		if err != io.EOF {
			b.Fatal(err)
		}
		f.Close()
	}
}

func BenchmarkSum(b *testing.B) {
	f, err := Open(benchFile(b))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for b.Loop() {
		if _, _, err := f.Sum(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExcelize is what BenchmarkTable is held against for a workbook.
func BenchmarkExcelize(b *testing.B) {
	path := benchFile(b)
	if filepath.Ext(path) != ".xlsx" {
		b.Skip("SIEQUITY_BENCH_FILE names no workbook")
	}
	for b.Loop() {
		x, err := excelize.OpenFile(path)
		if err != nil {
			b.Fatal(err)
		}
		rows, err := x.Rows(x.GetSheetName(0))
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
				b.Fatal(err)
			}
		}
		x.Close()
	}
}
