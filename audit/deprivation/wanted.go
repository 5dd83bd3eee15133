package deprivation

import "siequity/audit/deprivation/directory"

// A Key stands for one postcode cell in eight bytes: what kind of answer it is,
// and for a postcode its packed letters and digits. It lives only as long as the
// run and is never written. The zero Key is a blank cell.
type Key uint64

// packed holds up to seven letters and digits, one a byte; 0 is none.
type packed = directory.Packed

const (
	packedBits = 56
	packedMask = 1<<packedBits - 1
)

// kind is the top byte of a Key.
type kind uint8

const (
	kindBlank kind = iota
	kindPostcode
	kindInward // a postcode whose last two letters hold one that is not in use
	kindInvalid
	kindPartial
	kindNoFixedAbode
	kindNotKnown
	kindOverseas
	kindOtherNation // packed holds the letter of the nation
)

func keyOf(k kind, p packed) Key { return Key(k)<<packedBits | Key(p&packedMask) }

func (k Key) kind() kind { return kind(k >> packedBits) }

func (k Key) packed() packed { return packed(k) & packedMask }

// Wanted collects the postcodes that a run asks for, each once. It is not safe
// for several goroutines at a time: give each decoder its own and Merge them.
// The zero value is ready to use.
type Wanted struct {
	// Forget leaves it empty: postcodes are only told apart, where there is no
	// directory to look them up in.
	Forget  bool
	plain   map[Key]struct{}
	repairs map[Key][]packed // few postcodes have any
}

// Len is the number of distinct postcodes collected, repaired forms not counted.
func (w *Wanted) Len() int { return len(w.plain) }

// Merge adds all that the other has collected.
func (w *Wanted) Merge(other *Wanted) {
	for k := range other.plain {
		w.want(k, other.repairs[k])
	}
}

func (w *Wanted) want(k Key, repairs []packed) {
	if w.Forget {
		return
	}
	if w.plain == nil {
		w.plain, w.repairs = make(map[Key]struct{}), make(map[Key][]packed)
	}
	w.plain[k] = struct{}{}
	if len(repairs) > 0 {
		w.repairs[k] = repairs
	}
}

// set lists every form that a scan has to look for.
func (w *Wanted) set() *directory.Set {
	keys := make([]packed, 0, len(w.plain)+len(w.repairs))
	for k := range w.plain {
		if k.kind() != kindInvalid {
			keys = append(keys, k.packed())
		}
		keys = append(keys, w.repairs[k]...)
	}
	return directory.NewSet(keys)
}
