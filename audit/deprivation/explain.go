package deprivation

import (
	"context"
	"fmt"
	"strings"

	"siequity/audit/deprivation/area"
	"siequity/rules/codes"
)

// An Answer says what the lookups give for one postcode or LSOA code and how they
// got it. It holds no part of a postcode: the asker knows what was asked by its
// place.
type Answer struct {
	Place  int      // of the input, from 1
	Kind   string   // "postcode" or "LSOA code"
	Places []Place  // one for each vintage at hand, earlier first; the Lookup's own if none is
	How    []string // the steps, in order
}

// Explain looks up inputs of both kinds. It resolves the postcodes among them, and
// so forgets what an earlier Resolve found.
func (l *Lookup) Explain(ctx context.Context, inputs []string) ([]Answer, error) {
	var w Wanted
	keys := make([]Key, len(inputs))
	for i, in := range inputs {
		if !lsoaLike(in) {
			keys[i] = w.Add(in)
		}
	}
	if err := l.Resolve(ctx, &w); err != nil {
		return nil, err
	}
	answers := make([]Answer, len(inputs))
	for i, in := range inputs {
		answers[i] = l.answer(in, keys[i])
		answers[i].Place = i + 1
	}
	return answers, nil
}

func lsoaLike(text string) bool {
	clean := cleanCode(text)
	_, ok := area.Parse(clean)
	return ok || area.OtherKind(clean)
}

func (l *Lookup) answer(in string, k Key) Answer {
	a := Answer{Kind: "postcode"}
	place := func(v Vintage) Place { return l.PostcodeAt(v, k) }
	if lsoaLike(in) {
		a.Kind = "LSOA code"
		place = func(v Vintage) Place { return l.LSOAAt(v, in, area.UnknownCensus) }
	} else {
		a.How = append(a.How, "read as: "+codes.Postcode(in).Why)
	}
	for _, v := range l.vintages() {
		p := place(v)
		a.Places = append(a.Places, p)
		a.How = append(a.How, p.Words())
	}
	return a
}

func (l *Lookup) vintages() []Vintage {
	var list []Vintage
	for _, t := range l.Tables() {
		list = append(list, t.Vintage)
	}
	if len(list) == 0 {
		list = append(list, l.vintage)
	}
	return list
}

// Words tells a place in one line: the vintage, what is known, by which road, and
// what to be wary of.
func (p Place) Words() string {
	var b strings.Builder
	fmt.Fprintf(&b, "IMD %d: %s", p.Vintage, p.Status)
	if p.Status == OutsideEngland && p.Nation != 0 {
		fmt.Fprintf(&b, " (%s)", p.Nation)
	}
	if p.Decile > 0 {
		fmt.Fprintf(&b, ", decile %d", p.Decile)
	}
	if p.Quintile > 0 {
		fmt.Fprintf(&b, ", quintile %d (1 = most deprived)", p.Quintile)
	}
	if p.Rank > 0 {
		fmt.Fprintf(&b, ", rank %d of %d", p.Rank, p.Vintage.Areas())
	}
	if p.Basis != BasisNone {
		fmt.Fprintf(&b, ", by the %s", p.Basis)
	}
	if p.Notes != 0 {
		fmt.Fprintf(&b, "; %s", p.Notes)
	}
	return b.String()
}
