package sample

import (
	"slices"
	"strings"
)

// Group is units with one of some values: ethnicity Asian or Black, harm death.
// Case and surrounding spaces do not matter.
type Group struct {
	By  By       `json:"by"`
	Any []string `json:"any"`
}

// holds tells whether the unit belongs to the group.
func (g Group) holds(u *Unit) bool {
	for _, v := range u.Values(g.By) {
		if g.has(v) {
			return true
		}
	}
	return false
}

func (g Group) has(value string) bool {
	return slices.ContainsFunc(g.Any, func(want string) bool { return same(value, want) })
}

func same(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// String is the group in words: "harm is death or severe".
func (g Group) String() string {
	name := string(g.By) + " is "
	if g.By == ByFails {
		name = "fails "
	}
	return name + strings.Join(g.Any, " or ")
}

// groupWords puts groups in words.
func groupWords(groups []Group, between string) string {
	words := make([]string, len(groups))
	for i, g := range groups {
		words[i] = g.String()
	}
	return strings.Join(words, between)
}
