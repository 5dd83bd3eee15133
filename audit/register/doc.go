// Package register owns the files that people keep by hand, because no incident
// system exports what they hold: who sat on review panels, who was trained,
// which procedures were updated, what was learned and shared, what was promised,
// and how many women gave birth.
//
//  1. [Templates] writes an empty workbook for each register, with a guidance
//     row, dropdowns and an example.
//  2. [Read] reads them back in whatever state people leave them, with the place
//     of every fault. A row that cannot be used is a fault and is counted; the
//     rest are used.
//
// Values are kept as written: what an ethnic category means is for the audit,
// which reads all of them in one way.
package register
