// Package source owns the field tables of the exports that tell of incidents: StEIS,
// DATIX, LFPSE and MNSI. A table says which fields an export of the source has, under
// which headings, of what kind they are, and by what it is known from the others.
//
//   - [Everywhere] lists the fields that any export may have.
//   - Each source adds its own fields and headings to them, in the file of its name.
//   - Numbers of other systems have headings of one make: see the file of references.
//
// A heading that an export uses for a known field is one more entry here, with a row in
// the test. How headings are matched is not decided here but in incidents/field.
package source
