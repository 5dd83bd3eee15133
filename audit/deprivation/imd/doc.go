// Package imd owns the English Index of Multiple Deprivation: one vintage of it as
// a table of small areas, and the official list that ties the areas of 2011 to
// those of 2021.
//
//  1. ReadTable takes the publisher's file in whatever edition and settles which
//     vintage it is, by its words, its codes and its ranks.
//  2. Table.Look gives rank and decile of an area, 1 the most deprived.
//  3. ExactFit.Carry brings IMD 2019 forward to an area of 2021.
package imd
