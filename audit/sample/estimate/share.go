package estimate

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/sampling"
)

// Share is an estimated share of the cases of the frame.
type Share struct {
	Read   int      `json:"read"`            // cases read with an answer, in the group or not
	Cases  int      `json:"cases"`           // of those, in the group
	Yes    int      `json:"yes"`             // of those, met
	Share  *float64 `json:"share"`           // weighted, 0 to 1; null when not calculable
	Lower  *float64 `json:"lower"`           // null when there is no interval
	Upper  *float64 `json:"upper"`           //
	Level  float64  `json:"level"`           // of the interval
	Total  *float64 `json:"total,omitempty"` // estimated number of cases of the frame
	Method string   `json:"method,omitempty"`
	Census bool     `json:"census,omitempty"` // every case was read: no sampling error
	Why    string   `json:"why,omitempty"`    // why there is no share or no interval
	Weak   string   `json:"weak,omitempty"`   // why it should be shown with care or not at all
	Notes  []string `json:"notes,omitempty"`
}

// Methods of an interval, besides those of package sampling.
const (
	MethodSmoothed = "Korn-Graubard, with strata of one answer smoothed"
	MethodBound    = "exact over the strata"
	MethodKish     = "Clopper-Pearson exact on the effective number"
)

// Of estimates the share of cases of the group that are met. Readings outside
// the group must be given too: they carry how large the group is.
func Of(strata []Stratum, readings []Reading, level float64) Share {
	s := Share{Read: len(readings), Level: level}
	for _, r := range readings {
		if r.In {
			s.Cases++
			if r.Yes {
				s.Yes++
			}
		}
	}
	cells, notes, why := fill(strata, readings)
	if lw := stats.CheckLevel(level); why == "" {
		why = lw
	}
	if why == "" && s.Cases == 0 {
		why = "no case that was read belongs here"
	}
	if why != "" {
		s.Why = why
		return s
	}
	s.Notes = notes
	s.point(cells)
	s.put(cells)
	s.Weak = s.weakness()
	return s
}

// point sets the weighted share and total.
func (s *Share) point(cells []cell) {
	size, sum := 0.0, 0.0
	s.Census = true
	for _, c := range cells {
		s.Census = s.Census && c.whole()
		if c.in > 0 {
			size += c.weight() * float64(c.in)
			sum += c.weight() * float64(c.yes)
		}
	}
	share := sum / size
	s.Share, s.Total = &share, &sum
}

// put sets the interval.
func (s *Share) put(cells []cell) {
	i := s.interval(cells)
	s.Method = i.Method
	if !i.OK() {
		s.Why = i.Why
		return
	}
	lower, upper := max(0, min(i.Lower, *s.Share)), min(1, max(i.Upper, *s.Share))
	s.Lower, s.Upper = &lower, &upper
}

func (s *Share) interval(cells []cell) stats.Interval {
	everybody := s.Cases == s.Read
	switch {
	case s.Census:
		return stats.NoInterval(s.Level, "", sampling.WhyCensus)
	case everybody && len(cells) == 1:
		c := cells[0]
		return sampling.MarkedInPopulation(c.yes, c.read, c.population, s.Level).Proportion.Interval
	case everybody && (s.Yes == 0 || s.Yes == s.Cases):
		return boundAtEnd(cells, s.Yes > 0, s.Level)
	case s.Yes == 0 || s.Yes == s.Cases:
		return s.kish(cells)
	}
	return s.kornGraubard(cells)
}

// kish is the exact interval on the effective number of the group's cases, for
// a group of which none or all are met.
func (s *Share) kish(cells []cell) stats.Interval {
	sum, squares := 0.0, 0.0
	for _, c := range cells {
		if c.in == 0 {
			continue
		}
		w := c.weight()
		sum += w * float64(c.in)
		squares += w * w * float64(c.in)
	}
	n := max(1, int(math.Floor(sum*sum/squares+1e-9)))
	x := 0
	if s.Yes > 0 {
		x = n
	}
	i := stats.ClopperPearson(x, n, s.Level).Interval
	i.Method = MethodKish
	return i
}

// weakness follows the presentation standards of the US National Center for
// Health Statistics (Parker 2017).
func (s *Share) weakness() string {
	switch {
	case s.Census:
		return ""
	case s.Cases < 30:
		return "fewer than 30 cases were read"
	case s.Lower == nil:
		return s.Why
	case *s.Upper-*s.Lower >= 0.30:
		return "the interval is as wide as 30 percentage points"
	}
	return ""
}
