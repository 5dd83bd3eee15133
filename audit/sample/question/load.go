package question

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"siequity/rules/codes"
	"siequity/rules/codes/wording"
	"siequity/rules/document"
)

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

var plainID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// longestList is what a spreadsheet takes as the list of a drop-down.
const longestList = 255

func dimensions() []string { return []string{"culture", "ethnicity", "language"} }

func labels() []string { return []string{"considered", "mentioned", "explicitly_not", "absent"} }

func readPack(root *document.Object) Pack {
	root.Need("questions", "title", "version", "items")
	p := Pack{
		Name: root.Text("questions"), Title: root.Text("title"), Version: root.Text("version"),
		Doc: strings.TrimSpace(root.Text("doc")), Guidance: root.Texts("guidance"),
	}
	for _, o := range root.Objects("items") {
		q := readQuestion(o)
		if _, twice := p.Question(q.ID); twice {
			o.Fault("id", fmt.Sprintf("question %q is there twice", q.ID), "give every question an id of its own")
		}
		if q.Dimension >= 0 {
			if other, twice := p.Dimension(q.Dimension); twice {
				o.Fault("dimension", "question "+other.ID+" settles this dimension already", "only one question can settle a dimension")
			}
		}
		p.Questions = append(p.Questions, q)
	}
	for _, o := range root.Objects("contradictions") {
		p.Contradictions = append(p.Contradictions, readContradiction(o, p))
	}
	root.Close()
	return p
}

func readQuestion(o *document.Object) Question {
	o.Need("id", "text", "guidance")
	q := Question{ID: o.Text("id"), Section: o.Text("section"), Text: o.Text("text"), Guidance: strings.TrimSpace(o.Text("guidance")), Dimension: -1}
	o.Name(q.ID)
	if q.ID != "" && !plainID.MatchString(q.ID) {
		o.Fault("id", fmt.Sprintf("%q is no id", q.ID), "use small letters, digits and hyphens, such as family-invited")
	}
	q.Fact, _ = o.Bool("fact")
	q.Evidence, _ = o.Bool("evidence")
	q.Answers = readAnswers(o)
	q.Counts = codesOf(o, "counts", o.Texts("counts"), q)
	if len(q.Counts) == 0 {
		q.Counts = []string{string(codes.AnswerYes)}
		if !q.has(q.Counts[0]) {
			o.Fault("answers", "no answer is Yes, and counts does not say which answers count as met", "add counts: with one or more of the answers")
		}
	}
	q.readDimension(o)
	o.Close()
	return q
}

func (q Question) has(code string) bool {
	return slices.ContainsFunc(q.Answers, func(a Answer) bool { return a.Code == code })
}

func standard() []string { return []string{"Yes", "Partly", "No", "Not applicable", "Not recorded"} }

func readAnswers(o *document.Object) []Answer {
	texts := o.Texts("answers")
	if !o.Has("answers") {
		texts = standard()
	}
	var list []Answer
	for _, text := range texts {
		a := Answer{codeOf(text), strings.TrimSpace(text)}
		switch {
		case a.Code == "" || strings.ContainsAny(text, ",\n\"="):
			o.Fault("answers", fmt.Sprintf("%q cannot be an answer", text), "a drop-down list takes no commas, quotes or equals signs")
		case slices.ContainsFunc(list, func(b Answer) bool { return b.Code == a.Code }):
			o.Fault("answers", fmt.Sprintf("%q is among the answers twice", text), "")
		}
		list = append(list, a)
	}
	if len(list) < 2 {
		o.Fault("answers", "a question needs at least two answers", "leave answers out for "+strings.Join(standard(), ", "))
	}
	if n := len([]rune(strings.Join(texts, ","))); n > longestList {
		o.Fault("answers", fmt.Sprintf("the answers are %d characters together, and a drop-down list takes %d", n, longestList), "shorten them")
	}
	return list
}

// codeOf is an answer's code: that of the common scale, or its own words.
func codeOf(text string) string {
	for _, s := range standard() {
		if wording.Fold(s) == wording.Fold(text) {
			return strings.ReplaceAll(wording.Fold(s), " ", "_")
		}
	}
	return strings.ReplaceAll(wording.Fold(text), " ", "_")
}

// codesOf turns texts of answers to codes, and notes those that are none.
func codesOf(o *document.Object, key string, texts []string, q Question) []string {
	var list []string
	for _, text := range texts {
		code := codeOf(text)
		if !q.has(code) {
			o.Fault(key, fmt.Sprintf("%q is not among the answers of %s", text, q.ID), "use "+strings.Join(q.texts(), ", "))
			continue
		}
		list = append(list, code)
	}
	return list
}

func (q Question) texts() []string {
	list := make([]string, len(q.Answers))
	for i, a := range q.Answers {
		list[i] = a.Text
	}
	return list
}

func (q *Question) readDimension(o *document.Object) {
	name := o.Text("dimension")
	table := o.Object("labels")
	if name == "" {
		if table != nil {
			o.Fault("labels", "labels need a dimension", "add dimension: culture, ethnicity or language")
		}
		return
	}
	q.Dimension = slices.Index(dimensions(), name)
	if q.Dimension < 0 {
		o.Fault("dimension", fmt.Sprintf("there is no dimension %q", name), "use "+strings.Join(dimensions(), ", "))
	}
	if table == nil {
		o.Fault("dimension", "the question does not say which label each answer gives", "add labels: {yes: considered, no: explicitly_not}")
		return
	}
	q.Labels = map[string]string{}
	for _, code := range table.Keys() {
		label := table.Text(code)
		if !q.has(code) {
			table.Fault(code, fmt.Sprintf("%q is the code of no answer", code), "use yes, partly, no, not_applicable, not_recorded, or an answer's own words with _ for spaces")
		}
		if !slices.Contains(labels(), label) {
			table.Fault(code, fmt.Sprintf("there is no label %q", label), "use "+strings.Join(labels(), ", "))
		}
		q.Labels[code] = label
	}
	table.Close()
}

func readContradiction(o *document.Object, p Pack) Contradiction {
	o.Need("when", "is", "with", "being", "says")
	c := Contradiction{When: o.Text("when"), With: o.Text("with"), Says: strings.TrimSpace(o.Text("says"))}
	c.Is = answersOf(o, "when", "is", c.When, p)
	c.Being = answersOf(o, "with", "being", c.With, p)
	o.Close()
	return c
}

func answersOf(o *document.Object, at, key, id string, p Pack) []string {
	texts := o.Texts(key)
	q, ok := p.Question(id)
	if !ok {
		var known []string
		for _, q := range p.Questions {
			known = append(known, q.ID)
		}
		o.Fault(at, fmt.Sprintf("there is no question %q", id), document.DidYouMean(id, known))
		return nil
	}
	return codesOf(o, key, texts, q)
}
