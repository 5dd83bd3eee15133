package codes

import "siequity/rules/codes/wording"

// LearningResponse is a kind of review or investigation.
type LearningResponse string

// The kinds.
const (
	ResponsePSII     LearningResponse = "psii"     // patient safety incident investigation
	ResponseAAR      LearningResponse = "aar"      // after action review
	ResponseSwarm    LearningResponse = "swarm"    // swarm huddle, hot debrief
	ResponseMDT      LearningResponse = "mdt"      // multidisciplinary or round table review
	ResponseThematic LearningResponse = "thematic" // thematic review
	ResponseSI       LearningResponse = "si"       // serious incident or root cause analysis, 2015 framework
	Response72h      LearningResponse = "72h"      // 72-hour or rapid review
	ResponseMNSI     LearningResponse = "mnsi"     // national maternity investigation (MNSI, formerly HSIB)
	ResponsePMRT     LearningResponse = "pmrt"     // perinatal mortality review
	ResponseSJR      LearningResponse = "sjr"      // structured judgement review
	ResponseLocal    LearningResponse = "local"    // local, case note or management review
	ResponseNone     LearningResponse = "none"     // said to have none
	ResponseMissing  LearningResponse = "missing"
	ResponseUnmapped LearningResponse = "unmapped"
)

// ResponseReading is what a raw value of a learning response column means. Kinds holds every kind named, in the order
// of the text: a cell may name several.
type ResponseReading struct {
	Raw   string
	Kinds []LearningResponse // never empty
	Why   string
}

// ReadResponse reads a learning response or kind of investigation.
func ReadResponse(raw string) ResponseReading {
	r := ResponseReading{Raw: raw}
	if wording.Blank(raw) {
		r.Kinds, r.Why = []LearningResponse{ResponseMissing}, "the cell is blank"
		return r
	}
	words := wording.Words(raw)
	for i := 0; i < len(words); {
		kind, n := longestPhrase(responsePhrases, words[i:], longestResponse)
		if n == 0 {
			i++
			continue
		}
		if denied(words[:i], kind) {
			kind = ResponseNone
		}
		if !hasResponse(r.Kinds, kind) {
			r.Kinds = append(r.Kinds, kind)
		}
		i += n
	}
	if len(r.Kinds) > 1 {
		r.Kinds = withoutNone(r.Kinds)
	}
	if len(r.Kinds) == 0 {
		r.Kinds, r.Why = []LearningResponse{ResponseUnmapped}, "no learning response has this wording"
		return r
	}
	r.Why = "wording of the label"
	return r
}

// denied tells whether the words before a kind say that it was not chosen: "No PSII required", "AAR (not PSII)", "does
// not meet PSII criteria".
func denied(before []string, kind LearningResponse) bool {
	n := len(before)
	if n == 0 || kind == ResponseNone || kind == ResponseMissing {
		return false
	}
	last := before[n-1]
	return last == "not" || last == "no" || last == "non" || last == "without" || n > 1 && before[n-2] == "not" && (last == "meet" || last == "a" || last == "for" || last == "an")
}

func hasResponse(list []LearningResponse, k LearningResponse) bool {
	for _, l := range list {
		if l == k {
			return true
		}
	}
	return false
}

// withoutNone drops what only says that nothing is there, when something is.
func withoutNone(list []LearningResponse) []LearningResponse {
	var out []LearningResponse
	for _, l := range list {
		if l != ResponseNone && l != ResponseMissing && l != ResponseLocal {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return list[:1]
	}
	return out
}

const longestResponse = 5

// responsePhrases are the names and short forms of the kinds, folded.
var responsePhrases = phraseTable([]phrasesFor[LearningResponse]{
	{ResponsePSII, `psii|patient safety incident investigation|patient safety investigation|psi investigation|psirf investigation|patient safety incident investigations`},
	{ResponseAAR, `aar|after action review|after action reviews`},
	{ResponseSwarm, `swarm|swarm huddle|hot debrief|swarming|safety huddle|debrief|swarms`},
	{ResponseMDT, `mdt|mdt review|multidisciplinary|multi disciplinary|multidisciplinary team review|round table|roundtable|rtr|round table review|round table discussion`},
	{ResponseThematic, `thematic|thematic review|thematic analysis|theme review|cluster review`},
	{ResponseSI, `rca|root cause analysis|route cause analysis|serious incident|serious incident investigation|si|sui|si investigation|comprehensive investigation|concise investigation|
		serious untoward incident|level 4 serious incident|steis|steis si`},
	{Response72h, `72h|72hr|72hrs|72 hour|72 hours|72 hr|72 hrs|72 hour report|72 hour review|rapid review|seventy two hour|initial service management review|ismr|rapid incident review`},
	{ResponseMNSI, `mnsi|hsib|maternity and newborn safety investigation|maternity and newborn safety investigations|healthcare safety investigation branch|hssib`},
	{ResponsePMRT, `pmrt|perinatal mortality review|perinatal mortality review tool|mbrrace pmrt`},
	{ResponseSJR, `sjr|structured judgement review|structured judgment review|mortality review|structured judgement`},
	{ResponseLocal, `local review|local investigation|case note review|casenote review|case review|management review|local management review|ward review|desktop review|observation|walkthrough|internal review|
		internal investigation|divisional review|audit|atain review|atain`},
	{ResponseNone, `none|no response|no learning response|not required|no investigation|no further action|nfa|no further investigation|closed no action|n a|not applicable|no review|none required`},
	{ResponseMissing, `not recorded|tbc|to be confirmed|unknown|pending|to be decided|not known|awaiting decision|not yet decided`},
})

// longestPhrase finds the longest beginning of words, up to limit words, that table holds, and its length; 0 for none.
func longestPhrase[V any](table map[string]V, words []string, limit int) (value V, n int) {
	for n = min(len(words), limit); n > 0; n-- {
		if v, ok := table[joinWords(words[:n])]; ok {
			return v, n
		}
	}
	return value, 0
}
