package pmrt

import (
	"strings"

	"siequity/incidents"
)

// Suitability marks the deaths that the tool does not review, with the reason in
// words for the output: "unsuitable for PMRT: termination". A death whose
// suitability the list leaves open stays in scope.
//
// The tool reviews late fetal losses from 22 weeks, stillbirths, neonatal deaths
// and post-neonatal deaths after neonatal care; it does not review terminations
// at any gestation, deaths in the community without neonatal care, or babies who
// live (NPEU, PMRT frequently asked questions).
func Suitability(c *incidents.Catalogue, records []*incidents.Record) map[*incidents.Record]string {
	suitable, reason, kind := c.Index("suitable"), c.Index("unsuitable_reason"), c.Index("death_type")
	why := map[*incidents.Record]string{}
	for _, r := range records {
		if r.Source() != "pmrt" || r.Left != incidents.Used {
			continue
		}
		answer, _ := r.Text(suitable)
		given, _ := r.Text(reason)
		death, _ := r.Text(kind)
		if words := unsuitable(answer, given, death); words != "" {
			r.Left = incidents.Unsuitable
			why[r] = "unsuitable for PMRT: " + words
		}
	}
	return why
}

func unsuitable(answer, reason, death string) string {
	a := strings.ToLower(strings.TrimSpace(answer))
	d := strings.ToLower(death)
	switch {
	case strings.Contains(d, "terminat") || strings.Contains(strings.ToLower(reason), "terminat") || d == "top" || strings.Contains(a, "terminat"):
		return "termination"
	case saysNo(a):
		if reason != "" {
			return strings.ToLower(strings.TrimSpace(reason))
		}
		return "no reason given"
	}
	return ""
}

// saysNo reads the answer to "suitable for review?". "Not known" and "not yet
// decided" are no answer.
func saysNo(a string) bool {
	if a == "n" || a == "no" || a == "false" || a == "0" {
		return true
	}
	for _, start := range []string{"no ", "no-", "no,", "no:", "no (", "not suitable", "not eligible", "not for", "not supported", "not reviewable", "unsuitable", "ineligible", "excluded"} {
		if strings.HasPrefix(a, start) {
			return true
		}
	}
	return false
}
