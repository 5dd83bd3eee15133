package fieldbook

import (
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/audit/register"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
	"siequity/rules/codes"
)

// A registerView is what the hand-kept registers say of single cases, by the
// folded reference under which they name them.
type registerView struct {
	panelGiven, sharingGiven bool
	panel                    map[string]panelFacts
	sharing                  map[string]sharingFacts
}

// panelFacts count who attended the review of one case. Nobody is named.
type panelFacts struct {
	attendees, ethnicityRecorded int
	external                     bool
}

// sharingFacts say with whom the learning of one case was shared.
type sharingFacts struct {
	lmns          field.Day
	family, staff string // answers, in the words of codes.Answer
}

// find looks for the record under each reference that it carries: a register may
// name a case by its StEIS or its DATIX number.
func find[T any](s *reading.Readings, r *record.Record, m map[string]T) (T, bool) {
	for _, source := range reading.ReferenceOrder {
		text, state := r.Text(s.ReferenceField(source))
		if state != incidents.Present {
			continue
		}
		if v, ok := m[reading.CaseKey(text)]; ok {
			return v, true
		}
	}
	var none T
	return none, false
}

// registerFields reads the registers for the rules. Until a register is given
// its fields have no data, and rules about them are unknown rather than failed.
func registerFields(b *Book, s *reading.Readings) []derived {
	panel := func(name string, kind rules.FieldKind, get func(p panelFacts, ok bool) rules.Value) derived {
		return derived{rules.Field{Name: name, Kind: kind}, func(r *record.Record) rules.Value {
			if !b.registers.panelGiven {
				return rules.Nothing(rules.NoData)
			}
			return get(find(s, r, b.registers.panel))
		}}
	}
	sharing := func(name string, kind rules.FieldKind, get func(f sharingFacts, ok bool) rules.Value) derived {
		return derived{rules.Field{Name: name, Kind: kind}, func(r *record.Record) rules.Value {
			if !b.registers.sharingGiven {
				return rules.Nothing(rules.NoData)
			}
			return get(find(s, r, b.registers.sharing))
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
		sharing("shared_family", rules.Answer, func(f sharingFacts, _ bool) rules.Value { return rules.Text(f.family) }),
		sharing("shared_staff", rules.Answer, func(f sharingFacts, _ bool) rules.Value { return rules.Text(f.staff) }),
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

// TakeRegisters arranges the registers by case. Before it, rules know of none.
func (b *Book) TakeRegisters(g *register.Registers, o codes.Options) {
	v := registerView{panelGiven: g.Given["panel"], sharingGiven: g.Given["sharing"], panel: map[string]panelFacts{}, sharing: map[string]sharingFacts{}}
	for _, a := range g.Panel {
		if Attended(a.Attended) {
			v.attend(a, o)
		}
	}
	for _, s := range g.Sharing {
		v.sharing[reading.CaseKey(s.Case)] = sharingFacts{lmns: s.LMNS, family: string(codes.ReadAnswer(s.Family).Answer), staff: shared(s.Staff)}
	}
	b.registers = v
}

func (v *registerView) attend(a register.Attendee, o codes.Options) {
	p := v.panel[reading.CaseKey(a.Case)]
	p.attendees++
	if o.Ethnicity(a.Ethnicity, codes.SchemeNHS2001).Status == codes.EthnicityValid {
		p.ethnicityRecorded++
	}
	p.external = p.external || codes.ReadAnswer(a.External).Answer == codes.AnswerYes
	v.panel[reading.CaseKey(a.Case)] = p
}

// Attended reads the register's own column; a blank counts as attended, since
// people list who was there.
func Attended(text string) bool {
	a := codes.ReadAnswer(text).Answer
	return a == codes.AnswerYes || a == codes.AnswerMissing || a == codes.AnswerPartly
}

// shared reads how learning was shared with staff: any way counts as yes.
func shared(text string) string {
	switch a := codes.ReadAnswer(text).Answer; a {
	case codes.AnswerUnmapped:
		return string(codes.AnswerYes)
	default:
		return string(a)
	}
}
