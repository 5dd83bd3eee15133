package ethnicity

import "strings"

// spellings rewrites a word, folded, to the form that the grammar knows: abbreviations of codings and forms, plurals
// that are not a bare "s", and slips that are more than one letter away.
var spellings = phrases(map[string]string{
	"white":         `wht|wh|wt|whte|wite|whit|whites|whi`,
	"black":         `blk|bl|blak|blck|bla`,
	"asian":         `asn|asains`,
	"mixed":         `mix|mxd|mixd|multiple|multi|multiethnic|multiracial|biracial|dual|mixture|multi-ethnic|interracial|half`,
	"other":         `oth|othr|others|otr|othe|nec`,
	"british":       `brit|britsh|bri|br|brt|brits|briton|britons`,
	"english":       `eng|england`,
	"unitedkingdom": `uk|britain|gb`,
	"scottish":      `scot|scots|scotland|scotish`,
	"welsh":         `wales|wel`,
	"cornish":       `cornwall`,
	"caribbean":     `cbean|cbn|carib|caribb|caribbn|carribean|carribbean|carribian|caribean|carribbian|caribbeans|carribeans|westindian|carrib`,
	"african":       `afr|afri|afric`,
	"indian":        `indians|ind`,
	"pakistani":     `pak|pakistanis|pakist|pakistni`,
	"bangladeshi":   `bang|bangla|bangladeshis|bangladesi|bangl|banagaldeshi|banglasdeshi|banglideshi|bangladeshyledeshi|bengladeshi|bangledshi|bdeshi|bdesh`,
	"chinese":       `chin|chines`,
	"irish":         `irsh|ir`,
	"traveller":     `travellers|traveler|travelers|travelling|trav`,
	"gypsy":         `gypsies|gipsy|gypsie|gyp`,
	"romany":        `romani|romanie`,
	"roma":          `romas`,
	"background":    `backgrnd|backgrd|bkgrnd|backround|backgroud|bkgd|bkgrd|bkg|bckgrd|bckgrnd|bgrd|bg|backgd|backg|bkground|bkgnd|backgrounds|bground|bgnd|bckground`,
	"group":         `grp|gp|gr|grouping`,
	"groups":        `grps|gps|groupings`,
	"ethnic":        `eth|ethn|ethni|ethnics|ethnically`,
	"ethnicity":     `ethnicities|ethncity`,
	"category":      `cat|categ|categories|categry`,
	"origin":        `orig|origins`,
	"european":      `euro|eur|europ|europeans|europeanoid`,
	"unspecified":   `unspec|unsp|unspecfied|nonspecific`,
	"caucasian":     `cauc|caucas|caucasion`,
	"arab":          `arabs|arabian|arabians`,
	"turkish":       `tkish`,
	"kurdish":       `kurd|kurds`,
	"tamil":         `tamils`,
	"sikh":          `sikhs`,
	"jewish":        `jew|jews|ashkenazi|ashkenazim|sephardi|sephardic`,
	"filipino":      `filipina|filipinos|philippino|phillipino|philipino|phillipina|philippine|philippines`,
	"vietnamese":    `vietmese|vietnam`,
	"kashmiri":      `kasmiri|cashmiri`,
})

// expressions rewrites several words to one. The longest match wins.
var expressions = phrases(map[string]string{
	"unitedkingdom":    `united kingdom|great unitedkingdom`,
	"british":          `great british|unitedkingdom heritage`,
	"northernirish":    `northern irish|northern ireland|n irish|n ireland`,
	"ulsterscots":      `ulster scottish`,
	"ni":               `northern i`,
	"traveller":        `irish traveller|traveller of irish heritage|irish heritage traveller|traveller community|new age traveller|gypsy traveller|gypsy irish traveller`,
	"srilankan":        `sri lankan|sri lanka`,
	"caribbean":        `west indian|west indies|w indian|w indies|west india|w i|caribbean i|caribbean island|caribbean islander|w indian`,
	"afrocaribbean":    `afro caribbean`,
	"africanamerican":  `african american|afro american|black american|black north american`,
	"afrocaucasian":    `afro caucasian`,
	"northafrican":     `north african|n african|north africa|northern african`,
	"westafrican":      `west african|w african|west africa|western african`,
	"eastafrican":      `east african|e african|east africa|eastern african`,
	"centralafrican":   `central african|central africa|c african`,
	"southernafrican":  `southern african|southern africa`,
	"southafrican":     `south african|south africa|s african`,
	"eastafricanasian": `east african asian|e african asian|east african asia|e african asia|african asian|kenyan asian|ugandan asian|tanzanian asian|east african indian|asian east african`,
	"indocaribbean":    `indo caribbean`,
	"southeastasian":   `south east asian|southeast asian|se asian|s e asian|south east asia|southeast asia|s east asian`,
	"southasian":       `south asian|s asian|southern asian|south asia|indian sub continent|indian subcontinent|sub continent|subcontinent|asian sub continent|asian subcontinent`,
	"eastasian":        `east asian|e asian|east asia`,
	"centralasian":     `central asian|central asia`,
	"westasian":        `west asian|western asian`,
	"fareastern":       `far east|far eastern|far east asian`,
	"nativeamerican":   `native american`,
	"easteurope":       `east europe|eastern europe|central eastern europe`,
	"afroasian":        `afro asian`,
	"middleeastern":    `middle east|middle eastern|middleeast|mid east|mid eastern`,
	"easteuropean":     `east european|eastern european|e european`,
	"westeuropean":     `west european|western european|w european`,
	"southeuropean":    `south european|southern european|s european`,
	"northeuropean":    `north european|northern european|n european`,
	"centraleuropean":  `central european`,
	"latinamerican":    `latin american|latin america|south american|central american|south america|central america|south central american|s american|latino american|latin south central american`,
	"newzealander":     `new zealand|new zealander`,
	"sierraleonean":    `sierra leone|sierra leonean`,
	"capeverdean":      `cape verdean|cape verde`,
	"ivorian":          `ivory coast|cote d ivoire`,
	"trinidadian":      `trinidad tobago`,
	"stlucian":         `st lucian|st lucia|saint lucian|saint lucia`,
	"vincentian":       `st vincent|saint vincent`,
	"bosnian":          `bosnian herzegovinian|bosnia herzegovina`,
	"czech":            `czech republic`,
	"sudanese":         `south sudan|south sudanese`,
	"hongkong":         `hong kong`,
	"chinese":          `hong kong chinese|chinese hong kong`,
	"saudi":            `saudi arab`,
	"irish":            `southern irish`,
	"ireland":          `republic of ireland|republic ireland|irish republic|southern ireland`,
	"formersoviet":     `former ussr|former soviet union|republics former ussr|commonwealth of russian independent states|commonwealth russian independent states|commonwealth russian indep states|russian independent states|commonwealth of independent states|baltic state|other republics former ussr|republics of former ussr`,
	"ussrrepublics":    `all republics former ussr|all republics of former ussr|all republics which made up the former ussr|all republics of the former ussr`,
	"yugoslav":         `former yugoslavia|former yugoslav|republics former yugoslavia|republics of former yugoslavia`,
	"cypriot":          `cypriot part not stated|cypriot part nt st|cyprus|cypriot part not known|cypriot part`,
	"turkishcypriot":   `turkish cypriot|turk cypriot|turkish turkish cypriot`,
	"greekcypriot":     `greek cypriot|greek greek cypriot`,
	"islander":         `mauritian seychellois maldivian st helena|maur seyc mald sthelen|maur seyc mald st helen|mauritian seychellois maldivian sthelena`,
	"nonwhite":         `non white|not white`,
	"nonbritish":       `non british|not british|other than british`,
	"aborigine":        `australian aborigine|south asian aborigine`,
	"unspecified":      `not specified|not otherwise specified|not elsewhere specified|not further specified`,
	"minority":         `ethnic minority|minority ethnic|ethnic minorities|ethnic minor|person of colour|people of colour|women of colour|woman of colour`,
	"mixedheritage":    `mixed heritage|mixed race|mixed parentage|mixed ethnicity`,
	"mixed":            `bi racial|mixed caste`,
	"nonmixed":         `non mixed|not mixed`,
	"other": `not listed above|not listed here|not listed elsewhere|not shown above|not given above|not stated above|not covered above|
		not mentioned above|not included above|not described above|not listed below|not already listed`,
	"everyone": `all ethnic groups|all groups|all ethnicity|all category`,
})

func fields(list string) []string { return strings.Fields(list) }

// phrases turns lists parted by "|" into one table from phrase to value.
func phrases[V comparable](lists map[V]string) map[string]V {
	table := map[string]V{}
	for value, list := range lists {
		for _, p := range strings.Split(list, "|") {
			table[strings.Join(strings.Fields(p), " ")] = value
		}
	}
	return table
}
