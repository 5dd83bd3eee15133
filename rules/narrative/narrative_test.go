package narrative_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/narrative"
)

func TestTermsProveThemselves(t *testing.T) {
	for _, err := range load(t).Prove() {
		t.Error(err)
	}
}

// TestConstructions holds the readings that the guideline turns on, one
// construction each; only the named dimension is looked at.
func TestConstructions(t *testing.T) {
	lx := load(t)
	for _, tc := range []struct {
		name, text string
		dim        narrative.Dimension
		want       narrative.Label
	}{
		{"the review did not look", "The panel did not consider language.", narrative.Language, narrative.ExplicitlyNot},
		{"those giving care did not look", "The midwife did not consider whether she understood English.", narrative.Language, narrative.Considered},
		{"found not to have been done", "The panel found that ethnicity was not recorded at booking.", narrative.Ethnicity, narrative.Considered},
		{"owns up to it", "The panel accepts that it had not considered ethnicity.", narrative.Ethnicity, narrative.ExplicitlyNot},
		{"excluded", "Language was not felt to be a barrier.", narrative.Language, narrative.Considered},
		{"not ruled out", "We could not rule out that culture played a part.", narrative.Culture, narrative.Considered},
		{"status", "Interpreter required: No", narrative.Language, narrative.Mentioned},
		{"fact", "No interpreter was used in triage.", narrative.Language, narrative.Considered},
		{"A but not B: A", "The panel considered ethnicity but not culture.", narrative.Ethnicity, narrative.Considered},
		{"A but not B: B", "The panel considered ethnicity but not culture.", narrative.Culture, narrative.ExplicitlyNot},
		{"neither", "Neither culture nor language was discussed.", narrative.Culture, narrative.ExplicitlyNot},
		{"carried over", "Language was raised by the family. This was not explored.", narrative.Language, narrative.ExplicitlyNot},
		{"question and answer", "Was language considered? No.", narrative.Language, narrative.ExplicitlyNot},
		{"impact question", "Did ethnicity play a part? No.", narrative.Ethnicity, narrative.Considered},
		{"not answered", "Cultural factors: N/A", narrative.Culture, narrative.Mentioned},
		{"ticked", "[x] Language barrier", narrative.Language, narrative.Considered},
		{"not ticked", "[ ] Language barrier", narrative.Language, narrative.Mentioned},
		{"culture of microbes", "Blood culture negative.", narrative.Culture, narrative.Mentioned},
		{"culture of staff", "There is a blame culture on the unit.", narrative.Culture, narrative.Mentioned},
		{"white cells", "White cell count was raised and stool was black.", narrative.Ethnicity, narrative.Absent},
		{"surname", "Reviewed by Jenny White and Dr Black.", narrative.Ethnicity, narrative.Absent},
		{"trace", "Interpretation of the CTG was wrong.", narrative.Language, narrative.Absent},
		{"group only", "The woman is Somali.", narrative.Ethnicity, narrative.Mentioned},
		{"group tied to care", "She felt ignored because she is Somali.", narrative.Ethnicity, narrative.Considered},
		{"statement of equality", "The Trust treats all women equally regardless of race.", narrative.Ethnicity, narrative.Mentioned},
		{"later version", "Version 1: language not considered.\nVersion 2: language was considered and was not a factor.", narrative.Language, narrative.Considered},
		{"withdrawn", "Version 1: the panel considered language.\nVersion 2: the finding on language has been withdrawn.", narrative.Language, narrative.ExplicitlyNot},
		{"deleted", "[Deleted: language was considered by the panel]", narrative.Language, narrative.Mentioned},
		{"under a heading", "Culture\nNot explored.\nLanguage\nNo barrier was found.", narrative.Culture, narrative.ExplicitlyNot},
		{"a need reviewed", "The woman's first language was considered by the panel.", narrative.Language, narrative.Considered},
		{"a question told", "You ask if we looked at whether faith had a bearing. We have not.", narrative.Culture, narrative.ExplicitlyNot},
		{"no evidence of effect", "The review found no evidence that race had altered how staff responded.", narrative.Ethnicity, narrative.Considered},
		{"another reading of a trace", "A doctor with a different interpretation was not called.", narrative.Language, narrative.Absent},
		{"language of letters", "The letter was written in everyday language.", narrative.Language, narrative.Mentioned},
		{"nothing to look at", "The mother had died, so the review could not establish whether language had any bearing.", narrative.Language, narrative.ExplicitlyNot},
		{"looked without a view", "The panel explored this and could not determine whether language had affected her care.", narrative.Language, narrative.Considered},
		{"version without a capital", "Culture was reviewed. v2 (final). This was not in fact done.", narrative.Culture, narrative.ExplicitlyNot},
		{"heading of a version", "The report says that culture was explored.\nVersion 2\nThis was not in fact explored.", narrative.Culture, narrative.ExplicitlyNot},
		{"answered by number", "Terms: 1. timings 2. language support 3. rota. Findings: 1. Review was late. 2. Not covered.", narrative.Language, narrative.ExplicitlyNot},
		{"items with full stops", "Terms of reference: 1. Timings. 2. Language support. 3. Rota.\nFindings: 1. Review was late. 2. Not covered.", narrative.Language, narrative.ExplicitlyNot},
		{"the first item", "Terms of reference: 1. Language support. 2. Rota.\nFindings: 1. Not covered. 2. Review was late.", narrative.Language, narrative.ExplicitlyNot},
		{"another item", "Terms of reference: 1. Timings. 2. Language support. 3. Rota.\nFindings: 1. Review was late. 3. Not covered.", narrative.Language, narrative.Mentioned},
		{"what follows the items", "Terms of reference: 1. Timings. 2. Rota. Language was a barrier.\nFindings: 2. Not covered.", narrative.Language, narrative.Considered},
		{"items a line each", "Terms of reference\n1. Timings\n2. Language support\n3. Rota\nFindings\n1. Review was late\n2. Not covered", narrative.Language, narrative.ExplicitlyNot},
		{"another item a line each", "Terms of reference\n1. Timings\n2. Language support\n3. Rota cover\nFindings: 1. Review was late. 3. Not covered.", narrative.Language, narrative.Mentioned},
		{"items after an item on the subject", "Terms of reference\n1. Culture\n2. Language support\n3. Rota\nFindings\n1. Review was late\n2. Not covered.", narrative.Language, narrative.ExplicitlyNot},
		{"the family's items", "Questions from the family\n1) Timings\n2) Language support\nFindings\n2) Not covered.", narrative.Language, narrative.ExplicitlyNot},
		{"numbered headings", "1. Terms of reference\nAs agreed.\n2. Language\nAn interpreter was booked for the visit.\n3. Rota\nNot reviewed.", narrative.Language, narrative.Considered},
		{"the item's own number", "Terms: 1. Review within 12 hours and language support. 2. Rota.\nFindings: 1. Not covered.", narrative.Language, narrative.ExplicitlyNot},
		{"a number that is no item", "Terms: 1. Review within 12 hours and language support. 2. Rota.\nFindings: 12. Not covered.", narrative.Language, narrative.Mentioned},
		{"ethnic group is no panel", "Her ethnic group was never recorded at booking and the chart was wrong.", narrative.Ethnicity, narrative.Considered},
		{"aimed at staff", "Abusive remarks by a visitor to the midwife: told to go back to her own country.", narrative.Ethnicity, narrative.Mentioned},
		{"a wish unmet is no question left open", "The family had wanted the imam to recite to him and this did not happen.", narrative.Culture, narrative.Considered},
		{"policy not followed", "Interpreters must be used for all women (policy 4.1). This was not done.", narrative.Language, narrative.Considered},
		{"label of a cell", "| Racial bias | left empty | nobody has asked yet |", narrative.Ethnicity, narrative.ExplicitlyNot},
		{"listed question answered no", "Did review consider: equipment? Yes. Ethnicity? No.", narrative.Ethnicity, narrative.ExplicitlyNot},
		{"a faith asked for is a value", "Religion? No.", narrative.Culture, narrative.Mentioned},
		{"bracket within a clause", "Ethnicity (both White British) was thought through and is not felt to be relevant.", narrative.Ethnicity, narrative.Considered},
		{"a panel that could not meet them", "The Mother's culture was not reviewed, as interviews with the family could not be arranged before the close of the investigation.", narrative.Culture, narrative.ExplicitlyNot},
		{"boxes of a care form", "Ethnicity box blank, religion box blank.", narrative.Culture, narrative.Mentioned},
		{"a quoted question left open", "Parents wrote: 'would this have happened to a white family?' There is no response to this question in the panel's report.", narrative.Ethnicity, narrative.ExplicitlyNot},
		{"a chaplain seen", "Staff member offered time off, also saw the chaplain.", narrative.Culture, narrative.Mentioned},
		{"a test that descent calls for", "Asian mother, BMI 27. She should have been on the diabetes pathway and was not.", narrative.Ethnicity, narrative.Considered},
		{"a test of the majority", "White British. Jaundice was missed on day 3.", narrative.Ethnicity, narrative.Mentioned},
		{"a cell that asks: no", "| Language | considered | no |", narrative.Language, narrative.ExplicitlyNot},
		{"a cell that asks: yes", "| Language | considered | yes |", narrative.Language, narrative.Considered},
		{"a cell that asks if it mattered", "| Language | contributory | no |", narrative.Language, narrative.Considered},
		{"a cell that tells", "| Language | considered | see 4.2 |", narrative.Language, narrative.Considered},
		{"a column that asks: no", "| Factor | Considered? | Comment |\n|---|---|---|\n| Staffing | Yes | low |\n| Language | No | |", narrative.Language, narrative.ExplicitlyNot},
		{"a column that asks: yes", "| Factor | Considered by panel |\n| Language | Yes |", narrative.Language, narrative.Considered},
		{"another column", "| Factor | Considered | Raised |\n| Language | | No |", narrative.Language, narrative.Mentioned},
		{"a need in a column that asks", "| Item | Reviewed |\n| Interpreter required | No |", narrative.Language, narrative.Mentioned},
		{"after the table", "| Factor | Considered |\n| Staffing | Yes |\nEnd of table.\n| Language | No |", narrative.Language, narrative.Mentioned},
		{"what every report does", "Every report considers culture, ethnicity and language.", narrative.Culture, narrative.Mentioned},
		{"what all our reviews do", "All our reviews explore whether ethnicity affected care.", narrative.Ethnicity, narrative.Mentioned},
		{"what each review did", "Each of the two reviews considered language and found no barrier.", narrative.Language, narrative.Considered},
		{"committed to considering", "The Trust is committed to considering culture and language in all investigations.", narrative.Language, narrative.Mentioned},
		{"committed to families", "We are committed to ensuring that the language and culture of our families are considered.", narrative.Culture, narrative.Mentioned},
		{"a commitment to her", "The Trust is committed to booking her an interpreter for the debrief.", narrative.Language, narrative.Considered},
		{"descent that is partly white", "Mother Mixed White and Black Caribbean. Jaundice was missed on day 3.", narrative.Ethnicity, narrative.Considered},
		{"descent as the census has it", "Mixed: White and Asian. Jaundice was missed on day 3.", narrative.Ethnicity, narrative.Considered},
		{"nothing in the papers", "Nothing in the papers covered the family's faith and the panel did not ask for it.", narrative.Culture, narrative.ExplicitlyNot},
		{"nowhere in the report", "Nowhere in this draft do we say how staff talked with her given that she had no English.", narrative.Language, narrative.ExplicitlyNot},
		{"nowhere in the notes", "The panel found that nowhere in the notes had staff written down whether she understood English.", narrative.Language, narrative.Considered},
		{"no attempt in this review", "Reviewers acknowledged that no attempt was made in this review to look at ethnicity.", narrative.Ethnicity, narrative.ExplicitlyNot},
		{"no attempt at booking", "Reviewers found that no attempt was made at booking to discuss ethnicity.", narrative.Ethnicity, narrative.Considered},
		{"a family that withdrew", "The family withdrew from the investigation. Language was considered from the notes.", narrative.Language, narrative.Considered},
		{"routine enquiry is no panel", "Because of her religion she was never seen alone and routine enquiry was not completed.", narrative.Culture, narrative.Considered},
		{"a difference looked for", "No difference in treatment on grounds of ethnicity was identified.", narrative.Ethnicity, narrative.Considered},
		{"a rule against differences", "There must be no difference in treatment on grounds of ethnicity.", narrative.Ethnicity, narrative.Mentioned},
		{"a checklist not used that night", "The checklist asks about last rites, and it was not used that night.", narrative.Culture, narrative.Considered},
		{"a sign hard to see", "The chart relies on pallor, which is hard to judge in a Somali woman.", narrative.Ethnicity, narrative.Considered},
		{"language shared by staff", "A shared language around CTGs would help.", narrative.Language, narrative.Mentioned},
		{"each its own bracket", "Panel discussion: faith (nil relevant), language (not covered).", narrative.Language, narrative.ExplicitlyNot},
		{"a bracket before", "Panel discussion: language (not covered), faith (discussed).", narrative.Culture, narrative.Considered},
		{"a bracket for two", "Culture and language (not considered).", narrative.Culture, narrative.ExplicitlyNot},
		{"nil by mouth", "Asked to fast from midnight for list, op cancelled.", narrative.Culture, narrative.Absent},
		{"a screen in English", "The check-in screen has no option other than English and she was not on the board.", narrative.Language, narrative.Considered},
		{"a test done", "Black Caribbean. Sickle screen negative at booking.", narrative.Ethnicity, narrative.Mentioned},
		{"leads of a heart trace", "Language was considered by the panel. ECG V1 to V3 normal. This was not explored.", narrative.Language, narrative.Considered},
		{"leads at the head", "Language was considered by the panel. V1-V3 normal. V1 to V3 normal. This was not explored.", narrative.Language, narrative.Considered},
		{"version of a guideline", "Language was considered by the panel. V2 of the guideline was used. This was not explored.", narrative.Language, narrative.Considered},
		{"version of a policy", "Language was considered by the panel. The final version of the policy (version 3) applied. This was not explored.", narrative.Language, narrative.Considered},
		{"version of an appendix", "The panel considered language. See appendix v2. This was not discussed.", narrative.Language, narrative.Considered},
		{"version within a sentence", "Language was considered by the panel. In report v2 language was not considered.", narrative.Language, narrative.ExplicitlyNot},
		{"version after other words", "Language was considered by the panel. BP was taken.\nv2. BP was taken. The panel did not consider language.", narrative.Language, narrative.ExplicitlyNot},
		{"hidden hyphen", "No inter\u00adpreter was used.", narrative.Language, narrative.Considered},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := lx.Read([]narrative.Part{{Text: tc.text}})[tc.dim]; got.Label != tc.want {
				t.Errorf("%q: %s is %s (%s); want %s", tc.text, tc.dim, got.Label, got.Reason, tc.want)
			}
		})
	}
}

func TestEvidenceNamesItsPart(t *testing.T) {
	parts := []narrative.Part{{Name: "findings", Text: "BP was not taken."}, {Name: "lessons", Text: "All well. No interpreter was used. Home."}}
	f := load(t).Read(parts)[narrative.Language]
	if len(f.Evidence) != 1 {
		t.Fatalf("got %d passages; want 1", len(f.Evidence))
	}
	e := f.Evidence[0]
	if got := parts[e.Part].Text[e.Start:e.End]; got != "No interpreter was used." || e.Section != "actions" {
		t.Errorf("got %q in section %q", got, e.Section)
	}
}

func TestLocalTerms(t *testing.T) {
	local := narrative.Document{Name: "local.yaml", Text: []byte(`terms:
  - id: local/haven
    kind: fact
    dimension: culture
    match: ["haven birth circle"]
    find: ["she went to the haven birth circle"]
    miss: ["a safe haven"]
`)}
	lx, err := narrative.Load(local)
	if err != nil {
		t.Fatal(err)
	}
	got := lx.Read([]narrative.Part{{Text: "She attends the Haven Birth Circle."}})[narrative.Culture]
	if got.Label != narrative.Considered || got.Evidence[0].Cue != "local/haven" {
		t.Errorf("got %s by %v", got.Label, got.Evidence)
	}
	local.Text = []byte(strings.Replace(string(local.Text), "fact", "fiction", 1))
	if _, err := narrative.Load(local); err == nil || !strings.Contains(err.Error(), "local.yaml:2") {
		t.Errorf("got %v; want the line named", err)
	}
}

// TestManyReaders reads from many goroutines; the race detector watches.
func TestManyReaders(t *testing.T) {
	lx := load(t)
	cases := readCases(t, "../../testdata/consideration.jsonl")
	var want []narrative.Reading
	for _, c := range cases {
		want = append(want, lx.Read([]narrative.Part{{Text: c.Text}}))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, c := range cases {
				if diff := cmp.Diff(want[i], lx.Read([]narrative.Part{{Text: c.Text}})); diff != "" {
					t.Errorf("%s: (-want +got)\n%s", c.ID, diff)
				}
			}
		})
	}
	wg.Wait()
}
