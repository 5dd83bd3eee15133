package text

// A turn begins a stretch of a folded text and tells where its bytes came from:
// each from the byte after that of the one before, or, of a letter that is more
// than one byte, all from its first. Most lines have none or a few.
type turn struct {
	low, orig int32
	still     bool // all bytes of the stretch came from orig
}

// turn notes that what is appended next comes from byte orig on.
func (w *Folder) turn(orig int, still bool) {
	t := turn{int32(len(w.low)), int32(orig), still}
	if n := len(w.turns); n > 0 {
		switch last := &w.turns[n-1]; {
		case last.low == t.low: // what it stood for left nothing
			*last = t
			return
		case last.still == still && last.origin(t.low) == t.orig:
			return
		}
	}
	w.turns = append(w.turns, t)
}

// origin returns where byte i of the folded text, at or after the turn, came from.
func (t turn) origin(i int32) int32 {
	if t.still {
		return t.orig
	}
	return t.orig + i - t.low
}

// Origin returns the offset in the original of byte i of Low, which may be len(Low).
func (f Folded) Origin(i int) int {
	switch {
	case f.turns == nil:
		return i
	case i == len(f.Low):
		return len(f.orig)
	}
	lo, hi := 0, len(f.turns)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; int(f.turns[mid].low) <= i {
			lo = mid
		} else {
			hi = mid
		}
	}
	return int(f.turns[lo].origin(int32(i)))
}
