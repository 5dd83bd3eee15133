// Package project owns siequity.yaml: what a trust or an LMNS says once about
// its exports, look-up files, registers and choices, and every run reads.
//
// [Load] is strict: a key that is not known, a value of the wrong kind and a
// field that no source has are all reported, at once and with their line.
// Paths are taken from the folder of the file, so a project can be moved.
package project
