package outsider

import "fmt"

// Term is one count of an equation, by its position, with its sign (or
// multiple).
type Term struct {
	Count, Sign int
}

// Outsider is what somebody knows of some counts: a range for each by itself,
// and equations between them.
type Outsider struct {
	// Counts are the true counts. They only say where to start looking.
	Counts []int
	// Low and High bound each count; a High of [NoLimit] bounds nothing.
	Low, High []int
	// Equations are sums of signed counts, each of them nought.
	Equations [][]Term
}

// NoLimit is the upper end of a range that has none.
const NoLimit = NoLimit

// Range is what an outsider can say of a count at best.
type Range struct {
	Low, High int
}

// Ranges works out the range of each count asked for, in order. Ranges are
// exact where the equations form a network, as a two-way table with its totals
// does; elsewhere they are the bounds of the linear relaxation rounded
// inwards, never wider than those.
func (o Outsider) Ranges(asked []int) ([]Range, error) {
	s, err := o.system()
	if err != nil {
		return nil, err
	}
	out := make([]Range, len(asked))
	for i, v := range asked {
		e := s.EngineFor(s.ComponentOf(v))
		down, up := e.push(v, -1, NoLimit), e.push(v, 1, NoLimit)
		out[i] = Range{s.vars[v].count - down.limit, s.vars[v].count + up.limit}
		if up.limit > NoLimit/2 {
			out[i].High = NoLimit
		}
	}
	return out, nil
}

// system writes the outsider's knowledge as distances from the true counts.
func (o Outsider) system() (*System, error) {
	s := &System{at: make([][]int, len(o.Counts))}
	for v, n := range o.Counts {
		if n < o.Low[v] || n > o.High[v] {
			return nil, fmt.Errorf("count %d is %d, outside its range from %d to %d", v, n, o.Low[v], o.High[v])
		}
		s.vars = append(s.vars, unknown{count: n})
		s.Down = append(s.Down, n-o.Low[v])
		s.Up = append(s.Up, min(NoLimit, o.High[v]-n))
		if o.High[v] >= NoLimit {
			s.Up[v] = NoLimit
		}
	}
	for i, eq := range o.Equations {
		row, sum := make([]Term, len(eq)), 0
		for k, t := range eq {
			row[k] = Term{t.Count, t.Sign}
			sum += t.Sign * o.Counts[t.Count]
			s.At[t.Count] = append(s.At[t.Count], i)
		}
		if sum != 0 {
			return nil, fmt.Errorf("equation %d does not hold for the true counts", i)
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}

// RoundedRow works out what an outsider can say of each count of a line that
// is shown rounded beside its rounded total. ok is false if no counts give
// such a line.
func (p Profile) RoundedRow(shown []int, total int) (ranges []Range, ok bool) {
	ranges = make([]Range, len(shown))
	least, most := 0, 0
	for i, n := range shown {
		low, high := p.behind(n)
		ranges[i] = Range{low, high}
		least, most = least+low, most+high
	}
	low, high := p.behind(total)
	for i, r := range ranges {
		ranges[i] = Range{max(r.Low, low-(most-r.High)), min(r.High, high-(least-r.Low))}
	}
	return ranges, least <= high && most >= low && p.possible(append([]int{total}, shown...))
}

// possible says that every number is one the profile prints.
func (p Profile) possible(shown []int) bool {
	for _, n := range shown {
		if low, high := p.behind(n); n < 0 || low > high || p.Number(low) != n || p.Number(high) != n {
			return false
		}
	}
	return true
}
