package decision

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/audit/worklist"
	"siequity/rules/masking"
)

// ReadWorklist takes over the decisions of an earlier worklist, if there is one:
// they are carried to the new list, and decisions about consideration stand
// before what the text was read as. Where it says that it is to be kept, people wrote
// something there that no new worklist holds, so that the file must not be lost.
func ReadWorklist(path, password string) (worklist.Earlier, []finding.Finding, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return worklist.Earlier{}, nil, nil
	}
	earlier, err := worklist.Read(path, password)
	if err != nil {
		return worklist.Earlier{}, nil, err
	}
	var out []finding.Finding
	masker := masking.New(masking.Options{})
	for _, about := range decidedInOrder(earlier.Decisions) {
		if entered := earlier.Decisions[about].Decision; !understood(entered) {
			out = append(out, finding.Finding{ID: "worklist/unclear", File: filepath.Base(path), Text: masker.Mask(entered), What: "is no word of the list of the column Decision, so it is kept and changes nothing (" + aboutItem(about.Key) + ")",
				Hint: "choose it from the list in the cell, and put the rest into the note"})
		}
	}
	for _, f := range earlier.Faults {
		if f.About != "" {
			f.What += " (" + aboutItem(f.About) + ")"
		}
		if f.Column != "" && f.Row == 0 && f.About == "" {
			f.What = "column " + f.Column + ": " + f.What
		}
		out = append(out, finding.Finding{ID: "worklist/unclear", File: f.File, Sheet: f.Sheet, Row: f.Row, Heading: f.Column, Text: masker.Mask(f.Text), What: f.What, Hint: f.Hint})
	}
	return earlier, out, nil
}

// aboutItem names the record and the rule of a key. The row is no help: it is that of
// a file which the run replaces.
func aboutItem(key string) string {
	rule, about, ok := strings.Cut(key, "|")
	if !ok {
		return key
	}
	parts := slices.DeleteFunc(strings.Split(about, "|"), func(s string) bool { return s == "" })
	return strings.Join(parts, ", ") + ", " + rule
}

// understood reports a decision that the list of the worklist offers, or none.
func understood(decision string) bool {
	_, ok := decidedLabel(decision)
	return ok || isWord(decision, "") || slices.ContainsFunc(worklist.Mended(), func(word string) bool { return isWord(decision, word) })
}

// decidedLabels are the labels of worklist.Considered, in its order.
var decidedLabels = [...]record.Label{record.ConsideredIt, record.Mentioned, record.ExplicitlyNot, record.Absent}

// Word gives the word of the worklist's list that means a label, so that the tool's
// reading and people's decisions speak alike.
func Word(l record.Label) string { return worklist.Considered()[slices.Index(decidedLabels[:], l)] }

// decidedLabel reads a reviewer's choice from the dropdown.
func decidedLabel(choice string) (record.Label, bool) {
	choice = strings.TrimSpace(choice)
	for i, word := range worklist.Considered() {
		if isWord(choice, word) || isWord(choice+" only", word) { // "mentioned" will do
			return decidedLabels[i], true
		}
	}
	return record.Absent, false
}

// isWord compares what somebody entered with a word of a list.
func isWord(entered, word string) bool { return strings.EqualFold(strings.TrimSpace(entered), word) }

// decidedInOrder lists what decisions are about by key, and of one key first those that
// name an organisation.
func decidedInOrder(decisions map[worklist.Subject]worklist.Decision) []worklist.Subject {
	return slices.SortedFunc(maps.Keys(decisions), func(a, b worklist.Subject) int {
		return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(b.Organisation, a.Organisation))
	})
}

// numberOf gives what a key is about, after its rule: the number of a record, or of
// the first of two.
func numberOf(key string) string {
	_, about, _ := strings.Cut(key, "|")
	number, _, _ := strings.Cut(about, "|")
	return number
}

// Decisions are what people decided about the records of a run.
type Decisions struct {
	records       []*record.Record
	organisations []string                 // by number
	shown         func(name string) string // the name under which an organisation is shown
	earlier       map[worklist.Subject]worklist.Decision
	decisions     map[worklist.Subject]worklist.Decision // see Settled
	reviews       reviews
}

// New knows of no decision yet. shown brings another name of an organisation to
// the one that is shown.
func New(records []*record.Record, organisations []string, shown func(string) string) *Decisions {
	return &Decisions{records: records, organisations: organisations, shown: shown}
}

// Settled are those of the earlier worklist, each with the organisation that the
// exports give for its record. One that names none, where records of several bear
// the number, is kept for nobody.
func (r *Decisions) Settled() map[worklist.Subject]worklist.Decision { return r.decisions }

// unnamed stands for the organisation of a decision that could be about several
// records, so that it is carried to none of them.
const unnamed = "(not stated)"

// A settling says whose record a decision of the earlier worklist is about.
type settling struct {
	about, to worklist.Subject
	clear     bool // which record it is
}

// Settle finds whose record each decision is about. One about a number that
// several records bear is used only where it names the organisation. Of two about one
// record the one under its name of today is used; the other stays as it was entered.
func (r *Decisions) Settle(earlier map[worklist.Subject]worklist.Decision) []finding.Finding {
	r.earlier = earlier
	r.decisions, r.reviews = map[worklist.Subject]worklist.Decision{}, reviews{}
	var findings []finding.Finding
	told := map[string]bool{}
	tell := func(number string, f finding.Finding) {
		if !told[number] {
			told[number] = true
			findings = append(findings, f)
		}
	}
	for _, s := range r.settlings() {
		number, d := numberOf(s.about.Key), r.earlier[s.about]
		if !s.clear {
			tell(number, severalRecords(number))
		}
		if first, taken := r.decisions[s.to]; taken {
			if s.clear && !d.Blank() && d != first {
				tell(number, decidedTwice(number))
			}
			s.to = s.about
		}
		r.decisions[s.to] = d
		r.reviews.take(s.to, d)
	}
	return findings
}

// settlings lists first the decisions that name their organisation as it is shown,
// so that none under another of its names stands in their place.
func (r *Decisions) settlings() []settling {
	bearers := r.bearers()
	var asShown, others []settling
	for _, about := range decidedInOrder(r.earlier) {
		whose, clear := r.whose(about.Organisation, bearers[numberOf(about.Key)])
		s := settling{about, worklist.Subject{Key: about.Key, Organisation: whose}, clear}
		if s.to == about {
			asShown = append(asShown, s)
		} else {
			others = append(others, s)
		}
	}
	return append(asShown, others...)
}

// decidedTwice tells of two decisions about one record. It does not repeat the names
// that they give its organisation, which may be whatever a cell once held.
func decidedTwice(number string) finding.Finding {
	return finding.Finding{ID: "worklist/decided-twice", What: "the worklist decides twice about " + number + ", which is one record, under two names of its organisation or once without; one decision is used, that under the name shown today if there is one, and the other is kept",
		Hint: "look at both in the new worklist, where the one that is not used stands on the sheet No longer listed, and delete it there"}
}

func severalRecords(number string) finding.Finding {
	return finding.Finding{ID: "worklist/several-records", What: "the worklist decides about " + number + ", which is the number of several records, and does not say of which organisation; the decision is not used",
		Hint: "enter it again in the new worklist, and leave its column Organisation as it is"}
}

// whose settles the organisation of a decision among those of the records that bear
// its number. A name that no export has, as of a trust that is called otherwise now,
// is as good as none.
func (r *Decisions) whose(stated string, bearers []string) (organisation string, clear bool) {
	if name := r.shown(stated); slices.Contains(r.organisations, name) {
		same := 0
		for _, b := range bearers {
			if b == name {
				same++
			}
		}
		if same <= 1 {
			return name, true
		}
		return unnamed, false
	}
	switch len(bearers) {
	case 0:
		return stated, true
	case 1:
		return bearers[0], true
	}
	return unnamed, false
}

// bearers lists the organisations of the records that bear the numbers decided
// about: of those in scope each, of the others where no other record of theirs does.
func (r *Decisions) bearers() map[string][]string {
	out := map[string][]string{}
	for about := range r.earlier {
		out[numberOf(about.Key)] = nil
	}
	if len(out) == 0 {
		return nil
	}
	for _, inScope := range []bool{true, false} {
		for _, rec := range r.records {
			if rec.InScope() != inScope {
				continue
			}
			whose := r.named(rec)
			if known, ok := out[whose.number]; ok && (inScope || !slices.Contains(known, whose.organisation)) {
				out[whose.number] = append(known, whose.organisation)
			}
		}
	}
	return out
}
