// Package dist holds the probability distributions the statistics rest on.
//
// Continuous quantiles come from gonum, guarded where gonum panics (a shape of
// zero). Discrete probabilities (binomial, hypergeometric, noncentral
// hypergeometric) are computed here with Loader's saddle-point expansion,
// because differences of log-gamma lose nine digits at a million births.
// Functions that have no answer return NaN; callers turn that into a reason.
package dist
