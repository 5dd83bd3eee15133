package masking

import "strings"

// spokenDate reads a date whose day is a word, back and on from the month at token m: the ninth of July 1986,
// the twenty-first day of May, nineteen ninety. It returns m where there is none.
func (p *page) spokenDate(m int) (start, end, year int) {
	d := m - 1
	if d > 0 && p.toks[d].hash == hashWord("of") {
		d--
	}
	if d > 0 && p.toks[d].hash == hashWord("day") {
		d--
	}
	if !p.free(d) || p.toks[m].gap > gapComma || !p.ordinal(d) {
		return m, m, 0
	}
	if p.free(d-1) && (p.toks[d-1].hash == hashWord("twenty") || p.toks[d-1].hash == hashWord("thirty")) {
		d--
	}
	if p.free(d-1) && p.toks[d-1].hash == hashWord("the") {
		d--
	}
	end, year = p.yearAt(m + 1)
	return d, end, year
}

// ordinal reports first to thirty-first in words.
func (p *page) ordinal(i int) bool {
	w := strings.ToLower(p.word(i))
	for _, tens := range [...]string{"twenty-", "thirty-"} {
		w = strings.TrimPrefix(w, tens)
	}
	switch w {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
		"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth":
		return true
	}
	return false
}

// yearAt reads the year from token i, in figures or words, and returns the token after it; without one i and 0.
func (p *page) yearAt(i int) (end, year int) {
	if !p.free(i) || p.toks[i].gap > gapComma && !p.shortMonth(i) {
		return i, 0
	}
	if y, ok := p.value(i); ok {
		if size := p.toks[i].end - p.toks[i].start; y > 1900 && y < 2100 || size == 2 && !p.sentenceGoes(i) {
			return i + 1, fullYear(y, size)
		}
		return i, 0
	}
	return p.spokenYear(i)
}

// shortMonth reports that the full stop before token i only shortens the month: 14 Feb. 1996.
func (p *page) shortMonth(i int) bool {
	if i == 0 || p.toks[i].gap != gapStop || !p.toks[i-1].has(month) || p.mark(i-1) != '.' {
		return false
	}
	return p.toks[i-1].end-p.toks[i-1].start <= 4 && p.toks[i].start-p.toks[i-1].end == 2 && p.toks[i].shape >= number
}

// sentenceGoes reports that the figures at i begin a sentence after a shortened month: due 1 Sept. 40 beds are open.
func (p *page) sentenceGoes(i int) bool {
	return p.toks[i].gap == gapStop && i+1 < len(p.toks) && p.toks[i+1].gap == gapSpace
}

// spokenYear reads nineteen ninety-four, nineteen hundred and ninety and two thousand and one.
func (p *page) spokenYear(i int) (end, year int) {
	century := 0
	switch p.toks[i].hash {
	case hashWord("nineteen"):
		century = 1900
	case hashWord("twenty"):
		century = 2000
	case hashWord("two"):
		if i+1 < len(p.toks) && p.toks[i+1].hash == hashWord("thousand") {
			century = 2000
			i++
		}
	}
	if century == 0 {
		return i, 0
	}
	end, n := i+1, 0
	for end < i+6 && p.free(end) && p.toks[end].gap <= gapDash {
		v := spokenNumber(p.word(end))
		joint := p.toks[end].hash == hashWord("and") || p.toks[end].hash == hashWord("hundred")
		if v == 0 && (!joint || end+1 >= len(p.toks) || spokenNumber(p.word(end+1)) == 0 && p.toks[end+1].hash != hashWord("and")) {
			break
		}
		n += v
		end++
	}
	return end, century + n
}

// spokenNumber reads one to ninety-nine, 0 for any other word.
func spokenNumber(w string) int {
	tens, ones, _ := strings.Cut(strings.ToLower(w), "-")
	n := 0
	for i, t := range [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		if tens == t {
			n = 10 * (i + 2)
		}
	}
	if n > 0 && ones == "" {
		return n
	}
	if n == 0 {
		ones = tens
	}
	for i, o := range [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		if ones == o {
			return n + i + 1
		}
	}
	return 0
}

// romanMonth reads I to XII, the month of 25/XII/1994.
func romanMonth(w string) int {
	for i, r := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if w == r {
			return i + 1
		}
	}
	return 0
}
