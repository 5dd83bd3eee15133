// Package rules owns the rules that a record is held to: packs of them, how
// they are read, proved and applied, and the measures made of their verdicts.
//
//  1. [Load] reads packs, YAML documents of rules, measures, tables, targets
//     and themes, against the [Catalogue] of fields that records have. It
//     reports all faults of all packs at once, each with its line.
//  2. [Set.Prove] runs every rule on its own examples.
//  3. [Set.Eval] gives the outcome of every rule for one [Record]: pass, fail,
//     not applicable or unknown, with the reason.
//  4. [Set.CountAll] says where a record stands in a [Measure]: in the numerator,
//     in the denominator only, left out, or not known.
//  5. [Set.Message] puts a failure into words, on demand.
//
// # A rule
//
// A rule is a documented value; few kinds of check (package check) serve many
// rules. In a pack it reads:
//
//	rules:
//	  - id: ethnicity/valid-code        # pack and name; never used again for another rule
//	    title: the ethnic category is a valid national code
//	    doc: Why it matters, what a finding means. Two or three sentences.
//	    source: where the standard is written, and how sure we are of it
//	    severity: must               # or should, or info
//	    on: [steis, datix]           # sources; all when left out
//	    when: harm != "none"         # an expression; always when left out
//	    per: record                  # case for a question about the whole event, export for one about the whole file
//	    kind: code
//	    field: ethnicity_status      # the kind's own keys
//	    valid: [valid]
//	    message: 'ethnic category {ethnicity} is {ethnicity_status}'
//	    fix: Ask the family, or look it up in the maternity record.
//	    examples:
//	      pass: [{ethnicity_status: valid}]
//	      fail: [{ethnicity_status: not_stated}]
//
// An example gives the fields that matter; the others are blank. It may say
// `absent: [field]` for columns the export lacks, `no_data: [field]` for what
// no file has brought yet, `as_of: "2026-05-14"` for the day of the audit
// (without it, every clock has run out) and `source: steis`. Besides pass and
// fail it may show not_applicable and unknown.
//
// In `when` a blank, or a column that the export lacks, is the text "", so that
// `framework == "si"` is simply not so of a record without a framework. A
// number or date that is not there, or anything that no file has brought yet,
// makes the condition, and with it the rule, unknown. Beside the fields an
// expression may use day("2026-05-14"), as_of, weeks(gestation), which reads
// "24+3", and given(field), which asks whether there is anything.
//
// # Other packs
//
// A user's pack may add rules and measures under its own name, set targets
// (`targets:`), switch rules off with a reason (`off:`), add rows to a table
// (`extends:`) and add bank holidays (`holidays:`). It cannot change what a
// rule of another pack says: two runs that name the same rule mean the same.
package rules
