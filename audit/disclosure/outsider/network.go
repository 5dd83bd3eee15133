package outsider

// network is a component in which every count stands in at most two equations,
// once with each sign after some equations are turned round. Equations are
// then nodes, counts are arcs, and a change of the counts that keeps every
// equation is a circulation: how far one count can move is a maximum flow back
// from the end of its arc to the start. All numbers stay whole.
//
// One node per row and column and one for each kind of total makes a network
// of any two-way table with its totals (Gusfield 1988). The flow is by
// shortest augmenting paths (Edmonds and Karp 1972); the graphs are far too
// small for anything cleverer, and whole-number capacities rule out the float
// flows that gonum has.
type network struct {
	s     *System
	nodes map[int]int // equation to node
	rows  []int       // node to equation; the last node is the outside
	turn  []int       // 1 or -1 for each equation
	arcs  []arc       // 2i forwards and 2i+1 backwards for the i-th count
	out   [][]int     // arcs leaving each node
	vars  []int       // i to count
	index map[int]int // count to i
}

// arc is one direction of a count: it may grow by room.
type arc struct {
	to, room int
}

// newNetwork builds the network, or says that the component is none.
func newNetwork(s *System, c Component) (*network, bool) {
	n := &network{s: s, nodes: map[int]int{}, index: map[int]int{}, vars: c.Counts, rows: c.Rows}
	for i, row := range c.Rows {
		n.nodes[row] = i
	}
	if !n.orient(c) {
		return nil, false
	}
	n.out = make([][]int, len(c.Rows)+1)
	for i, v := range c.Counts {
		n.index[v] = i
		tail, head := n.ends(v)
		n.arcs = append(n.arcs, arc{head, s.Up[v]}, arc{tail, s.Down[v]})
		n.out[tail] = append(n.out[tail], 2*i)
		n.out[head] = append(n.out[head], 2*i+1)
	}
	return n, true
}

// orient turns equations round until every count has both signs once, by
// walking from equation to equation. It fails where no turning does it.
func (n *network) orient(c Component) bool {
	for _, v := range c.Counts {
		if len(n.s.At[v]) > 2 {
			return false
		}
	}
	n.turn = make([]int, len(c.Rows))
	for start := range c.Rows {
		if n.turn[start] != 0 {
			continue
		}
		n.turn[start] = 1
		queue := []int{start}
		for len(queue) > 0 {
			node := queue[0]
			queue = queue[1:]
			next, ok := n.turnNeighbours(node)
			if !ok {
				return false
			}
			queue = append(queue, next...)
		}
	}
	return true
}

// turnNeighbours settles the equations that share a count with a settled one
// and gives those that were not settled before.
func (n *network) turnNeighbours(node int) ([]int, bool) {
	var fresh []int
	for _, t := range n.s.Rows[n.rows[node]] {
		if !n.s.Moves(t.Count) {
			continue
		}
		if t.Sign != 1 && t.Sign != -1 {
			return nil, false
		}
		for _, row := range n.s.At[t.Count] {
			other := n.nodes[row]
			if other == node {
				continue
			}
			need := -n.turn[node] * t.Sign * n.s.Sign(row, t.Count)
			switch n.turn[other] {
			case 0:
				n.turn[other] = need
				fresh = append(fresh, other)
			case -need:
				return nil, false
			}
		}
	}
	return fresh, true
}

// ends gives the nodes that a count leaves from and goes to. A count in one
// equation only has the outside for its other end.
func (n *network) ends(v int) (tail, head int) {
	tail, head = len(n.rows), len(n.rows)
	for _, row := range n.s.At[v] {
		node := n.nodes[row]
		if n.turn[node]*n.s.Sign(row, v) > 0 {
			head = node
		} else {
			tail = node
		}
	}
	return tail, head
}

// Reset takes in the rooms as they are now.
func (n *network) Reset() {
	for i, v := range n.vars {
		n.arcs[2*i].room, n.arcs[2*i+1].room = n.s.Up[v], n.s.Down[v]
	}
}

// Push finds the maximum flow that brings the count's change back round. A
// count that only its own bound holds back has the empty proof.
func (n *network) Push(v, dir, want int) Push {
	own := 2 * n.index[v]
	if dir < 0 {
		own++
	}
	source, sink := n.arcs[own].to, n.arcs[own^1].to
	want = min(want, n.arcs[own].room)
	if source == sink {
		return Push{Moved: want, Limit: want, Proof: []Weight{}}
	}
	room := make([]int, len(n.arcs))
	for i, a := range n.arcs {
		room[i] = a.room
	}
	room[own], room[own^1] = 0, 0
	moved := 0
	for moved < want {
		back, reached := n.path(room, source, sink)
		if !reached {
			n.report(room, own, moved)
			return Push{Moved: moved, Limit: moved, Proof: n.cut(back)}
		}
		moved += n.augment(room, back, source, sink, want-moved)
	}
	n.report(room, own, moved)
	return Push{Moved: moved, Limit: moved, Proof: []Weight{}}
}

// report tells of the solution that a flow stands for.
func (n *network) report(room []int, own, moved int) {
	if n.s.Found == nil || moved == 0 {
		return
	}
	var found Witness
	for i, v := range n.vars {
		by := n.arcs[2*i].room - room[2*i]
		if by == 0 {
			by = room[2*i+1] - n.arcs[2*i+1].room
		}
		if own/2 == i {
			by = moved * (1 - 2*(own%2))
		}
		if by != 0 {
			found = append(found, Move{v, by})
		}
	}
	n.s.Found(found)
}

// path searches breadth first for a way with room. back[node] is the arc that
// first reached the node, plus one.
func (n *network) path(room []int, source, sink int) (back []int, reached bool) {
	back = make([]int, len(n.out))
	back[source] = -1
	queue := []int{source}
	for len(queue) > 0 {
		node := queue[0]
		queue = queue[1:]
		for _, a := range n.out[node] {
			to := n.arcs[a].to
			if room[a] == 0 || back[to] != 0 {
				continue
			}
			back[to] = a + 1
			if to == sink {
				return back, true
			}
			queue = append(queue, to)
		}
	}
	return back, false
}

// augment sends as much as the way holds, at most want.
func (n *network) augment(room, back []int, source, sink, want int) int {
	for node := sink; node != source; {
		a := back[node] - 1
		want = min(want, room[a])
		node = n.arcs[a^1].to
	}
	for node := sink; node != source; {
		a := back[node] - 1
		room[a] = min(room[a]-want, NoLimit)
		room[a^1] = min(room[a^1]+want, NoLimit)
		node = n.arcs[a^1].to
	}
	return want
}

// cut turns the nodes reached from the source into weights: what crosses out
// of them is all the flow there can be.
func (n *network) cut(back []int) []Weight {
	proof := []Weight{}
	outside := back[len(n.rows)] != 0
	for i, row := range n.rows {
		switch reached := back[i] != 0; {
		case reached && !outside:
			proof = append(proof, Weight{row, float64(n.turn[i])})
		case !reached && outside:
			proof = append(proof, Weight{row, -float64(n.turn[i])})
		}
	}
	return proof
}
