package codes

import (
	"sort"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"siequity/rules/codes/wording"
)

const longestLanguage = 4

// languageName returns the English name of a tag.
func languageName(tag string) string {
	if n, ok := namesOfOwnTags[tag]; ok {
		return n
	}
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	return display.English.Languages().Name(t)
}

// languageNames maps folded names to tags: the names of the display tables in English and in the languages
// themselves, overlaid with the names of this package. It is built once, on first use, and never changed.
var languageNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	english := display.English.Languages()
	for _, t := range display.Supported.Tags() {
		b, _ := t.Base()
		base := language.Make(b.String())
		add := func(name string) {
			if f := wording.Fold(name); f != "" {
				if _, seen := names[f]; !seen {
					names[f] = canonicalTag(b.String())
				}
			}
		}
		add(english.Name(base))
		add(display.Self.Name(base))
	}
	for _, code := range furtherLanguages {
		if n := english.Name(language.Make(code)); n != "" {
			names[wording.Fold(n)] = canonicalTag(code)
		}
	}
	for name, tag := range ownLanguageNames {
		names[wording.Fold(name)] = tag
	}
	return names
})

// languageNamesInOrder lists the folded names in alphabetical order.
var languageNamesInOrder = sync.OnceValue(func() []string {
	var names []string
	for n := range languageNames() {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
})

// furtherLanguages are ISO 639 codes of languages spoken by families in England that the display tables name in English
// but do not list as supported.
var furtherLanguages = strings.Fields(`ti so ps ku ckb bn pa ur gu ta te ml mr hi ne si my th vi km lo id ms tl jv su mn bo ug kk ky uz tk tg az hy ka
	he yi ar fa tr sq bs hr sr sl mk bg ro hu cs sk pl uk be ru lt lv et fi sv no nb nn da is nl de fr es pt it el mt cy ga gd eu ca gl
	am om aa sw lg rw rn ny sn nd zu xh st tn af ln kg sw ak tw ee yo ig ha ff wo bm man kri mg fon gaa efi bem lua luo ki kam mer
	rom sd bal brh skr hnd pnb kok mai bho doi ks as or kn sa dz syl rhg ilo ceb war hil pam bik pag bfi fil yue wuu nan hak nqo srr men tem shi kab zgh prs haz syr arc mfe pap jam ht ay qu gn mi sm to fj haw ty la eo`)

// ownLanguageNames are names, folded, that the display tables lack or name otherwise: varieties, older and local
// spellings, names used in NHS lists.
var ownLanguageNames = phraseTable([]phrasesFor[string]{
	{"bfi", `bsl|british sign language|british sign language bsl|british sign|bsl british sign language|sign language bsl|sign language british`},
	{"syl", `sylheti|sylhetti|bengali sylheti|bangla sylheti|silheti|sylethi`},
	{"phr", `mirpuri|pahari|potwari|pothwari|pahari pothwari|pahari mirpuri|mirpuri punjabi|punjabi mirpuri|potohari|pahari potwari|mirpuri pahari`},
	{"ckb", `sorani|kurdish sorani|sorani kurdish|central kurdish|kurdish central|kurdi sorani|kurdish iraq`},
	{"kmr", `kurmanji|kurdish kurmanji|kurmanji kurdish|northern kurdish|bahdini|badini|kurdish bahdini|kurdish badini|kurmanci|kurdish turkey`},
	{"ku", `kurdish|kurdi|kurd`},
	{"fa", `farsi|persian|persian farsi|farsi persian|farsi iran|iranian farsi|farsi iranian|parsi`},
	{"prs", `dari|dari persian|dari afghan|afghan dari|farsi afghan`},
	{"ps", `pashto|pushto|pashtu|pushtu|pukhto|pakhto|pashto afghan|pashtoo`},
	{"zh", `mandarin|chinese mandarin|mandarin chinese|chinese|putonghua|chinese simplified|simplified chinese|madarin|mandarine`},
	{"yue", `cantonese|chinese cantonese|cantonese chinese|yue`},
	{"hak", `hakka|chinese hakka|hakka chinese`},
	{"nan", `hokkien|fujianese|fukien|min nan|taiwanese|teochew|fuzhounese|foochow`},
	{"pa", `punjabi|panjabi|punjabi gurmukhi|panjabi gurmukhi|punjabi indian|gurmukhi|punjabi eastern|eastern punjabi`},
	{"pnb", `punjabi pakistani|western punjabi|punjabi western|shahmukhi|punjabi urdu script`},
	{"bn", `bengali|bangla|bangladeshi bengali|bengali bangla|bangla bengali`},
	{"ti", `tigrinya|tigrigna|tigrynia|tigringya|tigrinia|tigrinyan|tygrinya`},
	{"tig", `tigre`},
	{"am", `amharic|ethiopian amharic`},
	{"om", `oromo|oromiffa|afaan oromo|afaan oromoo|oromifa`},
	{"so", `somali|somalian|af soomaali|soomaali|somalia`},
	{"ro", `romanian|moldovan|moldavian|rumanian|roumanian|limba romana`},
	{"rom", `romany|romani|roma|romanes|romani roma`},
	{"tl", `tagalog|filipino|pilipino|tagalog filipino|filipino tagalog`},
	{"pt", `portuguese|portuguese brazilian|brazilian portuguese|portuguese brazil|portugese|portugues|portuguese european|brazilian`},
	{"es", `spanish|castilian|castellano|spanish latin american|espanol`},
	{"fr", `french|french african|francais|african french`},
	{"ak", `akan|twi|fante|fanti|twi akan|akan twi|ashanti twi|asante twi|twi ghana`},
	{"yo", `yoruba|yaruba`}, {"ig", `igbo|ibo`}, {"ha", `hausa`},
	{"kri", `krio`}, {"pcm", `pidgin|nigerian pidgin|pidgin english|west african pidgin`},
	{"jam", `patois|jamaican patois|jamaican creole`}, {"ht", `haitian creole|haitian`},
	{"sw", `swahili|kiswahili`}, {"ln", `lingala`}, {"lg", `luganda|ganda`}, {"rw", `kinyarwanda|rwandan`}, {"rn", `kirundi|rundi`},
	{"sn", `shona`}, {"nd", `ndebele|northern ndebele|isindebele`}, {"ny", `chichewa|nyanja|chewa`}, {"ki", `kikuyu|gikuyu`},
	{"wo", `wolof`}, {"ff", `fula|fulani|fulah|pulaar`}, {"mnk", `mandinka|mandingo`}, {"bm", `bambara`}, {"dyu", `dioula|dyula`}, {"snk", `soninke`}, {"sus", `susu`},
	{"bin", `edo|bini|benin`}, {"urh", `urhobo`}, {"ee", `ewe`}, {"gaa", `ga`},
	{"si", `sinhala|sinhalese|singhalese`}, {"ta", `tamil|tamil sri lankan|sri lankan tamil`}, {"ml", `malayalam|malayalam india`}, {"ne", `nepali|nepalese`}, {"my", `burmese`},
	{"gu", `gujarati|gujerati|gujrati|gujarathi`}, {"kfr", `kutchi|kachchi|katchi`}, {"kok", `konkani`}, {"ilo", `ilocano`}, {"ish", `esan`}, {"sk", `slovakian`}, {"nl", `flemish|vlaams`}, {"man", `malinke|maninka`}, {"ku", `کوردی`}, {"pnb", `پنجابی`}, {"zh", `简体中文|繁體中文|普通话|国语`}, {"yue", `廣東話|广东话`}, {"hno", `hindko`}, {"skr", `saraiki|seraiki|siraiki`}, {"bal", `balochi|baluchi`}, {"haz", `hazaragi`},
	{"rhg", `rohingya`}, {"ctg", `chittagonian|chatgaya`}, {"sd", `sindhi`}, {"ur", `urdu|udru|urdo`}, {"hi", `hindi`},
	{"nb", `norwegian|norsk|bokmål|norwegian bokmål`}, {"el", `greek|greek cypriot`}, {"sq", `albanian|shqip|kosovan|albanian kosovan`}, {"sr", `serbian|srpski`}, {"hr", `croatian`}, {"bs", `bosnian`},
	{"sh", `serbo croat|serbo croatian|serbocroat`}, {"ar", `arabic|arab|arabic sudanese|sudanese arabic|arabic modern standard|arabic iraqi|iraqi arabic|arabic syrian|arabic moroccan|moroccan arabic|arabic egyptian|arabic yemeni|arabic libyan`},
	{"he", `hebrew|ivrit`}, {"yi", `yiddish`}, {"syr", `assyrian|syriac|aramaic`}, {"en", `english|english british|british english|english uk|english language|englsh|enlgish|eng`}, {"cy", `welsh|cymraeg`}, {"gd", `scottish gaelic|scots gaelic`},
	{"ga", `irish|gaelic|irish gaelic`}, {"sco", `scots`}, {"ber", `berber|tamazight`}, {"mfe", `mauritian creole`}, {"tet", `tetum|tetun`}, {"uz", `uzbek`}, {"tk", `turkmen`},
	{"pap", `papiamento`}, {"kea", `cape verdean creole|kriolu|cape verdean`}, {"gsw", `swiss german`}, {"ur", `pakistani urdu`}, {"ms", `malay|malaysian|bahasa malaysia|bahasa melayu`}, {"id", `indonesian|bahasa indonesia`}, {"bar", `bavarian`},
})

// namesOfOwnTags are the English names of tags that the display tables lack.
var namesOfOwnTags = map[string]string{
	"skr": "Saraiki", "bn": "Bengali", "ish": "Esan", "man": "Mandingo", "bfi": "British Sign Language", "phr": "Pahari-Potwari (Mirpuri)", "syl": "Sylheti", "kmr": "Kurmanji Kurdish", "ckb": "Sorani Kurdish", "prs": "Dari", "pnb": "Western Punjabi",
	"hno": "Hindko", "kfr": "Kutchi", "rhg": "Rohingya", "ctg": "Chittagonian", "haz": "Hazaragi", "urh": "Urhobo", "mnk": "Mandinka", "dyu": "Dyula", "snk": "Soninke", "kea": "Cape Verdean Creole",
	"rom": "Romany", "fa": "Persian (Farsi)", "zh": "Chinese (Mandarin)", "tl": "Tagalog (Filipino)", "ber": "Berber", "nb": "Norwegian", "sh": "Serbo-Croat", "pcm": "Nigerian Pidgin", "ak": "Akan (Twi)",
}

// varietyOf names the language that a variety is written under: "Bengali (Sylheti)" is Sylheti.
var varietyOf = map[string]string{
	"syl": "bn", "ckb": "ku", "kmr": "ku", "prs": "fa", "yue": "zh", "phr": "pa", "pnb": "pa", "hak": "zh", "nan": "zh", "ctg": "bn", "haz": "fa",
}

// coveringName marks the tags whose usual name covers several varieties.
var coveringName = wordList(`bn ku zh pa`)

// commonLanguages are the tags whose misspelt names are read, and not only suggested.
var commonLanguages = wordList(`en ur pa bn syl phr pl ro ar so ti ku ckb kmr fa prs ps pt es fr it de zh yue sq am om sw yo ig ha ak gu hi ta ml ne si tl vi th tr bg hu cs sk lt lv ru uk el bfi rom my ln lg wo he`)

var languageUnknown = wordList(`unknown na nk nr nd ns null nan none missing refused declined tbc unspecified withheld undetermined|not known|not stated|not recorded|not specified|not asked|n a|not applicable|prefer not to say|declined to answer|not disclosed|not given|
	not documented|not available|to be confirmed|language not known|language unknown|language not recorded|not collected|ref|no data|not provided|unable to obtain|x|not entered|blank|no language recorded|patient declined|declined to say|unknown language|not yet recorded|not yet known|n k|n r|not obtained|information not obtained|information not available|no information|does not know|dont know|do not know|not set|not answered|und|not stated patient asked but declined`)

// severalLanguages are names that do not settle on one language, with the likeliest tag where there is one.
var severalLanguages = phraseTable([]phrasesFor[string]{
	{"", `other|other language|indian|pakistani|african|asian|nigerian|ghanaian|afghan|afghani|ethiopian|eritrean|sudanese|iraqi|congolese|kenyan|creole|other languages|multiple|european|sri lankan|belgian|swiss|south african|any other|not english|non english|other not listed|other please specify|filipino english|zimbabwean|ugandan|gambian`},
	{"bfi", `sign language|sign|makaton|deaf sign language`},
	{"fa", `iranian`}, {"bn", `bangladeshi`},
})

// notLanguages are answers to another question.
var notLanguages = phraseTable([]phrasesFor[string]{
	{"an answer to another question", `yes|no|y|n|true|false|interpreter required|interpreter needed|required|interpreter|yes interpreter required|telephone|see notes|as above|child|baby|verbal|ok|non verbal|mr|mrs`},
	{"a religion, not a language", `muslim|islam|hindu|sikh|christian|jewish|catholic|buddhist`},
	{"an ethnic category, not a language", `white british|british|white|black|mixed|white other|black african|black british|asian british`},
})

var languageFillers = wordList(`speaking speaker speaks spoken language first main preferred mother tongue native only fluent fluently and is the a of other dialect modern standard good basic some limited no not non does little poor doesnt cannot well very her his their primary home understands reads written patient woman requires needs interpreter needed required uses with yes british sign user deaf dialect`)

var languageNegations = wordList(`no not non limited little poor doesnt cannot basic some`)
