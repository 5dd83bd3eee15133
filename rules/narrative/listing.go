package narrative

import "strings"

// A listing is one question put to several fields below it: "Did any of the following
// affect care? Language: No. Cultural needs: No."
type listing struct {
	open   bool
	looked bool // it asks whether the review looked, not whether they mattered
}

// settleListing notes a question to several fields that sentence i puts, and ends it
// at a sentence that is no field.
func (r *reader) settleListing(low string, i int) {
	s := low[r.buf.spans[i].Start:r.buf.spans[i].End]
	if c := s[len(s)-1]; c == '?' || c == ':' {
		if asked, ok := asksOfMany(s); ok {
			r.listing = asked
			return
		}
	}
	if r.listing.open && !strings.ContainsAny(s, ":?") && !strings.Contains(s, " - ") {
		r.listing = listing{}
	}
}

// asksOfMany reads a question that names what it asks of only as what follows.
func asksOfMany(s string) (listing, bool) {
	if !strings.Contains(s, "following") && !strings.Contains(s, "these ") {
		return listing{}, false
	}
	switch {
	case containsAny(s, "contribut", "affect", "influenc", "play", "matter", "relevant", "factor", "impact"):
		return listing{open: true}, true
	case containsAny(s, "consider", "explor", "discuss", "look", "examin", "address"):
		return listing{open: true, looked: true}, true
	}
	return listing{}, false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
