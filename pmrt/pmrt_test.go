package pmrt

import "testing"

func TestUnsuitable(t *testing.T) {
	tests := []struct{ answer, reason, death, want string }{
		{"Yes", "", "Stillbirth", ""},
		{"", "", "Stillbirth", ""},
		{"Not known", "", "Neonatal death", ""},
		{"Not yet decided", "", "Neonatal death", ""},
		{"No", "Community death without neonatal care", "Neonatal death", "community death without neonatal care"},
		{"N", "", "Neonatal death", "no reason given"},
		{"No - brain injured survivor", "", "", "brain injured survivor"},
		{"Not suitable (under 22 weeks)", "", "", "under 22 weeks"},
		{"Not suitable", "TOP for anomaly", "", "termination"},
		{"", "Brain-injured survivor", "", "brain-injured survivor"},
		{"", "Baby survived", "Neonatal death", "baby survived"},
		{"Yes", "N/A", "Stillbirth", ""},
		{"Yes", "", "Stopped breathing at home", ""},
		{"Yes", "", "Termination of pregnancy", "termination"},
		{"", "TOP - terminated for anomaly", "Stillbirth", "termination"},
		{"Not suitable", "", "Stillbirth", "no reason given"},
		{"North site", "", "Stillbirth", ""},
		{"Yes", "", "Stillbirth (not termination)", ""},
		{"Yes", "", "Stillbirth, not a termination", ""},
		{"Yes", "", "Non-termination", ""},
		{"Yes", "", "Stillbirth - no termination", ""},
		{"Yes", "Not due to TOP", "Stillbirth", ""},
		{"Yes", "", "Neonatal death following termination", "termination"},
		{"No - termination", "", "Stillbirth", "termination"},
		{"No TOP", "", "Stillbirth", "termination"},
		{"Not suitable - termination", "", "Stillbirth", "termination"},
		{"Not supported", "", "Stillbirth", "no reason given"},
		{"Not supported for review: home birth", "", "Stillbirth", "home birth"},
		{"Not for PMRT", "", "Stillbirth", "no reason given"},
		{"Not suitable for PMRT review", "", "Stillbirth", "no reason given"},
		{"Not suitable for PMRT (under 22 weeks)", "", "", "under 22 weeks"},
		{"Not reviewable", "", "Stillbirth", "no reason given"},
		{"Excluded", "", "Stillbirth", "no reason given"},
		{"None", "", "Stillbirth", ""},
	}
	for _, tt := range tests {
		if got := unsuitable(tt.answer, tt.reason, tt.death); got != tt.want {
			t.Errorf("unsuitable(%q, %q, %q) = %q, want %q", tt.answer, tt.reason, tt.death, got, tt.want)
		}
	}
}

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
	tests := []struct{ gestation, weight, want string }{
		{"20+3", "", early}, {"21+6", "900", early}, {"21", "", early}, {"20 weeks", "", early}, {"21w6d", "", early}, {"21 weeks and 6 days", "", early}, {"21/40", "", early}, {"153 days", "", early}, {"21.9", "", early},
		{"22+0", "", ""}, {"22", "400", ""}, {"22/40", "", ""}, {"154 days", "", ""}, {"23+0 weeks", "", ""}, {"40+10", "", ""},
		{"", "480", light}, {"Unknown", "0.5 kg", light}, {"", "501", ""}, {"", "", ""}, {"Not known", "", ""}, {"2", "", ""},
	}
	for _, tt := range tests {
		if got := tooEarly(tt.gestation, tt.weight); got != tt.want {
			t.Errorf("tooEarly(%q, %q) = %q, want %q", tt.gestation, tt.weight, got, tt.want)
		}
	}
}
