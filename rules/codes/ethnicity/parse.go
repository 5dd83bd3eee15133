package ethnicity

import (
	"strings"
	"unicode"

	"siequity/rules/codes/wording"
)

// joint is what stands between a word and the one before it.
type joint byte

// The joints, weakest first: where several stand together the strongest counts.
const (
	space   joint = iota
	comma         // ","
	bracket       // "("
	slash         // "/", "\\"
	and           // "and", "&", "+"
	or            // "or"
	plus          // "inc", "including", "excluding"
	dash          // "-", "–", ":"
	cut           // ";", "|"
)

// token is a word of a label after spelling out, with the joint before it.
type token struct {
	word string
	joint
}

// parsed is a label taken apart.
type parsed struct {
	tokens     []token
	term       bool     // a coded term that names its classification
	coded      bool     // a coded term of a classification ("... - ethnic category 2001 census", "Race: ...")
	later      bool     // coded by a classification of 2011 or later, which has home nations in one category
	asGroup    bool     // closes with "ethnic group"
	plural     bool     // "groups": the heading of a list
	respelt    []string // what was read as what
	unknown    []string // words outside the vocabulary
	nationwide bool     // a marker of nationality
	total      bool     // the total line of a table
	counted    bool     // the total of what else is named
	eitherW    bool     // "W African": white or west
	father     bool     // speaks of the father too
	pooled     bool     // a word of tables that pool categories
	cutShort   bool     // the last word is cut off, and could be more than one
	fillers    []string // words that say nothing of which category
}

// parse takes a label apart.
func parse(label string) parsed {
	p := parsed{}
	text := slashed.ReplaceAllString(withoutOrdinal(label), "background")
	text, classification := withoutClassification(text)
	if classification != "" {
		p.coded, p.term = true, true
		p.later = !strings.Contains(classification, "2001") && !strings.Contains(classification, "1991")
	}
	if codedMark.MatchString(text) {
		p.coded = true
	}
	text = withoutExclusion(withoutOrdinal(tableMark.ReplaceAllString(text, "")))
	words := p.spell(mend(initialsOut(p.mendCut(text, unglue(lex(text))))))
	p.eitherW = westOrWhite(words)
	p.sort(express(words))
	p.tokens = regionAsHeading(setOff(p.tokens))
	p.coded = p.coded || p.asGroup
	return p
}

// lex cuts text into folded words and their joints.
func lex(text string) []token {
	var out []token
	j := space
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		for _, w := range wording.Words(text[start:end]) {
			if k, ok := conjunctions[w]; ok {
				j = max(j, k)
				continue
			}
			out = append(out, token{w, j})
			j = space
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '\'' || r == '’' {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		if tight := (r == '-' || r == '_') && i > 0 && i+1 < len(text) && text[i-1] != ' ' && text[i+1] != ' '; !tight {
			j = max(j, jointOf(r))
		}
	}
	flush(len(text))
	return out
}

var conjunctions = map[string]joint{
	"and": and, "or": or, "inc": plus, "incl": plus, "including": plus, "includes": plus, "plus": plus,
	"exc": plus, "excl": plus, "excluding": plus, "than": plus,
}

func jointOf(r rune) joint {
	switch r {
	case ',':
		return comma
	case '/', '\\':
		return slash
	case '&', '+':
		return and
	case '(', '[':
		return bracket
	case '-', '–', '—', ':', '_':
		return dash
	case ';', '|':
		return cut
	}
	return space
}

// spell writes every word in the form that the vocabulary knows. A word of five letters or more that is one slip away
// from exactly one word of the vocabulary is read as that word, and said to be.
func (p *parsed) spell(tokens []token) []token {
	beside := headingsAmong(tokens)
	for i, t := range tokens {
		known, respelt := spellWord(t.word)
		for _, near := range []string{nearestHeading(known), nearestShort(known), nearestNation(known, beside)} {
			if near != "" && (len(tokens) > 1 || headings[near] != "" || near == "other") {
				known, respelt = near, true
			}
		}
		if respelt {
			p.respelt = append(p.respelt, quote(t.word)+" read as "+quote(known))
		}
		tokens[i].word = known
	}
	return tokens
}

func spellWord(w string) (known string, respelt bool) {
	if full, ok := spellings[w]; ok {
		return full, false
	}
	if inVocabulary(w) {
		return w, false
	}
	if singular := strings.TrimSuffix(w, "s"); singular != w {
		if full, ok := spellings[singular]; ok {
			return full, false
		}
		if inVocabulary(singular) {
			return singular, false
		}
	}
	if near := nearest(w); near != "" {
		return near, true
	}
	if whole := completed(w); whole != "" {
		return whole, false
	}
	return w, false
}

// express joins words that mean one thing: "northern irish", "sri lankan". Conjunctions inside do not matter.
func express(tokens []token) []token {
	out := tokens[:0:0]
	for i := 0; i < len(tokens); {
		word, n := expressionAt(tokens[i:])
		out = append(out, token{word, tokens[i].joint})
		i += n
	}
	return out
}

const longestExpression = 8

func expressionAt(tokens []token) (string, int) {
	for n := min(len(tokens), longestExpression); n > 1; n-- {
		words := make([]string, n)
		for i := range words {
			words[i] = tokens[i].word
			if i > 0 && (tokens[i].joint >= dash && n > 2 || n == 2 && (either(tokens[i].joint) || tokens[i].joint == slash || tokens[i].joint == and)) {
				words[i] = "\x00"
			}
		}
		if whole, ok := expressions[strings.Join(words, " ")]; ok {
			return whole, n
		}
	}
	return tokens[0].word, 1
}

// sort keeps the words that matter and notes the rest.
func (p *parsed) sort(tokens []token) {
	p.asGroup = endsInGroup(tokens)
	carried := space
	for _, t := range tokens {
		t.joint = max(t.joint, carried)
		carried = space
		switch {
		case t.word == "groups":
			p.plural = true
			carried = t.joint
		case t.word == "everyone", (t.word == "all" || t.word == "total") && ofEveryone(tokens):
			p.total = true
		case t.word == "total":
			p.counted = true
			carried = t.joint
		case aggregates[t.word]:
			p.pooled = true
		case markers[t.word]:
			p.nationwide = true
		case fathers[t.word]:
			p.father = true
		case fillers[t.word]:
			p.fillers = append(p.fillers, t.word)
			carried = t.joint
		default:
			if !grammatical(t.word) {
				p.unknown = append(p.unknown, t.word)
			}
			p.tokens = append(p.tokens, t)
		}
	}
}

// ofEveryone tells whether "all" or "total" counts everyone: no people or heading stands beside it ("All women", "All
// England").
func ofEveryone(tokens []token) bool {
	for _, t := range tokens {
		if t.word != "all" && t.word != "total" && !fillers[t.word] && !homeNations[t.word] {
			return false
		}
	}
	return true
}

// grammatical tells whether the grammar has a use for a word.
func grammatical(w string) bool {
	_, isPeople := peoples[w]
	_, isHeading := headings[w]
	return isPeople || isHeading || homeNations[w] || particles[w]
}

// particles are the other words that change a reading.
var particles = wordSet(`other british unspecified nonbritish non`)

// inVocabulary tells whether a word needs no correction.
func inVocabulary(w string) bool {
	return grammatical(w) || fathers[w] || fillers[w] || aggregates[w] || markers[w] || w == "groups" || w == "everyone" || w == "total" || partOfExpression[w]
}

// says tells whether the label holds one of the fillers given.
func (p *parsed) says(words map[string]bool) bool {
	for _, w := range p.fillers {
		if words[w] {
			return true
		}
	}
	return false
}

// endsInGroup tells whether the label closes with "ethnic group": "Turkish ethnic group" is a term of a classification.
func endsInGroup(tokens []token) bool {
	n := len(tokens)
	if n > 0 && tokens[n-1].word == "nos" {
		n--
	}
	return n > 1 && tokens[n-2].word == "ethnic" && (tokens[n-1].word == "group" || tokens[n-1].word == "groups")
}

// mend joins a word that a space has broken in two: "Bangladesh i". Both halves must not be words of the vocabulary.
func mend(tokens []token) []token {
	for i := 1; i < len(tokens); i++ {
		whole := tokens[i-1].word + tokens[i].word
		if tokens[i].joint != space || len(tokens[i].word) > 2 && inVocabulary(tokens[i].word) && inVocabulary(tokens[i-1].word) {
			continue
		}
		if p, ok := peoples[whole]; ok && p.alone == category || headings[whole] != "" || whole == "british" || whole == "background" {
			tokens[i-1].word = whole
			return mend(append(tokens[:i:i], tokens[i+1:]...))
		}
	}
	return tokens
}
