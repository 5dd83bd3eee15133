package outsider

// NoLimit stands for "no upper limit". It is far above any count, and far
// enough below the largest integer for sums of it to stay exact.
const NoLimit = 1 << 40

// Term is one count of an equation, by its number, with its sign (or
// multiple).
type Term struct {
	Count, Sign int
}

// System is what an outsider has to go on: equations, each of them a sum of
// signed counts that is nought, and the room each count has by itself.
// Everything is told as a distance from the true counts, for which every
// equation holds.
type System struct {
	Rows [][]Term
	At   [][]int // the rows of each count, ascending
	Down []int   // room below the true count, 0 or more
	Up   []int   // room above it, at most NoLimit
	// Found, if set, is told every solution that a solver meets.
	Found func(Witness)
}

// Sign is the sign of a count in an equation.
func (s *System) Sign(row, v int) int {
	for _, t := range s.Rows[row] {
		if t.Count == v {
			return t.Sign
		}
	}
	return 0
}

// Moves says whether the outsider is in any doubt about a count.
func (s *System) Moves(v int) bool { return s.Down[v]+s.Up[v] > 0 }
