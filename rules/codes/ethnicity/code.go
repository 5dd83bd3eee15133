package ethnicity

import (
	"strings"

	"golang.org/x/text/language"
)

// readCode reads text that is nothing but a code. ok is false when text must be read as a label.
func readCode(text string, in Scheme) (r Reading, ok bool) {
	code := bareCode(text)
	if code == "" || len(code) > 3 && !isNumber(code) {
		return Reading{}, false
	}
	if isNumber(code) {
		return readNumber(code, in), true
	}
	switch len(code) {
	case 1:
		return readLetter(code), true
	case 2:
		return readPair(code, text)
	}
	return Reading{}, false
}

// bareCode strips what spreadsheets and people put round a code, brackets, quotes, full stops, and the ".0" or ",0" of a
// number read as decimal, and returns it in upper case; "" when text holds anything else.
func bareCode(text string) string {
	s := strings.Trim(text, " \t\u00a0'\"`()[].,;:*_")
	s = strings.TrimSuffix(strings.TrimSuffix(s, ".0"), ",0")
	for i := 0; i < len(s); i++ {
		if !letter(s[i]) && !digit(s[i]) && !(i == 0 && s[i] == '-' && len(s) > 1) {
			return ""
		}
	}
	return strings.ToUpper(s)
}

// readLetter reads a single letter.
func readLetter(code string) Reading {
	if r := fromCode(code); r.Status != Invalid {
		r.Why = "national code " + code + ": " + Label(code)
		return r
	}
	if code == "X" {
		return Reading{Code: "99", Status: NotKnown, Why: "X is the hospital statistics code for not known",
			Warning: "X is not in the national list: write 99 for not known"}
	}
	why := code + " is not a code of the national list"
	if code == "T" || code == "W" {
		why += "; other lists give it to Arab or Traveller, so it cannot be decoded"
	}
	return Reading{Status: Invalid, Why: why}
}

// readPair reads two characters: a national code with a local second character, a Scottish code, or an abbreviation.
func readPair(code, text string) (Reading, bool) {
	if digit(code[0]) {
		if code[0] >= '1' && code[0] <= '6' {
			return Reading{Status: Invalid, Scheme: Scotland, Why: code + " has the shape of a Scottish code, which is not decoded"}, true
		}
		return Reading{Status: Invalid, Why: code + " is not a code of the national list"}, true
	}
	first := code[:1]
	if code == "NO" || code == "NA" {
		return Reading{}, false
	}
	if first == "Z" && (digit(code[1]) || code[1] == 'Z') {
		r := fromCode("Z")
		r.Why, r.Warning = "national code Z with a local second character", localWarning(code)
		return r, true
	}
	local := digit(code[1]) || extended(code) || strings.ToUpper(text) == text && !initials[code] && !country(code)
	if !IsValid(first) || !local {
		return Reading{}, false
	}
	r := fromCode(first)
	r.Why = "local code " + code + " rolls up to national code " + first + ": " + Label(first)
	r.Warning = localWarning(code)
	return r, true
}

func localWarning(code string) string {
	return code + " has a local second character: allowed, but the published maternity data take the single letter only"
}

// extended tells whether a pair is on the older extended list of local second characters (Personal Demographics
// Service), which gives them to C, G, L, P and S only.
func extended(code string) bool {
	seconds := map[byte]string{
		'C': "23ABCDEFGHJKLMNPQRSTUVWXY",
		'G': "ABCDEF",
		'L': "ABCDEFGHJK",
		'P': "ABCDE",
		'S': "ABCDE",
	}
	return strings.IndexByte(seconds[code[0]], code[1]) >= 0
}

// country tells whether a pair is the ISO code of a country: off the published list it may as well be a nationality
// (NI, FR, PK), and is not taken for a local code.
func country(code string) bool {
	region, err := language.ParseRegion(code)
	return err == nil && region.IsCountry()
}

// initials are pairs that start with a national letter, are on no published list and no country, and are more likely the initials of
// a label: Black African, Asian Indian, Mixed Other.
var initials = wordSet(`AB AC AP EU BC BL BP BX DR EP MB MW NB CS EN ED HX RX`)

// readNumber reads a bare number, decoded only where the column is known to be LFPSE's.
func readNumber(code string, in Scheme) Reading {
	trimmed := strings.TrimLeft(code, "0")
	if trimmed == "" {
		trimmed = "0"
	}
	if trimmed == "99" {
		r := fromCode("99")
		r.Why = "national default code 99: not known"
		if code != "99" {
			r.Warning = "written " + code + " for 99"
		}
		return r
	}
	if in == LFPSE {
		return readLFPSE(trimmed)
	}
	if code == "9" || strings.HasPrefix(code, "-") {
		return Reading{Code: "99", Status: NotKnown, Scheme: Pre2001, Why: code + " is an old or derived code for not given",
			Warning: code + " is not in the national list: write Z if the woman was asked, 99 if not"}
	}
	r := Reading{Status: Invalid, Why: "bare number " + code + ": " + numberSchemes(trimmed)}
	if letter := lfpseCode(trimmed); letter != "" {
		r.Suggest = letter
	}
	return r
}

// readLFPSE decodes a number of LFPSE's own list. 52 is "I don't know": the list has no way to record a refusal.
func readLFPSE(code string) Reading {
	if code == "52" {
		return Reading{Code: "99", Status: NotKnown, Scheme: LFPSE, Why: `LFPSE code 52: "I don't know"`}
	}
	letter := lfpseCode(code)
	if letter == "" {
		return Reading{Status: Invalid, Scheme: LFPSE, Why: code + " is not a code of the LFPSE list"}
	}
	r := fromCode(letter)
	r.Scheme = LFPSE
	r.Why = "LFPSE code " + code + " means " + letter + ": " + Label(letter)
	return r
}

// lfpseCode gives the national letter of an LFPSE number, or "". Beware its order: 41 is African and 42 Caribbean,
// where the national list has Caribbean (M) before African (N); 34 is Chinese although the national list has it under Other.
func lfpseCode(number string) string {
	letters := map[string]string{
		"11": "A", "12": "B", "13": "C", "21": "D", "22": "E", "23": "F", "24": "G", "31": "H", "32": "J", "33": "K",
		"34": "R", "35": "L", "41": "N", "42": "M", "43": "P", "51": "S",
	}
	return letters[number]
}

// numberSchemes names the lists that use a number, so that the reader knows whom to ask.
func numberSchemes(number string) string {
	var lists []string
	if lfpseCode(number) != "" || number == "52" {
		lists = append(lists, "LFPSE")
	}
	if len(number) == 1 {
		lists = append(lists, "the hospital codes used before 2001")
	}
	if n := len(number); n == 1 && number != "0" || n == 2 && (number[0] == '1' || number == "20" || number == "21") {
		lists = append(lists, "growth chart groups")
	}
	if number == "98" {
		lists = append(lists, "the Scottish list")
	}
	if len(lists) == 0 {
		return "no national code is a number but 99"
	}
	return "used by " + strings.Join(lists, " and ") + ", with different meanings; say what the column holds to decode it"
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) && !(i == 0 && s[i] == '-') {
			return false
		}
	}
	return s != ""
}
