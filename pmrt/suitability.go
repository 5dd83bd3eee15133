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
	case answer == "" && excludes(strings.ToLower(reason)):
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

// noWords begin an answer that says no; the longer stand before the shorter.
var noWords = []string{"not suitable", "not eligible", "not supported", "not reviewable", "not for", "unsuitable", "ineligible", "excluded", "no"}

// whyNot gives the reason: of its own column, or what follows the no.
func whyNot(answer, reason string) string {
	if reason != "" {
		return reason
	}
	rest := answer
	for _, start := range noWords {
		if n := len(start); len(answer) >= n && strings.EqualFold(answer[:n], start) && !startsLetter(answer[n:]) {
			rest = answer[n:]
			break
		}
	}
	if rest = aboutReview.ReplaceAllString(rest, ""); rest != answer {
		if rest = strings.Trim(rest, " -\u2013\u2014:,;.()"); len(rest) > 1 {
			return rest
		}
	}
	return "no reason given"
}

// aboutReview matches what follows a no and is no reason: "not suitable for PMRT review".
var aboutReview = regexp.MustCompile(`(?i)^ *(for )?(a )?(pmrt|mbrrace|the tool|review)?( review)?\b`)

func startsLetter(s string) bool { return s != "" && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' }

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
	if a == "n" || a == "false" || a == "0" {
		return true
	}
	for _, start := range noWords {
		rest, ok := strings.CutPrefix(a, start)
		switch {
		case !ok || startsLetter(rest):
		case start != "no" || rest == "" || strings.ContainsRune(" -,:(", rune(rest[0])):
			return true
		}
	}
	return false
}
