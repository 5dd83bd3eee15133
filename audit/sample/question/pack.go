package question

import (
	_ "embed" // the built-in pack
	"slices"

	"siequity/rules/document"
)

// Pack is the questions of an audit.
type Pack struct {
	Name, Title, Version, Doc string
	File, SHA256              string
	Guidance                  []string
	Questions                 []Question
	Contradictions            []Contradiction
}

// Answer is one answer to choose.
type Answer struct {
	Code string // "yes", "relative_or_friend"
	Text string // as it is shown
}

// NotApplicable is the code of the answer that takes a case out of a question.
const NotApplicable = "not_applicable"

// Question is one question asked of every case.
type Question struct {
	ID, Section, Text, Guidance string
	Answers                     []Answer
	Counts                      []string // codes that count as met
	Fact                        bool     // asks for a fact: no answer is better than another
	Evidence                    bool     // an answer counted as met needs its place in the papers
	Dimension                   int      // index into the dimensions, -1 for none
	Labels                      map[string]string
}

// Contradiction is two answers that cannot both be right.
type Contradiction struct {
	When, With string // ids of questions
	Is, Being  []string
	Says       string
}

// Question finds a question by its id.
func (p Pack) Question(id string) (Question, bool) {
	i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return p.Questions[i], true
}

// Dimension finds the question that settles a dimension.
func (p Pack) Dimension(d int) (Question, bool) {
	i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.Dimension == d })
	if i < 0 {
		return Question{}, false
	}
	return p.Questions[i], true
}

// AnswerText is an answer as it is shown, or the code itself when the question has no
// such answer.
func (q Question) AnswerText(code string) string {
	for _, a := range q.Answers {
		if a.Code == code {
			return a.Text
		}
	}
	return code
}

// Met tells whether an answer counts as met.
func (q Question) Met(code string) bool { return slices.Contains(q.Counts, code) }

//go:embed questions.yaml
var builtin string

// Builtin is the pack that comes with the tool.
func Builtin() (Pack, error) { return Load("built-in questions.yaml", builtin) }

// Load reads a pack. The error lists all its faults with file, line and remedy.
func Load(file, text string) (Pack, error) {
	var log document.Log
	p := readPack(document.Parse(file, text, &log))
	if err := log.Err(); err != nil {
		return Pack{}, err
	}
	p.File, p.SHA256 = file, hashOf(text)
	return p, nil
}
