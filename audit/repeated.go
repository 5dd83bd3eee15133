package audit

import (
	"context"
	"fmt"
	"slices"
)

// dropRepeats leaves out files that hold the same bytes as another: their rows
// without a reference would be counted twice. Only files of one size are read for
// it, and their fingerprints are kept.
func (in *inputs) dropRepeats(ctx context.Context) error {
	sizes := map[int64]int{}
	for _, f := range in.files {
		sizes[f.File.Size()]++
	}
	first := map[string]*Opened{}
	for _, f := range in.files {
		if sizes[f.File.Size()] < 2 {
			continue
		}
		if err := f.sum(ctx); err != nil {
			return err
		}
		if kept := first[f.SHA256]; kept != nil {
			first[f.SHA256] = in.keepOne(kept, f)
		} else {
			first[f.SHA256] = f
		}
	}
	return nil
}

// keepOne leaves out one of two files that are the same: the later, unless
// siequity.yaml states more of it. Neither is left out if it gives them to two
// organisations.
func (in *inputs) keepOne(a, b *Opened) *Opened {
	repeated := Finding{ID: "file/repeated", File: b.File.Name, Hint: "leave one of the two out; if they should differ, run the export again"}
	if a.Organisation != "" && b.Organisation != "" && a.Organisation != b.Organisation {
		repeated.What = fmt.Sprintf("this holds the same as %s, byte for byte, and both are counted, since siequity.yaml gives them to two organisations", a.File.Name)
		in.findings = append(in.findings, repeated)
		return a
	}
	if b.stated() > a.stated() {
		a, b = b, a
	}
	for _, s := range b.Sheets {
		delete(in.organisation, s)
	}
	b.Sheets = nil
	if a.File.Name != b.File.Name {
		in.findings = slices.DeleteFunc(in.findings, func(f Finding) bool { return f.File == b.File.Name })
	}
	repeated.File, repeated.What = b.File.Name, fmt.Sprintf("this holds the same as %s, byte for byte, so it was counted once", a.File.Name)
	in.findings = append(in.findings, repeated)
	return a
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
