// Package pmrt owns a perinatal mortality review: the fields of a PMRT summary
// list, which deaths the tool reviews, and the dates its clocks run between.
//
// No published layout of the list was found, so headings are matched by many
// synonyms and may be mapped in siequity.yaml. The list holds every death that
// was notified, unsuitable ones included: [Suitability] tells them apart.
//
// Parents told, parents asked for their views, and parents' replies are three
// facts that differ widely, and grades belong to a phase of care. None of
// them is ever averaged with another.
package pmrt
