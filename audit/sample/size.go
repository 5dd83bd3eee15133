package sample

import (
	"fmt"
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/sampling"
)

// Size says how many cases to draw: exactly one of All, Cases, Margin and
// Detect.
type Size struct {
	All    bool    `json:"all,omitempty"`    // every one
	Cases  int     `json:"cases,omitempty"`  // this many, those taken for sure among them
	Margin float64 `json:"margin,omitempty"` // so that a share is known to within this, such as 0.1
	Share  float64 `json:"share,omitempty"`  // expected, for Margin; a half when 0
	Detect float64 `json:"detect,omitempty"` // so that a problem of this share of the cases is found
	Level  float64 `json:"level,omitempty"`  // of confidence; 0.95 when 0
}

func (s Size) check(f *faults) {
	ways := 0
	for _, given := range []bool{s.All, s.Cases != 0, s.Margin != 0, s.Detect != 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		f.add("give a number of cases, or a margin such as 0.1, or the share of a problem to find such as 0.05, or all",
			"the size of the draw must be said in exactly one way, not %d", ways)
	}
	if s.Cases < 0 {
		f.add("", "the number of cases must not be negative")
	}
	for _, share := range []struct {
		name  string
		value float64
	}{{"margin", s.Margin}, {"expected share", s.Share}, {"share to detect", s.Detect}} {
		if !(share.value >= 0 && share.value < 1) {
			f.add("write 10% as 0.1", "the %s must lie between 0 and 1, not %v", share.name, share.value)
		}
	}
	if s.Level != 0 && stats.CheckLevel(s.Level) != "" {
		f.add("write 95% as 0.95", "the level of confidence must lie between 0 and 1, not %v", s.Level)
	}
}

// resolve works out the number of cases from the frame's size and the number
// taken for sure, and why it is that.
func (d Design) resolve(frame, certain int) (n int, words string, err error) {
	rest, level := frame-certain, d.Level()
	switch s := d.Size; {
	case s.All:
		return frame, "Every case is taken.", nil
	case s.Cases > 0 && s.Cases < certain:
		return 0, "", Fault{fmt.Sprintf("%d cases are to be taken for sure, more than the %d asked for", certain, s.Cases), "ask for more cases, or take fewer for sure"}
	case s.Cases > frame:
		return frame, fmt.Sprintf("%d cases were asked for; there are only %d, and every one is taken.", s.Cases, frame), nil
	case s.Cases > 0:
		return s.Cases, fmt.Sprintf("%d cases were asked for.", s.Cases), nil
	case s.Margin > 0:
		return d.forMargin(rest, certain, level)
	default:
		return d.forDetection(rest, certain, level)
	}
}

func (d Design) forMargin(rest, certain int, level float64) (int, string, error) {
	share := d.Size.Share
	if share == 0 {
		share = 0.5
	}
	if rest == 0 {
		return certain, "Every case is taken for sure.", nil
	}
	size := sampling.SizeForProportion(share, d.Size.Margin, level, rest)
	if !size.Size.OK() {
		return 0, "", Fault{"the size cannot be worked out: " + size.Size.Why, ""}
	}
	n := int(size.Size.V)
	words := fmt.Sprintf("To know a share of about %s to within %s points at %s confidence takes %d of %d cases "+
		"(Cochran, with the correction for a finite frame; %.0f without it).",
		percent(share), points(d.Size.Margin), percent(level), n, rest, math.Ceil(size.Infinite.V))
	return n + certain, words + alsoCertain(certain), nil
}

func (d Design) forDetection(rest, certain int, level float64) (int, string, error) {
	if rest == 0 {
		return certain, "Every case is taken for sure.", nil
	}
	faulty := int(math.Ceil(d.Size.Detect*float64(rest) - 1e-9))
	found := sampling.SizeForDetection(rest, faulty, 0, level)
	if !found.Size.OK() {
		return 0, "", Fault{"the size cannot be worked out: " + found.Size.Why, ""}
	}
	n := int(found.Size.V)
	words := fmt.Sprintf("If %d of %d cases (%s) have a problem, %d cases find at least one of them with %s confidence "+
		"(exact hypergeometric, for a plain draw; close for strata in proportion).", faulty, rest, percent(d.Size.Detect), n, percent(level))
	return n + certain, words + alsoCertain(certain), nil
}

func alsoCertain(certain int) string {
	if certain == 0 {
		return ""
	}
	return fmt.Sprintf(" The %d taken for sure are added.", certain)
}

func percent(share float64) string { return fmt.Sprintf("%.4g%%", 100*share) }
func points(share float64) string  { return fmt.Sprintf("%.4g", 100*share) }
