package report

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"

	"siequity/audit"
	"siequity/audit/cases"
	"siequity/audit/record"
	"siequity/rules"
	"siequity/rules/masking"
)

// recordLine is one line of records.jsonl. The keys and their order are stable;
// testdata/schema/records.schema.json describes them.
type recordLine struct {
	Record       string          `json:"record"`
	Source       string          `json:"source"`
	File         string          `json:"file"`
	Sheet        string          `json:"sheet"`
	Row          int             `json:"row"`
	Rows         int             `json:"rows,omitempty"` // when several rows make the record
	Case         string          `json:"case"`
	InScope      bool            `json:"in_scope"`
	LeftOut      string          `json:"left_out,omitempty"`
	Organisation string          `json:"organisation"`
	IncidentDate string          `json:"incident_date"`
	Period       string          `json:"period"`
	Harm         string          `json:"harm"`
	Themes       []string        `json:"themes"`
	Ethnicity    ethnicityLine   `json:"ethnicity"`
	Deprivation  deprivationLine `json:"deprivation"`
	Language     languageLine    `json:"language"`
	Considered   consideredLine  `json:"considered"`
	Verdicts     []verdictLine   `json:"verdicts"`
}

type ethnicityLine struct {
	Raw     string `json:"raw"`
	Code    string `json:"code"`
	Group   string `json:"group"`
	Status  string `json:"status"`
	Scheme  string `json:"scheme"`
	Why     string `json:"why,omitempty"`
	Suggest string `json:"suggest,omitempty"`
	Warning string `json:"warning,omitempty"`
}

type deprivationLine struct {
	Status   string `json:"status"`
	Vintage  int    `json:"vintage"`
	Decile   int    `json:"decile,omitempty"`
	Quintile int    `json:"quintile,omitempty"`
	Basis    string `json:"basis,omitempty"`
	Note     string `json:"note,omitempty"`
}

type languageLine struct {
	Raw    string `json:"raw"`
	Tag    string `json:"tag"`
	Status string `json:"status"`
}

type consideredLine struct {
	Culture   viewLine `json:"culture"`
	Ethnicity viewLine `json:"ethnicity"`
	Language  viewLine `json:"language"`
}

type viewLine struct {
	Label    string   `json:"label"`
	Basis    string   `json:"basis"`
	Evidence []string `json:"evidence"`
	Reason   string   `json:"reason,omitempty"`
	Check    bool     `json:"check,omitempty"`
}

type verdictLine struct {
	Rule    string `json:"rule"`
	Verdict string `json:"verdict"`
}

// Records writes one line for each record, those left out included.
func Records(w io.Writer, r *audit.Result) error {
	b := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	l := &liner{result: r, masker: masking.New(masking.Options{})}
	for _, rec := range r.Records {
		if err := enc.Encode(l.line(rec)); err != nil {
			return err
		}
	}
	return b.Flush()
}

type liner struct {
	result *audit.Result
	masker *masking.Masker

	outcomes []rules.Outcome // reused from record to record
}

func (l *liner) line(rec *record.Record) recordLine {
	r := l.result
	line := recordLine{Record: rec.ID(), Source: rec.Source(), File: rec.Sheet.File, Sheet: rec.Sheet.Name, Row: int(rec.Row),
		Case: cases.ID(rec.Case), InScope: rec.InScope(), LeftOut: l.leftOut(rec), Organisation: r.Organisations[rec.Organisation],
		IncidentDate: rec.When().String(), Period: r.Periods[rec.Period], Harm: string(rec.Harm.Level()), Themes: r.ThemeNames(rec.Themes),
		Ethnicity: l.ethnicity(rec), Deprivation: deprivation(rec), Considered: l.considered(rec), Verdicts: []verdictLine{}}
	if rec.Rows > 1 {
		line.Rows = int(rec.Rows)
	}
	line.Language = languageLine{Raw: l.masker.Mask(rec.Language.Raw), Tag: rec.Language.Tag, Status: string(rec.Language.Status)}
	l.verdicts(rec, &line)
	return line
}

// verdicts adds the verdict of every rule for the record's source. Nobody judges a
// record that is left out.
func (l *liner) verdicts(rec *record.Record, line *recordLine) {
	if !rec.InScope() {
		return
	}
	l.outcomes = l.result.Outcomes(rec, l.outcomes)
	for i, o := range l.outcomes {
		rule := &l.result.Set.Rules[i]
		if rule.Off == "" && slices.Contains(rule.On, rec.Source()) {
			line.Verdicts = append(line.Verdicts, verdictLine{rule.ID, o.Verdict.String()})
		}
	}
}

// leftOut gives the reason; words that came from the export are masked.
func (l *liner) leftOut(rec *record.Record) string {
	why, own := l.result.LeftOut(rec)
	if own {
		return l.masker.Mask(why)
	}
	return why
}

func (l *liner) ethnicity(rec *record.Record) ethnicityLine {
	e := rec.Ethnicity
	return ethnicityLine{Raw: l.masker.Mask(e.Raw), Code: e.Code, Group: e.Group, Status: string(e.Status), Scheme: e.Scheme, Why: e.Reason(l.masker.Mask), Suggest: e.Suggest, Warning: e.Warning}
}

func deprivation(rec *record.Record) deprivationLine {
	p := rec.Place
	return deprivationLine{Status: p.Status.String(), Vintage: int(p.Vintage), Decile: int(p.Decile), Quintile: int(p.Quintile), Basis: p.Basis.String(), Note: p.Notes.String()}
}

func (l *liner) considered(rec *record.Record) consideredLine {
	ev := l.result.Evidence(rec)
	var out [3]viewLine
	for i, d := range record.Dimensions() {
		v := rec.View(d)
		out[i] = viewLine{Label: v.Label.String(), Basis: v.Basis.String(), Evidence: []string{}, Reason: ev.Reasons[d], Check: v.Check}
		for _, q := range ev.Quotes[d] {
			out[i].Evidence = append(out[i].Evidence, q.Text)
		}
	}
	return consideredLine{out[0], out[1], out[2]}
}
