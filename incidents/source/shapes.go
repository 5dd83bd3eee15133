package source

import (
	"slices"
	"strings"

	"siequity/incidents/field"
)

// The headings that people put together from a noun and words beside it, by field. A word that could make the heading
// another thing is on none of these lists: "Receiving trust", "Consultant specialty", "Date of incident review".

var (
	organisationShapes = []field.Shape{{Heads: "trust|provider|organisation|organization|org",
		Beside: "trust provider organisation organization org name code ods nhs foundation hospital hospitals responsible reporting owning submitting maternity site"}}
	specialtyShapes = []field.Shape{{Heads: "specialty|speciality|specialties|specialities|specialism|treatment function",
		Beside: "incident main clinical treatment treating responsible name code codes description desc patient patients mother primary service area department function affected event"}}
	incidentDateShapes = []field.Shape{
		{Heads: "date incident|date event|datetime incident|datetime event|day incident|date occurred|date occurrence|date accident|date happened|start incident date",
			Beside: "incident event accident occurred occurrence occurring happened took place when time start started begin began actual exact approximate approx estimated known patient safety adverse maternity clinical inc local it which uk british format near miss 24 24hr 24hrs hr hrs hours day days from onset complaint"},
		{Heads: "date si|date sui|date serious incident", Beside: "si sui serious incident occurred happened took place when time"},
		{Heads: "incident occurred|event occurred|incident happened", Beside: "on when did date time"}}
	harmShapes = []field.Shape{{Heads: "harm|severity",
		Beside: "harm severity level degree grade grading graded graded category rating class classification description final confirmed validated verified actual agreed overall current outcome result incident event patient patients mother woman nhs lfpse sustained suffered caused extent " +
			"post after following investigation review investigated manager managers handler handlers panel approved impact injury code update updated revised"}}
	languageShapes = []field.Shape{{Heads: "language|languages|lang|tongue",
		Beside: "first 1st 1 st main primary preferred preference pref home native mother mothers mum mums patient patients woman women maternal birthing person people spoken speak speaks does what which choice communication her contact code name description desc own usual used household service user client by"}}
	deprivationShapes = []field.Shape{{Heads: "decile|quintile|imd|iod|deprivation|idaci decile",
		Beside: "decile quintile imd iod deprivation dec quint rank index indices multiple national nationally english england patient patients mother mothers woman maternal home level residence area postcode group band value 2004 2007 2010 2015 2019 2025 19 25 15 1 5 10 most least deprived from her"}}
	gestationShapes = []field.Shape{{Heads: "gestation|gest|gestational age|ga", Beside: "gestational age weeks week wks wk w days day d birth delivery del completed plus total"}}
	narrativeShapes = []field.Shape{{Heads: "description event|description events|description what happened|description occurrence|synopsis|event summary|summary event|summary events|incident synopsis|brief description|full description|detailed description|factual description|incident summary|brief summary|circumstances|overview|case details|describe incident|describe event|incident narrative|incident description|description incident|description accident",
		Beside: "description event events incident incidents accident occurrence what happened brief full detailed factual short free text summary narrative detail details case describe near miss"}}
	approvalShapes = []field.Shape{{Heads: "approval", Beside: "status state stage current record incident final manager managers workflow"}}
	statusShapes   = []field.Shape{{Heads: "status incident|state incident|workflow status|workflow state|workflow stage|status record|state record|status event|status case|status current", Beside: "current record incident event case workflow overall"}}
	// datixShapes are over a list's own numbers; another system's list means its own by them.
	datixShapes = []field.Shape{{Heads: "ref no|ref number|ref id|reference no|reference number|reference id|record no|record number|record id|record ref|record reference|web no|web number|web id|web ref|web reference|incident no|incident number|incident id|incident ref|incident reference|event id|event no|event number",
		Beside: "no number id ref reference record web incident event unique our datix system"}}
	// duplicateShapes are over the record that this one gives way to. "Duplicated by", "Duplicates" and "Merged from" say the
	// opposite, or nothing.
	duplicateShapes = []field.Shape{{Heads: "duplicate", Beside: "record incident ref reference no number id datix web flag yes n y marked as other"}, {Heads: "merged into", Beside: "record incident ref reference no number id datix web"}}
	responseShapes  = []field.Shape{{Heads: "learning response|psirf response", Beside: "learning response type method level psirf name"}}
	roleShapes      = []field.Shape{{Heads: "role person|role contact|role affected|role individual|type person", Beside: "person persons contact involved incident affected individual role their"}}
)

// answered is the bare question with its answers: "Culture Y/N".
func answered(noun string) []field.Shape {
	return []field.Shape{{Heads: noun + " y n|" + noun + " yes no", Beside: "na not applicable considered"}}
}

// otherHarm reports a heading about a harm that might have been, of the mind, as first thought, or of somebody else.
func otherHarm(heading string) bool {
	w := field.Words(heading)
	return denied(heading) || theirHarm(w) || slices.ContainsFunc(w, func(x string) bool {
		return unmeant[x] || strings.HasPrefix(x, "psych") || strings.HasPrefix(x, "potential")
	})
}

var unmeant = words(`worst worse expected anticipated likely likelihood predicted possible probable projected foreseeable could might would risk near initial initially preliminary provisional interim draft first original early
	reporter reporters reported reporting raised before pre prior previous emotional mental moral reputational financial organisational self target perceived prevented avoided`)

// theirHarm reports the harm of a member of staff or a visitor. Who graded it is no matter: "(manager)".
func theirHarm(w []string) bool {
	return slices.ContainsFunc(w, func(x string) bool {
		return theirs[x] && !strings.HasPrefix(x, "manager") && !strings.HasPrefix(x, "handler") && !strings.HasPrefix(x, "investigator") && !strings.HasPrefix(x, "reviewer") && x != "panel" && x != "user"
	})
}

// anotherEthnicity reports somebody else's ethnicity, or a question about it.
func anotherEthnicity(heading string) bool {
	return another(heading) || denied(heading) || aboutValue(heading)
}

// anotherLanguage reports somebody else's language, or one that is not her first.
func anotherLanguage(heading string) bool {
	return another(heading) || denied(heading) || slices.ContainsFunc(field.Words(heading), func(x string) bool { return otherLanguage[x] })
}

var otherLanguage = words("interpreter interpreters interpreting translator translation translated translations second 2nd additional leaflet leaflets information letter letters written consent form reading")

// otherQuestion reports a question asked the wrong way round, or about another person. Who asked for the interpreter is no
// matter: "used by staff".
func otherQuestion(heading string) bool {
	asked, _, _ := strings.Cut(strings.ToLower(heading), " by ")
	return denied(heading) || another(asked)
}

// anothersAnswer reports a question about somebody else's ethnicity or language, or one asked the wrong way round. Who was
// to look is no matter: "Did the team consider ethnicity?".
func anothersAnswer(heading string) bool {
	w := field.Words(heading)
	for i, x := range w {
		if !strings.HasPrefix(x, "ethnic") && !strings.HasPrefix(x, "languag") && !strings.HasPrefix(x, "rac") {
			continue
		}
		of := w[i+1:]
		for len(of) > 1 && linking[of[0]] {
			of = of[1:]
		}
		whose := len(of) > 0 && len(of) < len(w)-i-1 && (theirs[of[0]] || children[of[0]]) && w[i+1] == "of"
		if whose || i > 0 && (theirs[w[i-1]] || children[w[i-1]]) {
			return true
		}
	}
	return denied(heading)
}
