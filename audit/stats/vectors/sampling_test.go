package vectors_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/sampling"
)

func TestSamplingVectors(t *testing.T) {
	if got := idle(t, samplingMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

func samplingMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"n_proportion":          with(sizeForProportion),
		"lqas_n":                with(sizeForDetection),
		"hypergeom_ci":          with(markedInPopulation),
		"alloc_proportional_lr": with(proportional),
		"alloc_wright":          with(wright),
		"hash_order":            with(hashOrder),
		"strat_prop":            with(stratified),
		"strat_domain":          with(domain),
		"ht_srs":                with(simpleTotal),
	}
}

// sizeForProportion reads an endless population as anything but a number.
func sizeForProportion(in struct {
	P, E, Conf float64
	N          json.RawMessage
}) map[string]any {
	var population int
	if json.Unmarshal(in.N, &population) != nil {
		population = 0
	}
	s := sampling.SizeForProportion(in.P, in.E, in.Conf, population)
	return map[string]any{"n0": s.Infinite, "n": s.Exact, "n_ceiling": s.Size}
}

func sizeForDetection(in struct {
	N, D, Accept int
	Conf         float64
}) map[string]any {
	d := sampling.SizeForDetection(in.N, in.D, in.Accept, in.Conf)
	return map[string]any{"n": d.Size, "miss_prob": d.Miss}
}

// hypergeometricCase keeps the sample's n apart from the population's N, which
// the decoder would otherwise take for one name.
type hypergeometricCase struct {
	X, Sample, Population int
	Conf                  float64
}

func (c *hypergeometricCase) UnmarshalJSON(raw []byte) error {
	var fields map[string]float64
	if err := json.Unmarshal(raw, &fields); err != nil {
		return err
	}
	*c = hypergeometricCase{int(fields["x"]), int(fields["n"]), int(fields["N"]), fields["conf"]}
	return nil
}

func markedInPopulation(in hypergeometricCase) map[string]any {
	m := sampling.MarkedInPopulation(in.X, in.Sample, in.Population, in.Conf)
	out := map[string]any{"lower_D": m.Lower, "upper_D": m.Upper}
	if m.Why != "" {
		out["lower_D"], out["upper_D"] = stats.NotCalculable(m.Why), stats.NotCalculable(m.Why)
	}
	out["lower_p"], out["upper_p"] = limits(m.Proportion.Interval)
	return out
}

// strataCase holds strata sizes N apart from the sample size n.
type strataCase struct {
	N, Sampled, X []int
	S             []float64
	Draw          int
	Min           *int
	Conf          float64
}

func (c *strataCase) UnmarshalJSON(raw []byte) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return err
	}
	for name, into := range map[string]any{
		"N": &c.N, "x": &c.X, "S": &c.S, "min": &c.Min, "conf": &c.Conf,
	} {
		if field, ok := fields[name]; ok {
			if err := json.Unmarshal(field, into); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if strings.HasPrefix(string(fields["n"]), "[") {
		return json.Unmarshal(fields["n"], &c.Sampled)
	}
	return json.Unmarshal(fields["n"], &c.Draw)
}

func allocated(a sampling.Allocation, strata int) map[string]any {
	out := map[string]any{}
	for h := range strata {
		name := fmt.Sprintf("n[%d]", h+1)
		if a.Why != "" {
			out[name] = stats.NotCalculable(a.Why)
			continue
		}
		out[name] = a.Sizes[h]
	}
	return out
}

func proportional(in strataCase) map[string]any {
	return allocated(sampling.Proportional(in.N, in.Draw), len(in.N))
}

func wright(in strataCase) map[string]any {
	least := 1
	if in.Min != nil {
		least = *in.Min
	}
	a := sampling.Optimal(in.N, in.S, in.Draw, least)
	out := allocated(a, len(in.N))
	out["var_sum"] = stats.NotCalculable(a.Why)
	if a.Why == "" {
		out["var_sum"] = sampling.TotalVariance(in.N, in.S, a.Sizes)
	}
	return out
}

func hashOrder(in struct {
	Seed string
	IDs  []string
	N    int
}) map[string]any {
	ranked := sampling.HashOrder(in.Seed, in.IDs)
	var order []string
	for _, r := range ranked {
		order = append(order, r.ID)
	}
	first := ""
	if len(ranked) > 0 {
		first = ranked[0].Hash[:16]
	}
	return map[string]any{
		"order": strings.Join(order, "|"), "hash_first": first,
		"selected": strings.Join(sampling.Draw(in.Seed, in.IDs, in.N), "|"),
	}
}

func stratified(in strataCase) map[string]any {
	var strata []sampling.Stratum
	for h := range in.N {
		strata = append(strata, sampling.Stratum{Population: in.N[h], Sampled: in.Sampled[h], Marked: in.X[h]})
	}
	p := sampling.StratifiedProportion(strata, in.Conf)
	out := map[string]any{
		"p": p.P, "se": p.SE, "df": p.DF, "total": p.Total, "total_se": p.TotalSE,
		"n_eff": p.EffectiveSize, "deff": p.DesignEffect,
	}
	out["mean_lower"], out["mean_upper"] = limits(p.Mean)
	out["logit_lower"], out["logit_upper"] = limits(p.Logit)
	out["xlogit_lower"], out["xlogit_upper"] = limits(p.Logit)
	out["beta_lower"], out["beta_upper"] = limits(p.Beta)
	out["wilson_lower"], out["wilson_upper"] = limits(p.Wilson)
	return out
}

// domain reads strata labels in ascending order as the order of N.
func domain(in struct {
	H        []int
	Y        []float64
	InDomain []float64 `json:"in_domain"`
	N        []float64
}) map[string]any {
	labels := slices.Compact(slices.Sorted(slices.Values(in.H)))
	var units []sampling.Unit
	for i, h := range in.H {
		at, _ := slices.BinarySearch(labels, h)
		units = append(units, sampling.Unit{Stratum: at, Y: in.Y[i], InDomain: in.InDomain[i] != 0})
	}
	d := sampling.StratifiedDomain(units, in.N)
	return map[string]any{"p": d.P, "se": d.SE, "total": d.Total, "total_se": d.TotalSE}
}

// simpleTotal takes the population from N; the sample is y itself.
func simpleTotal(in map[string]json.RawMessage) map[string]any {
	var y []float64
	var population float64
	if json.Unmarshal(in["y"], &y) != nil || json.Unmarshal(in["N"], &population) != nil {
		return nil
	}
	t := sampling.SimpleTotal(y, population)
	return map[string]any{"total": t.Total, "var": t.Variance}
}
