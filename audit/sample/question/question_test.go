package question_test

import (
	"strings"
	"testing"

	"siequity/audit/sample/question"
)

func builtin(t *testing.T) question.Pack {
	t.Helper()
	p, err := question.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBuiltin(t *testing.T) {
	p := builtin(t)
	if len(p.Questions) != 19 || len(p.Contradictions) != 4 || p.Version == "" || p.SHA256 == "" {
		t.Errorf("%d questions, %d contradictions, version %q", len(p.Questions), len(p.Contradictions), p.Version)
	}
	for d := range 3 {
		q, ok := p.Dimension(d)
		if !ok || q.Labels["yes"] != "considered" || !q.Evidence {
			t.Errorf("dimension %d: %+v", d, q)
		}
	}
}

func TestReadTypedAnswers(t *testing.T) {
	p := builtin(t)
	tests := map[string]map[string][]string{
		"family-invited": {
			"yes": {"Yes", "Y", "yes - p. 4", "YES (para 3.2)", "✓", "TRUE", "yes."}, "partly": {"partially", "Partly, p 3", "partyl", "Part"},
			"no": {"no", "N", "No - see p.2"}, "not_applicable": {"n/a", "N.A.", "not applicable", "Not aplicable"},
			"not_recorded": {"not recorded", "Not Recorded p3", "?", "unknown", "Not recorde"}, "": {"", "  ", "maybe", "Yes/No", "see report", "44013"},
		},
		"interpreter-used": {
			"professional": {"Professional", "professional interpreter (phone)", "PROFESSIONAL - p.3", "Profesional"}, "relative_or_friend": {"relative", "Relative - her husband", "relative or friend"},
			"staff": {"staff", "Staff member"}, "both": {"both"}, "nobody": {"Nobody"}, "not_recorded": {"not recorded"}, "not_applicable": {"N/A"}, "": {"yes", "not"},
		},
	}
	for id, wants := range tests {
		q, ok := p.Question(id)
		if !ok {
			t.Fatalf("no question %s", id)
		}
		for want, raws := range wants {
			for _, raw := range raws {
				got, why := q.Read(raw)
				if got != want || got == "" && why == "" && strings.TrimSpace(raw) != "" {
					t.Errorf("%s: %q reads as %q (%s), want %q", id, raw, got, why, want)
				}
			}
		}
	}
}

const small = `questions: small
title: A small pack
version: "1"
items:
  - id: first
    text: Was it there?
    guidance: Look for it.
  - id: second
    text: Who was there?
    guidance: Look for them.
    answers: ["Somebody", "Nobody"]
    counts: ["Somebody"]
`

func TestFaultyPacks(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"fine", "", "", ""},
		{"unknown key", "guidance: Look for it.", "guidance: Look for it.\n    hint: here", "hint"},
		{"no text", "    text: Was it there?\n", "", "text is missing"},
		{"id twice", "id: second", "id: first", "there twice"},
		{"bad id", "id: first", "id: The First", "is no id"},
		{"comma", `"Nobody"]`, `"Nobody, or no one"]`, "cannot be an answer"},
		{"counts none of them", `counts: ["Somebody"]`, `counts: ["Anybody"]`, "not among the answers"},
		{"nothing counts", `    counts: ["Somebody"]` + "\n", "", "does not say which answers count"},
		{"one answer", `["Somebody", "Nobody"]`, `["Somebody"]`, "at least two"},
		{"dimension", "guidance: Look for it.", "guidance: Look for it.\n    dimension: weather\n    labels: {yes: considered}", "no dimension"},
		{"label", "guidance: Look for it.", "guidance: Look for it.\n    dimension: culture\n    labels: {yes: seen, maybe: absent}", "no label"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := question.Load("mine.yaml", strings.Replace(small, tt.old, tt.new, 1))
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	p, err := question.Builtin()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"yes", "No - p. 3", "☒ Yes ☐ No", "relative", "\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, q := range p.Questions {
			code, why := q.Read(raw)
			if code != "" && (why != "" || q.AnswerText(code) == code && code != "") {
				t.Errorf("%q reads as %q, %q", raw, code, why)
			}
		}
	})
}
