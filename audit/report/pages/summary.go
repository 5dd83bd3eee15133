package pages

import (
	"fmt"

	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats"
	"siequity/rules"
)

// mostSentences is how many sentences of one kind the summary has room for.
const mostSentences = 8

func (m maker) summary() layout.Page {
	page := layout.Page{ID: "summary", Sheet: "Summary", Title: "Executive summary", Lead: []string{m.standing()}}
	page.Blocks = blocks(m.decisions(), m.changes(), m.kpi())
	return page
}

// measuresByOrganisation has a page of its own, so that the names of the organisations
// stand on every printed page of it.
func (m maker) measuresByOrganisation() layout.Page {
	t := m.kpiByOrganisation()
	if t == nil {
		return layout.Page{}
	}
	return layout.Page{ID: "measures-organisation", Sheet: "By organisation", Title: "Measures by organisation", Lead: []string{"Every measure of the summary, organisation by organisation."}, Blocks: blocks(t)}
}

// standing counts the ratings in one sentence.
func (m maker) standing() string {
	n := map[string]int{}
	ms := m.kpiMeasures()
	for _, x := range ms {
		n[release.RAG(m.target(x), m.figure(x.ID, whole)).Text]++
	}
	return fmt.Sprintf("Measures: %d. On target: %d; close to it: %d; short of it: %d; not rated for want of cases, data or a target: %d.",
		len(ms), n["Green"], n["Amber"], n["Red"], len(ms)-n["Green"]-n["Amber"]-n["Red"])
}

// decisions says what needs a decision: what misses its target, and what nobody
// can judge.
func (m maker) decisions() *layout.Text {
	var missed, dark []string
	for _, x := range m.kpiMeasures() {
		f := m.figure(x.ID, whole)
		t := m.target(x)
		switch {
		case release.RAG(t, f).Text == "Red":
			missed = append(missed, fmt.Sprintf("%s: %s, against a target of %s.", x.Title, shareText(f), targetWords(t)))
		case !f.Known() && f.Unknown > 0:
			dark = append(dark, fmt.Sprintf("%s: no record could be judged; %s lack what it takes.", x.Title, records(f.Unknown)))
		case release.RAG(t, f).Text == release.NotRated:
			dark = append(dark, fmt.Sprintf("%s: not rated, as %s of %s are not known; of the others %s.", x.Title, release.Thousands(f.Unknown), records(f.Unknown+f.Denominator), shareOf(f)))
		case f.Known() && f.Denominator < t.MinN && t.Set:
			dark = append(dark, fmt.Sprintf("%s: too few to judge, %s.", x.Title, records(f.Denominator)))
		}
	}
	text := &layout.Text{Heading: "What needs a decision", Paragraphs: append(short(missed), short(dark)...)}
	if len(text.Paragraphs) == 0 {
		text.Paragraphs = []string{"No measure misses its target."}
	}
	return text
}

// shareOf words a percentage with its counts alone.
func shareOf(f measure.Figure) string {
	f.Unknown = 0
	return shareText(f)
}

// short cuts a list of sentences to what a summary has room for and says so.
func short(s []string) []string {
	if len(s) <= mostSentences {
		return s
	}
	return append(s[:mostSentences:mostSentences], fmt.Sprintf("And %d more; the table below has them all.", len(s)-mostSentences))
}

func records(n int) string {
	if n == 1 {
		return "1 record"
	}
	return release.Thousands(n) + " records"
}

func targetWords(t rules.Target) string {
	word := "at least"
	if t.Better == rules.Lower {
		word = "at most"
	}
	return fmt.Sprintf("%s %v%%", word, t.Value)
}

// changes says what improved and what worsened between the last two quarters.
func (m maker) changes() *layout.Text {
	before, now, ok := m.LastTwo()
	if !ok {
		return &layout.Text{Heading: "What changed", Paragraphs: []string{"There are not yet two complete quarters to compare."}}
	}
	var better, worse, other []string
	compared := 0
	for _, x := range m.kpiMeasures() {
		a, b := m.quarterly(x.ID, before), m.quarterly(x.ID, now)
		if min(a.Denominator, b.Denominator) < stats.TooFewToCompare {
			continue
		}
		compared++
		e := measure.Change(b, a)
		word := changeWord(e)
		if word != "up" && word != "down" {
			continue
		}
		s := changeSentence(x.Title, word, a, b, e)
		switch {
		case x.Target.Better == rules.Neither:
			other = append(other, s)
		case (word == "up") == (x.Target.Better == rules.Higher):
			better = append(better, "Better. "+s)
		default:
			worse = append(worse, "Worse. "+s)
		}
	}
	text := &layout.Text{Heading: fmt.Sprintf("What changed from %s to %s", before, now), Paragraphs: append(append(short(better), short(worse)...), short(other)...)}
	text.Paragraphs = append(text.Paragraphs, fmt.Sprintf("%d measures had enough records in both quarters to be compared; %s clearly. One comparison in twenty would do so by chance alone.",
		compared, changed(len(better)+len(worse)+len(other))))
	return text
}

func changed(n int) string {
	switch n {
	case 0:
		return "none changed"
	case 1:
		return "one changed"
	}
	return fmt.Sprintf("%d changed", n)
}

func changeSentence(title, word string, a, b measure.Figure, e stats.Estimate) string {
	verb := map[string]string{"up": "rose", "down": "fell"}[word]
	return fmt.Sprintf("%s: %s from %s to %s, a change of %+.1f percentage points (95%% interval %+.1f to %+.1f).", title, verb, shareText(a), shareText(b), e.Value.V, e.Interval.Lower, e.Interval.Upper)
}
