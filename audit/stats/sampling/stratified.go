package sampling

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Stratum is one stratum of a simple random sample within strata.
type Stratum struct {
	Population int // units in the stratum
	Sampled    int // units drawn and answered
	Marked     int // of those, with the mark
}

// Interval methods of a stratified proportion, as in R's survey::svyciprop.
const (
	MethodMean   = "t on the proportion"
	MethodLogit  = "t on the log odds"
	MethodBeta   = "Korn-Graubard" // the one to show
	MethodWilson = "Wilson on the effective size"
)

// Proportion is a stratified estimate of a proportion and of the total.
type Proportion struct {
	P, SE          stats.Value
	Total, TotalSE stats.Value
	DF             stats.Value // sampled units less strata, certainty strata counted
	EffectiveSize  stats.Value // simple random sample of the same variance
	DesignEffect   stats.Value
	Mean, Logit    stats.Interval
	Beta, Wilson   stats.Interval
	// Best is the interval to show: exact for a single stratum, Korn-Graubard
	// for several, exact again at 0 or 1; none for a census.
	Best   stats.Interval
	Census bool // every unit was taken: there is no sampling error
}

// Why an interval or error is missing.
const (
	WhySingle   = "a stratum gave a single unit of several: it shows no variance"
	WhyUnseen   = "a stratum has units but none were sampled"
	WhyCensus   = "every unit was reviewed: no sampling error"
	whyNoUnits  = "no units were sampled"
	whyAtTheEnd = "no sampled unit, or every one, has the mark: use the exact interval"
	whyNoDF     = "too few units to judge the error: as many strata as units"
)

// StratifiedProportion estimates the population's proportion from strata:
// p = sum N_h p_h / N, variance sum (N_h/N)^2 (1-n_h/N_h) p_h(1-p_h)/(n_h-1).
// A stratum taken whole adds no variance; one unit of several leaves none.
func StratifiedProportion(strata []Stratum, level float64) Proportion {
	s, why := addStrata(strata)
	if lw := stats.CheckLevel(level); why == "" {
		why = lw
	}
	if why != "" {
		return noProportion(level, why)
	}
	out := Proportion{
		P: stats.Of(s.p), Total: stats.Of(s.population * s.p),
		DF: stats.Of(s.df), Census: s.sampled == s.population,
	}
	if s.single {
		out.withoutError(level, WhySingle)
		return out
	}
	se := math.Sqrt(s.variance)
	out.SE, out.TotalSE = stats.Of(se), stats.Of(s.population*se)
	out.EffectiveSize, out.DesignEffect = s.effect()
	out.intervals(s, level)
	return out
}

func noProportion(level float64, why string) Proportion {
	none := stats.NotCalculable(why)
	p := Proportion{P: none, Total: none, DF: none}
	p.withoutError(level, why)
	return p
}

func (p *Proportion) withoutError(level float64, why string) {
	none := stats.NotCalculable(why)
	p.SE, p.TotalSE, p.EffectiveSize, p.DesignEffect = none, none, none, none
	p.Mean = stats.NoInterval(level, MethodMean, why)
	p.Logit = stats.NoInterval(level, MethodLogit, why)
	p.Beta = stats.NoInterval(level, MethodBeta, why)
	p.Wilson = stats.NoInterval(level, MethodWilson, why)
	p.Best = p.Beta
}

// strataSums gathers what the intervals need.
type strataSums struct {
	population, sampled, marked float64
	strata                      int
	p, variance, df             float64
	single                      bool
	only                        Stratum
}

func addStrata(strata []Stratum) (strataSums, string) {
	var s strataSums
	for _, h := range strata {
		if h.Marked < 0 || h.Sampled < h.Marked || h.Population < h.Sampled {
			return s, "a stratum has more marked than sampled, or more sampled than it holds"
		}
		if h.Population == 0 {
			continue
		}
		if h.Sampled == 0 {
			return s, WhyUnseen
		}
		s.add(h)
	}
	if s.strata == 0 {
		return s, whyNoUnits
	}
	s.p /= s.population
	s.variance /= s.population * s.population
	s.df = s.sampled - float64(s.strata)
	return s, ""
}

func (s *strataSums) add(h Stratum) {
	big, n, x := float64(h.Population), float64(h.Sampled), float64(h.Marked)
	s.population += big
	s.sampled += n
	s.marked += x
	s.strata++
	s.only = h
	s.p += big * x / n
	switch {
	case h.Sampled == h.Population: // certainty: no variance
	case h.Sampled == 1:
		s.single = true
	default:
		s.variance += big * big * (1 - n/big) * (x / n) * (1 - x/n) / (n - 1)
	}
}

// atTheEnd reports that no sampled unit, or every one, has the mark.
func (s strataSums) atTheEnd() bool { return s.marked == 0 || s.marked == s.sampled }

func (s strataSums) effect() (size, effect stats.Value) {
	if s.variance == 0 {
		why := WhyCensus
		if s.atTheEnd() {
			why = whyAtTheEnd
		}
		return stats.NotCalculable(why), stats.NotCalculable(why)
	}
	simple := s.p * (1 - s.p) / (s.sampled - 1) * (1 - s.sampled/s.population)
	return stats.Of(s.p * (1 - s.p) / s.variance), stats.Of(s.variance / simple)
}

func (p *Proportion) intervals(s strataSums, level float64) {
	tail := (1 - level) / 2
	t := dist.StudentQuantile(1-tail, s.df)
	se := math.Sqrt(s.variance)
	switch {
	case s.variance == 0:
		why := p.EffectiveSize.Why
		p.Mean = stats.NewInterval(s.p, s.p, level, MethodMean)
		p.Logit = stats.NoInterval(level, MethodLogit, why)
		p.Beta = stats.NoInterval(level, MethodBeta, why)
		p.Wilson = stats.NoInterval(level, MethodWilson, why)
	case s.df < 1:
		p.Mean = stats.NoInterval(level, MethodMean, whyNoDF)
		p.Logit = stats.NoInterval(level, MethodLogit, whyNoDF)
		p.Beta = stats.NoInterval(level, MethodBeta, whyNoDF)
		p.Wilson = stats.NoInterval(level, MethodWilson, whyNoDF)
	default:
		p.Mean = stats.NewInterval(s.p-t*se, s.p+t*se, level, MethodMean)
		p.Logit = logitInterval(s.p, se, t, level)
		p.Beta = kornGraubard(s.p, p.EffectiveSize.V, s.sampled, t, level)
		lower, upper := stats.WilsonLimits(s.p, p.EffectiveSize.V, t)
		p.Wilson = stats.NewInterval(lower, upper, level, MethodWilson)
	}
	p.Best = p.best(s, level)
}

// best is the exact hypergeometric interval for a single stratum, else
// Korn-Graubard, or Clopper-Pearson on the units sampled where the sample is
// all or nothing and every design-based interval breaks.
func (p *Proportion) best(s strataSums, level float64) stats.Interval {
	switch {
	case p.Census:
		return stats.NoInterval(level, MethodBeta, WhyCensus)
	case s.strata == 1:
		return MarkedInPopulation(s.only.Marked, s.only.Sampled, s.only.Population, level).Proportion.Interval
	case s.atTheEnd():
		return stats.ClopperPearson(int(s.marked), int(s.sampled), level).Interval
	}
	return p.Beta
}

func logitInterval(p, se, t, level float64) stats.Interval {
	centre, half := math.Log(p/(1-p)), t*se/(p*(1-p))
	expit := func(l float64) float64 { return 1 / (1 + math.Exp(-l)) }
	return stats.NewInterval(expit(centre-half), expit(centre+half), level, MethodLogit)
}

// kornGraubard is Clopper-Pearson on the effective size, adjusted for the
// degrees of freedom (Korn & Graubard 1998).
func kornGraubard(p, effective, sampled, t, level float64) stats.Interval {
	tail := (1 - level) / 2
	adjust := dist.StudentQuantile(1-tail, sampled-1) / t
	n := effective * adjust * adjust
	lower := dist.BetaQuantile(tail, n*p, n*(1-p)+1)
	upper := dist.BetaQuantile(1-tail, n*p+1, n*(1-p))
	return stats.NewInterval(lower, upper, level, MethodBeta)
}

// Presentable returns "" or why an estimate should not be shown, by the
// presentation standards of the US National Center for Health Statistics
// (Parker 2017): fewer than 30 units, in fact or in effect; an interval as wide
// as 0.30; or one wider than 0.05 and than 1.3 times the proportion.
func (p Proportion) Presentable(sampled int) string {
	if !p.P.OK() {
		return p.P.Why
	}
	if p.Census {
		return ""
	}
	width := p.Best.Upper - p.Best.Lower
	switch {
	case sampled < 30 || p.EffectiveSize.OK() && p.EffectiveSize.V < 30:
		return "fewer than 30 cases, in fact or in effect"
	case !p.Best.OK():
		return p.Best.Why
	case width >= 0.30:
		return "the interval is as wide as 30 percentage points"
	case width > 0.05 && width > 1.3*p.P.V:
		return "the interval is wider than 1.3 times the figure"
	}
	return ""
}
