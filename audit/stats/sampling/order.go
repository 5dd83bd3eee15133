package sampling

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Ranked is a unit with the hash that places it.
type Ranked struct {
	ID   string
	Hash string // lower-case hex
}

// HashOrder ranks units by HMAC-SHA256 with the seed as key and the id as
// message, ties by id: a permanent random number (Ohlsson 1995). The order
// does not depend on the order given, a later unit falls in its own place, and
// a larger sample keeps the smaller one. Ids are taken byte for byte: the
// caller trims and normalises them and refuses doubles.
func HashOrder(seed string, ids []string) []Ranked {
	out := make([]Ranked, len(ids))
	mac := hmac.New(sha256.New, []byte(seed))
	for i, id := range ids {
		mac.Reset()
		mac.Write([]byte(id))
		out[i] = Ranked{id, hex.EncodeToString(mac.Sum(nil))}
	}
	slices.SortFunc(out, func(a, b Ranked) int {
		return cmp.Or(strings.Compare(a.Hash, b.Hash), strings.Compare(a.ID, b.ID))
	})
	return out
}

// Draw returns the first n units of HashOrder, or all if there are fewer.
func Draw(seed string, ids []string, n int) []string {
	ranked := HashOrder(seed, ids)
	ranked = ranked[:min(max(n, 0), len(ranked))]
	out := make([]string, len(ranked))
	for i, r := range ranked {
		out[i] = r.ID
	}
	return out
}

// FrameHash is the SHA-256 of the ids, sorted, each followed by a line feed:
// record it before drawing, so that nobody can choose a frame or seed by its
// result.
func FrameHash(ids []string) string {
	h := sha256.New()
	for _, id := range slices.Sorted(slices.Values(ids)) {
		h.Write([]byte(id))
		h.Write([]byte{'\n'})
	}
	return hex.EncodeToString(h.Sum(nil))
}
