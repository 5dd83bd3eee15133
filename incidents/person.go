package incidents

import "strings"

// part is the part a person plays in an incident, in the order in which a row is
// preferred for the ethnic category, language and address of a record.
type part uint8

const (
	bystander part = iota // staff, witness, visitor, relative: never speaks for the woman
	baby
	unnamed // the export does not say
	patient
	mother
)

// Words that give the part away, tried in this order: "mother (patient)" is the
// mother, "staff - patient facing" is staff.
var partWords = []struct {
	part  part
	words []string
}{
	{mother, []string{"birthing parent", "birthing person", "gestational parent"}},
	{bystander, []string{"staff", "empl", "reporter", "reported by", "witn", "visitor", "handler", "manager", "contractor", "relative",
		"next of kin", "partner", "father", "husband", "student", "doctor", "midwife", "nurse", "investigator", "public", "carer", "volunteer", "consultant", "agency", "anaesthetist", "obstetrician", "registrar", "sonographer", "security", "police", "interpreter", "grandm", "sister", "birth partner", "family member", "informant", "complainant", "other person"}},
	{mother, []string{"mother", "woman", "maternal", "birthing", "pregnant", "mum"}},
	{baby, []string{"baby", "neonat", "infant", "newborn", "fetus", "foetus", "child", "twin", "triplet"}},
	{patient, []string{"patient", "patien", "affect", "patc", "injured", "service user", "client", "subject"}},
}

// partOf reads a role or contact type, in words or as the codes of the DATIX
// database, where every type of contact but PATC ends in C and is not a patient.
func partOf(role string) part {
	s := strings.ToLower(strings.TrimSpace(role))
	if s == "" {
		return unnamed
	}
	for _, p := range partWords {
		for _, w := range p.words {
			if strings.Contains(s, w) {
				return p.part
			}
		}
	}
	if len(s) == 4 && s[3] == 'c' {
		return bystander
	}
	return unnamed
}

// together joins what two columns say of one person. Staff in either is staff;
// otherwise the column that says more counts.
func together(a, b part) part {
	switch {
	case a == bystander || b == bystander:
		return bystander
	case a == unnamed:
		return b
	case b == unnamed || b == patient:
		return a
	case a == patient:
		return b
	}
	return max(a, b)
}

// partOfAge tells mother from baby among LFPSE patients by their age bracket.
func partOfAge(bracket string) part {
	s := strings.ToLower(bracket)
	switch {
	case s == "":
		return unnamed
	case strings.Contains(s, "day"), strings.Contains(s, "neonat"), strings.Contains(s, "month"), strings.Contains(s, "week"),
		strings.Contains(s, "under 1"), strings.Contains(s, "less than 1"), strings.HasPrefix(s, "0-"), strings.HasPrefix(s, "0 "), s == "0":
		return baby
	}
	return patient
}
