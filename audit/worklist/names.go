package worklist

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// The sheets that every worklist may have.
const (
	startSheet = "Start here"
	allSheet   = "All"
	goneSheet  = "No longer listed"
	longSheet  = "Long texts"
	listsSheet = "Lists"
	otherTeams = "Other teams"
	noTeam     = "No team given"
)

// teamSheets is how many teams have a sheet of their own. Beyond that a reader
// finds nothing among the tabs, and the smallest teams share one.
const teamSheets = 40

// A namer gives sheets names that Excel takes: at most 31 characters, none of
// []:*?/\, no apostrophe at either end, and none twice in whatever case.
type namer map[string]bool

func newNamer() namer {
	n := namer{"history": true} // Excel keeps this name for itself
	for _, s := range []string{startSheet, allSheet, goneSheet, longSheet, listsSheet, otherTeams} {
		n[strings.ToLower(s)] = true
	}
	return n
}

func (n namer) name(wanted string) string {
	s := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(wanted, " "))
	s = strings.Trim(strings.Join(strings.Fields(s), " "), "' ")
	if s == "" {
		s = noTeam
	}
	try := shorten(s, "")
	for i := 2; n[strings.ToLower(try)]; i++ {
		try = shorten(s, fmt.Sprintf(" (%d)", i))
	}
	n[strings.ToLower(try)] = true
	return try
}

// shorten cuts s so that it holds 31 UTF-16 units with the ending.
func shorten(s, ending string) string {
	room := 31 - len(utf16.Encode([]rune(ending)))
	var out []rune
	for _, r := range s {
		if room -= len(utf16.Encode([]rune{r})); room < 0 {
			break
		}
		out = append(out, r)
	}
	return strings.TrimRight(string(out), "' ") + ending
}

// A teamSheet is the items of one team, or of several that share a sheet.
type teamSheet struct {
	name, team string
	items      []entry
}

// byTeam shares the items out to sheets: none if there is one team only.
func (h *held) byTeam(n namer) []teamSheet {
	sizes := map[uint32]int{}
	var teams []uint32
	for _, e := range h.index {
		if sizes[e.team] == 0 {
			teams = append(teams, e.team)
		}
		sizes[e.team]++
	}
	if len(teams) < 2 {
		return nil
	}
	byName := func(a, b uint32) int { // no team comes last
		return cmp.Or(cmp.Compare(flag(h.list[a] == ""), flag(h.list[b] == "")), strings.Compare(h.list[a], h.list[b]))
	}
	slices.SortFunc(teams, byName)
	slices.SortStableFunc(teams, func(a, b uint32) int { return sizes[b] - sizes[a] })
	own := teams[:min(len(teams), teamSheets)]
	slices.SortFunc(own, byName)
	var out []teamSheet
	at := map[uint32]int{}
	for _, t := range own {
		at[t] = len(out)
		out = append(out, teamSheet{name: n.name(h.list[t]), team: teamName(h.list[t])})
	}
	if len(teams) > len(own) {
		out = append(out, teamSheet{name: otherTeams, team: otherTeams})
	}
	for _, e := range h.index {
		i, ok := at[e.team]
		if !ok {
			i = len(out) - 1
		}
		out[i].items = append(out[i].items, e)
	}
	return out
}

func teamName(s string) string {
	if strings.TrimSpace(s) == "" {
		return noTeam
	}
	return s
}
