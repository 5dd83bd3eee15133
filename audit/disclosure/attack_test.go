package disclosure

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// The attacker of this file shares no code with the package but the plan's
// printed texts: it writes its own equations and solves them with gonum, or
// tries every table there can be.

// runs is how many packs to attack: a few, or many with SIEQUITY_ATTACK set.
func runs(few, many int) int {
	if os.Getenv("SIEQUITY_ATTACK") != "" {
		return many
	}
	return few
}

func labels(prefix string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = prefix + strconv.Itoa(i)
	}
	return out
}

// randomTable has rows and columns of very different size, as ethnicity and
// harm have.
func randomTable(r *rand.Rand, name string, rows, cols int, scale float64) Table {
	t := Table{Name: name, Rows: labels("r", rows), Cols: labels("c", cols)}
	wide := make([]float64, cols)
	for j := range wide {
		wide[j] = r.ExpFloat64()
	}
	for range rows {
		line, tall := make([]int, cols), r.ExpFloat64()
		for j := range line {
			line[j] = int(scale * tall * wide[j] * (0.5 + r.Float64()))
		}
		t.Counts = append(t.Counts, line)
	}
	return t
}

// stackedPack is parts (trusts, or quarters) and their whole, for one measure.
func stackedPack(r *rand.Rand, measure string, parts, rows, cols int, scale float64) Pack {
	whole := Table{Name: measure + "-all", Rows: labels("r", rows), Cols: labels("c", cols)}
	for range rows {
		whole.Counts = append(whole.Counts, make([]int, cols))
	}
	pack := Pack{Tables: []Table{whole}}
	for k := range parts {
		t := randomTable(r, fmt.Sprintf("%s-%d", measure, k), rows, cols, scale)
		for i, line := range t.Counts {
			for j, n := range line {
				whole.Counts[i][j] += n
			}
		}
		pack.Tables = append(pack.Tables, t)
	}
	for _, row := range append(slices.Clone(whole.Rows), "") {
		for _, col := range append(slices.Clone(whole.Cols), "") {
			s := Sum{Total: Ref{whole.Name, row, col}}
			for _, t := range pack.Tables[1:] {
				s.Parts = append(s.Parts, Ref{t.Name, row, col})
			}
			pack.Sums = append(pack.Sums, s)
		}
	}
	return pack
}

// attacker reads a pack that hides 1 to 4 exactly.
type attacker struct {
	at     map[Ref]int // unknowns, by place
	truth  []int
	least  []int // what a reader takes to stand there: 1 behind a symbol, 0 where nothing is printed
	floor  []int // cells that are not nought and that the count takes in
	rows   [][]float64
	rhs    []float64
	answer int // questions that gonum answered
}

// newAttacker writes one equation for each sum.
func newAttacker(pack Pack, plan Plan) *attacker {
	a := &attacker{at: map[Ref]int{}}
	truth, cells := map[Ref]int{}, map[Ref]int{}
	for _, t := range pack.Tables {
		for i, row := range t.Rows {
			for j, col := range t.Cols {
				for _, r := range []Ref{{t.Name, row, col}, {t.Name, row, ""}, {t.Name, "", col}, {t.Name, "", ""}} {
					truth[r] += t.Counts[i][j]
					cells[r] += min(1, t.Counts[i][j])
				}
			}
		}
	}
	for _, s := range pack.Sums {
		if n := 0; len(s.Parts) > 0 {
			for _, p := range s.Parts {
				n += cells[p]
			}
			cells[s.Total] = max(cells[s.Total], n)
		}
	}
	for _, t := range pack.Tables {
		for _, r := range t.places(Grouping{}) {
			if plan.At(r).Text == plan.Profile().Symbol {
				a.unknown(r, truth[r], cells[r], 1)
			}
		}
		for _, row := range t.Rows {
			for _, col := range t.Cols {
				if slices.Contains(t.TotalsOnly.Rows, row) || slices.Contains(t.TotalsOnly.Cols, col) {
					a.unknown(Ref{t.Name, row, col}, truth[Ref{t.Name, row, col}], 0, 0)
				}
			}
		}
	}
	for _, t := range pack.Tables {
		if t.oneWay() {
			continue // repeats totals of others
		}
		for _, row := range append(slices.Clone(t.Rows), "") {
			a.sum(plan, Ref{t.Name, row, ""}, t.Cols, func(c string) Ref { return Ref{t.Name, row, c} })
		}
		for _, col := range append(slices.Clone(t.Cols), "") {
			a.sum(plan, Ref{t.Name, "", col}, t.Rows, func(r string) Ref { return Ref{t.Name, r, col} })
		}
	}
	for _, s := range pack.Sums {
		a.sum(plan, s.Total, labels("", len(s.Parts)), func(i string) Ref {
			n, _ := strconv.Atoi(i)
			return s.Parts[n]
		})
	}
	return a
}

func (a *attacker) unknown(r Ref, truth, floor, least int) {
	a.at[r] = len(a.truth)
	a.truth, a.floor, a.least = append(a.truth, truth), append(a.floor, floor), append(a.least, least)
}

// sum adds total = parts, in terms of how far each unknown is above its least.
func (a *attacker) sum(plan Plan, total Ref, parts []string, at func(string) Ref) {
	row, b := make([]float64, len(a.truth)), 0.0
	term := func(r Ref, sign float64) {
		if i, hidden := a.at[r]; hidden {
			row[i] += sign
			b -= sign * float64(a.least[i])
			return
		}
		n, err := strconv.Atoi(plan.At(r).Text)
		if err != nil {
			panic(err)
		}
		b -= sign * float64(n)
	}
	term(total, -1)
	for _, p := range parts {
		term(at(p), 1)
	}
	a.rows, a.rhs = append(a.rows, row), append(a.rhs, b)
}

// around gives the equations and unknowns tied to one unknown.
func (a *attacker) around(v int) (rows, vars []int) {
	inRow, inVar := make([]bool, len(a.rows)), make([]bool, len(a.truth))
	inVar[v] = true
	for again := true; again; {
		again = false
		for i, row := range a.rows {
			if inRow[i] || !slices.ContainsFunc(chosen(inVar), func(u int) bool { return row[u] != 0 }) {
				continue
			}
			inRow[i], again = true, true
			for u, x := range row {
				inVar[u] = inVar[u] || x != 0
			}
		}
	}
	return chosen(inRow), chosen(inVar)
}

// chosen lists the positions that are set.
func chosen(in []bool) (out []int) {
	for i, is := range in {
		if is {
			out = append(out, i)
		}
	}
	return out
}

// bounds asks gonum for the least and the most that an unknown can be.
func (a *attacker) bounds(v int) (low, high float64, ok bool) {
	rows, vars := a.around(v)
	var keep [][]float64
	var rhs []float64
	basis := [][]float64{}
	for _, i := range rows {
		row := make([]float64, len(vars))
		for j, u := range vars {
			row[j] = a.rows[i][u]
		}
		if reduced, fresh := reduce(basis, row); fresh {
			basis, keep, rhs = append(basis, reduced), append(keep, row), append(rhs, a.rhs[i])
		}
	}
	if len(keep) == len(vars) {
		return float64(a.truth[v]), float64(a.truth[v]), true // one solution only
	}
	m := mat.NewDense(max(1, len(keep)), len(vars), nil)
	for i, row := range keep {
		m.SetRow(i, row)
	}
	c := make([]float64, len(vars))
	at := slices.Index(vars, v)
	c[at] = 1
	low, _, err := lp.Simplex(c, m, rhs, 0, nil)
	if err != nil {
		return 0, 0, false
	}
	c[at] = -1
	most, _, err := lp.Simplex(c, m, rhs, 0, nil)
	switch {
	case errors.Is(err, lp.ErrUnbounded):
		most = math.Inf(-1)
	case err != nil:
		return 0, 0, false
	}
	least := float64(a.least[v])
	return math.Ceil(least + low - 1e-6), math.Floor(least - most + 1e-6), true
}

// reduce eliminates earlier equations from one; fresh is false if nothing is
// left of it.
func reduce(basis [][]float64, row []float64) (reduced []float64, fresh bool) {
	w := slices.Clone(row)
	for _, b := range basis {
		p := slices.IndexFunc(b, func(x float64) bool { return math.Abs(x) > 1e-9 })
		if f := w[p] / b[p]; f != 0 {
			for j := range w {
				w[j] -= f * b[j]
			}
		}
	}
	return w, slices.ContainsFunc(w, func(x float64) bool { return math.Abs(x) > 1e-9 })
}

// attack asks for every step-th unknown and reports what was learned.
func (a *attacker) attack(t *testing.T, name string, step int) {
	t.Helper()
	for v := 0; v < len(a.truth); v += step {
		low, high, ok := a.bounds(v)
		if !ok {
			continue
		}
		a.answer++
		n := a.truth[v]
		small := n < 5
		switch {
		case a.least[v] == 0:
			if n > 0 && small && high-low < 1 {
				t.Errorf("%s: a count of %d that is not printed is found exactly", name, n)
			}
		case small && (low > float64(max(1, a.floor[v])) || high < 4):
			t.Errorf("%s: a count of %d is found to be %v to %v", name, n, low, high)
		case high-low < 1:
			t.Errorf("%s: a count of %d is found exactly", name, n)
		}
	}
}

func TestAttackOnTables(t *testing.T) {
	answers, asked := 0, 0
	for n := range runs(60, 4000) {
		r := rand.New(rand.NewPCG(uint64(n), 1))
		pack := Pack{Tables: []Table{randomTable(r, "t", 8, 6, math.Exp(r.Float64()*5))}}
		plan := protect(t, pack, LT5())
		a := newAttacker(pack, plan)
		a.attack(t, fmt.Sprint("table ", n), 1)
		answers, asked = answers+a.answer, asked+len(a.truth)
	}
	if answers < asked*9/10 {
		t.Errorf("only %d of %d questions were answered", answers, asked)
	}
}

func TestAttackOnTrustsAndQuarters(t *testing.T) {
	answers := 0
	for n := range runs(4, 300) {
		r := rand.New(rand.NewPCG(uint64(n), 2))
		pack := stackedPack(r, "m", 2+n%3, 8, 6, math.Exp(1+r.Float64()*3))
		a := newAttacker(pack, protect(t, pack, LT5()))
		a.attack(t, fmt.Sprint("pack ", n), runs(25, 5))
		answers += a.answer
	}
	if answers < 8 {
		t.Errorf("only %d questions were answered", answers)
	}
}

// protect is Protect for packs that must come through.
func protect(t *testing.T, pack Pack, p Profile) Plan {
	t.Helper()
	plan, _, err := Protect(context.Background(), pack, p)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// behindText is what a reader takes a printed text to stand for.
func behindText(profile, text string, most int) (low, high int) {
	n, err := strconv.Atoi(text)
	switch {
	case err != nil:
		return 1, most
	case profile == "lt5" || n == 0:
		return n, n
	case n == 5:
		return 1, 7
	}
	return max(8, n-2), n + 2
}

// TestAttackByEnumeration tries every small table that could be behind the
// printed one.
func TestAttackByEnumeration(t *testing.T) {
	for _, p := range []Profile{LT5(), NHSE(), HES()} {
		for n := range runs(40, 2000) {
			r := rand.New(rand.NewPCG(uint64(n), 3))
			table := Table{Name: "t", Rows: labels("r", 2), Cols: labels("c", 2)}
			for range 2 {
				table.Counts = append(table.Counts, []int{r.IntN(14), r.IntN(14)})
			}
			pack := Pack{Tables: []Table{table}}
			plan := protect(t, pack, p)
			if _, printed := plan.Form("t"); printed {
				enumerateTable(t, p, table, plan)
			}
		}
	}
}

// enumerateTable finds the range of each small cell over all two by two tables
// with the printed texts.
func enumerateTable(t *testing.T, p Profile, table Table, plan Plan) {
	t.Helper()
	const most = 34
	var low, high [9]int
	for i, r := range table.places(Grouping{}) {
		low[i], high[i] = behindText(p.Name, plan.At(r).Text, 2*most)
	}
	fits := func(i, n int) bool { return low[i] <= n && n <= high[i] }
	least, largest := [4]int{99, 99, 99, 99}, [4]int{}
	for a := low[0]; a <= min(most, high[0]); a++ {
		for b := low[1]; b <= min(most, high[1]); b++ {
			for c := low[3]; c <= min(most, high[3]); c++ {
				for d := low[4]; d <= min(most, high[4]); d++ {
					if fits(2, a+b) && fits(5, c+d) && fits(6, a+c) && fits(7, b+d) && fits(8, a+b+c+d) {
						for i, n := range []int{a, b, c, d} {
							least[i], largest[i] = min(least[i], n), max(largest[i], n)
						}
					}
				}
			}
		}
	}
	for i := range 4 {
		n := table.Counts[i/2][i%2]
		if n > 0 && n < p.Threshold && (least[i] > 1 || largest[i] < p.Threshold-1) {
			t.Errorf("%s %v: a count of %d is found to be %d to %d", p.Name, table.Counts, n, least[i], largest[i])
		}
	}
}
