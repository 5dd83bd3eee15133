package reading

import (
	"fmt"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/codes"
)

// harmNote counts where the psychological scale of a sheet decided.
type harmNote struct {
	graver int // records whose harm is that of the mind
	alone  int // records with no harm to the mind and no grade of the body
}

// HarmFindings reports how the two scales of LFPSE were brought together, sheet by
// sheet.
func (s *Readings) HarmFindings(sheets []*incidents.Sheet, records []*record.Record) []finding.Finding {
	f := s.fields
	notes := map[*incidents.Sheet]*harmNote{}
	for _, s := range sheets {
		if s.Has(f.harmMind) {
			notes[s] = &harmNote{}
		}
	}
	for _, rec := range records {
		note := notes[rec.Sheet]
		if note == nil || !rec.InScope() {
			continue
		}
		body, mind := s.harmParts(rec)
		switch {
		case rec.Harm.Level() == mind && outweighs(mind, body):
			note.graver++
		case rec.Harm.Level() == codes.HarmMissing && mind == codes.HarmNone:
			note.alone++
		}
	}
	var out []finding.Finding
	for _, s := range sheets {
		if note := notes[s]; note != nil {
			out = append(out, note.findings(s, f.harmMind)...)
		}
	}
	return out
}

func (n harmNote) findings(s *incidents.Sheet, f int) []finding.Finding {
	heading, column := s.Heading(f)
	at := finding.Finding{ID: "harm/two-scales", File: s.File, Sheet: s.Name, Row: s.Header, Column: column, Heading: heading,
		Hint: "fill in the physical harm of these records, and check the grade of the others"}
	switch {
	case n.graver > 0 && n.alone > 0:
		at.What = n.graverWords() + "; " + n.aloneWords()
	case n.graver > 0:
		at.What, at.Hint = n.graverWords(), "nothing needs doing if the grades are right; the two scales have their own numbers, and each was read by its own"
	case n.alone > 0:
		at.What = n.aloneWords()
	default:
		return nil
	}
	return []finding.Finding{at}
}

func (n harmNote) graverWords() string {
	return fmt.Sprintf("records whose harm is the psychological grade, because it is the graver or the only one: %d", n.graver)
}

func (n harmNote) aloneWords() string {
	return fmt.Sprintf("records with no psychological harm and no grade of physical harm, which count as harm missing: %d", n.alone)
}
