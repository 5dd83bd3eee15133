package incidents

// A Part is one free-text cell of a row.
type Part struct {
	Name string // the field: narrative, findings, lessons ...
	Text string // valid only while Hear runs; a listener keeps copies of what it needs
}

// Heard is what a listener made of a record's free text. Its meaning is the
// listener's own; zero means that there was no text.
type Heard uint64

// A Listener is shown the free text of each row as it streams past. It is called
// from several goroutines at once, each with its own worker number.
type Listener interface {
	Hear(worker int, parts []Part) Heard
	// Join combines what was heard in two rows of one record.
	Join(a, b Heard) Heard
}
