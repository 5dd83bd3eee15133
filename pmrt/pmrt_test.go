package pmrt

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/decoder"
	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/recognition"
	"siequity/incidents/scope"
)

func TestDeathType(t *testing.T) {
	tests := map[string]string{"Stillbirth": Stillbirth, "Antepartum stillbirth": Stillbirth, "NND": NeonatalDeath, "Early neonatal death": NeonatalDeath,
		"Post-neonatal death": PostNeonatalDeath, "Late fetal loss": LateFetalLoss, "LFL": LateFetalLoss, "": "", "other": ""}
	for text, want := range tests {
		if got := DeathType(text); got != want {
			t.Errorf("DeathType(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestGrade(t *testing.T) {
	tests := map[string]string{"A": "A", "b": "B", "Grade C": "C", "D - issues likely to have made a difference": "D", "Grade: B": "B", "": "", "E": "", "Actual": "", "Not graded": ""}
	for text, want := range tests {
		if got := Grade(text); got != want {
			t.Errorf("Grade(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDateOfDeathHeadings(t *testing.T) {
	table := Table()
	for _, h := range []string{"Date baby died", "Date of stillbirth", "Date of loss", "Date died", "Date of death"} {
		m := table.Map([]string{"PMRT case ID", "Type of death", "Date notified to MBRRACE", h}, nil)
		if f := m.Columns[3].Field; f < 0 || table.Fields[f].Name != "date_of_death" {
			t.Errorf("%q is not taken for the date of death", h)
		}
	}
	m := table.Map([]string{"Date stillbirth notified", "Date of death"}, nil)
	if f := m.Columns[0].Field; f < 0 || table.Fields[f].Name != "notified_date" {
		t.Error("the date a stillbirth was notified was taken for that of the death")
	}
}

func TestTooEarly(t *testing.T) {
	const early, light = "born before 22 weeks", "gestation not known and 500 g or less"
	tests := []struct{ born, died, weight, want string }{
		{"20+3", "", "", early}, {"21+6", "", "900", early}, {"22+0", "", "", ""}, {"22", "", "400", ""}, {"40+10", "", "", ""},
		{"c. 24 weeks", "", "480", ""}, {">24", "", "490", ""}, {"<22", "", "", early}, {"<24", "", "490", ""}, {">21", "", "490", ""},
		{"", "", "480", light}, {"Unknown", "", "0.5 kg", light}, {"NK", "", "500", light}, {"", "", "501", ""}, {"", "", "", ""}, {"Not known", "", "", ""},
		{"2", "", "480", ""}, {"21/40 at death (born 22+3)", "", "480", ""}, {"416", "", "480", ""}, // there and not read: not unknown
		{"", "21+5", "510", ""}, {"", "21+5", "480", light}, {"", "24+0", "480", ""}, {"", ">24", "490", ""}, {"", "about twenty", "480", ""},
		{"22+1", "21+5", "480", ""}, {"21,6", "", "", early}, {"", "", "480,5", light}, {"", "", "0,48 kg", light}, {"", "", "1,250", ""}, {"", "", "3,4 kg", ""}, {"21+6", "24+0", "", early},
	}
	for _, tt := range tests {
		if got := tooEarly(tt.born, tt.died, tt.weight); got != tt.want {
			t.Errorf("born at %q, died at %q, %q: %q, want %q", tt.born, tt.died, tt.weight, got, tt.want)
		}
	}
}

func TestGestation(t *testing.T) {
	const term = 37 * week
	tests := []struct {
		want  gestation
		is    reading
		texts string
	}{
		{gestation{150, 150}, told, "21+3|21w3d|21 weeks 3 days|21 weeks and 3 days|21 Wks 3|21/40+3|21/40 + 3/7|21+3/7|21+3/40|21+3 weeks|21 + 3|21 3|150 days|150d|~21+3|c21+3|approx. 21+3|21+3 gestation"},
		{gestation{154, 154}, told, "22|22/40|22 weeks|22w|c. 22|circa 22|~22|about 22 weeks|22 completed weeks|22.4|22,4|22,0|22 weeks gestation|154|154 days"},
		{gestation{320, 320}, told, "320|320 days|45+5"},
		{gestation{287, 287}, told, "40+7|41|41+0"},
		{gestation{168, math.MaxInt}, told, ">24|>=24|24+|over 24 weeks|at least 24+0|\u226524|> 24/40|>168"},
		{gestation{0, 153}, told, "<22|< 22 weeks|under 22+0|less than 22"},
		{gestation{0, 154}, told, "<=22|\u226422"},
		{gestation{term, math.MaxInt}, told, "Term|full term"},
		{gestation{}, untold, "|Unknown|Not known|n/k|N/A|?|-|Not recorded|TBC"},
		{gestation{}, unreadable, "153|321|501|416|2205|2|24/7|0+21|24 days|50|24+21|24 9|21/40 at death (born 22+3)|24 then 22|24-25|24 weeks ?IUGR|x24|21+3 at death"},
	}
	for _, tt := range tests {
		for _, text := range strings.Split(tt.texts, "|") {
			if got, is := readGestation(text); got != tt.want || is != tt.is {
				t.Errorf("%q is read as %v, %d; want %v, %d", text, got, is, tt.want, tt.is)
			}
		}
	}
}

// readList reads one list of deaths and what the reading found wrong.
func readList(t *testing.T, text string) (*incidents.Reader, []*incidents.Record, []incidents.Fault) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pmrt.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := export.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	r := incidents.NewReader([]field.Table{Table()})
	seen, err := recognition.Look(r, f.Tables[0], incidents.Statement{})
	if err != nil {
		t.Fatal(err)
	}
	s := seen.Sheet(r, f.Tables[0], incidents.Statement{}, 0)
	var chunks []decoder.Chunk
	err = f.Tables[0].Batches(t.Context(), export.Range{Width: len(s.Mapping.Columns)}, func(b export.Batch) error {
		chunks = append(chunks, decoder.New(s, 0, nil).Decode(b))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var records []*incidents.Record
	faults := decoder.Settle(s, chunks)
	for _, c := range chunks {
		for i := range c.Records {
			records = append(records, &c.Records[i])
		}
		faults = slices.Concat(c.Faults, faults)
	}
	return r, records, faults
}

func words(faults []incidents.Fault) string {
	var out []string
	for _, f := range faults {
		out = append(out, fmt.Sprintf("%s %d: %s", f.ID, f.Row, f.What))
	}
	return strings.Join(out, "\n")
}

// A gestation at death leaves nothing out, and a gestation that cannot be read is told.
func TestGestationColumns(t *testing.T) {
	r, records, faults := readList(t, "MBRRACE ID,Date of death,Type of death,Gestation at death,Gestation at birth,Birth weight,Suitable for PMRT\n"+
		"90001/1,14/05/2026,Late fetal loss,21+5,22+1,480,\n90002/1,14/05/2026,Stillbirth,21+5,,510,\n90003/1,14/05/2026,Stillbirth,,416,480,\n"+
		"90004/1,14/05/2026,Stillbirth,,21+5,510,\n90005/1,14/05/2026,Stillbirth,,22 weeks at birth,480,\n90006/1,14/05/2026,Stillbirth,n/k,not known,480,\n")
	why := Suitability(r.Catalogue, records)
	var left []string
	for _, rec := range records {
		left = append(left, rec.Reference()+" "+why[rec])
	}
	if d := cmp.Diff("90001/1 \n90002/1 \n90003/1 \n90004/1 unsuitable for PMRT: born before 22 weeks\n90005/1 \n90006/1 unsuitable for PMRT: gestation not known and 500 g or less", strings.Join(left, "\n")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff("gestation/unreadable 4: this number of 3 digits cannot be read as a gestation: in days it would be from 154 to 320; look at cell E4 in the file\n"+
		"gestation/unreadable 6: this gestation cannot be read; look at cell E6 in the file", words(faults)); d != "" {
		t.Error(d)
	}
}

// The heading "Date of birth" is the baby's in a list of deaths.
func TestDateOfBirthHeading(t *testing.T) {
	table := Table()
	m := table.Map([]string{"PMRT case ID", "Date of death", "Date of birth", "Mother's date of birth"}, nil)
	var got []string
	for _, c := range m.Columns {
		got = append(got, table.Fields[c.Field].Name)
	}
	if d := cmp.Diff([]string{"pmrt_ref", "date_of_death", "date_of_birth_baby", "date_of_birth"}, got); d != "" {
		t.Error(d)
	}
}

// Of a column of gestations that is wrong throughout the first cells are told one by
// one, and the others are counted.
func TestUnreadGestations(t *testing.T) {
	text := "MBRRACE ID,Date of death,Type of death,Gestation at birth\n"
	for i := range 50 {
		text += fmt.Sprintf("9000%d/1,14/05/2026,Stillbirth,week %d\n", i, i)
	}
	_, _, faults := readList(t, text)
	counted, ids := 0, map[string]bool{}
	for _, f := range faults {
		counted += max(1, f.Times)
		ids[f.ID] = true
	}
	if d := cmp.Diff(map[string]bool{"gestation/unreadable": true}, ids); d != "" || counted != 50 || len(faults) >= 50 {
		t.Errorf("%d findings of %d cells %s", len(faults), counted, d)
	}
}

// The clocks run from the date of death alone; where a list lacks it, the finding says
// that nothing is checked.
func TestDeathsWithoutDate(t *testing.T) {
	const text = "PMRT case ID,Type of death,Gestation,Date of death,Date of birth,Review started,Report published\n" +
		"91234,Stillbirth,39+0,,20/04/2026,01/05/2026,01/10/2026\n91235,Neonatal death,39+0,,20/04/2026,01/05/2026,\n91236,Stillbirth,39+0,20/04/2026,20/04/2026,01/05/2026,\n"
	const times = "without the date of death, from which the times to notification, review and report run: these times are not checked"
	born := "scope/date-of-birth 1: 1 stillbirth or late loss " + times + ", and the date of birth says which period it belongs to"
	for period, want := range map[string]string{"all": born + "\nscope/no-date-of-death 1: 1 death " + times, "2026/27-Q1": born} {
		r, records, _ := readList(t, text)
		r.BornDead = BornDead
		p, err := scope.ParsePeriod(period)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, words(scope.New(p).Apply(r, records))); d != "" {
			t.Errorf("%s: %s", period, d)
		}
	}
}

func TestDiedBeforeBirth(t *testing.T) {
	r, records, _ := readList(t, "MBRRACE ID,Date of birth,Date of death,Type of death,Suitable for PMRT\n"+
		"90001/1,14/05/2026,13/05/2026,Neonatal death,\n90002/1,14/05/2026,13/05/2026,Stillbirth,\n90003/1,14/05/2026,14/05/2026,Neonatal death,\n90004/1,14/05/2026,13/05/2025,Post-neonatal death,\n"+
		"90005/1,,13/05/2026,Neonatal death,\n90006/1,14/05/2026,,Neonatal death,\n90007/1,14/05/2026,13/05/2026,,\n90008/1,14/05/2026,13/05/2026,NND,No\n")
	Suitability(r.Catalogue, records)
	var got []string
	for _, rec := range DiedBeforeBirth(r.Catalogue, records) {
		got = append(got, rec.Reference())
	}
	if d := cmp.Diff([]string{"90001/1", "90004/1"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
