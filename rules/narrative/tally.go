package narrative

import "slices"

// MaxEvidence is the greatest number of passages that a finding shows.
const MaxEvidence = 4

// kept is how many findings of each label a tally keeps for a dimension: enough
// to choose from, so that memory does not grow with the text.
const kept = 12

// A tally gathers the findings of a record.
type tally struct {
	found [3][4][]found // by dimension and label
}

// clear forgets the findings, those fallen out of the lists too, and keeps their room.
func (t *tally) clear() {
	for d := range t.found {
		for l, list := range t.found[d] {
			clear(list[:cap(list)])
			t.found[d][l] = list[:0]
		}
	}
}

// add takes a finding; of many it keeps the weightiest, the earliest first.
func (t *tally) add(f found) {
	list := append(t.found[f.dim][f.label], f)
	slices.SortStableFunc(list, func(a, b found) int { return b.weight - a.weight })
	t.found[f.dim][f.label] = list[:min(len(list), kept)]
}

// retract takes back a finding that the next sentence answers otherwise.
func (t *tally) retract(f found) {
	list := t.found[f.dim][f.label]
	for i := range list {
		if list[i].evidence[0] == f.evidence[0] {
			t.found[f.dim][f.label] = slices.Delete(list, i, i+1)
			return
		}
	}
}

func (t *tally) reading() Reading {
	var out Reading
	for _, d := range Dimensions() {
		out[d] = t.finding(d)
	}
	return out
}

// finding chooses the label of a dimension and its evidence.
func (t *tally) finding(d Dimension) Finding {
	by := t.found[d]
	label := Absent
	for _, l := range []Label{Considered, ExplicitlyNot, Mentioned} {
		if len(by[l]) > 0 {
			label = l
			break
		}
	}
	if label == Absent {
		return Finding{Reason: "no cue found"}
	}
	check := label == Considered && len(by[ExplicitlyNot]) > 0
	if late, ok := t.latest(d); ok && late != label {
		label, check = late, true
	}
	list := by[label]
	return Finding{Label: label, Evidence: evidence(list), Reason: list[0].reason, Check: check || list[0].check}
}

// latest returns the label of the last version of the report that says whether
// the dimension was looked at, if versions differ.
func (t *tally) latest(d Dimension) (Label, bool) {
	version := func(l Label) int {
		v := -1
		for _, f := range t.found[d][l] {
			v = max(v, f.version)
		}
		return v
	}
	yes, no := version(Considered), version(ExplicitlyNot)
	switch {
	case yes < 0 || no < 0 || yes == no:
		return Absent, false
	case no > yes:
		return ExplicitlyNot, true
	}
	return Considered, true
}

// evidence lists the passages of findings, each once, best first.
func evidence(list []found) []Evidence {
	var out []Evidence
	for _, f := range list {
		for _, e := range f.evidence {
			seen := slices.ContainsFunc(out, func(o Evidence) bool { return o.Part == e.Part && o.Start < e.End && e.Start < o.End })
			if !seen && len(out) < MaxEvidence {
				out = append(out, e)
			}
		}
	}
	return out
}
