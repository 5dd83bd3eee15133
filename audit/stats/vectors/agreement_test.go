package vectors_test

import (
	"testing"

	"siequity/audit/stats/agreement"
)

func TestAgreementVectors(t *testing.T) {
	if got := idle(t, agreementMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

type agreementCase struct {
	Table   [][]int
	Weights string
	Conf    float64
	N       float64
}

func (c agreementCase) weights() agreement.Weights {
	switch c.Weights {
	case "linear":
		return agreement.Linear
	case "quadratic":
		return agreement.Quadratic
	}
	return agreement.Unweighted
}

func agreementMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"kappa": with(func(in agreementCase) map[string]any {
			c := agreement.Kappa(in.Table, in.weights(), in.Conf)
			out := map[string]any{"kappa": c.Value, "se": c.SE, "po": c.Observed, "pe": c.Expected}
			out["lower"], out["upper"] = limits(c.Interval)
			return out
		}),
		"gwet_ac": with(func(in agreementCase) map[string]any {
			c := agreement.Gwet(in.Table, in.weights(), in.N, in.Conf)
			out := map[string]any{"ac": c.Value, "se": c.SE}
			out["lower"], out["upper"] = limits(c.Interval)
			return out
		}),
	}
}
