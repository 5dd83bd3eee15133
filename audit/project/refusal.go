package project

import "cmp"

// A Refusal holds what is wrong with the choices of a project or of its packs.
type Refusal struct {
	Name   string // of the file, or files; "" for siequity.yaml
	Faults []error
}

// Error lists all faults, one to a line.
func (e *Refusal) Error() string {
	s := cmp.Or(e.Name, FileName) + ":"
	for _, f := range e.Faults {
		s += "\n  " + f.Error()
	}
	return s
}
