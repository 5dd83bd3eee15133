package codes

import (
	"strings"
	"unicode"

	"siequity/rules/codes/wording"
)

// PostcodeStatus says what a postcode cell holds.
type PostcodeStatus string

// The statuses. Having no fixed abode is a fact about a woman, never a missing value.
const (
	PostcodeOK              PostcodeStatus = "ok"                // the shape of a full postcode
	PostcodePartial         PostcodeStatus = "partial"           // a district or sector only
	PostcodeNoFixedAbode    PostcodeStatus = "no_fixed_abode"    // pseudo postcode ZZ99 3VZ, or in words
	PostcodeAddressNotKnown PostcodeStatus = "address_not_known" // ZZ99 3WZ, ZZ99 3CZ, or in words
	PostcodeOverseas        PostcodeStatus = "overseas"          // other ZZ99 codes, forces addresses
	PostcodeOtherNation     PostcodeStatus = "other_nation"      // ZZ99 codes for Wales, Scotland and Northern Ireland
	PostcodeInvalid         PostcodeStatus = "invalid"
	PostcodeMissing         PostcodeStatus = "missing"
)

// PostcodeReading is what a postcode cell holds. It carries personal data: callers use it to look an area up and drop it.
type PostcodeReading struct {
	Status  PostcodeStatus
	Normal  string   // upper case without space; "" unless ok or partial
	Repairs []string // other full postcodes it may stand for (letter O for nought, I or L for one); use one only if
	// the form as written is in no directory and exactly one of these is, and say so
	Why     string
	Warning string
}

// Postcode cleans a postcode. Spaces of every kind, hyphens and full stops are dropped and letters made upper case;
// the inward part is always the last three characters.
func Postcode(raw string) PostcodeReading {
	if wording.Blank(raw) {
		return PostcodeReading{Status: PostcodeMissing, Why: "the cell is blank"}
	}
	s, ok := squeeze(raw)
	if !ok {
		return PostcodeReading{Status: PostcodeInvalid, Why: "holds a character that no postcode has"}
	}
	if r, ok := postcodeWords(raw); ok {
		return r
	}
	if r, ok := pseudoPostcode(s); ok {
		return r
	}
	return readPostcode(s)
}

// readPostcode reads a squeezed text that is neither words nor a pseudo postcode.
func readPostcode(s string) PostcodeReading {
	repairs := postcodeRepairs(s)
	switch {
	case fullShape(s):
		r := PostcodeReading{Status: PostcodeOK, Normal: s, Repairs: repairs, Why: "the shape of a full postcode"}
		if !inwardLetters(s[len(s)-2:]) {
			r.Warning = "the last two letters are never used together in a real postcode: check the spelling"
		}
		return r
	case len(repairs) > 0:
		return PostcodeReading{Status: PostcodeInvalid, Repairs: repairs, Why: "not the shape of a postcode, but one letter or digit may be mistyped"}
	case partialShape(s):
		return PostcodeReading{Status: PostcodePartial, Normal: s, Why: "a postcode district or sector, not a full postcode"}
	}
	return PostcodeReading{Status: PostcodeInvalid, Why: "not the shape of a postcode"}
}

// squeeze drops spaces and light punctuation and makes ASCII letters upper case. ok is false when another letter is
// present: upper-casing it first could turn a dotless i into an I.
func squeeze(raw string) (string, bool) {
	var b strings.Builder
	b.Grow(len(raw))
	for _, r := range raw {
		switch {
		case r >= 'a' && r <= 'z':
			b.WriteByte(byte(r) - 'a' + 'A')
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case r > unicode.MaxASCII && unicode.IsLetter(r):
			return "", false
		}
	}
	return b.String(), true
}

// postcodeWords reads what people write instead of a postcode.
func postcodeWords(raw string) (PostcodeReading, bool) {
	if strings.ContainsAny(raw, "0123456789") {
		return PostcodeReading{}, false // no such words hold a digit
	}
	words := wording.Fold(raw)
	status, ok := postcodePhrases[words]
	if !ok && words != "" {
		return PostcodeReading{}, false
	}
	if !ok {
		return PostcodeReading{Status: PostcodeMissing, Why: "punctuation only: nothing was recorded"}, true
	}
	return PostcodeReading{Status: status, Why: "said in words"}, true
}

var postcodePhrases = phraseTable([]phrasesFor[PostcodeStatus]{
	{PostcodeNoFixedAbode, `nfa|no fixed abode|no fixed address|homeless|no fixed residence|no abode|rough sleeper|of no fixed abode|sofa surfing`},
	{PostcodeAddressNotKnown, `address not known|address unknown|not known|unknown|no address|postcode not known|postcode unknown|withheld|confidential|protected|address withheld`},
	{PostcodeOverseas, `overseas|abroad|overseas visitor|not uk resident|non uk|foreign|outside uk|bfpo`},
	{PostcodeOtherNation, `wales|scotland|northern ireland`},
	{PostcodeMissing, `n a|na|null|none|nan|not recorded|missing|not applicable|tbc|nil|ref|not stated|not available|not given|value|x`},
})

// pseudoPostcode reads the ZZ99 codes of the NHS Postcode Directory and the codes used beside them.
func pseudoPostcode(s string) (PostcodeReading, bool) {
	inward, zz := strings.CutPrefix(s, "ZZ99")
	if !zz {
		inward, zz = strings.CutPrefix(s, "Z99") // a published table has this misprint
	}
	if !zz || len(inward) != 3 {
		if s == "NF11AB" {
			return PostcodeReading{Status: PostcodeNoFixedAbode, Why: "NF1 1AB is a local code for no fixed abode"}, true
		}
		if strings.HasPrefix(s, "BF1") && fullShape(s) || strings.HasPrefix(s, "BFPO") {
			return PostcodeReading{Status: PostcodeOverseas, Why: "a forces address"}, true
		}
		return PostcodeReading{}, false
	}
	known := map[string]PostcodeStatus{
		"3VZ": PostcodeNoFixedAbode, "3WZ": PostcodeAddressNotKnown, "3CZ": PostcodeAddressNotKnown,
		"3GZ": PostcodeOtherNation, "1WZ": PostcodeOtherNation, "2WZ": PostcodeOtherNation,
	}
	status, ok := known[inward]
	if !ok {
		status = PostcodeOverseas
	}
	return PostcodeReading{Status: status, Why: "pseudo postcode ZZ99 " + inward}, true
}

// fullShape tells whether s, without space, has the shape of a full postcode.
func fullShape(s string) bool {
	if s == "GIR0AA" {
		return true
	}
	n := len(s)
	if n < 5 || n > 7 || !isDigit(s[n-3]) || !isUpper(s[n-2]) || !isUpper(s[n-1]) {
		return false
	}
	return districtShape(s[:n-3])
}

// districtShape tells whether s is a postcode district: A9, A99, A9A, AA9, AA99, AA9A.
func districtShape(s string) bool {
	i := 0
	for i < len(s) && isUpper(s[i]) {
		i++
	}
	if i < 1 || i > 2 || i == len(s) || !isDigit(s[i]) {
		return false
	}
	rest := s[i+1:]
	return rest == "" || len(rest) == 1 && (isDigit(rest[0]) || isUpper(rest[0]))
}

// partialShape tells whether s is a district, or a district with the digit of a sector.
func partialShape(s string) bool {
	n := len(s)
	return districtShape(s) || n > 2 && isDigit(s[n-1]) && districtShape(s[:n-1])
}

// inwardLetters tells whether the last two letters are among those in use: C, I, K, M, O and V never are.
func inwardLetters(two string) bool { return !strings.ContainsAny(two, "CIKMOV") }

// postcodeRepairs lists the full postcodes that s may stand for when letters and digits were mixed up: O for 0 and I or
// L for 1 where a digit must be, 0 for O and 1 for I among the area letters. Nothing is tried on the last two letters:
// O and I are not in use there, so a nought can only be another letter.
func postcodeRepairs(s string) []string {
	n := len(s)
	if n < 5 || n > 7 || s == "GIR0AA" {
		return nil
	}
	var out []string
	swaps := []int{}
	for i := 0; i < n-2; i++ {
		if swap(s[i]) != 0 && (isUpper(s[i]) || i < 2) {
			swaps = append(swaps, i)
		}
	}
	for mask := 1; mask < 1<<len(swaps); mask++ {
		b := []byte(s)
		for k, i := range swaps {
			if mask&(1<<k) != 0 {
				b[i] = swap(b[i])
			}
		}
		if t := string(b); fullShape(t) && inwardLetters(t[n-2:]) && plausibleDistrict(t[:n-3]) {
			out = append(out, t)
		}
	}
	return out
}

// plausibleDistrict tells whether the district number has no leading nought, which none has but a lone one (BL0).
func plausibleDistrict(d string) bool {
	i := strings.IndexAny(d, "0123456789")
	return d[i] != '0' || i == len(d)-1
}

func swap(c byte) byte {
	switch c {
	case 'O':
		return '0'
	case '0':
		return 'O'
	case 'I', 'L':
		return '1'
	case '1':
		return 'I'
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
