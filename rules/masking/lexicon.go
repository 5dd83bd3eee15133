package masking

import (
	"embed"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed lexicon/english.txt lexicon/kept.txt lexicon/towns.txt lexicon/given.txt lexicon/surnames.txt lexicon/cues.txt
var lists embed.FS

// A class is a set of word classes; one word may be in several.
type class uint64

const (
	english     class = 1 << iota // in the dictionary of English words, by its base form
	kept                          // clinical, institutional, a place, a people, a language: never a name by itself
	given                         // a forename
	surname                       // a surname
	nameFirst                     // a name before it is a word
	title                         // Mr, Mrs, Dr
	jobTitle                      // Sister, Midwife: a job also written as a title
	role                          // mum, husband, owner: a bare name may follow
	report                        // by, informed: a bare name may follow
	personVerb                    // said, attended: only people do it
	institution                   // hospital, unit: the capitals before it name no person
	eponymHead                    // syndrome, score: the same for eponyms
	street                        // road, lane
	dwelling                      // flat, house
	addressCue                    // lives, address
	particle                      // de, bin
	function                      // the, and
	month
	birthCue
	nhsCue
	hospitalCue
	numberWord
	phoneCue
	extension
	registrationCue
	referenceCue
	act         // left, refused: people do it, and things hardly ever
	state       // told, tearful: what is said of people after was
	motion      // went, transferred: to and of then bring a place
	message     // letter, call: from then brings a person
	tongue      // speaks, faith: a capital beside it is a language or a faith
	town        // a place that is also borne as a surname
	staff       // odp, porter: a role of staff, of whom a colour tells no ethnicity
	filed       // held, filed: between notes and their number
	crew        // staff, shift: the capital before them tells which
	byword      // a name that is also a part of an instrument's, a ruling's or a plant's
	department  // maternity: numbers women itself
	villageHead // over, nether: begins the name of a village
	nobody      // unknown: names no one after a title
	homely      // cottage, bungalow: the last word of a house's name
	houses      // paddocks, limes: after a number and The the name of several houses
)

// classNames are the names that cues.txt uses.
func classNames() map[string]class {
	return map[string]class{
		"title": title, "job_title": jobTitle, "role": role, "report": report, "person_verb": personVerb,
		"institution": institution, "eponym_head": eponymHead, "street": street, "dwelling": dwelling,
		"address_cue": addressCue, "particle": particle, "function": function, "month": month,
		"birth_cue": birthCue, "nhs_cue": nhsCue, "hospital_cue": hospitalCue, "number_word": numberWord,
		"phone_cue": phoneCue, "extension": extension, "registration_cue": registrationCue,
		"reference_cue": referenceCue, "caption": 0,
		"act": act, "state": state, "motion": motion, "message": message, "tongue": tongue, "homely": homely,
		"staff": staff, "filed": filed, "crew": crew, "byword": byword, "nobody": nobody, "houses": houses, "department": department, "village_head": villageHead,
	}
}

// A lexicon maps the hash of a folded word to its classes: one table, one probe a word.
// A map of strings would need the word folded into a new string first; the scanner has the hash for nothing.
type lexicon struct {
	keys    []uint64
	classes []class
	used    int
}

const (
	hashStart = 14695981039346656037 // FNV-1a
	hashPrime = 1099511628211
)

func mix(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

// hashWord hashes a word as the scanner does: lower case, accents off, apostrophes dropped.
func hashWord(word string) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(word); {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(word[i:])
			if r != '’' {
				h = mixRune(h, r)
			}
			i += n
			continue
		case c >= 'A' && c <= 'Z':
			h = mix(h, c|0x20)
		case c != '\'':
			h = mix(h, c)
		}
		i++
	}
	return h
}

// mixRune hashes a letter beyond ASCII by its base letter: ś as s, ț as t, ł as l.
func mixRune(h uint64, r rune) uint64 {
	for _, c := range []byte(baseLetters(r)) {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = mix(h, c)
	}
	return h
}

func baseLetters(r rune) string {
	switch r {
	case 'ł', 'Ł':
		return "l"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ı':
		return "i"
	}
	s := string(r)
	if d := norm.NFD.PropertiesString(s).Decomposition(); len(d) > 0 && d[0] < utf8.RuneSelf {
		return string(d[0])
	}
	return s
}

func newLexicon(opts Options) *lexicon {
	l := &lexicon{keys: make([]uint64, 1<<17), classes: make([]class, 1<<17)}
	l.addList("english.txt", english)
	l.addList("kept.txt", kept)
	l.addList("towns.txt", kept|town)
	l.addList("given.txt", given)
	l.addList("surnames.txt", surname)
	l.addCues()
	for _, w := range opts.Keep {
		l.add(w, kept)
	}
	for _, w := range opts.Names {
		l.add(w, given|surname|nameFirst)
	}
	return l
}

// embedded returns a list's lines that are no comment. The lists are part of the program: one that is missing is a
// fault of the build, which the tests show, so an unread list is an empty one here.
func embedded(name string) []string {
	b, err := lists.ReadFile("lexicon/" + name)
	if err != nil {
		return nil
	}
	var lines []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func (l *lexicon) addList(name string, c class) {
	for _, line := range embedded(name) {
		for word := range strings.FieldsSeq(line) {
			if w, first := strings.CutSuffix(word, "!"); first {
				l.add(w, c|nameFirst)
			} else {
				l.add(word, c)
			}
		}
	}
}

func (l *lexicon) addCues() {
	names := classNames()
	for _, line := range embedded("cues.txt") {
		name, words, _ := strings.Cut(line, ":")
		for word := range strings.FieldsSeq(words) {
			l.add(word, names[name])
		}
	}
}

func (l *lexicon) add(word string, c class) {
	if l.used*2 >= len(l.keys) {
		l.grow()
	}
	i := l.slot(hashWord(word))
	if l.keys[i] == 0 {
		l.used++
		l.keys[i] = hashWord(word)
	}
	l.classes[i] |= c
}

func (l *lexicon) grow() {
	old := *l
	l.keys, l.classes = make([]uint64, 2*len(old.keys)), make([]class, 2*len(old.keys))
	for i, k := range old.keys {
		if k != 0 {
			j := l.slot(k)
			l.keys[j], l.classes[j] = k, old.classes[i]
		}
	}
}

func (l *lexicon) slot(h uint64) int {
	m := uint64(len(l.keys) - 1)
	i := (h ^ h>>29) & m
	for l.keys[i] != 0 && l.keys[i] != h {
		i = (i + 1) & m
	}
	return int(i)
}

// of returns the classes of the word with this hash, 0 for an unknown word.
func (l *lexicon) of(h uint64) class { return l.classes[l.slot(h)] }

// inflected reports whether word is a regular inflection of a dictionary word. The list holds base forms only,
// which keeps it to a third; only words that might be names are ever asked about.
func (l *lexicon) inflected(word string) bool {
	if len(word) < 4 || len(word) > 40 {
		return false
	}
	for _, e := range endings() {
		n := len(word) - len(e.suffix)
		if n < 3 || !strings.EqualFold(word[n:], e.suffix) {
			continue
		}
		stem := hashWord(word[:n])
		for _, tail := range e.tails {
			h := stem
			for i := range len(tail) {
				h = mix(h, tail[i])
			}
			if l.of(h)&(english|kept) != 0 {
				return true
			}
		}
		if e.doubles && word[n-1]|0x20 == word[n-2]|0x20 && l.of(hashWord(word[:n-1]))&english != 0 {
			return true
		}
	}
	return false
}

// An ending of an inflected word, and what the base form has in its place.
type ending struct {
	suffix  string
	tails   [2]string
	doubles bool // planned, planning: the consonant before the ending is doubled
}

func endings() [8]ending {
	return [8]ending{
		{"ies", [2]string{"y", "ie"}, false}, {"es", [2]string{"", "e"}, false}, {"s", [2]string{"", ""}, false},
		{"ied", [2]string{"y", "ie"}, false}, {"ed", [2]string{"", "e"}, true}, {"ing", [2]string{"", "e"}, true},
		{"ly", [2]string{"", "le"}, false}, {"ness", [2]string{"", ""}, false},
	}
}
