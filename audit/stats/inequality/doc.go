// Package inequality measures differences between many groups at once.
//
// Ordered groups, such as deprivation quintiles, have a slope: the slope and
// relative indices of inequality and the concentration index. Nominal groups,
// such as ethnic groups, have none: they get gaps to a reference, excess events
// and indices of spread, each beside what chance alone would give.
package inequality
