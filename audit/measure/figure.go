package measure

import "siequity/audit/stats"

// Level is the confidence level of every interval in a pack.
const Level = 0.95

// A Figure is a percentage with what must stand beside it.
type Figure struct {
	Numerator, Denominator int
	NotApplicable, Unknown int
	Percent                float64 // 0 to 100; meaningless when Denominator is 0
	Interval               stats.Interval
}

// Of makes a figure of a tally: passes among those judged, with Wilson's
// interval (see stats.Wilson), limits in per cent.
func Of(t Tally) Figure {
	f := Figure{Numerator: t.Pass, Denominator: t.N(), NotApplicable: t.NotApplicable, Unknown: t.Unknown}
	e := stats.Wilson(float64(f.Numerator), float64(f.Denominator), Level)
	f.Interval = e.Interval.Scale(100)
	if f.Denominator > 0 {
		f.Percent = 100 * float64(f.Numerator) / float64(f.Denominator)
	}
	return f
}

// Known reports whether there is a percentage at all.
func (f Figure) Known() bool { return f.Denominator > 0 }
