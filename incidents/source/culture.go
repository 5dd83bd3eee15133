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
		speaking speak reporting candour raising improvement quality compassionate compassion civility psychological professional professionals multidisciplinary mdt service system systems restorative bullying escalation incident human hierarchy kindness partner father reporter`)
	// handled is what is done to a specimen. "Taken into account" is done to a family's culture.
	handled = words(`taken sent obtained collected result results resulted positive negative grown isolated received performed processed swab swabs sample samples specimen specimens bottle bottles sensitivity sensitivities growth report reports`)
	// follows makes another thing of a culture: "cultural safety", "culture change".
	follows = words(`training safety awareness change survey leadership learning openness behaviour behaviours teamwork`)
	// linking words may stand between those that say whose a culture is.
	linking = words(`and or the a an of our this no high low its their in within at on among from to is`)
)

// otherCulture reports a heading about a culture that is not the family's, or one asked the wrong way round. What stands
// next to the word tells: "team culture" is the team's, and "did the team consider culture?" asks about the family's.
func otherCulture(heading string) bool {
	if denied(heading) {
		return true
	}
	w := withoutQuestion(field.Words(heading))
	for i, x := range w {
		if strings.HasPrefix(x, "cultur") && (owned(w[:i]) || followed(w, i) || ofSomethingElse(w, i)) {
			return true
		}
	}
	return false
}

// withoutQuestion leaves out where the question was asked: "Incident: culture considered", "in this incident".
func withoutQuestion(w []string) []string {
	var out []string
	for i, x := range w {
		if x == "incident" && (i == 0 || w[i-1] == "the" || w[i-1] == "this" || w[i-1] == "in" || w[i-1] == "to") {
			continue
		}
		out = append(out, x)
	}
	return out
}

// owned reports that the words before a culture say that a workplace has it, or that it was grown.
func owned(before []string) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch x := before[i]; {
		case specimens[x] || workplaces[x]:
			return true
		case x != "and" && x != "or" && x != "no":
			return false
		}
	}
	return false
}

// followed reports that the words after a culture make it another thing.
func followed(w []string, i int) bool {
	after := w[i+1:]
	if len(after) > 0 && after[0] == "and" {
		after = after[1:]
	}
	if len(after) > 0 && follows[after[0]] {
		return true
	}
	if slices.Contains(w, "account") || slices.Contains(w, "consideration") || strings.HasPrefix(w[i], "cultural") {
		return false
	}
	return slices.ContainsFunc(after[:min(len(after), 2)], func(x string) bool { return handled[x] })
}

// ofSomethingElse reports "Culture of ..." where what follows is not the family, and "culture in the team".
func ofSomethingElse(w []string, i int) bool {
	if i+2 >= len(w) || !linking[w[i+1]] || w[i+1] == "and" || w[i+1] == "or" || w[i+1] == "is" {
		return false
	}
	rest := w[i+2:]
	for len(rest) > 1 && linking[rest[0]] {
		rest = rest[1:]
	}
	if specimens[rest[0]] || workplaces[rest[0]] {
		return true
	}
	return w[i+1] == "of" && !slices.ContainsFunc(rest, func(x string) bool { return hersWords[x] || families[x] })
}

var families = words("family families parents parent person couple service user users birthing origin household community")
