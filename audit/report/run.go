package report

import (
	"io"

	"siequity/audit"
	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/incidents"
)

// A RunRecord is run.json: all that somebody needs to check how a pack came
// about. It holds no time of day, so that the same inputs give the same file.
type RunRecord struct {
	Tool       string            `json:"tool"`
	Version    string            `json:"version"`
	Period     string            `json:"period"`
	AsOf       string            `json:"as_of"`
	Options    RunOptions        `json:"options"`
	Packs      []PackUsed        `json:"packs"`
	Inputs     []InputRecord     `json:"inputs"`
	AlsoRead   []FileRead        `json:"also_read"` // every other file that the run went by
	Read       int               `json:"rows_read"`
	Used       int               `json:"records_used"`
	Cases      int               `json:"cases"`
	LeftOut    []LeftOut         `json:"left_out"`
	Findings   []finding.Finding `json:"findings"`
	Disclosure any               `json:"disclosure,omitempty"`
}

// RunOptions are the choices of a run.
type RunOptions struct {
	Vintage    int    `json:"imd_vintage"`
	Grouping   string `json:"ethnicity_grouping"`
	Disclosure string `json:"disclosure"`
	Evidence   bool   `json:"evidence_kept"`
}

// An InputRecord is one file that was read.
type InputRecord struct {
	File   string        `json:"file"`
	Size   int64         `json:"size"`
	SHA256 string        `json:"sha256"`
	Format string        `json:"format"`
	Sheets []SheetRecord `json:"sheets"`
}

// A SheetRecord is one table that was read.
type SheetRecord struct {
	Sheet    string `json:"sheet,omitempty"`
	Source   string `json:"source"`
	Sure     string `json:"sure"`
	Header   int    `json:"header_row"`
	Encoding string `json:"encoding,omitempty"`
	Rows     int    `json:"rows"`
	Footers  int    `json:"footer_rows,omitempty"`
}

// LeftOut counts the records that one reason left out.
type LeftOut struct {
	Reason  string `json:"reason"`
	Records int    `json:"records"`
}

// NewRunRecord tells how a result came about.
func NewRunRecord(r *audit.Result, disclosure string, also []FileRead) RunRecord {
	out := RunRecord{Tool: "siequity", Version: r.Config.Version, Period: r.Config.Period.Name, AsOf: r.AsOf.String(), Packs: packsUsed(r),
		Options: RunOptions{r.Vintage, r.Options.Describe(), disclosure, r.Config.Evidence}, Cases: r.Cases.Total, Findings: r.Findings, LeftOut: leftOut(r), AlsoRead: also}
	if out.Findings == nil {
		out.Findings = []finding.Finding{}
	}
	for _, in := range r.Inputs {
		out.Inputs = append(out.Inputs, inputRecord(r, in))
	}
	for _, s := range r.Sheets {
		out.Read += s.Read
	}
	for _, rec := range r.Records {
		if rec.InScope() {
			out.Used++
		}
	}
	return out
}

func inputRecord(r *audit.Result, in *intake.Opened) InputRecord {
	rec := InputRecord{File: in.File.Name, Size: in.Size, SHA256: in.SHA256, Format: string(in.File.Format), Sheets: []SheetRecord{}}
	for _, s := range r.Sheets {
		for _, own := range in.Sheets {
			if own == s.Sheet {
				rec.Sheets = append(rec.Sheets, SheetRecord{own.Name, own.Table.Source, own.Sure, own.Header, s.Encoding, s.Read, s.Footers})
			}
		}
	}
	return rec
}

func leftOut(r *audit.Result) []LeftOut {
	counts := map[incidents.Left]int{}
	for _, rec := range r.Records {
		counts[rec.Left]++
	}
	out := []LeftOut{}
	for _, reason := range incidents.Reasons() {
		if n := counts[reason]; n > 0 {
			out = append(out, LeftOut{reason.String(), n})
		}
	}
	return out
}

// Write writes the record as JSON.
func (r RunRecord) Write(w io.Writer) error { return writeJSON(w, r) }
