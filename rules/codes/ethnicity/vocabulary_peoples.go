package ethnicity

// standing says what the name of a people is worth standing alone.
type standing uint8

const (
	nation    standing = iota // nationality or country: invalid alone, its category is only suggested
	category                  // the health service itself uses it as a label: valid alone
	region                    // part of the world: ambiguous alone, its category as a coded term
	contested                 // published mappings disagree or it spans categories: ambiguous alone and as a coded term
	disputed                  // a nationality over which published mappings disagree: invalid alone, ambiguous as a coded term or under its own heading
	debated                   // as disputed, but a heading before it settles it
	settler                   // a nationality of people of several origins: White with that heading, invalid alone
	tongue                    // language: invalid alone
	faith                     // religion: invalid alone, ambiguous as a coded term
)

// people is what a name means: the category it belongs to, and what it is worth alone.
type people struct {
	code  string // category under its own heading, or "" where none is certain
	group Group  // group where certain
	alone standing
}

// peoples lists the names of peoples, folded and with spaces closed up as expressions does.
var peoples = buildPeoples([]namedPeoples{
	{people{"B", GroupWhite, category}, `irish`},
	{people{"C", GroupWhite, category}, `traveller gypsy romany roma sinti`},
	{people{"H", GroupAsian, category}, `indian`},
	{people{"J", GroupAsian, category}, `pakistani`},
	{people{"K", GroupAsian, category}, `bangladeshi`},
	{people{"L", GroupAsian, category}, `kashmiri tamil sinhalese eastafricanasian southeastasian`},
	{people{"M", GroupBlack, category}, `caribbean afrocaribbean`},
	{people{"N", GroupBlack, category}, `african westafrican eastafrican centralafrican southernafrican zulu xhosa xosa shona kikuyu luo
		tutsi batutsi hutu igbo ibo ewe fulani bantu hausa yoruba ashanti akan amhara oromo`},
	{people{"P", GroupBlack, category}, `africanamerican`},
	{people{"R", GroupOther, category}, `chinese`},
	{people{"S", GroupOther, category}, `arab kurdish yazidi maori polynesian melanesian micronesian inuit nativeamerican`},
	{people{"E", GroupMixed, category}, `afrocaucasian`},

	{people{"", GroupWhite, contested}, `caucasian mediterranean`},
	{people{"C", GroupWhite, contested}, `european slavic nordic anglosaxon celtic`},
	{people{"C", GroupWhite, category}, `ussrrepublics easteuropean westeuropean southeuropean northeuropean centraleuropean`},
	{people{"", GroupAsian, contested}, `punjabi southasian gujarati bengali sylheti mirpuri desi pathan pashtun sindhi fareastern`},
	{people{"C", GroupWhite, region}, `easteurope yugoslav formersoviet showman showwoman showpeople`},
	{people{"L", GroupAsian, region}, `eastasian centralasian`},
	{people{"S", GroupOther, region}, `latinamerican middleeastern pacific`},
	{people{"", "", contested}, `indocaribbean sikh jewish northafrican oriental hispanic latino latina latinx westasian islander
		creole berber persian aborigine negroid anglo anglo-indian angloindian eurasian
		afroasian mulatto mestizo mestiza levantine`},
	{people{"M", GroupBlack, disputed}, `guyanese guyana`},

	{people{"B", GroupWhite, nation}, `ireland eire`},
	{people{"H", GroupAsian, nation}, `india`},
	{people{"J", GroupAsian, nation}, `pakistan`},
	{people{"K", GroupAsian, nation}, `bangladesh`},
	{people{"R", GroupOther, nation}, `china`},
	{people{"N", GroupBlack, nation}, `africa`},
	{people{"", GroupAsian, nation}, `asia`},
	{people{"C", GroupWhite, nation}, `yugoslavia yugoslavian ussr soviet polish poland romanian romania bulgarian bulgaria albanian albania lithuanian lithuania latvian latvia
		estonian estonia hungarian hungary czech slovak slovakian slovakia slovenian slovene slovenia croatian croat croatia serbian serb serbia bosnian
		bosnia kosovan kosovar kosovo macedonian montenegrin moldovan moldova ukrainian ukraine russian russia belarusian belarussian georgian
		armenian italian italy spanish spain spaniard portuguese portugal french france german germany austrian austria swiss
		switzerland dutch netherlands belgian belgium luxembourger danish dane denmark swedish swede sweden norwegian norway finnish finn
		finland icelandic icelander greek greece greekcypriot maltese malta scandinavian basque catalan pole
		sicilian sardinian gibraltarian baltic balkan slavonic ulsterscots afrikaner andorran luxembourgish flemish chechen europe eu eea
		kiwi rhodesian`},
	{people{"C", GroupWhite, debated}, `turkish turkey turk turkishcypriot cypriot`},
	{people{"C", GroupWhite, nation}, `american america usa us canadian canada australian australia antipodean`},
	{people{"S", "", settler}, `newzealander israeli israel brazilian brazil colombian columbian mexican mexico peruvian chilean argentinian argentine venezuelan ecuadorian bolivian cuban uruguayan paraguayan
		honduran guatemalan salvadoran
		panamanian nicaraguan`},
	{people{"", "", settler}, `southafrican`},
	{people{"L", GroupAsian, nation}, `kashmir punjab srilankan nepalese nepali nepal gurkha bhutanese thai thailand indonesian indonesia burmese myanmar
		singaporean singapore cambodian laotian afghan afghani afghanistan taiwanese taiwan tibetan uzbek kazakh turkmen tajik kyrgyz maldivian
		bruneian javanese timorese macanese hmong hazara uighur uyghur balochi baluchi ceylonese lao hongkong goan malayali rohingya malay`},
	{people{"L", GroupAsian, debated}, `vietnamese japanese japan filipino malaysian malaysia korean korea southkorean mauritian mongolian mongolia`},
	{people{"N", GroupBlack, disputed}, `nigerian nigeria somali somalian somalia`},
	{people{"N", GroupBlack, nation}, `ghanaian ghanian ghana kenyan kenya ugandan uganda tanzanian tanzania zimbabwean zimbabwe zambian zambia malawian
		malawi congolese congo cameroonian cameroon ethiopian ethiopia eritrean eritrea sudanese sudan gambian gambia senegalese senegal
		liberian liberia ivorian angolan angola mozambican mozambique rwandan rwanda burundian burundi botswanan namibian malian guinean
		sierraleonean togolese beninese gabonese chadian nigerien swazi basotho lesotho malagasy madagascan comorian djiboutian mauritanian burkinabe zairean zairian capeverdean`},
	{people{"M", GroupBlack, nation}, `jamaican jamaica trinidadian trinidad barbadian bajan barbados grenadian stlucian dominican antiguan
		vincentian haitian haiti bahamian montserratian kittitian nevisian bermudan bermudian belizean surinamese martiniquan tobagonian`},
	{people{"S", GroupOther, nation}, `iranian iran iraqi iraq syrian syria yemeni yemen moroccan morocco algerian algeria egyptian egypt libyan
		libya tunisian tunisia lebanese lebanon palestinian palestine jordanian jordan saudi kuwaiti kuwait omani qatari bahraini emirati
		fijian samoan tongan niuean tokelauan hawaiian papuan cookislandmaori assyrian chaldean druze circassian amazigh`},

	{people{"", "", tongue}, `urdu hindi pashto dari farsi mandarin cantonese tigrinya amharic swahili lingala twi telugu malayalam marathi sorani
		kurmanji tagalog speaking speaker language`},
	{people{"S", GroupOther, tongue}, `arabic`},
	{people{"", "", faith}, `muslim islam islamic hindu buddhist christian catholic protestant rastafarian jain orthodox atheist agnostic jehovah
		mormon pagan methodist baptist anglican quaker zoroastrian parsi bahai coptic hinduism sikhism buddhism christianity ahmadi shia sunni
		witness church`},
})

// homeNations are the peoples of the United Kingdom that the 2001 list writes in under British and the later censuses
// name in one box. One of them alone is a nationality; published mappings of the coded term disagree (A or C).
var homeNations = map[string]bool{
	"english": true, "scottish": true, "welsh": true, "northernirish": true, "ni": true, "cornish": true, "manx": true,
	"unitedkingdom": true,
}

// headings are the words for the five groups.
var headings = map[string]Group{
	"white": GroupWhite, "black": GroupBlack, "asian": GroupAsian, "mixed": GroupMixed, "mixedheritage": GroupMixed,
}

// fillers say nothing about which category is meant.
var fillers = wordSet(`background group ethnic ethnicity category origin heritage descent ancestry any the a of from race racial
	person people woman women lady female mother mum patient client community population nos census please describe
	below specify self defined reported stated recorded identified is as with finding organism racialgroup living ns nmo follower religion prefer to selfdescribe selfdescribed pt my extraction parentage only alone solely declared confirmed verified free text usual residents
	lineage decent dec now updated countries country states state republics which made up spec minor specified else type value code in his her
	their own broad main islands island isles islanders part year nonmixed`)

// fathers are the words for one whose ethnicity is not the mother's.
var fathers = wordSet(`father dad daddy fob partner husband paternal`)

// kinds are the fillers that say that a category is meant: "other group" is a category, "other (please specify)" is not.
var kinds = wordSet(`background group ethnic ethnicity category origin heritage descent race`)

// anyWord is the filler that makes "any other ethnic groups" a category in spite of its plural.
var anyWord = wordSet(`any`)

// originWord and groupWord tell terms about an origin from the headings of lists.
var (
	originWord = wordSet(`origin`)
	groupWord  = wordSet(`group background category`)
)

// countriesWord marks "other African countries", a term of an older census list.
var countriesWord = wordSet(`countries`)

// aggregates are words of tables that pool categories.
var aggregates = wordSet(`bame bme minority minorities nonwhite global majority aggregate all`)

// markers turn the name of a people into a nationality.
var markers = wordSet(`citizen citizens citizenship national nationals nationality passport born resident subject visa`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range fields(list) {
		set[w] = true
	}
	return set
}

type namedPeoples struct {
	people
	names string
}

func buildPeoples(lists []namedPeoples) map[string]people {
	table := map[string]people{}
	for _, l := range lists {
		for _, name := range fields(l.names) {
			table[name] = l.people
		}
	}
	return table
}
