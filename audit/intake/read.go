package intake

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"siequity/audit/finding"
	"siequity/incidents"
	"siequity/incidents/decoder"
	"siequity/incidents/export"
)

// A Watcher is told how reading goes on. Its methods may be called from several
// goroutines.
type Watcher interface {
	Reading(file, sheet string)
	Rows(n int)
}

// Rows is what reading gave: the rows of every sheet in order.
type Rows struct {
	Records []*incidents.Record
	Sheets  []SheetCount
}

// A SheetCount says what became of the rows of one sheet.
type SheetCount struct {
	Sheet    *incidents.Sheet
	Read     int // rows, without headings and blank ones
	Footers  int // rows that are no records: totals and notes about the table, empty rows, headings over again
	Encoding string
	Hidden   []int32 // rows that the workbook hides, by hand or by a filter
	Nameless []int32 // rows with a remark such as "TBC" in place of their own reference
}

// Read streams every sheet through the decoders of all cores. Batches come back
// in any order and are put in theirs, so the result never depends on timing.
func (in *Inputs) Read(ctx context.Context, workers int, l incidents.Listener, w Watcher) (Rows, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var out Rows
	for _, s := range in.sheets() {
		w.Reading(s.File, s.Name)
		chunks, err := readSheet(ctx, workers, s, l, w)
		if err != nil {
			in.Findings = append(in.Findings, asFinding(err))
		}
		if ctx.Err() != nil {
			return Rows{}, ctx.Err()
		}
		in.Findings = append(in.Findings, aboutTail(s, decoder.TrimTail(chunks))...)
		for _, f := range decoder.Settle(s, chunks) {
			in.Findings = append(in.Findings, finding.FromFault(f))
		}
		out.take(in, s, chunks)
	}
	if err := sumAll(ctx, in); err != nil {
		in.Findings = append(in.Findings, asFinding(err))
	}
	if out.none() {
		return Rows{}, nothingToRead(in.Findings)
	}
	return out, nil
}

// none tells whether no sheet has a row under its headings.
func (r *Rows) none() bool {
	return !slices.ContainsFunc(r.Sheets, func(s SheetCount) bool { return s.Read > 0 })
}

// sumAll takes the fingerprints of the files. Walking a CSV has taken it on the way.
func sumAll(ctx context.Context, in *Inputs) error {
	for _, f := range in.Files {
		if f.SHA256 != "" {
			continue // of a size that another file has
		}
		if err := f.sum(ctx); err != nil {
			return err
		}
	}
	return nil
}

// take appends the records and faults of a sheet.
func (r *Rows) take(in *Inputs, s *incidents.Sheet, chunks []decoder.Chunk) {
	count := SheetCount{Sheet: s, Encoding: s.Input.Encoding()}
	n := 0
	for _, c := range chunks {
		n += len(c.Records)
	}
	r.Records = slices.Grow(r.Records, n)
	for _, c := range chunks {
		for i := range c.Records {
			r.Records = append(r.Records, &c.Records[i])
		}
		for _, f := range c.Faults {
			in.Findings = append(in.Findings, finding.FromFault(f))
		}
		for _, f := range c.Lines {
			f.File, f.Sheet = s.File, s.Name
			in.Findings = append(in.Findings, finding.FromExport(f))
		}
		count.Read += c.Rows
		count.Footers += c.Footers
		count.Hidden = append(count.Hidden, c.Hidden...)
		count.Nameless = append(count.Nameless, c.Nameless...)
	}
	r.Sheets = append(r.Sheets, count)
	if count.Read == 0 {
		in.Findings = append(in.Findings, finding.Finding{ID: "export/no-rows", File: s.File, Sheet: s.Name, Row: s.Header,
			What: "there are headings and no rows under them", Hint: "run the export again, as its dates or filters may have left nothing; or leave the file out"})
	}
}

// readSheet decodes the batches of a sheet on several goroutines.
func readSheet(ctx context.Context, workers int, s *incidents.Sheet, l incidents.Listener, w Watcher) ([]decoder.Chunk, error) {
	batches := make(chan export.Batch, workers)
	results := make([]decoded, workers)
	var wg sync.WaitGroup
	for i := range workers {
		d := decoder.New(s, i, l)
		wg.Go(func() { results[i].drain(d, batches, w) })
	}
	err := s.Input.Batches(ctx, export.Range{From: s.Header + 1, Width: len(s.Mapping.Columns)}, func(b export.Batch) error {
		batches <- b
		return nil
	})
	close(batches)
	wg.Wait()
	return inOrder(results), err
}

// decoded is what one worker made of the batches that it got.
type decoded struct {
	index  []int
	chunks []decoder.Chunk
}

func (d *decoded) drain(dec *decoder.Decoder, batches <-chan export.Batch, w Watcher) {
	for b := range batches {
		i := b.Index()
		chunk := dec.Decode(b)
		d.index, d.chunks = append(d.index, i), append(d.chunks, chunk)
		w.Rows(chunk.Rows)
	}
}

func inOrder(results []decoded) []decoder.Chunk {
	n := 0
	for _, r := range results {
		n += len(r.chunks)
	}
	out := make([]decoder.Chunk, n)
	for _, r := range results {
		for i, at := range r.index {
			out[at] = r.chunks[i]
		}
	}
	return out
}

// aboutTail tells of the lines under a table that were not taken for records.
func aboutTail(s *incidents.Sheet, t decoder.Tail) []finding.Finding {
	f := finding.Finding{ID: "rows/under-table", File: s.File, Sheet: s.Name, Row: t.First, Hint: "if it is a record, give it its reference and its date"}
	switch t.Rows {
	case 0:
		return nil
	case 1:
		f.What = "this last row has neither a reference nor a date, so it was taken for a line under the table and not for a record"
	default:
		f.What = fmt.Sprintf("the last %d rows, to row %d, have neither a reference nor a date, so they were taken for lines under the table and not for records", t.Rows, t.Last)
		f.Hint = "if one is a record, give it its reference and its date"
	}
	return []finding.Finding{f}
}
