// Package scope owns which records an audit counts, and why it leaves out the others.
//
// [Scope.Apply] asks of each record, and takes the first reason that applies:
//
//  1. Does its own system say that it no longer counts: rejected, a duplicate, de-logged,
//     not accepted?
//  2. Is it no incident: a risk, an outcome, good care?
//  3. Is it of another care than maternity and neonatal? [Scope] says how that is told.
//     What words mean is asked of incidents/specialty.
//  4. Is it outside the [Period], or without a date to tell?
//
// It marks the records in place and drops none. What a person should check of that is
// reported sheet by sheet; a finding shows a word of the export only where it stands in
// several rows and names nobody.
package scope
