package ethnicity

// negations are the one-word forms of "not", folded.
var negations = wordSet(`never wasnt isnt arent hasnt havent hadnt cannot cant couldnt didnt wont wouldnt doesnt dont yet non without`)

// nots are slips of "not"; notsAlone are those that are words themselves, and slips only where the verb is all that follows.
var (
	nots      = wordSet(`nott noot nnot nto nt npt ont ot mot nog`)
	notsAlone = wordSet(`nor nit bot mit now no`)
)

// hedges may stand between a negation and its verb.
var hedges = wordSet(`yet been be being currently previously ever fully formally able possible always as at this time present to have it was is a an any`)

// answering is what the person does: she was asked.
var answering = wordSet(`answer answered answering respond responded responding disclose disclosed disclosing divulge divulged divulging
	declare declared reveal revealed say tell share sharing wish wishing wished want wanted wanting willing happy comfortable consent
	consented consenting agree agreed comment reply replied choose chosen decide`)

// recording is what the service does: nobody need have asked her.
var recording = wordSet(`asked ask asking requested request recorded record recording collected collect captured capture documented document
	entered enter completed complete filled fill obtained obtain obtaining obtainable provided provide supplied supply available found
	held reported report listed ascertained ascertain established establish checked check set populated inputted input keyed submitted
	received returned transferred migrated mapped matched assessed determined determine discussed verified verify confirmed confirm
	updated update get gain gather elicit registered assigned allocated selected logged noted offered contactable accessible identifiable reviewed coded
	seen interviewed extracted put posed raised`)

// places after a negated verb make it an answer: "background not listed above" is another background.
var places = wordSet(`above below here elsewhere already otherwise`)

// slippedReasons are the words of reasons that a slip is mended to.
var slippedReasons = fields(`refused declined withheld unknown stated known asked recorded obtained disclosed disclose requested prefer answered collected provided
	undisclosed missing given available unavailable documented specified supplied captured entered unwilling unrecorded identified completed confirmed
	reported declared`)

// reasonWords are words that look like a slip of another reason.
var reasonWords = wordSet(`state states status started denied decline declines refuse refuses refusal known record records recorder request
	requests collect provide provider answer preferred prefers obtains`)

// longestReason is the number of words in the longest phrase of reasons.
const longestReason = 4

// reasons are the phrases, folded, that show why no category was recorded. They may stand among other words. Phrases
// that hold a shorter one and take its meaning away map to 0.
var reasons = phrases(map[evidence]string{
	notStatedSaid: `not stated|not state|not given|none given|none stated|nonstated|notstated|un stated|unstated|not state d|ns`,
	notKnownSaid: `not known|not knowing|unknown|unkown|unknwon|un known|un identified|unknow|notknown|not know|unclassified|not classified|undetermined|unsure|
		not sure|uncertain|not certain|not clear|unclear|nk|u k known|unidentified|indeterminate|not identified|not remember|not recall`,
	refused: `refused|refuse|refuses|refusal|refusing|declined|declines|decline|declining|declination|withheld|withhold|withholds|withholding|
		with held|witheld|unwilling|unwillingness|reluctant|prefer not|prefers not|preferred not|prefered not|preference not|rather not|
		undisclosed|undeclared|nondisclosure|not disclosure|chose not|chooses not|choosing not|choose not|chosen not|choice not|opted not|opts not|opted out|
		opt out|elected not|decided not|unable choose|uble choose|uble to choose|not choose|unable select|unable decide|unable choice|inability to choose|
		did not state|did not give|did not provide|did not specify|does not give|not provided by|not given by|not stated by patient|not response|no response|no answer|
		no reply|asked no|asked but no|will tell|will let us|will say|will inform|will answer|asked but not|unwillng|objected|objects|objection|wish not|wishes not|want not`,
	notAsked: `uble request|uble to request|unable request|uble ask|unrecorded|notrecorded|undocumented|incomplete|unavailable|unreported|
		unobtained|uncollected|unobtainable|uncoded|not on system|not on the system|not on notes|ask at|ask next|ask again|be advised|not on the record|not in notes|not in the notes|nothing documented|nothing entered|nothing in notes|not on record|not on file|no data|no information|no info|no record|no details|no detail|no code|
		no ethnicity|no ethnic|none recorded|nothing recorded|nothing known|none entered|none on record|nil recorded|nil known|no selection|please select|please choose|select one|select an|select option|select a value|
		select value|select ethnicity|select ethnic|choose one|choose an|choose ethnicity|choose ethnic|click or tap|click here|will ask|nobody put|unconfirmed|unverified|not avail|none available|none provided|missing|left blank|tbc|to follow|to confirm|to ask|
		unconscious|too unwell|too ill|too sick|too distressed|lacks capacity|lacked capacity|lack of capacity|unable communicate|unable answer|
		unable respond|unable say|unable state|unable give|unable understand|language barrier|awaiting|awaited|await|pending|outstanding|
		not capacity`,
	0: `part not stated|part nt st|part not known`,
})

// wholePhrases are non-answers only when they are the whole label: short forms and words that mean something else
// among others.
var wholePhrases = phrases(map[evidence]string{
	notKnownSaid: `nk|n k|nkn|not kn|dk|d k|unk|ukn|unkn|null|nil|none|nan|n d|nd|no entry|empty|blank|ref|value|name|
		missing data|data not|void|no value|not specified|dnk|d n k|idk|not spec|n s p|nsp|unspecified|invalid|tba|tbd|unspec|nothing|undefined|no ethnic group`,
	notAsked:      `nr|n r|nya|unable|nobt|error|not yet|default|to update|needs updating`,
	notStatedSaid: `ns|n s|not st|not answered by patient|not stated z`,
	refused:       `pnts|pns|pnta|refu|dns|pnd|decl|ref d|refd|rather not|prefer not`,
})
