package link

import (
	"iter"
	"strings"
)

// A ref is one reference read from a cell. The number is canonical within its
// system: 2026/4821, 2026-04821 and StEIS 2026/04821 are the same.
type ref struct {
	number uint64
	system Source
	baby   uint8
	marks  marks
}

// hashed marks numbers that are the hash of a text, apart from plain ones.
const hashed = 1 << 63

// ownRef reads a record's own reference. A form that is not known to the system is
// still a reference: it is compared as text.
func ownRef(text string, system Source, buf []ref) (ref, bool) {
	for _, r := range appendRefs(buf[:0], text, system) {
		if r.system == system {
			return r, true
		}
	}
	h := hashText(text)
	return ref{number: h, system: system}, h != 0
}

// ownParts are a record's own references.
func ownParts(own string) iter.Seq[string] { return strings.SplitSeq(own, ";") }

// appendRefs reads every reference in a cell. A word of the cell names the system
// (StEIS, Datix, W12345, MI-012345), otherwise the column does; a bare number in a
// column that names none is not read, since it could be of any system. Dates and
// numbers too short or too long to be references are passed over.
func appendRefs(dst []ref, text string, column Source) []ref {
	p := refParser{text: text, column: column, system: column, refs: dst}
	for p.at < len(text) {
		p.step()
	}
	return p.refs
}

type refParser struct {
	text   string
	at     int
	column Source
	system Source // named by a word of this part of the cell, else the column's
	named  bool
	// prefixed: letters stand before the number, as in INC-2026-001
	prefixed bool
	refs     []ref
}

func (p *refParser) step() {
	c := p.text[p.at]
	switch {
	case p.system == LFPSE && alphanumeric(c) && p.lfpse():
	case isDigit(c):
		p.number()
	case isLetter(c):
		p.word()
	default:
		if c == ';' || c == ',' || c == '|' || c == '\n' || c == '&' || c == '+' {
			p.system, p.named = p.column, false
		}
		p.at++
	}
}

// word reads a run of letters and lets it name the system.
func (p *refParser) word() {
	start := p.at
	for p.at < len(p.text) && isLetter(p.text[p.at]) {
		p.at++
	}
	word := p.text[start:p.at]
	if strings.EqualFold(word, "and") {
		p.system, p.named = p.column, false
		return
	}
	if s := systemOf(word, p.beforeNumber()); s != Unknown {
		p.system, p.named = s, true
	}
}

// beforeNumber reports whether a number follows at once or after one mark.
func (p *refParser) beforeNumber() bool {
	rest := p.text[p.at:]
	return rest != "" && isDigit(rest[0]) || len(rest) > 1 && (rest[0] == '-' || rest[0] == ' ' || rest[0] == '/') && isDigit(rest[1])
}

// systemOf knows the words that name a system. The short ones count only before a
// number, as in W12345.
func systemOf(word string, beforeNumber bool) Source {
	var lower [12]byte
	if len(word) > len(lower) {
		return Unknown
	}
	for i := range len(word) {
		lower[i] = word[i] | 0x20
	}
	folded := lower[:len(word)]
	switch string(folded) {
	case "steis", "sui":
		return StEIS
	case "datix", "datixweb", "dciq":
		return Datix
	case "lfpse", "psims":
		return LFPSE
	case "mnsi", "hsib":
		return MNSI
	case "pmrt", "mbrrace", "mbrraceuk":
		return PMRT
	}
	if !beforeNumber {
		return Unknown
	}
	switch string(folded) {
	case "si":
		return StEIS
	case "w", "web", "dx":
		return Datix
	case "mi":
		return MNSI
	}
	return Unknown
}

// lfpse takes the whole run up to the next space or list mark: these references may
// mix letters and digits. It reports false, and takes nothing, if the run has no
// digit or begins by naming another system.
func (p *refParser) lfpse() bool {
	end := p.at
	for end < len(p.text) && (alphanumeric(p.text[end]) || p.text[end] == '-' || p.text[end] == '/') {
		end++
	}
	run := p.text[p.at:end]
	if !strings.ContainsAny(run, "0123456789") {
		return false
	}
	letters := 0
	for isLetter(run[letters]) {
		letters++
	}
	s := systemOf(run[:letters], true)
	if s == LFPSE {
		run = run[letters:]
	} else if s != Unknown {
		return false
	}
	p.at = end
	if len(run) >= 4 && !dateText(run) {
		p.add(LFPSE, hashText(run), 0)
	}
	return true
}

// number reads runs of digits joined by a slash or hyphen as one number.
func (p *refParser) number() {
	var runs [4]string
	n := 0
	p.prefixed = p.at > 0 && (isLetter(p.text[p.at-1]) || p.text[p.at-1] == '-')
	for {
		start := p.at
		for p.at < len(p.text) && isDigit(p.text[p.at]) {
			p.at++
		}
		if n < len(runs) {
			runs[n] = p.text[start:p.at]
			n++
		}
		if !p.joined() {
			break
		}
	}
	p.interpret(runs[:n])
}

// joined passes over a slash or hyphen, spaces about it, before another digit.
func (p *refParser) joined() bool {
	i := p.at
	for i < len(p.text) && p.text[i] == ' ' {
		i++
	}
	if i >= len(p.text) || p.text[i] != '/' && p.text[i] != '-' && (p.text[i] != '.' || i > p.at || p.decimals()) {
		return false
	}
	for i++; i < len(p.text) && p.text[i] == ' '; {
		i++
	}
	if i >= len(p.text) || !isDigit(p.text[i]) {
		return false
	}
	p.at = i
	return true
}

// decimals passes over the .0 that a spreadsheet adds to a number.
func (p *refParser) decimals() bool {
	rest := p.text[p.at:]
	if !strings.HasPrefix(rest, ".0") || len(rest) > 2 && alphanumeric(rest[2]) {
		return false
	}
	p.at += 2
	return true
}

func (p *refParser) interpret(runs []string) {
	if dateLike(runs) {
		return
	}
	log, isLog := logNumber(runs)
	switch {
	case p.system == StEIS || p.system == Unknown:
		if isLog {
			p.add(StEIS, log, 0)
		} else if p.system == Unknown && len(runs) == 2 && len(runs[0]) >= 4 && len(runs[1]) == 1 {
			p.add(PMRT, value(runs[0]), uint8(value(runs[1])))
		} else if all, ok := unbroken(runs); ok && p.system == StEIS {
			p.add(StEIS, all, 0)
		}
		return
	case p.system == PMRT && len(runs) == 2 && len(runs[1]) <= 2 && value(runs[1]) < 10:
		p.add(PMRT, value(runs[0]), uint8(value(runs[1])))
	case len(runs) == 1:
		p.single(runs[0])
	default:
		p.add(p.system, hashText(strings.Join(runs, "/")), 0)
	}
	if isLog && !p.named && !p.prefixed && len(runs[1]) > 2 {
		p.add(StEIS, log, 0) // a log number typed into another system's column
		p.either()
	}
}

// single adds a plain number. In a text with other words a short number is no reference;
// by itself or in a list of such it is.
func (p *refParser) single(run string) {
	trimmed := strings.TrimLeft(run, "0")
	if trimmed == "" || len(trimmed) > 9 || len(run) < 3 && len(p.text) > len(run)+4 && !listed(p.text) {
		return
	}
	if p.system == PMRT {
		p.add(PMRT, value(run), p.baby())
		return
	}
	p.add(p.system, value(run), 0)
}

func (p *refParser) add(s Source, number uint64, baby uint8) {
	if number != 0 {
		p.refs = append(p.refs, ref{number: number, system: s, baby: baby})
	}
}

// either marks the last two references as a pair of readings of the same digits.
func (p *refParser) either() {
	local, log := &p.refs[len(p.refs)-2], &p.refs[len(p.refs)-1]
	m := either | p.pairOf(*log).mark()
	local.marks, log.marks = m, m
}

// pairOf numbers the pairs of a record; digits that were read before keep theirs, so
// that naming them again is no other reference.
func (p *refParser) pairOf(log ref) pairing {
	next := pairing(0)
	for _, r := range p.refs[:len(p.refs)-2] {
		if r.marks&either == 0 || r.system != StEIS {
			continue
		}
		if r.number == log.number {
			return r.marks.pair()
		}
		next++
	}
	return min(next, mostPairs)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func alphanumeric(c byte) bool { return isDigit(c) || isLetter(c) }
