package stats

import (
	"math"

	"siequity/audit/stats/dist"
)

// Band is one stratum of a directly standardised rate, such as an age band.
type Band struct {
	Events     float64
	Population float64
	Standard   float64 // the standard population's size in this band
	// Variance is that of Events when one person can have several: the sum,
	// over people, of their events squared. 0 takes events as independent, so
	// that it equals Events.
	Variance float64
}

// WhyFewEvents is why a directly standardised rate is withheld.
const WhyFewEvents = "fewer than 10 events in all: too few to standardise"

// DirectlyStandardisedRate returns the rate per the study population would
// have with the standard population's make-up, with the limits of Dobson et
// al. (1991) on Byar's. It is not calculable under ten events in all, or when
// a band has nobody in it.
func DirectlyStandardisedRate(bands []Band, level, per float64) Estimate {
	if why := firstWhy(CheckLevel(level), checkBands(bands)); why != "" {
		return NoEstimate(level, MethodDobson, why)
	}
	var weights, rate, variance, events []float64
	for _, b := range bands {
		weights = append(weights, b.Standard)
		events = append(events, b.Events)
		rate = append(rate, b.Standard*b.Events/b.Population)
		variance = append(variance, b.Standard*b.Standard*b.variance()/(b.Population*b.Population))
	}
	total, w := dist.Sum(events), dist.Sum(weights)
	if total < ByarFrom {
		return NoEstimate(level, MethodDobson, WhyFewEvents)
	}
	value := dist.Sum(rate) / w
	scale := math.Sqrt(dist.Sum(variance) / (w * w) / total)
	lower, upper := ByarCount(total, level)
	if why := firstWhy(lower.Why, upper.Why); why != "" {
		return NoEstimate(level, MethodDobson, why)
	}
	return Estimate{Of(value * per), NewInterval(
		(value+scale*(lower.V-total))*per, (value+scale*(upper.V-total))*per, level, MethodDobson)}
}

func (b Band) variance() float64 {
	if b.Variance > 0 {
		return b.Variance
	}
	return b.Events
}

func checkBands(bands []Band) string {
	standard := 0.0
	for _, b := range bands {
		if !(b.Events >= 0) || !(b.Standard >= 0) || !(b.Variance >= 0) {
			return WhyNegative
		}
		if !(b.Population > 0) {
			return "a band has nobody in it"
		}
		standard += b.Standard
	}
	return when(!(standard > 0), "the standard population is empty")
}
