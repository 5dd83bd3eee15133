package rules

import (
	"fmt"
	"slices"
	"strings"
)

// New is the text of a pack with one rule in it, ready to be changed: it loads
// and proves itself as it stands. The error says what is wrong with the id.
func New(id string) (string, error) {
	pack, name, ok := strings.Cut(id, "/")
	if !ok || !plainName.MatchString(pack) || !plainName.MatchString(name) {
		return "", &BadID{fmt.Sprintf("%q is not an id for a rule", id), "write pack/name in small letters, digits and single hyphens, such as ourtrust/duty-of-candour"}
	}
	if slices.Contains(builtinNames(), pack) {
		return "", &BadID{fmt.Sprintf("the pack %q is built in and cannot be added to", pack), "begin the id with a name of your own, such as ourtrust/" + name}
	}
	return strings.NewReplacer("PACK", pack, "NAME", name, "KINDS", kindsComment()).Replace(scaffold), nil
}

// A BadID is an id that no new rule may have.
type BadID struct{ what, hint string }

// Error says what is wrong with it.
func (e *BadID) Error() string { return e.what }

// Remedy says what to write.
func (e *BadID) Remedy() string { return e.hint }

// kindsComment explains every kind of check in YAML comments.
func kindsComment() string {
	var b strings.Builder
	for _, k := range Kinds() {
		fmt.Fprintf(&b, "# %s: %s\n", k.Name, k.Doc)
	}
	return b.String()
}

const scaffold = `# A pack of rules. Put it in a folder and give the folder or the file to --rules.
# Test it with: siequity rules test PACK.yaml
pack: PACK
title: Rules of our own
version: "1.0"

rules:
  - id: PACK/NAME                  # never used again for another rule
    title: duty of candour was followed where harm was severe
    doc: >
      Why it matters, what a finding means, and what it does not mean. Two or three sentences.
    source: where the standard is written, with its paragraph
    severity: should               # must, should, or info for what fails nobody
    on: [datix, lfpse]             # steis, datix, lfpse, mnsi, pmrt; leave out for all
    when: harm in ["severe", "death"]
    kind: one_of                   # the kinds are explained at the end
    field: duty_of_candour
    values: ["yes"]                # numbers must stand in quotes; yes and no are safer in them
    message: "duty of candour: {duty_of_candour}"
    fix: What to do about it.
    examples:                      # the proof: at least one that passes and one that fails
      pass: [{harm: severe, duty_of_candour: "yes"}]
      fail: [{harm: severe, duty_of_candour: "no"}, {harm: death, duty_of_candour: ""}]
      not_applicable: [{harm: low, duty_of_candour: "no"}]

measures:
  - id: PACK/NAME
    title: Duty of candour followed where harm was severe
    doc: What is in the numerator and in the denominator.
    source: where the target comes from
    rules: [PACK/NAME]
    by: [organisation]
    target: 95                     # green from here
    amber: 90                      # amber from here
    min_n: 5                       # grey with fewer cases
    max_unknown: 10                # grey where more than this share is not known and could turn the rating

# A pack may also change what others set:
# targets:
#   - {measure: ethnicity/valid-code, target: 98, amber: 95}
# off:
#   - {rule: equity/shared-with-staff, reason: "our sharing register has no such column"}
# holidays:
#   - {date: 2026-06-15, name: A bank holiday proclaimed late}
# tables:
#   - extends: pmrt/report-published
#     rows: [{key: year8, limit: 6, unit: months, target: 75, verified: true, source: guidance of the year}]

# The kinds of check:
KINDS`
