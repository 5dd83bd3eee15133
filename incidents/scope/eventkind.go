package scope

import (
	"slices"
	"strings"

	"siequity/incidents"
)

// otherKind reports a record of LFPSE that is known to be no incident. A kind that
// is not known counts as an incident, and is reported.
func (j *judge) otherKind(rec *incidents.Record, note *sheetNote) bool {
	n, state := rec.TextNumber(j.kind)
	if state != incidents.Present {
		return false
	}
	text := j.texts.Text(n)
	k, known := j.kinds[n]
	if !known {
		k = kindOf(text)
		j.kinds[n] = k
	}
	if k == unknownKind {
		note.unknown[text]++
	}
	return k == notIncidentKind
}

// The kinds of event that LFPSE records.
const (
	incidentKind uint8 = iota
	notIncidentKind
	unknownKind
)

// kindOf reads a kind of event by its number or its words.
func kindOf(text string) uint8 {
	s := strings.Join(phrases(text), " ")
	words := strings.Fields(s)
	switch {
	case s == "", s == "1", slices.Contains(words, "incident"), slices.Contains(words, "incidents"), slices.Contains(words, "adverse"):
		return incidentKind
	case s == "2", s == "3", s == "4", strings.HasPrefix(s, "good care"), strings.HasPrefix(s, "good practice"), strings.HasPrefix(s, "excellen"):
		return notIncidentKind
	case words[len(words)-1] == "risk", words[len(words)-1] == "risks", words[len(words)-1] == "outcome", words[len(words)-1] == "outcomes", words[0] == "risk", words[0] == "outcome":
		return notIncidentKind
	}
	return unknownKind
}
