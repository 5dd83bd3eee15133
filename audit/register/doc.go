// Package register owns the files that people keep by hand, because no incident
// system exports what they hold: who sat on review panels, who was trained,
// which procedures were updated, what was learned and shared, what was promised,
// and how many women gave birth.
//
//  1. A form says what a register asks and in which words people head its
//     columns. [Template] writes an empty workbook of it, with guidance,
//     dropdowns and an example row; [Forms] lists them.
//  2. [Read] looks for the heading row of each sheet by the same form and reads
//     the rows below in whatever state people leave them, with the place of every
//     fault. A row that cannot be used is a fault and is counted; the rest are used.
//  3. Births come in four shapes, of which births.go tells.
//
// Values are kept as written: what an ethnic category means is for the audit,
// which reads all of them in one way. The one exception are attendees who are
// named: a register holds codes for people, and a name goes no further than the
// reader.
package register
