package audit

import (
	"siequity/audit/decision"
	"siequity/audit/finding"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/audit/worklist"
	"siequity/incidents/field"
	"siequity/incidents/scope"
)

// A Config says what to audit and how. The command makes it of the project file
// and its flags; the zero value of a field means that it was not given.
type Config struct {
	Project project.Project
	Inputs  []intake.Input
	Period  scope.Period
	AsOf    field.Day // day on which clocks are judged; 0 takes the newest of the records used that other dates bear out
	// Evidence keeps masked quotes for the worklist and the records. Without it
	// labels are still found, at less cost.
	Evidence bool
	Samples  []decision.SampleReading // collated samples, whose readers' decisions count
	// Decisions are those of an earlier worklist, carried to the new one.
	Decisions map[worklist.Subject]worklist.Decision
	Worklist  string // the file that Decisions were read from, "" for none
	Workers   int    // goroutines that read; 0 takes one per core
	Version   string
}

// ReadWorklist takes over the decisions of an earlier worklist, if there is one:
// they are carried to the new list, and decisions about consideration stand
// before what the text was read as. With keep, people wrote something there that
// no new worklist holds, so that the file must not be lost.
func (c *Config) ReadWorklist(path, password string) (found []finding.Finding, keep bool, err error) {
	earlier, found, err := decision.ReadWorklist(path, password)
	if err != nil {
		return nil, false, err
	}
	if len(earlier.Decisions) > 0 {
		c.Decisions, c.Worklist = earlier.Decisions, path
	}
	return found, earlier.Kept, nil
}

// A Watcher is told how a run goes on. Its methods may be called from several
// goroutines.
type Watcher interface {
	intake.Watcher
	Done(step string)
}

// Nobody watches nothing.
type Nobody struct{}

// Reading does nothing.
func (Nobody) Reading(string, string) {}

// Rows does nothing.
func (Nobody) Rows(int) {}

// Done does nothing.
func (Nobody) Done(string) {}
