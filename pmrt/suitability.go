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
	reason = strings.ToLower(strings.TrimSpace(reason))
	switch {
	case isTermination(death), isTermination(reason), isTermination(a):
		return "termination"
	case saysNo(a):
		return whyNot(a, reason)
	case a == "" && excludes(reason):
		return reason
	}
	return ""
}

// isTermination finds the words, and the letters that stand for them, as words.
func isTermination(text string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' }) {
		switch {
		case strings.HasPrefix(w, "terminat"), strings.HasPrefix(w, "feticid"), strings.HasPrefix(w, "foeticid"), w == "top", w == "topfa", w == "mtop":
			return true
		}
	}
	return false
}

// whyNot gives the reason: of its own column, or what follows the no.
func whyNot(answer, reason string) string {
	if reason != "" {
		return reason
	}
	rest := answer
	for _, start := range []string{"not suitable", "not eligible", "unsuitable", "ineligible", "excluded", "no"} {
		if t, ok := strings.CutPrefix(rest, start); ok {
			rest = t
			break
		}
	}
	if rest = strings.Trim(rest, " -\u2013\u2014:,;.()"); len(rest) > 1 && rest != answer {
		return rest
	}
	return "no reason given"
}

// excludes reports whether a reason beside a blank answer names a death that the
// tool does not review.
func excludes(reason string) bool {
	for _, w := range []string{"surviv", "brain injur", "without neonatal care", "not suitable", "unsuitable", "not eligible", "under 22", "before 22", "below 22", "less than 22", "<22", "< 22"} {
		if strings.Contains(reason, w) {
			return true
		}
	}
	return false
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
