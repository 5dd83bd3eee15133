package intake

import (
	"context"
	"fmt"

	"siequity/audit/finding"
)

// dropRepeats leaves out files that hold the same bytes as another: their rows
// without a reference would be counted twice. Only files of one size are read for
// it, and their fingerprints are kept.
func (in *Inputs) dropRepeats(ctx context.Context) error {
	sizes := map[int64]int{}
	for _, f := range in.Files {
		sizes[f.File.Size()]++
	}
	kept := map[string][]*Opened{}
	for _, f := range in.Files {
		if sizes[f.File.Size()] < 2 {
			continue
		}
		if err := f.sum(ctx); err != nil {
			return err
		}
		kept[f.SHA256] = in.keep(kept[f.SHA256], f)
	}
	return nil
}

// keep adds a file to those that hold the same and are kept, which are one for each
// organisation to which siequity.yaml gives them.
func (in *Inputs) keep(kept []*Opened, f *Opened) []*Opened {
	for i, k := range kept {
		if k.Organisation == f.Organisation || k.Organisation == "" || f.Organisation == "" {
			kept[i] = in.keepOne(k, f)
			return kept
		}
	}
	if len(kept) > 0 {
		in.repeated(f, kept[0], "and both are counted, since siequity.yaml gives them to two organisations")
	}
	return append(kept, f)
}

// keepOne leaves out one of two files that are the same: the later, unless
// siequity.yaml states more of it.
func (in *Inputs) keepOne(a, b *Opened) *Opened {
	if b.stated() > a.stated() {
		a, b = b, a
	}
	b.repeated = true
	in.repeated(b, a, "so it was counted once")
	return a
}

// repeated reports a file that holds the same as another.
func (in *Inputs) repeated(f, as *Opened, so string) {
	in.Findings = append(in.Findings, finding.Finding{ID: "file/repeated", File: f.File.Name, What: fmt.Sprintf("this holds the same as %s, byte for byte, %s", as.File.Name, so),
		Hint: "leave one of the two out; if they should differ, run the export again"})
}

// stated counts what siequity.yaml says of the file.
func (o *Opened) stated() int {
	n := len(o.Statement.Columns)
	for _, said := range []string{o.Statement.Source, o.Organisation} {
		if said != "" {
			n++
		}
	}
	return n
}
