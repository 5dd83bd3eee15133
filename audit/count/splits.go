package count

import (
	"slices"

	"siequity/audit/fieldbook"
	"siequity/audit/record"
	"siequity/rules"
)

// The parts of a measure that the book counts beside the whole, as small numbers
// in the keys of tallies:
//
//   - what a finding on consideration rests on, and what stands in its place
//     where there is none: stated not considered is not the same as silence;
//   - what was taken for a mention and is none: a word in another sense, an answer of N/A;
//   - the year of the incentive scheme, whose thresholds differ;
//   - clocks that still run, which are not applicable for that reason alone.
const (
	splitBasis   = 1              // and on: Basis
	splitLabel   = splitBasis + 4 // and on: Label
	splitMention = splitLabel + 4 // and on: Mention
	splitNotDue  = splitMention + 3
	splitYear    = splitNotDue + 1 // and on: two for each row of the measure's table
	splitYears   = (255 - splitYear) / 2
)

// NotDue is the split of records whose clock still runs; in a scheme year it
// follows the year's own split.
const NotDue = "not_due"

// YearSplit names the part of a measure that falls in a year of the scheme.
func YearSplit(key string) string { return "scheme_year=" + key }

// BasisSplit names the part of a measure that rests on a basis.
func BasisSplit(b record.Basis) string { return "basis=" + b.String() }

// LabelSplit names the part of a failed measure that carries a label.
func LabelSplit(l record.Label) string { return "label=" + l.String() }

// MentionSplit names the part of those labelled mentioned that is no mention of the
// thing itself.
func MentionSplit(m record.Mention) string {
	return "mention=" + [...]string{"of_the_thing", "other_sense", "not_applicable"}[m]
}

// splitName words the split of a measure.
func splitName(m *rules.Measure, split uint8) string {
	switch {
	case split == 0:
		return ""
	case split < splitLabel:
		return BasisSplit(record.Basis(split - splitBasis))
	case split < splitMention:
		return LabelSplit(record.Label(split - splitLabel))
	case split < splitNotDue:
		return MentionSplit(record.Mention(split - splitMention))
	case split == splitNotDue:
		return NotDue
	}
	name := YearSplit(m.Targets.Rows[(split-splitYear)/2].Key)
	if (split-splitYear)%2 == 1 {
		name += " " + NotDue
	}
	return name
}

// unsplit tells at once that an outcome counts in no part of its measure, as most do.
func (e *evaluator) unsplit(m int, o *rules.Outcome) bool {
	return e.splits[m] < 0 && o.Why != rules.NotDue && e.set.Measures[m].Targets == nil
}

// parts lists the splits under which a record counts in a measure, 0 for none.
func (e *evaluator) parts(m int, b *fieldbook.Recaller, o rules.Outcome) (splits [3]uint8) {
	splits[0] = e.finding(m, b, o)
	due := o.Why == rules.NotDue
	switch {
	case due:
		splits[1] = splitNotDue
	case splits[0] == splitLabel+uint8(record.Mentioned):
		splits[1] = e.mention(m, b)
	}
	if t := e.set.Measures[m].Targets; t != nil {
		key := b.Value(t.Key).Text()
		at := slices.IndexFunc(t.Rows, func(r rules.Row) bool { return r.Key == key })
		if at >= 0 && at < splitYears {
			splits[2] = splitYear + uint8(2*at)
			if due {
				splits[2]++
			}
		}
	}
	return splits
}

// finding tells what a verdict on consideration rests on.
func (e *evaluator) finding(m int, b *fieldbook.Recaller, o rules.Outcome) uint8 {
	d := e.splits[m]
	switch {
	case d < 0:
		return 0
	case o.Verdict == rules.Pass:
		return splitBasis + uint8(b.View(record.Dimension(d)).Basis)
	case o.Verdict == rules.Fail:
		return splitLabel + uint8(b.View(record.Dimension(d)).Label)
	}
	return 0
}

// mention tells what stands behind a finding of a mention, 0 where it is one.
func (e *evaluator) mention(m int, b *fieldbook.Recaller) uint8 {
	if v := b.View(record.Dimension(e.splits[m])); v.Mention != record.OfTheThing {
		return splitMention + uint8(v.Mention)
	}
	return 0
}

// splitters finds the measures that are shown split by the basis of a dimension.
func splitters(set *rules.Set) []int {
	out := make([]int, len(set.Measures))
	for i, m := range set.Measures {
		out[i] = -1
		for _, d := range record.Dimensions() {
			if m.Split == d.String()+"_basis" {
				out[i] = int(d)
			}
		}
	}
	return out
}
