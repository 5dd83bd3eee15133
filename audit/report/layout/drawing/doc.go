// Package drawing lays a chart out as shapes and words for SVG. It knows nothing of
// packs or pages, fetches nothing and measures no font: a letter counts as seven
// units, which suits the sans-serif fonts of every system.
//
//  1. find the span of the values and the ticks of the axes;
//  2. find the plotting area, with room for the labels of the categories;
//  3. draw grid and labels, then bars, stacks, lines or points, then the legend.
package drawing
