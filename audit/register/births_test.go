package register_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"siequity/audit/register"
)

// short words births as "organisation/period/ethnicity/imd/scale=count".
func short(births []register.Births) []string {
	var out []string
	for _, b := range births {
		n := fmt.Sprint(b.Count)
		if b.Suppressed {
			n = "hidden"
		}
		out = append(out, strings.Join([]string{b.Organisation, b.Period, b.Ethnicity, b.IMD, b.Scale}, "/")+"="+n)
	}
	return out
}

func TestBirthsShapes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		faults     []string
		note       string // part of a note that must be there
	}{
		{"long", "Organisation,Ethnicity,IMD quintile,Births\nE,White,1,641\nE,Asian or Asian British,5,42\n",
			[]string{"E//White/1/quintile=641", "E//Asian or Asian British/5/quintile=42"}, nil, ""},
		{"long by decile with a period and a title", "Births by group\n\nQuarter;Trust;Ethnic category;IMD decile;Deliveries\n2026/27-Q1;E;J;10;1,204\n",
			[]string{"E/2026/27-Q1/J/10/decile=1204"}, nil, ""},
		{"ethnicity only", "Ethnic group,Number of births\nWhite,10\nTotal,12\nBlack,2\n", []string{"//White//=10", "//Black//=2"}, nil, "1 totals"},
		{"totals alone stay", "Organisation,Ethnicity,Births\nE,All,100\nW,Total,90\n", []string{"E////=100", "W////=90"}, nil, ""},
		{"deprivation across", "Ethnic group,1,2,3,4,5,Total\nWhite,11,12,13,14,15,65\nBlack,1,2,3,4,5,15\nAll,12,14,16,18,20,80\n",
			[]string{"//White/1/quintile=11", "//White/2/quintile=12", "//White/3/quintile=13", "//White/4/quintile=14", "//White/5/quintile=15",
				"//Black/1/quintile=1", "//Black/2/quintile=2", "//Black/3/quintile=3", "//Black/4/quintile=4", "//Black/5/quintile=5"}, nil, "8 totals"},
		{"deprivation across with words, no heading of the first column", ",Q1 (most deprived),Q2,Q3,Q4,Q5 (least deprived),Unknown\nWhite,1,2,3,4,6,7\n",
			[]string{"//White/Q1 (most deprived)/quintile=1", "//White/Q2/quintile=2", "//White/Q3/quintile=3", "//White/Q4/quintile=4", "//White/Q5 (least deprived)/quintile=6", "//White/Unknown/quintile=7"}, nil, ""},
		{"deciles across", "Trust,Ethnicity,1,2,3,4,5,6,7,8,9,10\nE,White,1,2,3,4,5,6,7,8,9,11\n",
			[]string{"E//White/1/decile=1", "E//White/2/decile=2", "E//White/3/decile=3", "E//White/4/decile=4", "E//White/5/decile=5", "E//White/6/decile=6", "E//White/7/decile=7", "E//White/8/decile=8", "E//White/9/decile=9", "E//White/10/decile=11"}, nil, ""},
		{"ethnicity across", "IMD quintile,White,Asian or Asian British,Black,Mixed,Other,Not stated\n1,1,2,3,4,6,7\n2,*,1,1,1,1,1\n",
			[]string{"//White/1/quintile=1", "//Asian or Asian British/1/quintile=2", "//Black/1/quintile=3", "//Mixed/1/quintile=4", "//Other/1/quintile=6", "//Not stated/1/quintile=7",
				"//White/2/quintile=hidden", "//Asian or Asian British/2/quintile=1", "//Black/2/quintile=1", "//Mixed/2/quintile=1", "//Other/2/quintile=1", "//Not stated/2/quintile=1"}, nil, "1 of 12 numbers are hidden"},
		{"marks of hidden numbers", "Ethnicity,Births\nA,*\nB,-\nC,:\nD,z\nE,DNS\nF,<5\nG,[c]\nH,1-7\nJ,0\nK,≤ 7\n",
			[]string{"//A//=hidden", "//B//=hidden", "//C//=hidden", "//D//=hidden", "//E//=hidden", "//F//=hidden", "//G//=hidden", "//H//=hidden", "//J//=0", "//K//=hidden"}, nil, "9 of 10 numbers are hidden"},
		{"faults", "Ethnicity,IMD,Births\nA,1,\nB,2,many\nC,3,2.5\nD,4,-3\nE,5,12%\nF,1,7\n", []string{"//F/1/=7"}, []string{"blank 2:3", "number 3:3", "number 4:3", "number 5:3", "number 6:3"}, ""},
		{"looks rounded", "Ethnicity,Births\nA,5\nB,10\nC,15\nD,20\nE,25\nF,30\nG,0\nH,40\nJ,105\n", []string{"//A//=5", "//B//=10", "//C//=15", "//D//=20", "//E//=25", "//F//=30", "//G//=0", "//H//=40", "//J//=105"}, nil, "look rounded"},
		{"repeated groups", "Ethnicity,Births\nA,1\nA,2\n", []string{"//A//=1", "//A//=2"}, nil, "added together"},
		{"no number column", "Ethnicity,IMD quintile,Colour\nA,1,red\n", nil, []string{"missing-column 1:0"}, ""},
		{"nothing known", "a,b\n1,2\n", nil, []string{"no-heading 0:0"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := register.Read(nil, csv(t, c.text))
			if d := cmp.Diff(c.want, short(g.Births), cmpopts.EquateEmpty()); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.faults, places(g.Faults), cmpopts.EquateEmpty()); d != "" {
				t.Error(d)
			}
			if c.note != "" && !strings.Contains(strings.Join(g.Notes, "\n"), c.note) {
				t.Errorf("notes %q", g.Notes)
			}
		})
	}
}

// The published file counts several things at several levels; only one of each
// may be used.
func TestBirthsAsPublished(t *testing.T) {
	head := "ReportingPeriodStartDate,ReportingPeriodEndDate,Dimension,Org_Level,Org_Code,Org_Name,Measure,Count_Of,Final_value\n"
	row := func(dimension, level, name, measure, units, value string) string {
		return strings.Join([]string{"01/04/2026", "30/04/2026", dimension, level, "Z01", name, measure, units, value}, ",") + "\n"
	}
	g := register.Read(nil, csv(t, head+
		row("EthnicCategoryMotherGroup", "Provider", "EASTMOOR", "Asian or Asian British", "Deliveries", "45")+
		row("EthnicCategoryMotherGroup", "Provider", "EASTMOOR", "White", "Deliveries", "*")+
		row("EthnicCategoryMotherGroup", "Provider", "EASTMOOR", "White", "Bookings", "130")+
		row("EthnicCategoryMotherGroup", "National", "ALL", "White", "Deliveries", "30000")+
		row("DeprivationDecileAtBooking", "Provider", "EASTMOOR", "01 - Most deprived", "Deliveries", "60")+
		row("EthnicCategoryMother", "Provider", "EASTMOOR", "H", "Deliveries", "15")+
		row("AgeAtBookingMotherGroup", "Provider", "EASTMOOR", "20 to 24", "Deliveries", "25")))
	want := []string{"EASTMOOR/2026-04-01..2026-04-30/Asian or Asian British//=45", "EASTMOOR/2026-04-01..2026-04-30/White//=hidden", "EASTMOOR/2026-04-01..2026-04-30//01 - Most deprived/decile=60"}
	if d := cmp.Diff(want, short(g.Births)); d != "" {
		t.Error(d)
	}
	notes := strings.Join(g.Notes, "\n")
	for _, part := range []string{"1 rows count by something other", `counts of "Deliveries"`, `level "Provider"`, `dimension "EthnicCategoryMotherGroup"`} {
		if !strings.Contains(notes, part) {
			t.Errorf("no note says %s: %q", part, g.Notes)
		}
	}
	if f := g.Files[0]; f.Rows != 7 || f.Used != 3 || f.Register != "births" || !g.Given["births"] {
		t.Errorf("%+v %v", f, g.Given)
	}
}
