package register

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// pseudonym gives an attendee's code. What looks like a name is reported without
// being repeated, and something else stands for it from here on, the same for
// the same name, so that meetings can still be counted and nobody is named.
func (l *line) pseudonym(name string) string {
	at, s := l.cell(name)
	if !looksLikeName(s) {
		return s
	}
	l.fault(at, "name", "", "the attendee looks like a person's name; it is not used or shown", "give each attendee a code such as P01 and keep the list of codes elsewhere")
	key := strings.ToLower(strings.Join(strings.Fields(s), " "))
	if l.r.withheld == nil {
		l.r.withheld = map[string]string{}
	}
	if _, ok := l.r.withheld[key]; !ok {
		l.r.withheld[key] = fmt.Sprintf("withheld-%d", len(l.r.withheld)+1)
	}
	return l.r.withheld[key]
}

// titles of people; one of them with any other word is a name.
var titles = []string{"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "lord", "rev", "revd", "sr", "sister", "matron", "midwife"}

// roleWords are capitalised words of roles, so that "External Member" is none.
var roleWords = []string{"chair", "vice", "deputy", "external", "internal", "panel", "member", "lead", "head", "director", "consultant", "senior", "junior", "community", "neonatal", "maternity",
	"clinical", "governance", "risk", "safety", "champion", "quality", "patient", "bereavement", "team", "obstetrician", "midwife", "neonatologist", "nurse", "anaesthetist", "sonographer",
	"radiographer", "service", "user", "representative", "rep", "manager", "management", "administrator", "admin", "equality", "diversity", "cultural", "adviser", "advisor", "interpreter",
	"advocate", "attendee", "staff", "person", "code", "trust", "and", "of", "the", "mvp", "parent", "family", "public", "lay", "specialist", "registrar", "trainee", "matron", "practitioner", "other", "not", "known", "unknown", "disclosed"}

// looksLikeName reports a value of two capitalised words, an e-mail address, or a
// title before a word. Digits make a code: "Panel Member 3" is one.
func looksLikeName(s string) bool {
	if strings.Contains(s, "@") && strings.Contains(s, ".") {
		return true
	}
	if strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	list := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/()", r) })
	capitals, roles := 0, 0
	for _, w := range list {
		plain := strings.ToLower(strings.Trim(w, ".:-"))
		switch {
		case slices.Contains(roleWords, plain):
			roles++
		case capitalised(w):
			capitals++
		}
	}
	titled := len(list) > 1 && slices.Contains(titles, strings.ToLower(strings.Trim(list[0], ".")))
	return capitals >= 2 || titled && capitals >= 1 || titled && roles < len(list)-1 && len(list) == 2
}

// capitalised reports a word of at least two letters that begins with a capital,
// or a single initial such as "J." or "J".
func capitalised(w string) bool {
	for i, r := range w {
		if i == 0 && !unicode.IsUpper(r) {
			return false
		}
		if !unicode.IsLetter(r) && !strings.ContainsRune("-'’.", r) {
			return false
		}
	}
	return w != ""
}
