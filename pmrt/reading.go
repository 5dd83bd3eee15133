package pmrt

import "strings"

// The types of death that a review tells apart.
const (
	LateFetalLoss     = "late_fetal_loss"
	Stillbirth        = "stillbirth"
	NeonatalDeath     = "neonatal_death"
	PostNeonatalDeath = "post_neonatal_death"
)

// DeathType reads the type of death; "" for wording that names none.
func DeathType(text string) string {
	s := strings.ToLower(text)
	switch {
	case strings.Contains(s, "post-neonatal"), strings.Contains(s, "post neonatal"), strings.Contains(s, "postneonatal"), s == "pnd":
		return PostNeonatalDeath
	case strings.Contains(s, "neonatal"), s == "nnd", s == "end", s == "lnd":
		return NeonatalDeath
	case strings.Contains(s, "still"), s == "sb", strings.Contains(s, "intrapartum death"), strings.Contains(s, "antepartum death"):
		return Stillbirth
	case strings.Contains(s, "fetal loss"), strings.Contains(s, "foetal loss"), strings.Contains(s, "miscarriage"), s == "lfl":
		return LateFetalLoss
	}
	return ""
}

// BornDead reports a type of death in which the baby is born without signs of life.
func BornDead(text string) bool {
	t := DeathType(text)
	return t == Stillbirth || t == LateFetalLoss
}

// Grade reads a grade of care, A to D, from "B", "Grade B" or "B - issues that
// would have made no difference"; "" for anything else. The meaning of the
// letters is the tool's; only the letter is used here.
func Grade(text string) string {
	s := strings.ToUpper(strings.TrimSpace(text))
	for _, word := range []string{"GRADE OF CARE", "GRADE", "GRADED", ":"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	if s == "" || s[0] < 'A' || s[0] > 'D' {
		return ""
	}
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return ""
	}
	return s[:1]
}
