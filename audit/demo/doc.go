// Package demo owns an invented system: two trusts, two quarters, and the exports
// that their systems would give, with the traps that real exports have. Nothing
// in it is real; names, numbers, women and incidents are made up.
//
//  1. [invent] makes the events, from a fixed seed: the same on every machine.
//  2. Each writer tells them as one system would: StEIS in Windows-1252 with
//     repeated rows, DATIX as a workbook under title rows and as a web page saved
//     under .xls, LFPSE in UTF-16 inside a zip, trackers with semicolons and pipes.
//  3. [Write] puts the files, the registers and siequity.yaml into a folder.
package demo
