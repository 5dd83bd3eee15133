// Package sample draws the cases of an audit, so that anybody can draw the same
// ones again and say how far they speak for the rest.
//
//  1. The caller maps its cases or records to a frame of [Unit]s.
//  2. A [Design] says which of them count, how they fall into strata, how many
//     to take and from where. All its faults are told at once.
//  3. [Draw] lists every member of the frame with a hash of its id and the
//     seed, its permanent random number (Ohlsson 1995), and takes the lowest of
//     each stratum. A late case falls into its own place and disturbs no other,
//     and a larger draw keeps the smaller one.
//  4. A [Sample] explains itself in words, and is kept in a file that is
//     checked when it is read again.
//  5. The [Register] of a year's draws is a text file for people, checked too;
//     a later draw can leave earlier ones out or follow them up.
//
// Proformas go out and come back in the room proforma, with the questions of
// the room question; collate says what they show.
package sample
