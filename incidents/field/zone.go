package field

import (
	"strings"
	"time"
)

// zoned reads a year-first date with a time and a time zone, such as
// 2026-03-31T23:30:00Z; ok is false for any other text.
func zoned(s string) (t time.Time, ok bool) {
	if len(s) < len("2026-03-31T23:30Z") || s[4] != '-' || s[7] != '-' || s[10] != 'T' && s[10] != 't' && s[10] != ' ' {
		return t, false
	}
	clock, zone := cutZone(s[11:])
	if zone == "" {
		return t, false
	}
	if len(clock) == len("23:30") {
		clock += ":00"
	}
	t, err := time.Parse("2006-01-02T15:04:05Z07:00", s[:10]+"T"+clock+zone)
	return t, err == nil
}

// cutZone parts a time of day from its zone, written as RFC 3339 does; the zone is
// empty where there is none.
func cutZone(s string) (clock, zone string) {
	at := strings.IndexFunc(s, func(r rune) bool { return r != ':' && r != '.' && (r < '0' || r > '9') })
	if at < 0 {
		return s, ""
	}
	clock, zone = s[:at], strings.ToUpper(strings.TrimSpace(s[at:]))
	switch {
	case zone == "Z" || zone == "UTC" || zone == "GMT":
		return clock, "Z"
	case zone == "BST":
		return clock, "+01:00"
	case zone == "" || zone[0] != '+' && zone[0] != '-':
		return s, ""
	case len(zone) == len("+01"):
		return clock, zone + ":00"
	case len(zone) == len("+0100"):
		return clock, zone[:3] + ":" + zone[3:]
	}
	return clock, zone
}

// london gives a time as clocks in England show it. Summer time runs from 01:00 UTC
// on the last Sunday of March to 01:00 UTC on the last Sunday of October; knowing
// that spares the time zone database, which not every machine has.
func london(t time.Time) time.Time {
	t = t.UTC()
	if from, to := lastSunday(t.Year(), time.March), lastSunday(t.Year(), time.October); !t.Before(from) && t.Before(to) {
		return t.Add(time.Hour)
	}
	return t
}

// lastSunday gives 01:00 UTC on the last Sunday of a month of 31 days.
func lastSunday(year int, month time.Month) time.Time {
	last := time.Date(year, month, 31, 1, 0, 0, 0, time.UTC)
	return last.AddDate(0, 0, -int(last.Weekday()))
}
