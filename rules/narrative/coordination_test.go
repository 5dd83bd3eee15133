package narrative_test

import (
	"strings"
	"testing"

	"siequity/rules/narrative"
)

// A pairing is a sentence that says one thing of {A} and another of {B}.
type pairing struct{ frame, a, b string }

// named are ways to name each dimension; every pairing is read with each of two
// dimensions, in both orders.
var named = [3][]string{
	narrative.Culture:   {"culture", "cultural factors", "religion"},
	narrative.Ethnicity: {"ethnicity", "race", "ethnic background", "racism"},
	narrative.Language:  {"language", "literacy"},
}

const considered, omitted = "considered", "explicitly_not"

// TestCoordination reads sentences that part what was looked at from what was not.
func TestCoordination(t *testing.T) {
	lx := load(t)
	for _, p := range []pairing{
		{"{A} was considered by the panel, {B} was not.", considered, omitted},
		{"{A} was considered but {B} was not.", considered, omitted},
		{"{A} was explored, unlike {B}.", considered, omitted},
		{"{A}, but not {B}, was discussed.", considered, omitted},
		{"{A} has been looked at; {B} has not.", considered, omitted},
		{"{A} was covered but {B} fell outside the terms of reference.", considered, omitted},
		{"{A} was looked at by the panel and {B} left for the next meeting.", considered, omitted},
		{"{A} was reviewed at the meeting but time did not allow for {B}.", considered, omitted},
		{"Only {A} was explored, not {B}.", considered, omitted},
		{"Not {B} but {A} was looked at by the reviewers.", considered, omitted},
		{"{B} apart, the panel considered each factor, {A} among them.", considered, omitted},
		{"{B} was not reviewed. {A} was, and did not contribute.", considered, omitted},
		{"Of the two, {A} was discussed by the panel and {B} was not.", considered, omitted},
		{"Having looked at {A}, the panel did not go on to {B}.", considered, omitted},
		{"Whereas the panel went through {A}, it did not get to {B}.", considered, omitted},
		{"The panel looked at {A} but not at {B}.", considered, omitted},
		{"{A} apart, which was gone into and upheld, the panel has not turned to {B}.", considered, omitted},
		{"Apart from {A}, which was explored, the panel left {B} alone.", considered, omitted},
		{"The panel discussed {A} though not {B}.", considered, omitted},
		{"The panel discussed {A} rather than {B}.", considered, omitted},
		{"The panel gave thought to {A} but none to {B}.", considered, omitted},
		{"The panel gave {A} its attention but not {B}.", considered, omitted},
		{"The panel considered {A}. It did not consider {B}.", considered, omitted},
		{"The panel considered {A}. The same cannot be said of {B}.", considered, omitted},
		{"The panel asked about {A} and found no effect, but ran out of time for {B}.", considered, omitted},
		{"The report deals with {A}; on {B} it is silent.", considered, omitted},
		{"The report says nothing of {B}, though it does examine {A}.", considered, omitted},
		{"The panel considered neither {A} nor {B}.", omitted, omitted},
		{"Neither {A} nor {B} was considered by the panel.", omitted, omitted},
		{"{A} and {B} were not explored.", omitted, omitted},
		{"Both {A} and {B} were looked at and neither was thought to have played a part.", considered, considered},
	} {
		t.Run(p.frame, func(t *testing.T) { p.check(t, lx) })
	}
}

func (p pairing) check(t *testing.T, lx *narrative.Lexicon) {
	for a, as := range named {
		for b, bs := range named {
			if a == b {
				continue
			}
			for _, s := range (weave{frames: []string{p.frame}, words: map[string][]string{"A": as, "B": bs}}).all() {
				s = strings.ToUpper(s[:1]) + s[1:]
				r := lx.Read([]narrative.Part{{Text: s}})
				if r[a].Label.String() != p.a || r[b].Label.String() != p.b {
					t.Errorf("%q: %s is %s (%s), %s is %s (%s)", s, narrative.Dimension(a), r[a].Label, r[a].Reason, narrative.Dimension(b), r[b].Label, r[b].Reason)
				}
			}
		}
	}
}
