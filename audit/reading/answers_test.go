package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"siequity/audit/audittest"
	"siequity/audit/record"
)

// TestAnswers holds what structured answers mean. The same word answers two kinds
// of question: whether anybody looked, and whether it mattered.
func TestAnswers(t *testing.T) {
	tests := []struct{ question, answer, text, want string }{
		{"Was language considered?", "Yes", "", "considered:answer?"},
		{"Was language considered?", "Yes", "A telephone interpreter was used throughout labour.", "considered:answer"},
		{"Was language considered?", "Partly", "", "considered:answer?"},
		{"Was language considered?", "No", "", "explicitly_not:answer"},
		{"Was language considered?", "No", "A telephone interpreter was used throughout labour.", "explicitly_not:answer?"},
		{"Was language considered?", "N/A", "", "mentioned:answer"},
		{"Was language considered?", "N/A", "A telephone interpreter was used throughout labour.", "considered:text"},
		{"Was language considered?", "", "", "absent"},
		{"Was language considered?", "Unknown", "", "absent"},
		{"Was language considered?", "", "A telephone interpreter was used throughout labour.", "considered:text"},
		{"Was language considered?", "Not completed", "", "explicitly_not:answer"},
		{"Was language considered?", "Not completed by reviewer", "", "explicitly_not:answer"},
		{"Was language considered?", "Considered - no impact", "", "considered:answer?"},
		{"Was language considered?", "English speaking", "", "mentioned:answer?"},
		{"Did language play a part?", "No", "", "considered:answer?"},
		{"Did language play a part?", "Not considered", "", "explicitly_not:answer"},
		{"Was language a contributory factor?", "None identified", "", "considered:answer?"},
		{"Has the impact of language been considered?", "No", "", "explicitly_not:answer"},
	}
	text := "Ref,Incident date,Specialty,Approval status,Description,Question\n"
	byQuestion := map[string][]int{}
	for i, tt := range tests {
		byQuestion[tt.question] = append(byQuestion[tt.question], i)
	}
	for question, cases := range byQuestion {
		t.Run(question, func(t *testing.T) {
			t.Parallel()
			export := strings.Replace(text, "Question", question, 1)
			for _, i := range cases {
				export += fmt.Sprintf("%d,01/05/2026,Maternity,Final,%s,%s\n", i, tests[i].text, tests[i].answer)
			}
			r := audittest.Run(t, nil, audittest.File{"datix.csv", export})
			for n, i := range cases {
				views := strings.Fields(audittest.ToldViews(r.Records[n]))
				if got := views[record.LanguageDim]; got != tests[i].want {
					t.Errorf("answer %q beside %q is %s, want %s", tests[i].answer, tests[i].text, got, tests[i].want)
				}
			}
		})
	}
}

// TestOneQuestion holds that a question about all three counts for each.
func TestOneQuestion(t *testing.T) {
	r := audittest.Run(t, nil, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,\"Were culture, ethnicity and language considered?\"", "1,01/05/2026,Maternity,Final,No")})
	if got, want := audittest.ToldViews(r.Records[0]), "explicitly_not:answer explicitly_not:answer explicitly_not:answer"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestPersonRowsRepeat holds that rows of several persons add no evidence by
// repeating a narrative, and that none of it is lost.
func TestPersonRowsRepeat(t *testing.T) {
	narrative := "A telephone interpreter was used throughout labour."
	r := audittest.Run(t, nil, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Role,Description", "1,01/05/2026,Maternity,Final,Baby,"+narrative,
		"1,01/05/2026,Maternity,Final,Mother,"+narrative, "1,01/05/2026,Maternity,Final,Midwife,")})
	if got, want := audittest.Told(r, "con"), "datix:1 absent absent considered:text"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := len(r.Evidence(r.Records[0]).Quotes[record.LanguageDim]); n != 1 {
		t.Errorf("%d quotes, want one", n)
	}
}
