package sample

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// A frame is read once: ids made canonical, doubles refused, the filter and
// earlier draws applied, strata found. Nothing is filtered after the draw.

// frame is what the draw is made from.
type frame struct {
	units   []Unit
	ids     []string // canonical, as units
	in      []int32  // indices of the members: what is left after the filter
	stratum []int32  // of each member, as in
	strata  []Stratum
	leftOut []LeftOut
}

// LeftOut counts units that are not in the frame, and why.
type LeftOut struct {
	Why   string `json:"why"`
	Count int    `json:"count"`
}

// Stratum is one part of the frame that is drawn from by itself.
type Stratum struct {
	Name       string   `json:"name"`
	Values     []string `json:"values,omitempty"` // as Design.Strata
	Population int      `json:"population"`
	Drawn      int      `json:"drawn"`
	Certain    bool     `json:"certain,omitempty"` // taken whole by the design
	Factor     float64  `json:"factor,omitempty"`  // of over-sampling, when not 1
	Share      float64  `json:"share,omitempty"`   // expected, for Neyman
}

func readFrame(units []Unit, d Design) (frame, error) {
	f := frame{units: units}
	if err := f.readIDs(); err != nil {
		return f, err
	}
	f.choose(d)
	if len(f.in) == 0 {
		return f, Fault{fmt.Sprintf("no case is left to draw from: %d given", len(units)), "look at the filter and at the draws left out: " + leftOutWords(f.leftOut)}
	}
	f.stratify(d)
	return f, nil
}

// readIDs refuses empty ids and ids given twice, naming the first few.
func (f *frame) readIDs() error {
	f.ids = make([]string, len(f.units))
	seen := make(map[string]int32, len(f.units))
	var bad faults
	more := 0
	for i := range f.units {
		id := CanonicalID(f.units[i].ID)
		f.ids[i] = id
		key := strings.ToLower(id)
		first, twice := seen[key]
		switch {
		case !twice && id != "":
			seen[key] = int32(i)
		case len(bad) == mostNamed:
			more++
		case id == "":
			bad.add("give every case its system's reference", "case %d of the frame has no id", i+1)
		default:
			bad.add("the frame must hold every case once", "cases %d and %d of the frame are both %s", first+1, i+1, id)
		}
	}
	if more > 0 {
		bad.add("", "and %d more cases without an id or given twice", more)
	}
	return bad.err()
}

const mostNamed = 20

// choose applies the filter and the earlier draws, and counts what each leaves out.
func (f *frame) choose(d Design) {
	filtered := make([]int, len(d.Filter))
	earlier := make(map[string]int)
	for i, e := range d.Exclude {
		for _, id := range e.IDs {
			earlier[CanonicalID(id)] = i
		}
	}
	excluded := make([]int, len(d.Exclude))
	followed := idSet(d.FollowUp)
	unfollowed := 0
	f.in = make([]int32, 0, len(f.units))
	for i := range f.units {
		miss := slices.IndexFunc(d.Filter, func(g Group) bool { return !g.holds(&f.units[i]) })
		draw, before := earlier[f.ids[i]]
		switch {
		case miss >= 0:
			filtered[miss]++
		case d.FollowUp != nil && !followed[f.ids[i]]:
			unfollowed++
		case before:
			excluded[draw]++
		default:
			f.in = append(f.in, int32(i))
		}
	}
	for i, g := range d.Filter {
		f.leave(filtered[i], "outside the filter: "+g.String())
	}
	if d.FollowUp != nil {
		f.leave(unfollowed, "not in draw "+d.FollowUp.Draw)
		f.leave(f.gone(followed), "in draw "+d.FollowUp.Draw+" but no longer among the cases")
	}
	for i, e := range d.Exclude {
		f.leave(excluded[i], "in the earlier draw "+e.Draw)
	}
}

// gone counts the followed ids that no unit has.
func (f *frame) gone(followed map[string]bool) int {
	there := 0
	for _, id := range f.ids {
		if followed[id] {
			there++
		}
	}
	return len(followed) - there
}

func idSet(e *Earlier) map[string]bool {
	if e == nil {
		return nil
	}
	set := make(map[string]bool, len(e.IDs))
	for _, id := range e.IDs {
		set[CanonicalID(id)] = true
	}
	return set
}

func (f *frame) leave(count int, why string) {
	if count > 0 {
		f.leftOut = append(f.leftOut, LeftOut{why, count})
	}
}

func leftOutWords(list []LeftOut) string {
	words := make([]string, len(list))
	for i, l := range list {
		words[i] = fmt.Sprintf("%d %s", l.Count, l.Why)
	}
	return strings.Join(words, "; ")
}

// stratify gives every member its stratum; strata stand in the order of their
// values, those taken whole first.
func (f *frame) stratify(d Design) {
	found := map[string]int32{}
	f.stratum = make([]int32, len(f.in))
	var key []byte
	for m, i := range f.in {
		u := &f.units[i]
		key = key[:0]
		certain := slices.IndexFunc(d.Certain, func(g Group) bool { return g.holds(u) })
		if certain >= 0 {
			key = append(key, 0, byte(certain))
		} else {
			key = append(key, 1)
			for _, by := range d.Strata {
				key = append(append(key, u.Value(by)...), 0)
			}
		}
		h, ok := found[string(key)]
		if !ok {
			h = int32(len(f.strata))
			found[string(key)] = h
			f.strata = append(f.strata, newStratum(d, u, certain))
		}
		f.strata[h].Population++
		f.stratum[m] = h
	}
	f.sortStrata()
}

func newStratum(d Design, u *Unit, certain int) Stratum {
	if certain >= 0 {
		return Stratum{Name: "taken whole: " + d.Certain[certain].String(), Certain: true}
	}
	s := Stratum{Name: "all cases"}
	words := make([]string, len(d.Strata))
	for i, by := range d.Strata {
		v := u.Value(by)
		s.Values = append(s.Values, v)
		words[i] = string(by) + " " + v
	}
	if len(words) > 0 {
		s.Name = strings.Join(words, ", ")
	}
	factor := 1.0
	for _, b := range d.Boost {
		if b.holds(u) {
			factor *= b.Factor
		}
	}
	if factor != 1 {
		s.Factor = factor
	}
	for _, e := range d.Expected {
		if e.holds(u) {
			s.Share = e.Share
		}
	}
	return s
}

func (f *frame) sortStrata() {
	order := make([]int32, len(f.strata))
	for h := range order {
		order[h] = int32(h)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := f.strata[a], f.strata[b]
		if x.Certain != y.Certain {
			if x.Certain {
				return -1
			}
			return 1
		}
		return cmp.Or(slices.Compare(x.Values, y.Values), strings.Compare(x.Name, y.Name))
	})
	place := make([]int32, len(order))
	sorted := make([]Stratum, len(order))
	for to, from := range order {
		place[from] = int32(to)
		sorted[to] = f.strata[from]
	}
	for m, h := range f.stratum {
		f.stratum[m] = place[h]
	}
	f.strata = sorted
}

// Hash is a permanent random number: the HMAC-SHA256 of an id keyed by the seed.
type Hash [32]byte

// String is the hash in lower-case hex.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes the hash in hex.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads it back.
func (h *Hash) UnmarshalText(text []byte) error {
	if len(text) != 2*len(h) {
		return fmt.Errorf("a hash has 64 hex digits, not %d", len(text))
	}
	_, err := hex.Decode(h[:], text)
	return err
}
