package audit

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"siequity/audit/finding"
	"siequity/incidents"
	"siequity/incidents/export"
)

// rows is what reading gave: the rows of every sheet in order.
type rows struct {
	records []*incidents.Record
	sheets  []SheetCount
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

// read streams every sheet through the decoders of all cores. Batches come back
// in any order and are put in theirs, so the result never depends on timing.
func read(ctx context.Context, cfg Config, in *inputs, l incidents.Listener, w Watcher) (rows, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var out rows
	for _, s := range in.sheets() {
		w.Reading(s.File, s.Name)
		chunks, err := readSheet(ctx, cfg, s, l, w)
		if err != nil {
			in.findings = append(in.findings, asFinding(err))
		}
		if ctx.Err() != nil {
			return rows{}, ctx.Err()
		}
		in.findings = append(in.findings, aboutTail(s, incidents.TrimTail(chunks))...)
		for _, f := range s.Settle(chunks) {
			in.findings = append(in.findings, finding.FromFault(f))
		}
		out.take(in, s, chunks)
	}
	if err := sumAll(ctx, in); err != nil {
		in.findings = append(in.findings, asFinding(err))
	}
	if out.none() {
		return rows{}, nothingToRead(in.findings)
	}
	return out, nil
}

// none tells whether no sheet has a row under its headings.
func (r *rows) none() bool {
	return !slices.ContainsFunc(r.sheets, func(s SheetCount) bool { return s.Read > 0 })
}

// sumAll takes the fingerprints of the files. Walking a CSV has taken it on the way.
func sumAll(ctx context.Context, in *inputs) error {
	for _, f := range in.files {
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
func (r *rows) take(in *inputs, s *incidents.Sheet, chunks []incidents.Chunk) {
	count := SheetCount{Sheet: s, Encoding: s.Input.Encoding()}
	n := 0
	for _, c := range chunks {
		n += len(c.Records)
	}
	r.records = slices.Grow(r.records, n)
	for _, c := range chunks {
		for i := range c.Records {
			r.records = append(r.records, &c.Records[i])
		}
		for _, f := range c.Faults {
			in.findings = append(in.findings, finding.FromFault(f))
		}
		for _, f := range c.Lines {
			f.File, f.Sheet = s.File, s.Name
			in.findings = append(in.findings, finding.FromExport(f))
		}
		count.Read += c.Rows
		count.Footers += c.Footers
		count.Hidden = append(count.Hidden, c.Hidden...)
		count.Nameless = append(count.Nameless, c.Nameless...)
	}
	r.sheets = append(r.sheets, count)
	if count.Read == 0 {
		in.findings = append(in.findings, finding.Finding{ID: "export/no-rows", File: s.File, Sheet: s.Name, Row: s.Header,
			What: "there are headings and no rows under them", Hint: "run the export again, as its dates or filters may have left nothing; or leave the file out"})
	}
}

// readSheet decodes the batches of a sheet on several goroutines.
func readSheet(ctx context.Context, cfg Config, s *incidents.Sheet, l incidents.Listener, w Watcher) ([]incidents.Chunk, error) {
	workers := cfg.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	batches := make(chan export.Batch, workers)
	results := make([]decoded, workers)
	var wg sync.WaitGroup
	for i := range workers {
		d := s.NewDecoder(i, l)
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
	chunks []incidents.Chunk
}

func (d *decoded) drain(dec *incidents.Decoder, batches <-chan export.Batch, w Watcher) {
	for b := range batches {
		i := b.Index()
		chunk := dec.Decode(b)
		d.index, d.chunks = append(d.index, i), append(d.chunks, chunk)
		w.Rows(chunk.Rows)
	}
}

func inOrder(results []decoded) []incidents.Chunk {
	n := 0
	for _, r := range results {
		n += len(r.chunks)
	}
	out := make([]incidents.Chunk, n)
	for _, r := range results {
		for i, at := range r.index {
			out[at] = r.chunks[i]
		}
	}
	return out
}
