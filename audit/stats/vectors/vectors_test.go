package vectors_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"siequity/audit/stats"
)

// vectorFunc computes the outputs of one reference case from its inputs.
// An output is a float64, int, bool or string, or a stats.Value, which is NA
// when it has a reason instead of a number.
type vectorFunc func(in json.RawMessage) (map[string]any, error)

// vector is one expected output of one case.
type vector struct {
	Method, Inputs, Output, Want string
}

// TestReferenceVectors checks every method against values computed by R, scipy
// and the packages the formulas come from. SIEQUITY_VECTORS may name another
// file of the same columns.
func TestReferenceVectors(t *testing.T) {
	path := namedFile("SIEQUITY_VECTORS")
	if path == "" {
		path = filepath.Join("..", "..", "..", "testdata", "stats_vectors.csv")
	}
	checkVectors(t, path)
}

// TestPreciseVectors checks hard cases, such as a thousand million births or
// zero cells, against values computed with 34 digits from the definitions.
func TestPreciseVectors(t *testing.T) {
	checkVectors(t, filepath.Join("..", "..", "..", "testdata", "precise_vectors.csv"))
}

// checkVectors reports for each method of a file how many values agree.
func checkVectors(t *testing.T, path string) {
	byMethod := readVectors(t, path)
	functions := allMethods(t)
	agreed, total := 0, 0
	for _, method := range slices.Sorted(maps.Keys(byMethod)) {
		t.Run(method, func(t *testing.T) {
			compute, ok := functions[method]
			if !ok {
				t.Fatalf("no function for method %q", method)
			}
			good := checkMethod(t, compute, byMethod[method])
			agreed += good
			total += len(byMethod[method])
			t.Logf("%-24s %d of %d agree", method, good, len(byMethod[method]))
		})
	}
	t.Logf("%d of %d values agree over %d methods", agreed, total, len(byMethod))
}

// idle lists the methods of a table that stand idle: the comparison does not know them,
// or neither of the two files has a value that they must answer for.
func idle(t *testing.T, table map[string]vectorFunc) (out []string) {
	t.Helper()
	covered, known := map[string]bool{}, allMethods(t)
	for _, file := range []string{"stats_vectors.csv", "precise_vectors.csv"} {
		for method := range readVectors(t, filepath.Join("..", "..", "..", "testdata", file)) {
			covered[method] = true
		}
	}
	for _, method := range slices.Sorted(maps.Keys(table)) {
		if !covered[method] || known[method] == nil {
			out = append(out, method)
		}
	}
	return out
}

// namedFile returns the path in an environment variable. A relative one may be
// relative to the module, where the tests are started from.
func namedFile(variable string) string {
	path := os.Getenv(variable)
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	if _, err := os.Stat(path); err != nil {
		return filepath.Join("..", "..", "..", path)
	}
	return path
}

// allMethods joins the tables of methods; a name held twice is a mistake.
func allMethods(t *testing.T) map[string]vectorFunc {
	all := map[string]vectorFunc{}
	for _, table := range []map[string]vectorFunc{
		distributionMethods(), intervalMethods(), ratioMethods(), tableMethods(),
		inequalityMethods(), chartMethods(), samplingMethods(), agreementMethods(),
		disclosureMethods(),
	} {
		for name, f := range table {
			if all[name] != nil {
				t.Fatalf("method %q has two functions", name)
			}
			all[name] = f
		}
	}
	return all
}

// checkMethod computes each case once and returns how many outputs agree.
func checkMethod(t *testing.T, compute vectorFunc, vectors []vector) int {
	results := map[string]map[string]any{}
	good := 0
	for _, v := range vectors {
		got, done := results[v.Inputs]
		if !done {
			var err error
			if got, err = compute(json.RawMessage(v.Inputs)); err != nil {
				t.Errorf("%s: %v", v.Inputs, err)
			}
			results[v.Inputs] = got
		}
		if agrees(got[v.Output], v.Want, tolerance(v)) {
			good++
			continue
		}
		t.Errorf("%s\n  %s = %v, want %s", v.Inputs, v.Output, show(got[v.Output]), v.Want)
	}
	return good
}

// tolerance is relative to the larger of the value and 1e-4; the logit limits
// come from an iterative fit in the reference.
func tolerance(v vector) float64 {
	if v.Method == "strat_prop" && strings.HasPrefix(v.Output, "logit_") {
		return 1e-6
	}
	return 1e-8
}

func agrees(got any, want string, tol float64) bool {
	switch g := got.(type) {
	case nil:
		return false
	case string:
		return g == want
	case bool:
		return strconv.FormatBool(g) == want
	case int:
		return agrees(float64(g), want, tol)
	case stats.Value:
		if !g.OK() {
			return want == "NA"
		}
		return agrees(g.V, want, tol)
	case float64:
		return agreesNumber(g, want, tol)
	}
	return false
}

func agreesNumber(got float64, want string, tol float64) bool {
	switch want {
	case "Inf", "-Inf":
		return math.IsInf(got, 0) && (got > 0) == (want == "Inf")
	case "NA":
		return false
	}
	w, err := strconv.ParseFloat(want, 64)
	return err == nil && math.Abs(got-w) <= tol*math.Max(1e-4, math.Abs(w))
}

func show(got any) string {
	switch g := got.(type) {
	case stats.Value:
		if !g.OK() {
			return "not calculable: " + g.Why
		}
		return strconv.FormatFloat(g.V, 'g', 15, 64)
	case float64:
		return strconv.FormatFloat(g, 'g', 15, 64)
	}
	return fmt.Sprint(got)
}

func readVectors(t *testing.T, path string) map[string][]vector {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	out := map[string][]vector{}
	for _, row := range rows[1:] {
		v := vector{row[column["method"]], row[column["inputs_json"]],
			row[column["output_name"]], row[column["value"]]}
		out[v.Method] = append(out[v.Method], v)
	}
	return out
}

// TestVectorComparisonCanFail guards the guard.
func TestVectorComparisonCanFail(t *testing.T) {
	tests := []struct {
		name string
		got  any
		want string
		ok   bool
	}{
		{"equal", 0.1, "0.1", true},
		{"last digit", 0.1 + 2e-9, "0.1", false},
		{"missing", nil, "0.1", false},
		{"reason is NA", stats.NotCalculable("no"), "NA", true},
		{"number is not NA", 0.0, "NA", false},
		{"reason is no number", stats.NotCalculable("no"), "0", false},
		{"open", math.Inf(1), "Inf", true},
		{"finite is not open", 1e308, "Inf", false},
		{"wrong side", math.Inf(-1), "Inf", false},
		{"text", "Exact", "Byars", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := agrees(tt.got, tt.want, 1e-8); got != tt.ok {
				t.Errorf("agrees(%v, %q) = %v, want %v", tt.got, tt.want, got, tt.ok)
			}
		})
	}
}

// with decodes the inputs of a case before computing it. They go through
// plain values first, so that a whole number written 1e+06 reads as one.
func with[In any](compute func(In) map[string]any) vectorFunc {
	return func(raw json.RawMessage) (map[string]any, error) {
		var plain any
		if err := json.Unmarshal(raw, &plain); err != nil {
			return nil, err
		}
		again, err := json.Marshal(plain)
		if err != nil {
			return nil, err
		}
		var in In
		if err := json.Unmarshal(again, &in); err != nil {
			return nil, err
		}
		return compute(in), nil
	}
}

// whole returns the integer in x, or false.
func whole(x float64) (int, bool) {
	return int(x), x == math.Trunc(x) && math.Abs(x) < 1<<53
}
