package codes

const longestAnswer = 5

// answerPhrases are the beginnings, folded, of an answer.
var answerPhrases = phraseTable([]phrasesFor[Answer]{
	{AnswerYes, `yes|y|true|t|1|fully|considered|done|completed|complete|addressed|achieved|met|yes fully|fully considered|fully met|evidenced|present|agreed|included|
		discussed|explored|documented|ticked|x|yep|yeah|ye|yrs|yes completed|was considered|were considered|confirmed|recorded|offered`},
	{AnswerPartly, `partly|partial|partially|part|in part|to some extent|some|somewhat|partially met|partly met|partial evidence|yes partly|yes partially|yes in part|yes but|sometimes|limited|
		partially considered|partly considered|mentioned only|incomplete|yes and no|50 50|half`},
	{AnswerNo, `no|n|false|f|0|not considered|not done|not met|not addressed|none|not evidenced|no evidence|absent|nope|not discussed|not explored|not included|not achieved|never|
		was not considered|not offered|not completed|no evidence of|no evidence that|not mentioned|nil|not evident|not seen|non`},
	{AnswerNotApplicable, `n a|na|not applicable|n app|not app|not appropriate|not relevant|does not apply|non applicable|no applicable|not needed|not required|not necessary|notapplicable|no not applicable`},
	{AnswerNotRecorded, `not recorded|unknown|not known|not documented|not stated|unclear|not clear|dont know|do not know|i dont know|unsure|not sure|u|uk|nk|nr|unable to tell|
		cannot tell|cant tell|not completed by reviewer|not completed by the reviewer|not answered|not available|no information|no data|insufficient information|not found|not assessed|
		information not available|null|nan|missing|tbc|to be confirmed|pending|not reported|not able to determine|unable to determine|unable to assess|unable to say|not entered|unrecorded|undocumented|
		no record|not yet known|not collected|notes unavailable|notes not available|not yet completed|blank|ref|value|no response|no answer|not specified|insufficient detail|not enough information`},
})

// answerWholeOnly are answers too short or too common to be the beginning of a sentence that says something else,
// unless punctuation sets them off.
var answerWholeOnly = phraseTable([]phrasesFor[bool]{{true, `x|t|f|n|y|1|0|u|some|part|present|done|met|complete|completed|none|nil|never|considered|discussed|documented|recorded|included|
	explored|offered|confirmed|half|limited|no|non|not met|not needed|not required|not completed|pending|missing|absent|true|false|ref|value|agreed|na|uk|ye`}})

// interpreterPhrases are what the interpreter columns say besides yes and no.
var interpreterPhrases = phraseTable([]phrasesFor[Answer]{
	{AnswerYes, `required|needed|interpreter required|interpreter needed|interpreter used|used|yes required|interpreter|telephone interpreter|phone interpreter|face to face interpreter|
		video interpreter|language line|languageline|professional interpreter|interpreter booked|interpreter present|telephone|face to face|video|bsl interpreter|sign language interpreter|
		needs interpreter|requires interpreter|requires an interpreter|needs an interpreter|interpreter offered|interpreter requested|interpreter provided`},
	{AnswerNo, `not required|not needed|interpreter not required|interpreter not needed|no interpreter required|no interpreter needed|no interpreter|not used|interpreter not used|
		none required|none needed|no interpreter used|does not need interpreter|does not require interpreter|does not require an interpreter|does not need an interpreter|not necessary|interpreter not necessary|
		declined|interpreter declined|interpreter not available|interpreter not booked|interpreter not offered|not offered|unnecessary|no need|no not required|family member|
		family member interpreted|relative|husband|partner|friend|relative used|husband interpreted|partner interpreted|family`},
	{AnswerNotApplicable, `english speaking|english speaker|speaks english|english is first language|english first language|first language english|english|fluent english|fluent in english|english spoken`},
})
