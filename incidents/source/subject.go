package source

import (
	"slices"
	"strings"

	"siequity/incidents/field"
)

// Whom and what a heading speaks of. A field of the woman must not be taken from a column about the midwife who
// attended her, her partner, her baby, or the place where it happened; the words of the thing alone ("ethnicity",
// "postcode") do not tell.

// words makes a set of a list.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

var (
	// hersWords name the woman; they also may stand beside somebody else ("patient's partner").
	hersWords = words(`patient patients mother mothers woman women mum mums maternal birthing pregnant service client affected her she injured`)
	// theirs name other persons, whoever stands beside them.
	theirs = words(`staff midwife midwives doctor doctors nurse nurses consultant consultants obstetrician registrar anaesthetist sonographer physician clinician practitioner student
		employee employees worker colleague team reporter reporters informant complainant investigator investigators reviewer reviewers interviewer assessor author handler handlers manager managers matron
		chair chairperson chairman panel attendee attendees attending attended member members lead witness witnesses visitor visitors perpetrator assailant aggressor accused contractor volunteer
		partner partners father fathers dad dads husband husbands wife wives spouse boyfriend girlfriend paternal kin nok relative relatives carer carers guardian sibling siblings sister brother grandmother grandparent surrogate donor companion
		user executive director governor completer`)
	// children are others too, unless the mother is named: "mother of baby".
	children = words(`baby babies babys infant infants neonate neonates neonatal newborn child childs children childrens fetus foetus fetal foetal twin twins triplet`)
	// places have deprivation and postcodes of their own. "Patient's GP" is a place all the same.
	places = words(`gp gps practice surgery hospital hospitals unit units site sites ward wards trust trusts organisation organisations organization provider incident incidents event location scene venue clinic centre
		department workplace work employer school commissioner icb ccg pcn district borough council occurrence`)
)

// another reports a heading about another person than the woman, or about who wrote the column.
func another(heading string) bool {
	w := withoutWriter(field.Words(heading))
	if len(w) == 0 || isUser(w) {
		return len(w) == 0
	}
	hers := slices.ContainsFunc(w, func(x string) bool { return hersWords[x] })
	for i, x := range w {
		switch {
		case theirs[x]:
			return true
		case children[x] && !hers:
			return true
		case x == "gp" && (i == 0 || w[i-1] == "of"), x == "person" && i+1 < len(w) && (w[i+1] == "completing" || w[i+1] == "reporting" || w[i+1] == "raising" || w[i+1] == "responsible"):
			return true
		}
	}
	return false
}

// isUser spares the user of a service, who is the woman.
func isUser(w []string) bool {
	return slices.Contains(w, "service") && (slices.Contains(w, "user") || slices.Contains(w, "users")) &&
		!slices.ContainsFunc(w, func(x string) bool { return theirs[x] && x != "user" })
}

// withoutWriter leaves out who wrote the value down: "Ethnicity (as recorded by midwife)" is the patient's, while
// "Ethnicity completed by" is the writer's name, and gives nothing.
func withoutWriter(w []string) []string {
	by := slices.Index(w, "by")
	switch {
	case by <= 0:
		return w
	case w[by-1] == "used" || w[by-1] == "spoken" || w[by-1] == "preferred" || w[by-1] == "provided": // "language spoken by patient"
		return w
	case by > 1 && w[by-2] == "as", by+1 < len(w) && (hersWords[w[by+1]] || w[by+1] == "self" || w[by+1] == "postcode" || w[by+1] == "imd"):
		return w[:by-1]
	}
	return nil
}

// elsewhere reports a heading about another person's home, or about a place.
func elsewhere(heading string) bool {
	return another(heading) || slices.ContainsFunc(withoutTime(field.Words(heading)), func(x string) bool { return places[x] })
}

// elsewhereDeprived reports a heading about the deprivation of another person or place, or
// about the figure and not the figure itself.
func elsewhereDeprived(heading string) bool { return elsewhere(heading) || aboutValue(heading) }

// aboutValue reports a heading that tells of a value where it comes from, when or how
// well it is known: "IMD year", "Ethnicity source".
func aboutValue(heading string) bool {
	return slices.ContainsFunc(field.Words(heading), func(x string) bool { return provenance[x] })
}

var provenance = words("year years version edition vintage source sources release date dates updated match matched matching verified checked quality system lookup comment comments method")

// withoutTime leaves out when the value was taken: "Postcode at time of incident".
func withoutTime(w []string) []string {
	var out []string
	for i, x := range w {
		when := i > 1 && w[i-2] == "time" && w[i-1] == "of"
		if !when {
			out = append(out, x)
		}
	}
	return out
}

// denied reports a heading that asks the wrong way round, or for the reason: a yes to "Interpreter not used" is a no.
func denied(heading string) bool {
	s := strings.NewReplacer("n't", " not ", "n’t", " not ").Replace(strings.ToLower(heading))
	w := withoutChoices(field.Words(s))
	return slices.ContainsFunc(w, func(x string) bool { return denials[x] })
}

var denials = words(`not no non never without lack lacking absence absent neither nor fail failed failure failing unable declined refused omitted missed missing reason reasons why except excluding unavailable inappropriate didnt wasnt werent isnt`)

// withoutChoices leaves out the answers that a question offers: "(Yes / No / Not known)", "whether or not".
func withoutChoices(w []string) []string {
	yes := slices.IndexFunc(w, func(x string) bool { return x == "yes" || x == "y" })
	for i := 0; i+1 < len(w); i++ {
		if w[i] == "or" && w[i+1] == "not" {
			w = slices.Delete(slices.Clone(w), i, i+2)
			break
		}
	}
	if yes < 0 || yes+1 >= len(w) || w[yes+1] != "no" && w[yes+1] != "n" && w[yes+1] != "or" {
		return w
	}
	end := yes + 1
	for end < len(w) && choices[w[end]] {
		end++
	}
	return append(slices.Clone(w[:yes]), w[end:]...)
}

var choices = words("yes y no n or na n/a a not applicable known recorded stated partly partially unknown")
