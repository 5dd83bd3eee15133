package texts

// A Cache is one worker's own view of [Distinct]: most cells repeat, and a private
// map spares them the lock.
type Cache struct {
	shared *Distinct
	known  map[string]uint32
	recent [1 << recentBits]recentText
}

// A recentText is a short text that a column held lately, and its number. A cell is
// compared with one of them before the map is asked.
type recentText struct {
	Short
	number uint32
}

const recentBits = 10

// NewCache makes the view of one worker.
func NewCache(shared *Distinct) Cache {
	return Cache{shared: shared, known: map[string]uint32{}}
}

// Number gives the number of a text, which may be overwritten afterwards; 0 for the
// empty text.
func (c *Cache) Number(text []byte) uint32 {
	if len(text) == 0 {
		return 0
	}
	key, ok := Shorten(text)
	if !ok {
		return c.slow(text)
	}
	r := &c.recent[key.Slot(recentBits)]
	if r.Short != key {
		*r = recentText{key, c.slow(text)}
	}
	return r.number
}

func (c *Cache) slow(text []byte) uint32 {
	if n, ok := c.known[string(text)]; ok { // no copy: the compiler sees the look-up
		return n
	}
	own := string(text)
	n := c.shared.Number(own)
	c.known[own] = n
	return n
}
