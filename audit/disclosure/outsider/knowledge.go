package outsider

import "fmt"

// Knowledge is what somebody knows of some counts: a range for each by itself,
// and equations between them.
type Knowledge struct {
	// Counts are the true counts. They only say where to start looking.
	Counts []int
	// Low and High bound each count; a High of [NoLimit] bounds nothing.
	Low, High []int
	// Equations are sums of signed counts, each of them nought.
	Equations [][]Term
}

// Range is what an outsider can say of a count at best.
type Range struct {
	Low, High int
}

// Ranges works out the range of each count asked for, in order. Ranges are
// exact where the equations form a network, as a two-way table with its totals
// does; elsewhere they are the bounds of the linear relaxation rounded
// inwards, never wider than those.
func (k Knowledge) Ranges(asked []int) ([]Range, error) {
	s, err := k.system()
	if err != nil {
		return nil, err
	}
	out := make([]Range, len(asked))
	for i, v := range asked {
		e := s.EngineFor(s.ComponentOf(v))
		down, up := e.Push(v, -1, NoLimit), e.Push(v, 1, NoLimit)
		out[i] = Range{k.Counts[v] - down.Limit, k.Counts[v] + up.Limit}
		if up.Limit > NoLimit/2 {
			out[i].High = NoLimit
		}
	}
	return out, nil
}

// system writes the outsider's knowledge as distances from the true counts.
func (k Knowledge) system() (*System, error) {
	s := &System{At: make([][]int, len(k.Counts))}
	for v, n := range k.Counts {
		if n < k.Low[v] || n > k.High[v] {
			return nil, fmt.Errorf("count %d is %d, outside its range from %d to %d", v, n, k.Low[v], k.High[v])
		}
		s.Down = append(s.Down, n-k.Low[v])
		s.Up = append(s.Up, min(NoLimit, k.High[v]-n))
		if k.High[v] >= NoLimit {
			s.Up[v] = NoLimit
		}
	}
	for i, eq := range k.Equations {
		row, sum := make([]Term, len(eq)), 0
		for j, t := range eq {
			row[j] = t
			sum += t.Sign * k.Counts[t.Count]
			s.At[t.Count] = append(s.At[t.Count], i)
		}
		if sum != 0 {
			return nil, fmt.Errorf("equation %d does not hold for the true counts", i)
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}
