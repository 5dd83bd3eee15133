package source

import (
	"slices"
	"strings"

	"siequity/incidents/field"
)

// "Culture" is also what a laboratory grows and what a workplace has. A question about either says nothing of the family.

var (
	// specimens are what is cultured, and where it is taken from.
	specimens = words(`blood bloods urine urinary msu csu wound swab swabs hvs lvs vaginal perineal throat nasal nose eye ear skin groin placenta placental sputum csf tip line cannula catheter cord stool stools faeces faecal fluid amniotic liquor pus tissue bone
		milk breastmilk breast drain aspirate gastric joint bacterial bacteriology fungal viral virus microbial microbiology micro mrsa gbs strep coli lab laboratory specimen specimens sample samples sensitivity sensitivities sepsis septic screen infection antibiotic antibiotics growth organism organisms msc mc`)
	// workplaces have cultures of their own.
	workplaces = words(`safety staff staffing just learning openness open team teams teamwork workplace work working workforce organisational organisation organization trust unit ward departmental department leadership management blame fair transparency transparent honesty
		speaking speak reporting candour raising improvement quality compassionate compassion civility psychological professional professionals multidisciplinary mdt service system systems restorative bullying escalation incident human hierarchy kindness training partner father reporter`)
	// handled is what is done to a specimen. "Taken into account" is done to a family's culture.
	handled = words(`taken sent obtained collected result results resulted positive negative grown isolated received available done performed reported repeated awaited pending processed`)
)

// otherCulture reports a heading about a culture that is not the family's, or one asked the wrong way round.
func otherCulture(heading string) bool {
	w := withoutQuestion(field.Words(heading))
	return denied(heading) || slices.ContainsFunc(w, func(x string) bool { return specimens[x] || workplaces[x] }) || ofSomethingElse(w) || grown(w)
}

// withoutQuestion leaves out where the question was asked and what was looked for: "Incident: was culture considered in
// the incident investigation?", "Culture / staff training". What stands before the culture tells which it is.
func withoutQuestion(w []string) []string {
	for _, phrase := range [][]string{{"incident", "investigation"}, {"incident", "review"}, {"in", "the", "incident"}, {"in", "this", "incident"}, {"of", "the", "incident"}, {"to", "the", "incident"}, {"to", "this", "incident"}, {"to", "incident"}, {"in", "incident"}} {
		for i := 0; i+len(phrase) <= len(w); i++ {
			if slices.Equal(w[i:i+len(phrase)], phrase) {
				w = slices.Delete(slices.Clone(w), i, i+len(phrase))
				break
			}
		}
	}
	if len(w) > 0 && w[0] == "incident" {
		w = w[1:]
	}
	return w
}

// grown reports a culture that was taken, sent or positive.
func grown(w []string) bool {
	if slices.Contains(w, "account") || slices.Contains(w, "consideration") {
		return false
	}
	return slices.ContainsFunc(w, func(x string) bool { return x == "culture" || x == "cultures" || x == "cultured" }) && slices.ContainsFunc(w, func(x string) bool { return handled[x] })
}

// ofSomethingElse reports "Culture of ..." where what follows is not the family.
func ofSomethingElse(w []string) bool {
	i := slices.IndexFunc(w, func(x string) bool { return strings.HasPrefix(x, "culture") })
	if i < 0 || i+2 > len(w) || w[i+1] != "of" {
		return false
	}
	return !slices.ContainsFunc(w[i+2:], func(x string) bool { return hersWords[x] || families[x] })
}

var families = words("family families parent parents person couple service user birthing origin household community patient")
