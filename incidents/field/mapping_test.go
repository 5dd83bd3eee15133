package field

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func testTable() Table {
	return Table{Source: "test", Own: "ref", Marks: []string{"Log No"}, Fields: []Field{
		{Name: "ref", Kind: Reference, Headings: []string{"Log No"}},
		{Name: "reported", Kind: Date, Headings: []string{"Reported"}},
		{Name: "category", Headings: []string{"Category"}, Last: []string{"Kind"}},
		{Name: "subcategory", Headings: []string{"Subcategory"}},
		{Name: "location", Headings: []string{"Location"}},
		{Name: "harm", Headings: []string{"Physical harm", "OT001"}},
		{Name: "ethnicity", Headings: []string{"Ethnicity"}},
		{Name: "culture_answer", Kind: Answer, Like: [][]string{{"cultur", "consider", "!safety"}}},
		{Name: "narrative", Kind: Narrative, Headings: []string{"Description", "Summary"}},
		{Name: "imd", Headings: []string{"IMD score", "IMD decile", "IMD rank"}, Like: [][]string{{"deprivation"}}, Prefer: []string{"decile", "rank", "", "score"}},
		{Name: Dropped, Kind: Person, Headings: []string{"Name", "Reported by"}},
	}}
}

func mapped(m Mapping, t Table) string {
	var out []string
	for _, c := range m.Columns {
		name := "-"
		if c.Field >= 0 {
			name = t.Fields[c.Field].Name
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

func TestMap(t *testing.T) {
	tests := []struct {
		name     string
		headings []string
		over     Overrides
		want     string
		clashes  int
	}{
		{"case, colon, no-break space", []string{"LOG NO:", "\u00a0category\u00a0"}, nil, "ref category", 0},
		{"one word or two", []string{"Sub-category", "Sub category"}, nil, "subcategory -", 1},
		{"reported is a date, reported by a person", []string{"Reported", "Reported by"}, nil, "reported " + Dropped, 0},
		{"release label", []string{"OT001 - Physical harm"}, nil, "harm", 0},
		{"question code alone", []string{"OT001_Harm"}, nil, "harm", 0},
		{"a question in the trust's words", []string{"Investigation: was the family's culture considered?"}, nil, "culture_answer", 0},
		{"safety culture is no answer", []string{"Was safety culture considered?"}, nil, "-", 0},
		{"all narratives are read", []string{"Description", "Summary"}, nil, "narrative narrative", 0},
		{"all names are dropped", []string{"Name", "Reported by"}, nil, Dropped + " " + Dropped, 0},
		{"patient's and reporter's ethnicity", []string{"Reporter role", "Ethnicity", "Patient name", "Ethnicity"}, nil, "- - patient_name ethnicity", 1},
		{"patient's block first", []string{"Patient age", "Ethnicity", "Reporter role", "Ethnicity"}, nil, "- ethnicity - -", 1},
		{"of several columns the preferred", []string{"IMD score", "IMD rank", "IMD decile"}, nil, "- - imd", 2},
		{"the preferred, though its wording is less sure", []string{"IMD score", "Deprivation decile of area"}, nil, "- imd", 1},
		{"the user before the preferred", []string{"IMD rank", "IMD decile"}, Overrides{"IMD rank": "imd"}, "imd -", 0},
		{"a vague heading where nothing else is", []string{"Kind", "Location"}, nil, "category location", 0},
		{"a vague heading beside a plain one", []string{"Kind", "Category"}, nil, "- category", 0},
		{"a vague heading that is to be left out", []string{"Kind", "KIND:"}, Overrides{"Kind": Ignore}, "- -", 0},
		{"stated by the user", []string{"Gr.", "Category"}, Overrides{"gr": "harm"}, "harm category", 0},
		{"left out by the user", []string{"Category"}, Overrides{"Category": Ignore}, "-", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := testTable()
			m := table.Map(tt.headings, tt.over)
			if diff := cmp.Diff(tt.want, mapped(m, table)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(m.Clashes) != tt.clashes {
				t.Errorf("%d clashes, want %d", len(m.Clashes), tt.clashes)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	faults := testTable().Check(Overrides{"A": "harm", "B": "nonsense", "C": Ignore})
	if len(faults) != 1 || !strings.Contains(faults[0].Error(), `"nonsense"`) {
		t.Errorf("faults = %v, want one about nonsense", faults)
	}
}

func TestRecognise(t *testing.T) {
	other := Table{Source: "other", Fields: []Field{{Name: "category", Headings: []string{"Category"}}, {Name: "location", Headings: []string{"Location"}}, {Name: "x", Headings: []string{"Reported"}}}}
	rows := [][]string{
		{"Maternity incidents - Confidential"},
		{"Category: all", "Location: all"},
		{},
		{"Log No", "Reported", "Category", "Location"},
		{"1", "14/05/2026", "Category", "Ward 1"},
	}
	g := Recognise(rows, []Table{other, testTable()}, nil)
	if g[0].Table.Source != "test" || g[0].Row != 3 || g[0].Known != 4 || g[0].Marks != 1 {
		t.Errorf("best guess = %s, row %d, %d known, %d marks; want test, 3, 4, 1", g[0].Table.Source, g[0].Row, g[0].Known, g[0].Marks)
	}
	if got := g[0].Sure(g[1]); got != "likely" {
		t.Errorf("sure = %q, want likely: one mark alone may be chance", got)
	}
}

// TestExtend holds that a source's own heading means its own field, whatever the
// fields that all sources share call by that name.
func TestExtend(t *testing.T) {
	base := []Field{{Name: "findings", Headings: []string{"Outcome", "Findings"}}, {Name: "reason", Headings: []string{"Reason"}}}
	table := Table{Fields: Extend(base, Field{Name: "death", Headings: []string{"Outcome:"}}, Field{Name: "reason", Headings: []string{"Why"}})}
	got := mapped(table.Map([]string{"Outcome", "Findings", "Reason"}, nil), table)
	if want := "death findings reason"; got != want {
		t.Errorf("mapped to %q, want %q", got, want)
	}
	if base[0].Headings[0] != "Outcome" {
		t.Error("the shared fields were changed")
	}
}

// TestNamesComeLast holds that the name of a field is no heading before those that the
// fields list: "Date of birth" is the baby's in a list of deaths.
func TestNamesComeLast(t *testing.T) {
	table := Table{Fields: []Field{{Name: "date_of_birth", Headings: []string{"Mother's date of birth"}}, {Name: "baby", Headings: []string{"Date of birth"}}, {Name: "harm"}}}
	if got, want := mapped(table.Map([]string{"Date of birth", "Mother's date of birth", "harm"}, nil), table), "baby date_of_birth harm"; got != want {
		t.Errorf("mapped to %q, want %q", got, want)
	}
}
