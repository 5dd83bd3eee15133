package codes

const longestHarm = 5

// harmPhrases are the beginnings, folded, that name a level: national reporting, LFPSE, and the local severity lists of
// incident systems, with their letter codes.
var harmPhrases = phraseTable([]phrasesFor[HarmLevel]{
	{HarmNone, `no harm|none|nil|no apparent harm|no actual harm|no injury|no obvious harm|no physical harm|no psychological harm|
		negligible|insignificant|no adverse outcome|no adverse effect|noharm|no harm impact prevented|no harm impact not prevented|
		impact not prevented|not harmed|no impact|no harm caused|no harm done|unharmed|no significant harm|zero harm|nohm|no detectable harm|no evidence of harm|no injuries|no harm at this time`},
	{HarmLow, `low|low harm|low physical harm|low psychological harm|minor|minimal|minimal harm|minor harm|slight|mild|mild harm|minor injury|lowh|
		low impact|low level harm|temporary minor harm`},
	{HarmModerate, `moderate|moderate harm|moderate physical harm|moderate psychological harm|medium|mod|med|medium harm|mod harm|short term harm|moderately|moder|moderate impact|semi permanent`},
	{HarmSevere, `severe|severe harm|severe physical harm|severe psychological harm|major|major harm|high|high harm|sev|serious|serious harm|permanent harm|
		long term harm|permanent or long term harm|severely|severe impact|major injury|severe permanent harm`},
	{HarmDeath, `death|fatal|died|deceased|fatality|dead|death caused by|catastrophic|cata|catastrophic harm|catastrophic death|fatal harm|patient death|
		unexpected death|maternal death|neonatal death|stillbirth|death of patient|severe death|patient died|baby died|catas`},
	{HarmNearMiss, `near miss|nearmiss|near misses|prevented|impact prevented|prevented patient safety incident|no harm near miss|near miss no harm|good catch|nmiss`},
	{HarmNotApplicable, `not applicable|n a|na|no patient|no patient involved|no patients involved|does not apply|not patient related|no person affected|not a patient incident`},
	{HarmMissing, `harm level missing|missing|not known|unknown|not recorded|not stated|not specified|null|nan|not yet known|to be confirmed|tbc|tba|not entered|not completed|
		harm not recorded|blank|pending|under investigation|awaiting review|to be determined|tbd|not assessed|not graded|harm unknown|not available|ref|i dont know|dont know|unclassified`},
})

// harmWholeOnly are phrases that say too little to stand for a longer label.
var harmWholeOnly = phraseTable([]phrasesFor[bool]{{true, `none|nil|na|n a|med|mod|sev|ref|high|mild|slight|prevented|pending|no patient|minimal|serious|stillbirth|neonatal death|
	maternal death|no impact|unexpected death|not known|dead|died|major|minor|insignificant|negligible|impact prevented`}})
