package incidents

import "strconv"

// A Fault is one cell or row that could not be read, with its place. Text holds
// what the cell said, and is empty for fields that identify somebody.
type Fault struct {
	ID      string // such as "date/unreadable"
	Sheet   *Sheet
	Row     int
	Column  int // from 1; 0 for the whole row
	Heading string
	Text    string
	What    string
	Hint    string
	Times   int // how many cells or rows it stands for, where that is not one
}

// Counted puts a number before a thing, as a fault says it: "1 row", "2 rows". A
// plural that is not the thing with an s is given too.
func Counted(n int, thing string, plural ...string) string {
	switch {
	case n == 1:
	case len(plural) > 0:
		thing = plural[0]
	default:
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}
