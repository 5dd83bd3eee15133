package link

import (
	"strings"
	"time"
)

// Source is the system a record comes from, or a reference belongs to.
type Source uint8

// The systems. Unknown is for a column of references that does not say which.
const (
	Unknown Source = iota
	StEIS
	Datix
	LFPSE
	MNSI
	PMRT
	sourceEnd
)

var sourceNames = [sourceEnd]string{"", "StEIS", "DATIX", "LFPSE", "MNSI", "PMRT"}

// String is the name as people write it.
func (s Source) String() string {
	if s >= sourceEnd {
		return ""
	}
	return sourceNames[s]
}

// Day is a date in days, 0 for unknown.
type Day int32

// DayOf gives the day of a date; 0 for the zero time.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return 0
	}
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400) + unixDay
}

// unixDay keeps every date of this and the last century above 0.
const unixDay = 1 << 16

// A Record is one source's account of one event, as far as linking needs it.
// Every field but Source may be left empty.
type Record struct {
	Source       Source
	Baby         uint8      // 1 or more for a twin or other multiple; 0 for the mother or a single baby
	Organisation uint32     // the caller's number for the organisation; 0 unknown
	Own          string     // the record's own reference, as its system writes it; several (ID and reference) are parted by semicolons
	Cited        []Citation // references to other systems, as typed
	NHS          [2]uint64  // NumberKey of valid NHS numbers of the mother and the baby; the order does not matter
	Hospital     [2]uint64  // NumberKey of hospital numbers of the two; they count within one organisation only
	Event        Day        // date of the incident; of a PMRT record the date of death
	Birth        Day        // the baby's birth
	Death        Day        // the baby's or mother's death
	MotherBorn   Day        // the mother's date of birth
	Traits       [4]uint16  // what else both systems may tell: harm, theme, gestation ... numbered by the caller; 0 unknown
}

// A Citation is one cell that names references of another system.
type Citation struct {
	System Source // by the column's heading; Unknown if it tells none
	Text   string
}

// NumberKey is a key for an NHS number or a hospital number, so that a Record holds
// neither: case, spaces, marks and leading zeros do not count. It is 0, which is no
// number, for a text with fewer than four digits (n/a, unknown) or of zeros. The
// caller passes NHS numbers with a right check digit only.
func NumberKey(text string) uint64 {
	digits := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			digits++
		}
	}
	if digits < 4 || strings.Trim(text, "0 -") == "" {
		return 0
	}
	return hashText(text)
}

// Options are the windows and guards. Start from DefaultOptions.
type Options struct {
	IncidentDays  int // two records of one person are of one event within so many days
	PerinatalDays int // the same where one of them is a PMRT review, dated by a death
	ReferenceDays int // a named reference is doubted where the dates are further apart
	MaxCitations  int // records of one source that may name one reference, and references one record may name
	MaxPerson     int // records that may share one person's number before it is taken for a dummy
	MaxDay        int // records of one organisation and day among which weak evidence is sought
}

// DefaultOptions are settings, not findings: none of them is an official figure.
func DefaultOptions() Options {
	return Options{IncidentDays: 3, PerinatalDays: 28, ReferenceDays: 45, MaxCitations: 4, MaxPerson: 12, MaxDay: 64}
}

// apart is the least number of days between any two dates that the records tell of
// the event: incident, birth, death. It is unknownDays if one of them has none.
func apart(a, b *Record) int {
	least := unknownDays
	for _, x := range [3]Day{a.Event, a.Birth, a.Death} {
		for _, y := range [3]Day{b.Event, b.Birth, b.Death} {
			if x != 0 && y != 0 {
				least = min(least, max(int(x-y), int(y-x)))
			}
		}
	}
	return least
}

const unknownDays = 1 << 14
