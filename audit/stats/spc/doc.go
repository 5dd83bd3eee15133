// Package spc draws statistical process control limits: XmR charts with the
// rules of NHS England's Making Data Count, charts for rates and rare events,
// Anhoej's run test, and funnels across units.
//
// A series comes in time order. The caller leaves out incomplete periods and
// periods without a denominator: they are gaps, not zeros.
package spc
