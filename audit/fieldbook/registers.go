package fieldbook

import (
	"siequity/audit/record"
	"siequity/audit/register"
	"siequity/rules"
	"siequity/rules/codes"
)

// A registerView is what the hand-kept registers say of single cases, by the number of
// the case: an entry that names any record of a case counts for all of them.
type registerView struct {
	panelGiven, sharingGiven bool
	panel                    map[int32]panelFacts
	sharing                  map[int32]sharingFacts
}

// panelFacts count who attended the review of one case. Nobody is named.
type panelFacts struct {
	attendees, ethnicityRecorded int
	external                     bool
}

// A ByCase is a register of single cases, with the number of the case that each of its
// lines is about; 0 where nobody can tell.
type ByCase struct{ Panel, Sharing []int32 }

// registerFields reads the registers for the rules. Until a register is given
// its fields have no data, and rules about them are unknown rather than failed.
func registerFields(b *Book) []derived {
	panel := func(name string, kind rules.FieldKind, get func(p panelFacts, ok bool) rules.Value) derived {
		return derived{rules.Field{Name: name, Kind: kind}, func(r *record.Record) rules.Value {
			if !b.registers.panelGiven {
				return rules.Nothing(rules.NoData)
			}
			p, ok := b.registers.panel[r.Case]
			return get(p, ok)
		}}
	}
	sharing := func(name string, kind rules.FieldKind, get func(f sharingFacts, ok bool) rules.Value) derived {
		return derived{rules.Field{Name: name, Kind: kind}, func(r *record.Record) rules.Value {
			if !b.registers.sharingGiven {
				return rules.Nothing(rules.NoData)
			}
			f, ok := b.registers.sharing[r.Case]
			return get(f, ok)
		}}
	}
	return []derived{
		panel("panel_recorded", rules.Answer, func(_ panelFacts, ok bool) rules.Value { return rules.Text(yesNo(ok)) }),
		panel("panel_attendees", rules.Number, func(p panelFacts, ok bool) rules.Value { return counted(p.attendees, ok) }),
		panel("panel_ethnicity_recorded", rules.Number, func(p panelFacts, ok bool) rules.Value { return counted(p.ethnicityRecorded, ok) }),
		panel("panel_external", rules.Answer, func(p panelFacts, ok bool) rules.Value {
			if !ok {
				return rules.Nothing(rules.Blank)
			}
			return rules.Text(yesNo(p.external))
		}),
		sharing("shared_lmns_date", rules.Date, func(f sharingFacts, ok bool) rules.Value {
			if !ok || f.lmns == 0 {
				return rules.Nothing(rules.Blank)
			}
			return rules.On(record.RuleDay(f.lmns))
		}),
		sharing("shared_family", rules.Answer, func(f sharingFacts, _ bool) rules.Value { return rules.Text(f.family.String()) }),
		sharing("shared_staff", rules.Answer, func(f sharingFacts, _ bool) rules.Value { return rules.Text(f.staff.String()) }),
	}
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func counted(n int, ok bool) rules.Value {
	if !ok {
		return rules.Nothing(rules.Blank)
	}
	return rules.Num(float64(n))
}

// TakeRegisters arranges the registers by case, and gives the rows that contradict an
// earlier line about the same case. Before it, rules know of no register.
func (b *Book) TakeRegisters(g *register.Registers, of ByCase, o codes.Options) []Contradiction {
	v := registerView{panelGiven: g.Given["panel"], sharingGiven: g.Given["sharing"], panel: map[int32]panelFacts{}, sharing: map[int32]sharingFacts{}}
	for i, a := range g.Panel {
		if n := of.Panel[i]; n > 0 && Attended(a.Attended) {
			v.panel[n] = v.panel[n].with(a, o)
		}
	}
	var against []Contradiction
	for i, s := range g.Sharing {
		if n := of.Sharing[i]; n > 0 {
			facts, found := v.sharing[n].with(s)
			v.sharing[n], against = facts, append(against, found...)
		}
	}
	b.registers = v
	return against
}

func (p panelFacts) with(a register.Attendee, o codes.Options) panelFacts {
	p.attendees++
	if o.Ethnicity(a.Ethnicity, codes.SchemeNHS2001).Status == codes.EthnicityValid {
		p.ethnicityRecorded++
	}
	p.external = p.external || codes.ReadAnswer(a.External).Answer == codes.AnswerYes
	return p
}

// Attended reads the register's own column; a blank counts as attended, since
// people list who was there.
func Attended(text string) bool {
	a := codes.ReadAnswer(text).Answer
	return a == codes.AnswerYes || a == codes.AnswerMissing || a == codes.AnswerPartly
}
