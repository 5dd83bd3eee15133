package worklist

import "iter"

// An Item is one thing to mend or to look at in one record. Its texts are
// finished and masked; Value must not be of a field that identifies anybody.
type Item struct {
	Key          string // stable from run to run: rule and record
	Severity     string // must, should or info
	Rule, Title  string
	Record, Case string
	Source       string
	Organisation string
	Team         string
	File, Sheet  string
	Row          int    // as Excel numbers it; 0 when it is not one row
	Column       string // letter of the column
	Heading      string // of the column
	Value        string // what the cell holds now
	Reason, Fix  string
	Dimension    string // culture, ethnicity or language, where the item is about consideration; else ""
	Label, Quote string // the tool's reading, in a word of Considered, and the masked sentence it rests on
	Review       bool   // the tool is unsure; somebody should read the source
}

// A Subject is what a decision is about: the key of items, and the organisation
// whose record it is, as two trusts may use one number. It is blank where the row
// does not say.
type Subject struct{ Key, Organisation string }

// A Decision is what people wrote beside the items of one subject.
type Decision struct {
	Owner, Status, Decision, Note string
}

// Blank reports a decision that says nothing.
func (d Decision) Blank() bool {
	return d.Owner == "" && d.Status == "" && d.Decision == "" && d.Note == ""
}

// A Document is all that a worklist shows.
type Document struct {
	Title, Organisation, Period string
	Marking                     string               // OFFICIAL-SENSITIVE when blank
	Items                       iter.Seq[Item]       // walked once
	Decisions                   map[Subject]Decision // of an earlier worklist
	Notes                       []string
	Password                    string // encrypts the workbook when not blank; the bytes then differ from run to run
}

// A Tally counts what a worklist holds.
type Tally struct {
	Items, Must, Should, Info int
	Carried                   int // items with a decision of an earlier worklist
	Gone                      int // decisions whose item is no longer on the list
	Long                      int // texts that go on on the sheet of long texts
}

// A Fault is something in a worklist that could not be taken as it stands.
type Fault struct {
	File, Sheet string
	Row         int    // from 1; 0 when it is not in one row
	Column      string // heading; "" when it is not in one column
	About       string // key of the item, where it is about one
	Text        string // what was entered, as it stands; it may name somebody
	What, Hint  string
}

// An Earlier is what people left in a worklist.
type Earlier struct {
	Decisions map[Subject]Decision
	// Faults tell of two sheets that disagree, of words that are no choice (kept as
	// written), and of what cannot be carried over.
	Faults []Fault
	// Kept says that something people wrote cannot be carried over, so that the file
	// is to be kept beside the new one.
	Kept bool
}

// An Unreadable is a worklist, or a sheet of one, whose entries cannot be read. What
// people typed there would be lost if the file were replaced.
type Unreadable struct{ What, Hint string }

// Error says where and what.
func (e *Unreadable) Error() string { return e.What }

// Remedy says what to do.
func (e *Unreadable) Remedy() string { return e.Hint }

// AcceptedException is the word for a failure that somebody accepted.
const AcceptedException = "accepted exception"

// Statuses are the words of the Status column.
func Statuses() []string { return []string{"open", "in progress", "done", AcceptedException} }

// Considered are the words of the Decision column for items about consideration.
func Considered() []string {
	return []string{"considered", "mentioned only", "stated not considered", "no evidence"}
}

// Mended are the words of the Decision column for all other items.
func Mended() []string { return []string{"mended", AcceptedException, "not ours"} }
