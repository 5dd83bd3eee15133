package register

import "siequity/incidents/field"

// Registers is what the hand-kept files hold. A register that was not given is
// nil, which is not the same as one that was given empty.
type Registers struct {
	Panel    []Attendee
	Training []Training
	SOPs     []SOP
	Lessons  []Lesson
	Actions  []Action
	Sharing  []Sharing
	Births   []Births
	Given    map[string]bool // by name: panel, training, sop, lessons, actions, sharing, births
	Faults   []Fault
	Files    []File
	Notes    []string // what a reader of the figures should know of a file that is no fault of it
}

// A File is a register that was read, for the provenance of a run.
type File struct {
	Register, Name, SHA256 string
	Size                   int64
	Rows, Used             int
}

// FileOf names the file of a register, "" where it was not given.
func (g *Registers) FileOf(name string) string {
	for _, f := range g.Files {
		if f.Register == name {
			return f.Name
		}
	}
	return ""
}

// A Fault is a row or cell of a register that could not be used.
type Fault struct {
	ID, File, Sheet string
	Row, Column     int // from 1; 0 for the whole sheet or row
	Text            string
	What, Hint      string
	// Found are the cells of the row that should hold headings, where none is known.
	// They may hold anything, and are not for showing as they are.
	Found []string
}

// An Attendee is one person at one review-panel meeting. Person is a pseudonym
// that the register's keeper gives out; names do not belong here, and a value
// that looks like one is replaced by "withheld-1", "withheld-2" and so on.
type Attendee struct {
	Case         string // reference of the case in any system
	Meeting      field.Day
	Person       string
	Role         string
	Organisation string
	Ethnicity    string // as written; blank is not disclosed
	External     string // answer, as written
	Attended     string // answer, as written; "apologies" is no
	Row          int
}

// Training is how many of a staff group have had cultural-competence training.
type Training struct {
	Organisation, StaffGroup string
	Trained, Eligible        int
	On                       field.Day
	Row                      int
}

// An SOP is a procedure that the equity plan asks to be updated.
type SOP struct {
	Organisation, Procedure, Reference string
	Updated                            field.Day // 0 when not yet updated
	Row                                int
}

// A Lesson is an entry of the lessons-learnt log, or a positive event.
type Lesson struct {
	Organisation, Lesson, Theme, Case, SharedWith, How string
	Positive                                           bool
	Embedded                                           string // answer, as written
	On                                                 field.Day
	Row                                                int
}

// An Action is an entry of the action log.
type Action struct {
	Organisation, Gap, Action, Owner, RAG, Evidence string
	Due, Completed                                  field.Day
	Row                                             int
}

// Sharing says with whom the learning of one case was shared.
type Sharing struct {
	Case, Organisation string
	LMNS               field.Day // shared with the LMNS; 0 when not
	Family             string    // answer, as written
	FamilyLanguage     string
	Staff              string // how it was shared with staff
	Row                int
}

// Births counts births or bookings of one group in one span of time.
type Births struct {
	Organisation, Period string
	Ethnicity            string // as written; "" for all
	IMD                  string // quintile or decile as written; "" for all
	Scale                string // "quintile" or "decile" where the heading or the labels say so; "" where they do not
	Count                int    // 0 when Suppressed
	Suppressed           bool   // the source hid the number; a file of rounded numbers has a note instead
	Row                  int
}
