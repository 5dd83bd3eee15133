package vectors_test

import (
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

func TestIntervalsVectors(t *testing.T) {
	if got := idle(t, distributionMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
	if got := idle(t, intervalMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

func distributionMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"dist_qnorm": with(func(in struct{ P float64 }) map[string]any {
			return map[string]any{"q": dist.NormalQuantile(in.P)}
		}),
		"dist_qt": with(func(in struct{ P, Df float64 }) map[string]any {
			return map[string]any{"q": stats.Of(dist.StudentQuantile(in.P, in.Df))}
		}),
		"dist_qchisq": with(func(in struct{ P, Df float64 }) map[string]any {
			return map[string]any{"q": stats.Of(dist.ChiSquaredQuantile(in.P, in.Df))}
		}),
		"dist_chisq_sf": with(func(in struct{ X, Df float64 }) map[string]any {
			return map[string]any{"p": stats.Of(dist.ChiSquaredUpper(in.X, in.Df))}
		}),
		"dist_qbeta": with(func(in struct{ P, A, B float64 }) map[string]any {
			return map[string]any{"q": stats.Of(dist.BetaQuantile(in.P, in.A, in.B))}
		}),
		"dist_hypergeom": with(func(in struct{ X, K, NminusK, N int }) map[string]any {
			tails := dist.Hypergeometric{Marked: in.K, Unmarked: in.NminusK, Drawn: in.N}.Tails(in.X)
			return map[string]any{"pmf": tails.At, "cdf": tails.AtMost(), "sf_incl": tails.AtLeast()}
		}),
	}
}

func limits(i stats.Interval) (lower, upper stats.Value) {
	if !i.OK() {
		return stats.NotCalculable(i.Why), stats.NotCalculable(i.Why)
	}
	return stats.Of(i.Lower), stats.Of(i.Upper)
}

func estimate(name string, e stats.Estimate) map[string]any {
	lower, upper := limits(e.Interval)
	return map[string]any{name: e.Value, "lower": lower, "upper": upper}
}

type proportionCase struct{ X, N, Conf float64 }

type rateCase struct {
	X, N, Conf float64
	Per        *float64
}

func (c rateCase) per() float64 {
	if c.Per == nil {
		return 1
	}
	return *c.Per
}

func intervalMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"wilson": with(func(in proportionCase) map[string]any {
			return estimate("p", stats.Wilson(in.X, in.N, in.Conf))
		}),
		"clopper_pearson": with(func(in proportionCase) map[string]any {
			return estimate("p", stats.ClopperPearson(int(in.X), int(in.N), in.Conf))
		}),
		"newcombe_diff": with(func(in struct{ X1, N1, X2, N2, Conf float64 }) map[string]any {
			return estimate("diff", stats.NewcombeDifference(in.X1, in.N1, in.X2, in.N2, in.Conf))
		}),
		"byar_count": with(func(in proportionCase) map[string]any {
			lower, upper := stats.ByarCount(in.X, in.Conf)
			return map[string]any{"lower": lower, "upper": upper}
		}),
		"poisson_exact": with(func(in rateCase) map[string]any {
			return estimate("rate", wholeRate(in, stats.RateExact))
		}),
		"phe_rate": with(pheRate),
		"smr": with(func(in struct{ Observed, Expected, Conf, Refvalue float64 }) map[string]any {
			return estimate("value", stats.StandardisedRatio(int(in.Observed), in.Expected, in.Conf, in.Refvalue))
		}),
		"dsr": with(func(in struct {
			X, N, Stdpop []float64
			Conf, Per    float64
		}) map[string]any {
			var bands []stats.Band
			for i := range in.X {
				bands = append(bands, stats.Band{Events: in.X[i], Population: in.N[i], Standard: in.Stdpop[i]})
			}
			return estimate("value", stats.DirectlyStandardisedRate(bands, in.Conf, in.Per))
		}),
	}
}

// wholeRate refuses a count that is not whole, which the functions cannot be given.
func wholeRate(in rateCase, rate func(int, float64, float64, float64) stats.Estimate) stats.Estimate {
	x, ok := whole(in.X)
	if !ok {
		return stats.NoEstimate(in.Conf, "", "a count must be whole")
	}
	return rate(x, in.N, in.Conf, in.per())
}

func pheRate(in rateCase) map[string]any {
	e := wholeRate(in, stats.Rate)
	out := estimate("value", e)
	switch e.Interval.Method {
	case stats.MethodExactPoisson:
		out["method"] = "Exact"
	case stats.MethodByar:
		out["method"] = "Byars"
	}
	return out
}
