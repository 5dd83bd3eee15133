package codes

import (
	"strings"

	"siequity/rules/codes/wording"
)

// HarmLevel is the degree of harm on the scale that all sources are brought to.
type HarmLevel string

// The levels. A near miss reached nobody: it keeps its own name, and Rank puts it with no harm.
const (
	HarmNone          HarmLevel = "none"
	HarmLow           HarmLevel = "low"
	HarmModerate      HarmLevel = "moderate"
	HarmSevere        HarmLevel = "severe"
	HarmDeath         HarmLevel = "death"
	HarmNearMiss      HarmLevel = "near_miss"
	HarmNotApplicable HarmLevel = "not_applicable" // no patient involved
	HarmMissing       HarmLevel = "missing"        // blank, or said not to be known
	HarmUnmapped      HarmLevel = "unmapped"       // wording that no rule knows: counted and listed, never "none"
)

// HarmScale says how a column's numbers are to be read.
type HarmScale string

// The scales. LFPSE's two run backwards and differ: 1 is fatal in OT001 and severe in OT002, which has no death.
const (
	HarmWords              HarmScale = ""                    // words and letter codes; bare numbers are unmapped
	HarmLFPSEPhysical      HarmScale = "lfpse_physical"      // OT001: 5 none, 4 low, 3 moderate, 2 severe, 1 fatal
	HarmLFPSEPsychological HarmScale = "lfpse_psychological" // OT002: 4 none, 3 low, 2 moderate, 1 severe
)

// HarmReading is what a raw value of a harm column means.
type HarmReading struct {
	Raw     string
	Level   HarmLevel
	Why     string
	Warning string
}

// Rank orders levels by gravity, 0 for none and near miss up to 4 for death; -1 for a level that is not one.
func (l HarmLevel) Rank() int {
	switch l {
	case HarmNone, HarmNearMiss:
		return 0
	case HarmLow:
		return 1
	case HarmModerate:
		return 2
	case HarmSevere:
		return 3
	case HarmDeath:
		return 4
	}
	return -1
}

// Known tells whether l is a degree of harm, and not a reason for having none.
func (l HarmLevel) Known() bool { return l.Rank() >= 0 }

// Harm reads one raw value of a harm column.
func Harm(raw string, scale HarmScale) HarmReading {
	r := HarmReading{Raw: raw}
	if wording.Blank(raw) {
		r.Level, r.Why = HarmMissing, "the cell is blank"
		return r
	}
	if wording.SheetError(raw) {
		r.Level, r.Why = HarmMissing, sheetError
		return r
	}
	if text := strings.TrimSpace(raw); strings.HasPrefix(text, "#") || strings.Trim(text, "-–—._ ") == "" {
		r.Level, r.Why = HarmMissing, "a dash or a sign: nothing was recorded"
		return r
	}
	folded := wording.Fold(raw)
	if n := strings.TrimSuffix(folded, " 0"); allDigits(n) {
		r.Level, r.Why = harmNumber(n, scale)
		if wording.DoubtMarked(raw) {
			r.Level, r.Why = HarmUnmapped, inDoubt
		}
		return r
	}
	r.Level, r.Why = harmWords(folded, raw)
	return r
}

func harmNumber(n string, scale HarmScale) (HarmLevel, string) {
	physical := map[string]HarmLevel{"5": HarmNone, "4": HarmLow, "3": HarmModerate, "2": HarmSevere, "1": HarmDeath}
	psychological := map[string]HarmLevel{"4": HarmNone, "3": HarmLow, "2": HarmModerate, "1": HarmSevere}
	var level HarmLevel
	switch scale {
	case HarmLFPSEPhysical:
		level = physical[n]
	case HarmLFPSEPsychological:
		level = psychological[n]
	default:
		return HarmUnmapped, "bare number: harm scales number in both directions; say which scale the column has"
	}
	if level == "" {
		return HarmUnmapped, "not a number of the scale " + string(scale)
	}
	return level, "number " + n + " of the scale " + string(scale)
}

// harmWords reads words. Long descriptions start with their level ("Low (Minimal harm - ...)"), so the whole label is
// tried first, then ever shorter beginnings of it. Beginnings are whole words, set off by punctuation or followed by a
// description of harm: "low" matches neither "lowest" nor "low blood pressure".
func harmWords(folded, raw string) (HarmLevel, string) {
	words := harmSpelt(strings.Fields(folded))
	if level, why, ok := changedHarm(words, raw); ok {
		return level, why
	}
	all := len(words)
	for len(words) > 1 && !harmWhole(words) && (allDigits(words[0]) || len(words[0]) == 1 || harmLead[words[0]]) && !harmStart(words) {
		words = words[1:]
	}
	for n := min(len(words), longestHarm); n > 0; n-- {
		phrase := strings.Join(words[:n], " ")
		level, ok := harmPhrases[phrase]
		if !ok || n < len(words) && harmWholeOnly[phrase] && !restates(level, words[n:]) {
			continue
		}
		if n == 1 && n < len(words) && level.Known() && !restates(level, words[n:]) && !describesHarm(words[n:]) && !setOff(raw, all-len(words)+n) {
			continue
		}
		if why := spoilt(level, words[n:], raw); why != "" {
			return HarmUnmapped, why
		}
		return level, "wording " + quoted(phrase)
	}
	if awaited(words) {
		return HarmMissing, "says that the grade is awaited"
	}
	return HarmUnmapped, "no harm scale has this wording"
}

// spoilt is why a grade does not stand with the words after it, "" where it does.
func spoilt(level HarmLevel, rest []string, raw string) string {
	if !level.Known() {
		return ""
	}
	if why := takesBack(level, rest, raw); why != "" {
		return why
	}
	if level.Rank() == 0 {
		rest = beforeMight(rest)
	}
	if otherGrade(level, rest) {
		return "names two levels of harm"
	}
	if level == HarmNone {
		if worse := harmLater(rest); worse != "" {
			return "starts with no harm but goes on to say " + quoted(worse)
		}
	}
	return ""
}

// harmSpelt mends single slips in the long words of the scales ("modrate", "catastrohpic"). "None" and "low" are too
// short to mend: a slip there leaves the cell unmapped.
func harmSpelt(words []string) []string {
	for i, w := range words {
		for _, right := range harmLongWords {
			if len(w) >= len(right)-1 && wording.OneSlip(w, right) {
				words[i] = right
			}
		}
	}
	return words
}

var harmLongWords = strings.Fields("moderate catastrophic permanent insignificant negligible minimal severe")

// harmLead are words that stand before a level: "Level 3 - Moderate", "Degree of harm: low".
var harmLead = wordList(`level grade degree of severity actual physical psychological patient overall confirmed agreed validated final harm result outcome category scale`)

// describesHarm tells whether the words after a level go on to describe it: "Moderate short term harm". A risk grading
// ("Low risk") and other text ("Severe headache") do not.
func describesHarm(rest []string) bool {
	for _, w := range rest {
		if w == "harm" || w == "injury" || w == "treatment" {
			return true
		}
	}
	return rest[0] == "impact"
}

// restates tells whether the rest of a label says the same level again, or only its number: "Minor (low harm)", "Major - 4".
func restates(level HarmLevel, rest []string) bool {
	again, ok := harmPhrases[joinWords(rest)]
	return ok && again == level || len(rest) == 1 && allDigits(rest[0])
}

func harmWhole(words []string) bool {
	_, ok := harmPhrases[joinWords(words)]
	return ok
}

func harmStart(words []string) bool {
	_, ok := harmPhrases[words[0]]
	return ok
}

// harmLater finds a graver level named after "no harm": "No harm / low harm" is two answers.
func harmLater(words []string) string {
	for i, w := range words {
		if (w == "low" || w == "moderate" || w == "severe" || w == "death") && (i == 0 || words[i-1] != "no") {
			return w
		}
	}
	return ""
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func quoted(s string) string { return `"` + s + `"` }

const longestHarm = 5

// harmPhrases are the beginnings, folded, that name a level: national reporting, LFPSE, and the local severity lists of
// incident systems, with their letter codes.
var harmPhrases = phraseTable([]phrasesFor[HarmLevel]{
	{HarmNone, `no harm|none|nil|nil harm|no apparent harm|no apparent injury|no patient harm|no actual harm|no injury|no obvious harm|no physical harm|no psychological harm|
		negligible|insignificant|no adverse outcome|no adverse effect|noharm|no harm impact prevented|no harm impact not prevented|none impact prevented|none impact not prevented|nil impact prevented|
		impact not prevented|not harmed|no impact|no harm caused|no harm done|unharmed|no significant harm|zero harm|nohm|no detectable harm|no evidence of harm|no injuries|did not cause harm|did not result in harm|no known harm|no harm identified|no resulting harm|non harm|no hram|no harms|no harm at this time`},
	{HarmLow, `low|low harm|low physical harm|low psychological harm|minor|minimal|minimal harm|minor harm|slight|mild|mild harm|minor injury|lowh|
		low impact|very low|very low harm|lowharm|low level|low level harm|temporary minor harm`},
	{HarmModerate, `moderate|moderate harm|moderate physical harm|moderate psychological harm|medium|mod|med|medium harm|mod harm|short term harm|moderately|moder|moderate impact|moderateharm|moderat|moderat harm|semi permanent`},
	{HarmSevere, `severe|severe harm|severe physical harm|severe psychological harm|major|major harm|high|high harm|sev|serious|serious harm|permanent harm|
		long term harm|permanent or long term harm|severely|severe impact|severeharm|sever harm|permenant harm|permanant harm|major injury|severe permanent harm`},
	{HarmDeath, `death|fatal|died|deceased|fatality|dead|death caused by|catastrophic|cata|catastrophic harm|catastrophic death|fatal harm|patient death|
		unexpected death|maternal death|neonatal death|stillbirth|death of patient|death of baby|death of mother|death of fetus|death of foetus|death of neonate|death of infant|patient died|baby died|catas|intrauterine death|intra uterine death|in utero death|fetal death|foetal death|infant death|perinatal death|still birth|stillborn|nnd|ennd|early neonatal death|late neonatal death|iud|iufd`},
	{HarmNearMiss, `near miss|nearmiss|near misses|prevented|impact prevented|prevented patient safety incident|no harm near miss|near miss no harm|good catch|nmiss|prevented incident|potential harm near miss|potential near miss|near miss potential harm`},
	{HarmNotApplicable, `not applicable|n a|na|no patient|no patient involved|no patients involved|does not apply|not patient related|no person affected|not a patient incident`},
	{HarmMissing, `harm level missing|missing|not known|unknown|not recorded|not stated|not specified|null|nan|not yet known|to be confirmed|tbc|tba|not entered|not completed|
		harm not recorded|blank|pending|under investigation|awaiting review|to be determined|tbd|not assessed|not graded|harm unknown|not available|ref|i dont know|dont know|unclassified|n k|nk|nkn|awaiting|awaiting outcome|awaiting grading|awaiting investigation|under review|to be assessed|to be graded|to be reviewed|to be decided|
		not yet graded|not yet assessed|not yet determined|not yet reviewed|not determined|not decided|not yet confirmed|not confirmed|pending review|pending investigation|pending outcome|harm not known|not yet established|harm not yet established|not established|to be established|harm not yet known|unable to determine|unable to assess|unable to grade|cannot be determined|undetermined|unclear|not clear|unsure|not sure`},
})

// harmWholeOnly are phrases that say too little to stand for a longer label.
var harmWholeOnly = phraseTable([]phrasesFor[bool]{{true, `none|nil|na|n a|med|mod|sev|ref|high|mild|slight|prevented|pending|awaiting|under review|nk|n k|nnd|ennd|iud|iufd|still birth|stillborn|perinatal death|unclear|unsure|very low|no patient|minimal|serious|stillbirth|neonatal death|
	maternal death|no impact|unexpected death|not known|dead|died|major|minor|insignificant|negligible|impact prevented`}})
