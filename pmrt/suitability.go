package pmrt

import (
	"regexp"
	"strings"

	"siequity/incidents"
)

// Suitability marks the deaths that the tool does not review, with the reason in
// words for the output: "unsuitable for PMRT: termination". Where the list leaves
// the suitability open, the gestation at birth decides, or the birth weight where that
// is not known; a death with neither stays in scope.
//
// The tool reviews late fetal losses from 22 weeks, stillbirths, neonatal deaths
// and post-neonatal deaths after neonatal care; it does not review terminations
// at any gestation, deaths in the community without neonatal care, or babies who
// live (NPEU, PMRT frequently asked questions).
func Suitability(c *incidents.Catalogue, records []*incidents.Record) map[*incidents.Record]string {
	suitable, reason, kind := c.Index("suitable"), c.Index("unsuitable_reason"), c.Index("death_type")
	atBirth, atDeath, weight := c.Index("gestation"), c.Index("gestation_at_death"), c.Index("birth_weight")
	why := map[*incidents.Record]string{}
	for _, r := range records {
		if r.Source() != "pmrt" || r.Left != incidents.Used {
			continue
		}
		answer, _ := r.Text(suitable)
		given, _ := r.Text(reason)
		death, _ := r.Text(kind)
		words := unsuitable(answer, given, death)
		if words == "" && strings.TrimSpace(answer) == "" {
			born, _ := r.Text(atBirth)
			died, _ := r.Text(atDeath)
			grams, _ := r.Text(weight)
			words = tooEarly(born, died, grams)
		}
		if words != "" {
			r.Left = incidents.Unsuitable
			why[r] = "unsuitable for PMRT: " + words
		}
	}
	return why
}

// unsuitable gives the reason for which a death is not reviewed, "" for none. One that
// the list gives stays as it is written: masking knows a name by its capitals.
func unsuitable(answer, reason, death string) string {
	answer, reason = strings.TrimSpace(answer), strings.TrimSpace(reason)
	switch {
	case isTermination(death), isTermination(reason), isTermination(answer):
		return "termination"
	case saysNo(strings.ToLower(answer)):
		return whyNot(answer, reason)
	case answer == "" && excludes(reason):
		return reason
	}
	return ""
}

// isTermination finds the words, and the letters that stand for them, as words. What
// the text says it is not ("not termination") does not count.
func isTermination(text string) bool {
	s := denied.ReplaceAllString(strings.ToLower(text), " ")
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c < 'a' || c > 'z' }) {
		switch {
		case strings.HasPrefix(w, "terminat"), strings.HasPrefix(w, "feticid"), strings.HasPrefix(w, "foeticid"), w == "top", w == "topfa", w == "mtop":
			return true
		}
	}
	return false
}

// denied matches a termination that is denied. "No - termination" answers whether the
// death is suitable, and denies nothing; so does "No TOP" in a column of its own.
var denied = regexp.MustCompile(`\b(not|non|nor|never|rather than|other than|excludes|excluding)[ -](an?[ -]|due to[ -](an?[ -])?|following[ -](an?[ -])?|after[ -](an?[ -])?)?(terminat\w*|top|topfa|mtop|f(o)?eticid\w*)|\bno (terminat\w*|f(o)?eticid\w*)`)
