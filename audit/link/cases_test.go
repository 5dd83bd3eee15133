package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pair is a valid start: one incident told by StEIS and DATIX of one organisation.
func pair() []Record {
	return []Record{
		{Source: StEIS, Organisation: 1, Own: "2026/4821", Event: 100},
		{Source: Datix, Organisation: 1, Own: "WEB12345", Event: 100},
	}
}

// comparable adds two records of an organisation that both systems name, so that their
// names for organisations are known to be of one list.
func comparable(r []Record) []Record {
	return append(r, Record{Source: StEIS, Organisation: 9, Own: "2020/1"}, Record{Source: Datix, Organisation: 9, Own: "1"})
}

func cites(s Source, text string) []Citation { return []Citation{{s, text}} }

func TestCases(t *testing.T) {
	tests := []struct {
		name       string
		records    func() []Record
		cases      []int32
		links      []string
		candidates []string
	}{
		{"nothing in common", pair, []int32{0, 1}, nil, nil},
		{"DATIX names StEIS", func() []Record { r := pair(); r[1].Cited = cites(StEIS, "StEIS 2026-04821"); return r },
			[]int32{0, 0}, []string{"the DATIX record names the StEIS reference; same day"}, nil},
		{"StEIS names DATIX", func() []Record { r := pair(); r[0].Cited = cites(Datix, "12345"); return r },
			[]int32{0, 0}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"a record with an ID and a reference", func() []Record {
			r := pair()
			r[1].Own = "48213; INC-2026-001; WEB48213"
			r[0].Cited = cites(Datix, "inc 2026-1")
			return r
		}, []int32{0, 0}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"named in two cells", func() []Record {
			r := pair()
			r[0].Cited = []Citation{{Datix, "12345"}, {Unknown, "W12345"}}
			return r
		}, []int32{0, 0}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"the same DATIX number in another organisation", func() []Record {
			r := pair()
			r[0].Cited, r[0].Organisation = cites(Datix, "12345"), 2
			return comparable(r)
		}, []int32{0, 1, 2, 3}, nil, nil},
		{"one organisation under two names", func() []Record {
			r := pair()
			r[0].Cited, r[0].Organisation = cites(Datix, "12345"), 2
			return r
		}, []int32{0, 0}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"several organisations, each system with its own names, the dates decide", func() []Record {
			r := pair()
			r[0].Cited, r[0].Organisation = cites(Datix, "12345"), 5
			return append(r, Record{Source: Datix, Organisation: 2, Own: "12345", Event: 140}, Record{Source: StEIS, Organisation: 6, Own: "2026/9"})
		}, []int32{0, 0, 1, 2}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"the same DATIX number in two organisations", func() []Record {
			r := pair()
			r[0].Cited = cites(Datix, "12345")
			return append(r, Record{Source: Datix, Organisation: 2, Own: "12345", Event: 100})
		}, []int32{0, 0, 1}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"which of two organisations is not known", func() []Record {
			r := pair()
			r[0].Cited, r[0].Organisation = cites(Datix, "12345"), 0
			return append(r, Record{Source: Datix, Organisation: 2, Own: "12345", Event: 100})
		}, []int32{0, 1, 2}, nil, []string{
			"the StEIS and DATIX records: the reference named belongs to records of several organisations; same day",
			"the StEIS and DATIX records: the reference named belongs to records of several organisations; same day"}},
		{"an organisation missing, the only one there is", func() []Record {
			r := pair()
			r[0].Cited, r[0].Organisation = cites(Datix, "12345"), 0
			return r
		}, []int32{0, 0}, []string{"the StEIS record names the DATIX reference; same day"}, nil},
		{"a national reference of another organisation", func() []Record {
			r := pair()
			r[1].Cited, r[1].Organisation = cites(StEIS, "2026/4821"), 2
			return comparable(r)
		}, []int32{0, 1, 2, 3}, nil, []string{"the DATIX and StEIS records: a reference agrees, but the organisations differ; same day"}},
		{"dates far apart", func() []Record {
			r := pair()
			r[1].Cited, r[1].Event = cites(StEIS, "2026/4821"), 300
			return r
		}, []int32{0, 1}, nil, []string{"the DATIX and StEIS records: a reference agrees, but the dates are far apart; 200 days apart"}},
		{"no dates", func() []Record {
			r := pair()
			r[1].Cited, r[1].Event = cites(StEIS, "2026/4821"), 0
			return r
		}, []int32{0, 0}, []string{"the DATIX record names the StEIS reference; a date is missing"}, nil},
		{"both name a third that is not there", func() []Record {
			r := pair()
			r[0].Cited, r[1].Cited = cites(MNSI, "MI-012345"), cites(MNSI, "12345")
			return r
		}, []int32{0, 0}, []string{"the StEIS and DATIX records name the same reference; same day"}, nil},
		{"both name a third, but are of other women", func() []Record {
			r := pair()
			r[0].Cited, r[1].Cited = cites(MNSI, "MI-012345"), cites(MNSI, "12345")
			r[0].NHS[0], r[1].NHS[0] = 1, 2
			return r
		}, []int32{0, 1}, nil, []string{"the StEIS and DATIX records: a reference agrees, but what is known of the person does not; same day"}},
		{"one incident reported twice and named by StEIS", func() []Record {
			r := pair()
			r[0].Cited = cites(Datix, "12345; 12346")
			return append(r, Record{Source: Datix, Organisation: 1, Own: "12346", Event: 101})
		}, []int32{0, 0, 0}, []string{"the StEIS record names the DATIX reference; same day", "the StEIS record names the DATIX reference; 1 day apart"}, nil},
		{"StEIS names two incidents of different weeks", func() []Record {
			r := pair()
			r[0].Cited = cites(Datix, "12345; 12346")
			return append(r, Record{Source: Datix, Organisation: 1, Own: "12346", Event: 120})
		}, []int32{0, 0, 1}, []string{"the StEIS record names the DATIX reference; same day"},
			[]string{"the StEIS and DATIX records: a reference agrees, but the case already has another record of that system, of another day; 20 days apart"}},
		{"a record of the same system named", func() []Record {
			r := pair()
			r[1].Cited = cites(Datix, "see W12346")
			return append(r, Record{Source: Datix, Organisation: 1, Own: "12346", Event: 100})
		}, []int32{0, 1, 2}, nil, []string{"the DATIX and DATIX records: one names the reference of the other in the same system; same day"}},
		{"one reference twice in one system", func() []Record {
			return append(pair(), Record{Source: Datix, Organisation: 1, Own: "W12345", Event: 100})
		}, []int32{0, 1, 1}, []string{"two DATIX records have the same reference; same day"}, nil},
		{"NHS number within the window", func() []Record {
			r := pair()
			r[0].NHS[0], r[1].NHS[0], r[1].Event = 7, 7, 103
			return r
		}, []int32{0, 0}, []string{"the StEIS and DATIX records have the same NHS number; 3 days apart"}, nil},
		{"NHS number outside the window", func() []Record {
			r := pair()
			r[0].NHS[0], r[1].NHS[0], r[1].Event = 7, 7, 104
			return r
		}, []int32{0, 1}, nil, nil},
		{"mother's number in one, both in the other", func() []Record {
			r := pair()
			r[0].NHS, r[1].NHS = [2]uint64{7, 8}, [2]uint64{8, 0}
			return r
		}, []int32{0, 0}, []string{"the StEIS and DATIX records have the same NHS number; same day"}, nil},
		{"NHS number and no date", func() []Record {
			r := pair()
			r[0].NHS[0], r[1].NHS[0], r[1].Event = 7, 7, 0
			return r
		}, []int32{0, 1}, nil, []string{"the StEIS and DATIX records: the same person, but a date is missing; a date is missing"}},
		{"hospital number of one organisation", func() []Record { r := pair(); r[0].Hospital[0], r[1].Hospital[0] = 7, 7; return r },
			[]int32{0, 0}, []string{"the StEIS and DATIX records have the same hospital number in one organisation; same day"}, nil},
		{"hospital number of two organisations", func() []Record {
			r := pair()
			r[0].Hospital[0], r[1].Hospital[0], r[1].Organisation = 7, 7, 2
			return comparable(r)
		}, []int32{0, 1, 2, 3}, nil, nil},
		{"two events of one woman stay two", func() []Record {
			r := pair()
			r[0].NHS[0], r[1].NHS[0] = 7, 7
			return append(r, Record{Source: Datix, Organisation: 1, Own: "12346", Event: 102, NHS: [2]uint64{7}},
				Record{Source: LFPSE, Organisation: 1, Own: "LF-2222", Event: 102, NHS: [2]uint64{7}})
		}, []int32{0, 0, 1, 1}, []string{"the StEIS and DATIX records have the same NHS number; same day", "the DATIX and LFPSE records have the same NHS number; same day"},
			[]string{"the StEIS and DATIX records: the same person, but the case already has another record of that system; 2 days apart",
				"the StEIS and LFPSE records: the same person, but the case already has another record of that system; 2 days apart",
				"the DATIX and LFPSE records: the same person, but the case already has another record of that system; 2 days apart"}},
		{"two incidents of one woman on one day are not chosen between", func() []Record {
			r := pair()
			r[0].NHS[0], r[1].NHS[0] = 7, 7
			return append(r, Record{Source: Datix, Organisation: 1, Own: "12346", Event: 100, NHS: [2]uint64{7}})
		}, []int32{0, 1, 2}, nil, []string{
			"the StEIS and DATIX records: the same person, but another record of that system is as near in time; same day",
			"the StEIS and DATIX records: the same person, but another record of that system is as near in time; same day",
			"the DATIX and DATIX records: one system, the same person and day: the same event twice, or two events; same day"}},
		{"a review dated by a death weeks later", func() []Record {
			return []Record{{Source: Datix, Own: "12345", Event: 100, NHS: [2]uint64{7}},
				{Source: PMRT, Own: "91234/1", Event: 125, Birth: 101, Death: 125, NHS: [2]uint64{7}}}
		}, []int32{0, 0}, []string{"the DATIX and PMRT records have the same NHS number; 1 day apart"}, nil},
		{"twins named together", func() []Record {
			return []Record{{Source: Datix, Own: "12345", Event: 100, Cited: cites(PMRT, "91234")},
				{Source: PMRT, Own: "91234/2", Event: 100}, {Source: PMRT, Own: "91234/1", Event: 100}}
		}, []int32{0, 0, 0}, []string{"the DATIX record names the PMRT reference; same day", "the DATIX record names the PMRT reference; same day",
			"two PMRT reviews are of two babies of one mother; same day"}, nil},
		{"twins by letters", func() []Record {
			return []Record{{Source: Datix, Own: "12345", Event: 100, Cited: cites(PMRT, "91234B")},
				{Source: PMRT, Own: "91234A", Event: 100}, {Source: PMRT, Own: "91234 B", Event: 100}}
		}, []int32{0, 0, 0}, []string{"the DATIX record names the PMRT reference; same day", "two PMRT reviews are of two babies of one mother; same day"}, nil},
		{"twins' reviews name one incident", func() []Record {
			return []Record{{Source: PMRT, Own: "91234/1", Event: 100, Cited: cites(Datix, "12345")}, {Source: PMRT, Own: "91234/2", Event: 109, Cited: cites(Datix, "12345")},
				{Source: Datix, Own: "12345", Event: 100}}
		}, []int32{0, 0, 0}, []string{"two PMRT reviews are of two babies of one mother; 9 days apart", "the PMRT record names the DATIX reference; same day",
			"the PMRT record names the DATIX reference; 9 days apart"}, nil},
		{"twins without any other record", func() []Record {
			return []Record{{Source: PMRT, Own: "91234/1", Event: 100}, {Source: PMRT, Own: "91234/2", Event: 100}}
		}, []int32{0, 0}, []string{"two PMRT reviews are of two babies of one mother; same day"}, nil},
		{"twins with an incident each on one day", func() []Record {
			return []Record{{Source: PMRT, Own: "91234/1", Event: 100, Cited: cites(Datix, "12345")}, {Source: PMRT, Own: "91234/2", Event: 100, Cited: cites(Datix, "12346")},
				{Source: Datix, Own: "12345", Event: 100}, {Source: Datix, Own: "12346", Event: 100}}
		}, []int32{0, 0, 0, 0}, []string{"two PMRT reviews are of two babies of one mother; same day", "the PMRT record names the DATIX reference; same day",
			"the PMRT record names the DATIX reference; same day"}, nil},
		{"twins with an incident each in different weeks", func() []Record {
			return []Record{{Source: PMRT, Own: "91234/1", Event: 100, Cited: cites(Datix, "12345")}, {Source: PMRT, Own: "91234/2", Event: 110, Cited: cites(Datix, "12346")},
				{Source: Datix, Own: "12345", Event: 100}, {Source: Datix, Own: "12346", Event: 110}}
		}, []int32{0, 1, 0, 1}, []string{"the PMRT record names the DATIX reference; same day", "the PMRT record names the DATIX reference; same day"},
			[]string{"the PMRT and PMRT records: a reference agrees, but the case already has another record of that system, of another day; 10 days apart"}},
		{"twins known by their mother", func() []Record {
			return []Record{{Source: StEIS, Own: "2026/1", Event: 100, NHS: [2]uint64{7}},
				{Source: PMRT, Own: "91234/1", Event: 101, NHS: [2]uint64{7}}, {Source: PMRT, Own: "91240/2", Event: 101, NHS: [2]uint64{7}}}
		}, []int32{0, 0, 0}, []string{"the StEIS and PMRT records have the same NHS number; 1 day apart", "two PMRT reviews are of two babies of one mother; same day"}, nil},
		{"mother's date of birth is a candidate", func() []Record { r := pair(); r[0].MotherBorn, r[1].MotherBorn = 50, 50; return r },
			[]int32{0, 1}, nil, []string{"the StEIS and DATIX records: the same organisation and mother's date of birth; same day"}},
		{"traits are a candidate", func() []Record { r := pair(); r[0].Traits[1], r[1].Traits[1] = 5, 5; return r },
			[]int32{0, 1}, nil, []string{"the StEIS and DATIX records: the same organisation and day, and what is known of the event agrees; same day"}},
		{"traits agree, but the NHS numbers do not", func() []Record {
			r := pair()
			r[0].Traits[1], r[1].Traits[1], r[0].NHS[0], r[1].NHS[0] = 5, 5, 1, 2
			return r
		}, []int32{0, 1}, nil, nil},
		{"a trait contradicts", func() []Record {
			r := pair()
			r[0].Traits, r[1].Traits = [4]uint16{1, 5}, [4]uint16{2, 5}
			return r
		}, []int32{0, 1}, nil, nil},
		{"two equally likely partners", func() []Record {
			r := append(pair(), Record{Source: Datix, Organisation: 1, Own: "9", Event: 100})
			for i := range r {
				r[i].Traits[0] = 5
			}
			return r
		}, []int32{0, 1, 2}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := tt.records()
			got := Cases(records, DefaultOptions())
			if d := cmp.Diff(tt.cases, got.Case); d != "" {
				t.Error("cases", d)
			}
			for _, list := range []struct {
				what string
				want []string
				got  []Link
			}{{"links", tt.links, got.Links}, {"candidates", tt.candidates, got.Candidates}} {
				if d := cmp.Diff(list.want, wordsOf(records, list.got)); d != "" {
					t.Error(list.what, d)
				}
			}
		})
	}
}

func wordsOf(records []Record, links []Link) []string {
	var words []string
	for _, l := range links {
		words = append(words, l.Words(records))
	}
	return words
}
