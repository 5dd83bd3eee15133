package masking

// addresses masks house and street, with the town that follows.
func (p *page) addresses() {
	for _, i := range p.homes {
		if p.toks[i].taken {
			if i > 0 {
				p.addressBefore(i)
			}
			continue
		}
		if start, end := p.homeAt(i); end > start {
			p.add(start, p.town(end), Address)
			continue
		}
		if start, end := p.streetAt(i); end > start {
			p.add(p.numbered(p.houseName(start)), p.town(end), Address)
			continue
		}
		for k := i + 1; k <= i+2 && p.toks[i].has(addressCue) && p.free(k); k++ {
			if end := p.cuedAddress(k); end > k {
				p.add(k, end, Address)
			}
		}
	}
}

// streetAt reads a house number and a street from token i: 2a Cinder Bank, Flat 3, 12 Mill Road, flat 3 Cinder House.
func (p *page) streetAt(i int) (start, end int) {
	j, flat := i, false
	if i > 0 && p.toks[i].gap == gapSpace && isBerth(p.toks[i-1].hash) && p.toks[i-1].hash != hashWord("room") {
		return i, i // cot 11, window side
	}
	if p.toks[i].has(dwelling) && p.free(i+1) && p.toks[i+1].gap == gapSpace && p.houseNumber(i+1) {
		j, flat = i+2, true
	}
	if p.free(j) && p.houseNumber(j) && (j == i || p.toks[j].gap <= gapComma) {
		if k := p.theHouses(j); k > j {
			return i, k
		}
		j++
		if p.free(j) && (p.toks[j].gap == gapSlash || p.toks[j].gap == gapDash) && p.houseNumber(j) {
			j++ // 9/3 Balgreen Wynd, 12-14 Mill Lane
		}
	} else if !flat {
		return i, i
	}
	if k := p.streetName(j, flat); k > j {
		return i, k
	}
	return i, i
}

// houseNumber reads 12, 2a and 12-14.
func (p *page) houseNumber(i int) bool {
	if i > 0 && p.toks[i].gap == gapDash && p.toks[i-1].shape == number && p.toks[i-1].end-p.toks[i-1].start >= 3 {
		return false // the end of 999-183-5601
	}
	w := p.word(i)
	letters, digits, _ := split(w)
	if digits == 4 && letters == 0 && (w[:2] == "19" || w[:2] == "20") {
		return false // a year
	}
	return digits >= 1 && digits <= 4 && letters <= 1 && w[0] >= '0' && w[0] <= '9'
}

// streetName reads up to four words that end in a street word, and returns the token after it, or j.
// In lower case the name must be no English word, so that "2 in the way" is no address.
func (p *page) streetName(j int, flat bool) int {
	for k := j; k < j+5 && p.free(k); k++ {
		t := p.toks[k]
		if t.gap > gapComma || k > j && t.gap > gapSpace && t.gap != gapDash {
			return j
		}
		capital := t.shape == titled || t.shape == upper || t.shape == mixed
		if k > j && (t.has(street) || flat && t.has(dwelling)) && (capital || p.unusual(k-1)) && !p.moreStreet(k) {
			return k + 1
		}
		if !capital && !(t.shape == lower && (p.unusual(k) || t.has(particle)) || t.shape == initial) {
			return j
		}
		if t.has(institution) && !t.has(street|surname) || t.has(role|jobTitle) && k == j {
			return j
		}
	}
	return j
}

// moreStreet reports that the street's name goes on: Mill Hill Road.
func (p *page) moreStreet(k int) bool {
	return p.free(k+1) && p.toks[k+1].gap == gapSpace && p.toks[k+1].shape != lower && p.toks[k+1].has(street|institution)
}

// unusual reports whether token k is no common English word.
func (p *page) unusual(k int) bool {
	t := p.toks[k]
	return t.shape != number && !t.has(english|function|kept|role|title|report) && !p.lex.inflected(p.word(k))
}

// numbered takes the word before a house's number: number 9, Tarn View.
func (p *page) numbered(start int) int {
	if start > 0 && p.free(start-1) && p.toks[start].gap == gapSpace && (p.toks[start-1].hash == hashWord("number") || p.toks[start-1].hash == hashWord("no")) {
		return start - 1
	}
	return start
}

// houseName takes the name of a house before its street: The Old Forge, 3 Chapel Street.
func (p *page) houseName(start int) int {
	if start == 0 || p.toks[start].gap != gapComma {
		return start
	}
	for j := start - 1; j >= 0 && start-j <= 4 && p.free(j) && p.placeWord(j); j-- {
		if p.toks[j].hash == hashWord("the") || p.toks[j].gap >= gapComma && start-j > 1 {
			return j
		}
		if p.toks[j].gap != gapSpace {
			break
		}
	}
	return start
}

// town takes the places after a street: up to three groups of capitalised words, each after a comma or on the next line
// before a postcode.
func (p *page) town(end int) int {
	end = p.nearby(end)
	for range 3 {
		k := end
		for k < end+4 && p.free(k) && p.placeWord(k) && (k == end && (p.toks[k].gap == gapComma || p.postcodeFollows(k)) || k > end && p.toks[k].gap == gapSpace) {
			k++
		}
		if k == end || k < len(p.toks) && p.toks[k].gap == gapSpace && !p.toks[k].taken && p.toks[k].has(personVerb) {
			return end
		}
		end = k
	}
	return end
}

// nearby takes the place that a home is near: Quarry Farm, near Askby.
func (p *page) nearby(end int) int {
	k := end + 1
	if !p.free(end) || !p.free(k) || p.toks[end].gap != gapComma || p.toks[end].shape != lower || p.toks[k].gap != gapSpace || !p.placeWord(k) {
		return end
	}
	if h := p.toks[end].hash; h != hashWord("near") && h != hashWord("nr") || p.toks[k].has(institution) || p.toks[k].has(kept) && !p.toks[k].has(town) {
		return end
	}
	return k + 1
}

func (p *page) placeWord(k int) bool {
	t := p.toks[k]
	return (t.shape == titled || t.shape == upper || t.shape == mixed) && !t.has(title|role|jobTitle|month|birthCue|nhsCue|phoneCue)
}

// postcodeFollows reports that a postcode stands within three words of k on the same or the next line.
func (p *page) postcodeFollows(k int) bool {
	for j := k; j < k+4 && j < len(p.toks); j++ {
		if p.toks[j].taken {
			return p.toks[j].shape == alnum
		}
		if !p.placeWord(j) || p.toks[j].gap == gapStop {
			return false
		}
	}
	return false
}

// addressBefore masks what stands before a postcode back to the house number, where no street word shows it:
// 14 The Moorings, Elmsley WB2 4FQ.
func (p *page) addressBefore(i int) {
	if p.toks[i].shape != alnum || p.toks[i-1].taken {
		return
	}
	for j := i - 1; j >= 0 && i-j <= 8; j-- {
		if p.toks[j].taken || p.toks[j+1].gap > gapComma && p.toks[j+1].gap != gapLine {
			return
		}
		if p.houseNumber(j) && j < i-1 {
			p.add(j, i, Address)
			return
		}
		if !p.placeWord(j) && !p.toks[j].has(particle) && !p.linksPlace(j) {
			return
		}
	}
}

// linksPlace reports the small word inside the name of a Welsh or English street: Maes y Coed, Stoke on the Hill.
func (p *page) linksPlace(j int) bool {
	switch p.toks[j].hash {
	case hashWord("y"), hashWord("yr"), hashWord("ar"), hashWord("on"), hashWord("upon"), hashWord("under"), hashWord("by"), hashWord("the"):
		return p.toks[j].gap == gapSpace && p.toks[j].shape == lower
	}
	return false
}

// cuedAddress reads a street without a house number after address: or lives in.
func (p *page) cuedAddress(i int) int {
	if i == 0 || !p.toks[i].has(street) && p.toks[i].shape == lower {
		return i
	}
	j := i - 1
	if p.toks[j].has(function) && j > 0 {
		j--
	}
	if !p.toks[j].has(addressCue) || p.toks[i].gap >= gapStop || p.toks[i].shape == number {
		return i
	}
	if k := p.streetName(i, true); k > i {
		return p.town(k)
	}
	if p.toks[i].gap == gapColon && p.placeWord(i) && (!p.toks[i].has(kept) || p.toks[i].has(town)) {
		k := i
		for p.free(k) && p.placeWord(k) && (k == i || p.toks[k].gap == gapSpace) && k < i+4 {
			k++
		}
		if end := p.town(k); end > k {
			return end
		}
	}
	return i
}
