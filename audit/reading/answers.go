package reading

import (
	"strings"

	"siequity/audit/evidence"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules/codes"
	"siequity/rules/narrative"
)

// Consider settles what each record shows: a structured answer first, then the
// text. An answer of yes that nothing in the text bears out is marked for a
// person to look at, since published enquiries found self-assessment too
// positive.
func (s *Readings) Consider(records []*record.Record, lexicon *narrative.Lexicon) {
	a := answers{Readings: s, lexicon: lexicon, known: map[answerKey]answer{}}
	for _, r := range records {
		r.Read = r.Heard != 0
		heard := evidence.Unpack(r.Heard)
		for d := range heard {
			r.SetView(record.Dimension(d), settle(heard[d], a.of(r, d)))
		}
	}
}

// answers reads the columns that ask about consideration. What an answer means
// hangs on the question: "no" to "was language considered?" says that nobody
// considered it, "no" to "did language play a part?" that somebody did.
type answers struct {
	*Readings
	lexicon *narrative.Lexicon
	known   map[answerKey]answer
}

type answerKey struct {
	sheet     *incidents.Sheet
	field     int
	text      uint32
	dimension int
}

// An answer is the label that a structured answer gives; none where it says
// nothing, as a blank does.
type answer struct {
	given   bool
	label   record.Label
	mention record.Mention
	asked   bool // words beside the plain yes and no were read; a person should look
}

// of gives the answer to the question about one dimension, or to the one question
// about all three.
func (a *answers) of(r *record.Record, d int) answer {
	for _, f := range []int{a.fields.answers[d], a.fields.allAnswer} {
		n, state := r.TextNumber(f)
		if state != incidents.Present {
			continue
		}
		key := answerKey{r.Sheet, f, n, d}
		found, known := a.known[key]
		if !known {
			heading, _ := r.Sheet.Heading(f)
			text, _ := r.Text(f)
			found = a.read(heading, text, codes.Answer(*a.Readings.answers.of(n)), d)
			a.known[key] = found
		}
		return found
	}
	return answer{}
}

func (a *answers) read(heading, text string, plain codes.Answer, d int) answer {
	switch plain {
	case codes.AnswerYes, codes.AnswerPartly:
		return answer{given: true, label: record.ConsideredIt}
	case codes.AnswerNo:
		if asksImpact(heading) && !strings.Contains(field.Fold(text), "notc") { // not considered, not completed
			return answer{given: true, label: record.ConsideredIt}
		}
		return answer{given: true, label: record.ExplicitlyNot}
	case codes.AnswerNotApplicable:
		return answer{given: true, label: record.Mentioned, mention: record.NotApplicable}
	case codes.AnswerNotRecorded:
		if strings.HasPrefix(field.Fold(text), "notcompleted") {
			return answer{given: true, label: record.ExplicitlyNot}
		}
		return answer{}
	case codes.AnswerMissing:
		return answer{}
	}
	return a.inWords(heading, text, d)
}

// inWords reads an answer that is neither yes nor no as the text of a form is
// read: the question, then what stands after it. A search without result is a search,
// and an answer in doubt is none.
func (a *answers) inWords(heading, text string, d int) answer {
	switch {
	case codes.AnswerLeftOpen(text):
		return answer{}
	case codes.FoundNothing(text):
		return answer{given: true, label: record.ConsideredIt, asked: true}
	}
	question := strings.TrimRight(heading, " ?:") + "? " + text
	label := record.Label(a.lexicon.Read([]narrative.Part{{Name: "answer", Text: question}})[d].Label)
	return answer{given: label != record.Absent, label: label, asked: true}
}

// Stems of the words by which a question asks whether a dimension mattered, and
// of those by which it asks whether anybody looked. "Was the impact of culture
// considered?" asks the second.
var (
	impactStems = []string{"contribut", "factor", "influenc", "impact", "affect", "role", "barrier", "relevant"}
	lookStems   = []string{"consider", "explor", "taken", "take", "discuss", "address", "reflect", "examin", "review", "assess", "look"}
)

func asksImpact(heading string) bool {
	impact, look := false, false
	for _, w := range strings.FieldsFunc(strings.ToLower(heading), func(c rune) bool { return c < 'a' || c > 'z' }) {
		impact = impact || w == "part" || startsWithAny(w, impactStems) // not the partner
		look = look || startsWithAny(w, lookStems)
	}
	return impact && !look
}

func startsWithAny(word string, stems []string) bool {
	for _, s := range stems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

// settle puts an answer before the text. "Not applicable" says less than a text
// that shows more.
func settle(text record.View, a answer) record.View {
	switch {
	case !a.given:
		return text
	case a.label == record.Mentioned && text.Label > record.Mentioned:
		return text
	case a.label == record.ConsideredIt:
		bare := text.Label != record.ConsideredIt
		return record.View{Label: record.ConsideredIt, Basis: record.ByAnswer, Unsupported: bare, Check: bare || a.asked}
	}
	return record.View{Label: a.label, Basis: record.ByAnswer, Mention: a.mention, Check: text.Label == record.ConsideredIt || a.asked}
}
