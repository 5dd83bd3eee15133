package merge

import (
	"strings"

	"siequity/incidents"
)

// Words that give the part away, tried in this order: "mother (patient)" is the
// mother, "staff - patient facing" is staff.
var roleWords = []struct {
	role  incidents.Role
	words []string
}{
	{incidents.Mother, []string{"birthing parent", "birthing person", "gestational parent"}},
	{incidents.Bystander, []string{"staff", "empl", "reporter", "reported by", "witn", "visitor", "handler", "manager", "contractor", "relative",
		"next of kin", "partner", "father", "husband", "student", "doctor", "midwife", "nurse", "investigator", "public", "carer", "volunteer", "consultant", "agency", "anaesthetist", "obstetrician", "registrar", "sonographer", "security", "police", "interpreter", "grandm", "sister", "birth partner", "family member", "informant", "complainant", "other person"}},
	{incidents.Mother, []string{"mother", "woman", "maternal", "birthing", "pregnant", "mum"}},
	{incidents.Baby, []string{"baby", "neonat", "infant", "newborn", "fetus", "foetus", "child", "twin", "triplet"}},
	{incidents.Patient, []string{"patient", "patien", "affect", "patc", "injured", "service user", "client", "subject"}},
}

// roleOf reads a role or contact type, in words or as the codes of the DATIX
// database, where every type of contact but PATC ends in C and is not a patient.
func roleOf(role string) incidents.Role {
	s := strings.ToLower(strings.TrimSpace(role))
	if s == "" {
		return incidents.Unnamed
	}
	for _, p := range roleWords {
		for _, w := range p.words {
			if strings.Contains(s, w) {
				return p.role
			}
		}
	}
	if len(s) == 4 && s[3] == 'c' {
		return incidents.Bystander
	}
	return incidents.Unnamed
}

// together joins what two columns say of one person. Staff in either is staff;
// otherwise the column that says more counts.
func together(a, b incidents.Role) incidents.Role {
	switch {
	case a == incidents.Bystander || b == incidents.Bystander:
		return incidents.Bystander
	case a == incidents.Unnamed:
		return b
	case b == incidents.Unnamed || b == incidents.Patient:
		return a
	case a == incidents.Patient:
		return b
	}
	return max(a, b)
}

// roleOfAge tells mother from baby among LFPSE patients by their age bracket.
func roleOfAge(bracket string) incidents.Role {
	s := strings.ToLower(bracket)
	switch {
	case s == "":
		return incidents.Unnamed
	case strings.Contains(s, "day"), strings.Contains(s, "neonat"), strings.Contains(s, "month"), strings.Contains(s, "week"),
		strings.Contains(s, "under 1"), strings.Contains(s, "less than 1"), strings.HasPrefix(s, "0-"), strings.HasPrefix(s, "0 "), s == "0":
		return incidents.Baby
	}
	return incidents.Patient
}
