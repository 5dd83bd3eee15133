package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing wrong at one place of a document.
type Fault struct {
	File string
	Line int    // from 1; 0 when the fault is of the whole file
	Path string // breadcrumb such as `rules[3] ethnicity/valid-code: when`
	Text string // the line as its author wrote it
	What string
	Hint string // the remedy, may be empty
}

// Error is the fault on up to two lines: where and what, and the offending line. The
// hint is left to the caller.
func (f Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	b.WriteString(": ")
	if f.Path != "" {
		b.WriteString(f.Path + ": ")
	}
	b.WriteString(f.What)
	if f.Text != "" {
		b.WriteString("\n    " + f.Text)
	}
	return b.String()
}

// Remedy is the hint.
func (f Fault) Remedy() string { return f.Hint }

// Faults is every fault found, an error when there is at least one.
type Faults []Fault

// Error is all faults, one after the other.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the faults one by one to errors.As.
func (fs Faults) Unwrap() []error {
	list := make([]error, len(fs))
	for i, f := range fs {
		list[i] = f
	}
	return list
}

// Log gathers the faults of one or more documents.
type Log struct {
	files  []string // in the order in which they were opened
	faults []Fault
}

// Faults is every fault so far by document in the order they were opened, then
// line, each once.
func (l *Log) Faults() Faults {
	order := func(file string) int { return slices.Index(l.files, file) }
	faults := slices.Clone(l.faults)
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(order(a.File), order(b.File)), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(faults)
}

// Err is the faults as an error, or nil when there are none.
func (l *Log) Err() error {
	if len(l.faults) == 0 {
		return nil
	}
	return l.Faults()
}

// Add notes a fault found by other means than reading.
func (l *Log) Add(f Fault) { l.faults = append(l.faults, f) }
