package vectors_test

import (
	"testing"

	"siequity/audit/stats/inequality"
)

func TestInequalityVectors(t *testing.T) {
	if got := idle(t, inequalityMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

type slopeCase struct {
	Pop, N, Value, SE, X []float64
	Conf, Per            float64
	Multiplier           *float64
}

// slope fits rates of events where no values are given.
func (c slopeCase) slope(scale inequality.Scale) inequality.Slope {
	var q []inequality.Quantile
	population, per, level := c.Pop, c.Per, c.Conf
	if population == nil {
		population = c.N
	}
	if per == 0 {
		per = 1
	}
	if level == 0 {
		level = 0.95
	}
	for i, p := range population {
		g := inequality.Quantile{Population: p}
		if c.Value != nil {
			g.Value = c.Value[i]
		} else {
			g.Value = c.X[i] / p * per
		}
		if c.SE != nil {
			g.SE = c.SE[i]
		}
		q = append(q, g)
	}
	s := inequality.SlopeIndex(q, scale, level)
	if c.Multiplier != nil {
		s = s.Scaled(*c.Multiplier)
	}
	return s
}

func inequalityMethods() map[string]vectorFunc {
	slope := func(scale inequality.Scale) vectorFunc {
		return with(func(in slopeCase) map[string]any {
			s := in.slope(scale)
			return map[string]any{"sii": s.SII.Value, "rii": s.RII.Value, "intercept": s.Intercept}
		})
	}
	return map[string]vectorFunc{
		"sii_linear":     slope(inequality.Linear),
		"sii_log_rate":   slope(inequality.Log),
		"sii_logit_prop": slope(inequality.Logit),
		"sii_linear_ci_analytic": with(func(in slopeCase) map[string]any {
			lower, upper := limits(in.slope(inequality.Linear).SII.Interval)
			return map[string]any{"lower": lower, "upper": upper}
		}),
		"concentration_index": with(func(in struct{ X, N []float64 }) map[string]any {
			return map[string]any{"C": inequality.ConcentrationIndex(in.X, in.N)}
		}),
		"inequality_nominal": with(func(in struct {
			X, N      []float64
			Reference int `json:"ref_index_1based"`
		}) map[string]any {
			s := inequality.NominalIndices(in.X, in.N, in.Reference-1)
			return map[string]any{
				"index_of_disparity_vs_total_pct": s.Disparity, "theil_t": s.TheilT,
				"between_group_variance": s.BetweenVariance,
				"excess_events_vs_ref":   s.Excess, "rate_range": s.Range,
			}
		}),
	}
}
