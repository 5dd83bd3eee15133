package project

import (
	"fmt"
	"strconv"
	"strings"
)

// A Beginning is what can be known of a project before anybody wrote a line of
// it. Paths are relative to its folder, with slashes.
type Beginning struct {
	Exports   []FoundExport
	IMD       []string // files that look like the index by LSOA
	Postcodes string   // a file that looks like a postcode directory
	Registers []Blank
}

// A FoundExport is a file that was recognised as an export.
type FoundExport struct {
	File, Source string
	Why          string   // how sure that is, for a comment
	Unnamed      bool     // it has no column for the trust
	Open         []string // headings that nobody knows
}

// A Blank is a register whose template is written beside the project.
type Blank struct{ Name, File, Purpose string }

// Begin writes the first siequity.yaml of a project. What is known is stated,
// what is open stands as a comment to be filled in, so that the file loads as it
// is.
func Begin(b Beginning) string {
	var w strings.Builder
	w.WriteString(beginTop)
	b.inputs(&w)
	w.WriteString(beginOut)
	b.places(&w)
	b.registers(&w)
	w.WriteString(beginEnd)
	return w.String()
}

func (b Beginning) inputs(w *strings.Builder) {
	if len(b.Exports) == 0 {
		w.WriteString("inputs:\n  - file: exports/*      # every file there; each is recognised by its headings\n")
		return
	}
	w.WriteString("inputs:\n")
	for _, f := range b.Exports {
		fmt.Fprintf(w, "  - file: %s\n    source: %s    # %s\n", strconv.Quote(f.File), f.Source, f.Why)
		if f.Unnamed {
			w.WriteString("    # organisation: Name of the trust    # the export does not name it\n")
		}
		if len(f.Open) == 0 {
			continue
		}
		w.WriteString("    # No field is known for these headings. If one of them holds something that the\n" +
			"    # audit uses, take the # away from it and from columns:, and write the field.\n    # columns:\n")
		for _, h := range f.Open {
			fmt.Fprintf(w, "    #   %s: ignore\n", strconv.Quote(h))
		}
	}
}

func (b Beginning) places(w *strings.Builder) {
	w.WriteString("\n# Deprivation, where the exports hold postcodes. Both files come from their\n# publishers; `siequity imd` tries them out.\n")
	if len(b.IMD) > 0 {
		w.WriteString("imd:\n")
		for _, f := range b.IMD {
			fmt.Fprintf(w, "  - %s\n", strconv.Quote(f))
		}
	} else {
		w.WriteString("# imd: [File_7.csv]\n")
	}
	if b.Postcodes != "" {
		fmt.Fprintf(w, "postcodes: %s\n", strconv.Quote(b.Postcodes))
	} else {
		w.WriteString("# postcodes: ONSPD.zip\n")
	}
	w.WriteString("# vintage: 2025           # edition of the index, 2019 or 2025; 2019 when left out\n")
}

// registers lists the templates as comments: a register that is given but not
// filled in would count as a failure of every case.
func (b Beginning) registers(w *strings.Builder) {
	w.WriteString("\n# Registers that people keep by hand. When one is filled in, take the # away from\n# its line and from registers:. Until then what it would tell stays unknown.\n# registers:\n")
	for _, r := range b.Registers {
		if r.Name != "births" {
			fmt.Fprintf(w, "#   %s: %s    # %s\n", r.Name, r.File, r.Purpose)
		}
	}
	for _, r := range b.Registers {
		if r.Name == "births" {
			fmt.Fprintf(w, "# births: %s    # %s\n", r.File, r.Purpose)
		}
	}
}

const beginTop = `# yaml-language-server: $schema=` + SchemaName + `
# The project of an audit. Paths start at this folder. After each change:
# siequity audit

# organisation: Name of the trust      # needed where the exports do not name it
# system: Name of the LMNS

period: all              # or a quarter such as 2026/27-Q1, or 2026-04-01..2026-06-30

# The exports. siequity inspect FILE shows how one is read.
`

const beginOut = `
out: pack                # folder for the results
disclosure: lt5          # how small numbers are protected: panel, lt5, nhse or hes

# Investigation reports (docx, pdf, txt); the file name holds the reference.
reports: reports
`

const beginEnd = `
# history: [last-quarter/submission.json]    # for trends
# rules: [our-rules.yaml]                    # siequity rules new ID begins one

# ethnicity:
#   labels: {"local wording": J}             # wordings that the lists do not have
# imd_column: {kind: decile, most_deprived_is: first}
`
