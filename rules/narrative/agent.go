package narrative

import "siequity/rules/narrative/lexicon"

// notReviewed decides who it was that did not look: the review, which is what
// the record then says of itself, or those giving care, which is a finding.
func (u *unit) notReviewed(cue, m lexicon.Match) (verdict, bool) {
	if u.toldAsEvent(cue) && (cue.Entry.Kind == lexicon.Fact || !u.looks(m)) {
		return verdict{}, false
	}
	who := u.agent(m)
	if before, _ := u.agentBefore(m); m.Entry.Kind == lexicon.Elliptic && before != lexicon.Staff {
		who = lexicon.Review
	}
	kind := u.kindOf(cue)
	switch {
	case who == lexicon.Review && kind != lexicon.Identity && kind != lexicon.Status,
		who == lexicon.Review && m.Entry.Kind != lexicon.Elliptic && kind == lexicon.Status && u.scope(m, cue) < 12,
		who == "" && m.Entry.Kind == lexicon.NotReviewed && kind == lexicon.Status && u.scope(m, cue) < 8 && u.looks(m):
		return verdict{ExplicitlyNot, "the review did not look at it", false, 8}, true
	case kind == lexicon.Identity, kind == lexicon.Status && (who != lexicon.Staff && who != lexicon.Contact || u.scope(m, cue) > 4 || !u.looks(m)):
		return verdict{}, false
	case who == lexicon.Staff || who == lexicon.Contact:
		return verdict{Considered, "not considered by those giving care", false, 7}, true
	case kind == lexicon.Topic:
		return verdict{ExplicitlyNot, "not looked at", true, 5}, true
	}
	return verdict{}, false
}

// toldAsEvent reports whether words of omission belong to a custom told at length in a
// sentence that names no reviewer: what was "left open" there is a curtain, what was
// "kept until the third day" a cord.
func (u *unit) toldAsEvent(cue lexicon.Match) bool {
	kind := cue.Entry.Kind
	return (kind == lexicon.Fact || kind == lexicon.Practice) && cue.Entry.Dimension == "culture" &&
		len(u.tokens) > 9 && !u.has(lexicon.Review) && u.labelEnd(cue.Last) < 0 && cue.Last-cue.First > 1
}

// agent returns Review, Staff or Contact by who is said not to have acted: the
// nearest named before the verb, else after "by", else the contact named. What
// the panel found that was not done is care: "the panel noted that ethnicity was
// not recorded" is no word on the panel itself.
func (u *unit) agent(m lexicon.Match) lexicon.Kind {
	if k := m.Entry.Kind; u.ownWork(m) || k != lexicon.NotReviewed && omission(k) && !(k == lexicon.Silent && u.staffsOwn(m)) {
		return lexicon.Review
	}
	if u.omitsOn(m) {
		return lexicon.Review
	}
	if by := u.agentBy(m); by != "" {
		return by
	}
	who, near := u.agentBefore(m)
	if who == lexicon.Review && !u.unfinished(m) && (u.reported(near, m.First) || u.thatAtContact(near, m)) {
		return lexicon.Staff
	}
	if who == "" && m.First <= itWords {
		who = u.it
	}
	if who != "" {
		return who
	}
	return u.agentAfter(m)
}

// agentAfter returns the agent named after a verb, else the contact at which it was not
// done; who is named in a reason is not who did not act.
func (u *unit) agentAfter(m lexicon.Match) lexicon.Kind {
	reason := u.reason(m.Last)
	who := lexicon.Kind("")
	for _, a := range u.matches {
		k := a.Entry.Kind
		near := a.First >= m.First && a.First < m.Last+10 && (a.First < reason || k == lexicon.Review)
		if who == "" && near && (k == lexicon.Review || k == lexicon.Staff) && !u.noReview(a) {
			who = k
		}
	}
	if who == lexicon.Review || who == "" && u.has(lexicon.Unavailable) && u.has(lexicon.Review) {
		return lexicon.Review // named, or it says why it could not look
	}
	for _, a := range u.matches {
		if a.Entry.Kind == lexicon.Contact && a.First >= m.First-14 && a.Last <= reason {
			return lexicon.Contact
		}
	}
	return who
}

// staffsOwn reports whether what is left blank or out of time is the work of those giving
// care: they are named right before it or after a "by", and no review in the sentence.
func (u *unit) staffsOwn(m lexicon.Match) bool {
	if u.has(lexicon.Review) {
		return false
	}
	if u.agentBy(m) == lexicon.Staff {
		return true
	}
	who, near := u.agentBefore(m)
	for i := max(0, near); i < m.First; i++ {
		if u.tokens[i].Sign != 0 {
			return false // "with the matron, nothing gone into"
		}
	}
	return who == lexicon.Staff && m.First-near <= ownWords
}

// ownWords is within how many words of what was left out those stand who left it.
const ownWords = 4

// agentBy returns who is named right after a verb as not having acted: "not explored by
// the handler", whoever else the sentence names.
func (u *unit) agentBy(m lexicon.Match) lexicon.Kind {
	if u.word(m.Last-1) != "by" && (m.Last == len(u.tokens) || u.word(m.Last) != "by") {
		return ""
	}
	for _, a := range u.matches {
		k := a.Entry.Kind
		if (k == lexicon.Review || k == lexicon.Staff) && a.First >= m.Last-1 && a.First <= m.Last+byWords {
			return k
		}
	}
	return ""
}

// byWords is within how many words of its verb who acted is named.
const byWords = 2

// reason returns where it begins to be said why, from token i on; who is named there is
// not who did not look: "not explored because only the notes were at hand".
func (u *unit) reason(i int) int {
	for ; i < len(u.tokens); i++ {
		if w := u.word(i); w == "because" || w == "since" {
			break
		}
	}
	return i
}

// agentBefore returns the nearest agent that ends before the verb, and its last token.
func (u *unit) agentBefore(m lexicon.Match) (who lexicon.Kind, near int) {
	near = -1
	for _, a := range u.matches {
		if a.Entry.Kind != lexicon.Review && a.Entry.Kind != lexicon.Staff || a.Last > m.First+1 || a.Last-1 < near {
			continue
		}
		if u.inTopic(a) || u.notesVerb(a) || u.noReview(a) {
			continue // the "group" of "ethnic group" is no panel, what "the panel notes" no notes
		}
		if a.Last-1 == near && who == lexicon.Review {
			continue
		}
		who, near = a.Entry.Kind, a.Last-1
	}
	return who, near
}

// reported reports whether the agent at token i is one that found or heard
// something, and what comes before token verb is what it found.
func (u *unit) reported(i, verb int) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Concluded && m.First <= i && i < m.Last && m.Last <= verb {
			return !u.selfBetween(m.Last, verb)
		}
	}
	return false
}

// selfBetween reports whether "it", "we" or "they" stands between two tokens:
// "the panel accepted that it had not looked at language".
func (u *unit) selfBetween(i, k int) bool {
	for ; i < k; i++ {
		switch t := u.tokens[i]; u.fold.Low[t.Start:t.End] {
		case "it", "we", "they", "itself":
			return true
		}
	}
	return false
}

func own(w string) bool { return w == "this" || w == "our" }

// undecided judges "could not establish whether": where nothing was there to look
// at, the review did not look; else it looked and reached no view. Of those giving
// care it is a finding.
func (u *unit) undecided(kind lexicon.Kind) (verdict, bool) {
	switch {
	case kind == lexicon.Status && (u.has(lexicon.Silent) || u.has(lexicon.Omitted)):
		return verdict{ExplicitlyNot, "there was nothing to look at", true, 8}, true
	case kind == lexicon.Identity || kind == lexicon.Status:
		return verdict{}, false
	case !u.has(lexicon.Reviewed) && (u.has(lexicon.Unavailable) || u.omits()):
		return verdict{ExplicitlyNot, "there was nothing to look at", true, 8}, true
	}
	return verdict{Considered, "looked at without reaching a view", true, 8}, true
}

// inTopic reports whether an agent's word belongs to the name of something else: an
// "ethnic group", the "routine enquiry" into safety at home.
func (u *unit) inTopic(a lexicon.Match) bool {
	if a.First == 0 {
		return false
	}
	switch u.word(a.First - 1) {
	case "ethnic":
		return true
	case "routine", "selective":
		last := u.word(a.Last - 1)
		return last == "enquiry" || last == "inquiry"
	}
	return false
}

// word returns the folded token i.
func (u *unit) word(i int) string { return u.fold.Low[u.tokens[i].Start:u.tokens[i].End] }

// ownWork reports whether the modifier itself names this review as where nothing was
// done: "no attempt was made in this review".
func (u *unit) ownWork(m lexicon.Match) bool {
	for _, a := range u.matches {
		if a.Entry.Kind == lexicon.Review && a.First > m.First && a.First <= m.Last+8 && (own(u.word(a.First-1)) || own(u.word(a.First))) {
			return true
		}
	}
	return false
}
