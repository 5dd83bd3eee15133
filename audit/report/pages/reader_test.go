package pages

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// A reader is somebody with tables.csv alone, who adds up and subtracts across all
// tables of cases until nothing more can be learnt. It knows nothing of how the
// program ties tables together: what belongs together it reads off the columns.
type reader struct {
	low, high map[string]int
	sums      map[string][]string // by total: the lists of parts, joined
}

const unlimited = 1 << 30

// figuresOf reads the counts of cases by place: "dimension=value" in a fixed order,
// so that a count printed in several tables is one place.
func figuresOf(t *testing.T, m layout.Model) map[string]string {
	t.Helper()
	var text bytes.Buffer
	if err := layout.CSV(&text, m); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range rows[1:] {
		if r[7] != "cases" || r[3] == "" || r[5] == "" || r[5] == "theme" {
			continue
		}
		dims := map[string]string{r[3]: r[4], r[5]: r[6]}
		if r[1] != "Larkfield system (invented)" {
			dims["organisation"] = r[1]
		}
		out[placeOf(dims)] = r[8]
	}
	return out
}

// placeOf writes dimensions in a fixed order and leaves totals out.
func placeOf(dims map[string]string) string {
	var parts []string
	for _, name := range []string{"consideration", "ethnicity", "harm", "imd", "kind", "organisation", "quarter", "reporting"} {
		if v, ok := dims[name]; ok && v != "Total" {
			parts = append(parts, name+"="+v)
		}
	}
	return strings.Join(parts, "|")
}

// newReader takes in every figure, and every sum that leaves out one dimension.
func newReader(figures map[string]string) *reader {
	r := &reader{low: map[string]int{}, high: map[string]int{}, sums: map[string][]string{}}
	parts := map[string][]string{} // by total and dimension
	for at, text := range figures {
		r.low[at], r.high[at] = 0, unlimited
		if n, err := strconv.Atoi(text); err == nil {
			r.low[at], r.high[at] = n, n
		} else if text == "[c]" {
			r.low[at] = 1
		}
		dims := strings.Split(at, "|")
		for i, d := range dims {
			if at == "" {
				continue
			}
			name, _, _ := strings.Cut(d, "=")
			rest := append(append([]string{}, dims[:i]...), dims[i+1:]...)
			key := strings.Join(rest, "|") + "#" + name
			parts[key] = append(parts[key], at)
		}
	}
	for key, list := range parts {
		total, dimension, _ := strings.Cut(key, "#")
		if dimension == "organisation" && len(list) < len(trusts) {
			continue // the table of the other is not shown
		}
		if _, printed := figures[total]; printed {
			r.sums[total] = append(r.sums[total], strings.Join(list, "\n"))
		}
	}
	return r
}

// learn narrows ranges by all sums until nothing changes.
func (r *reader) learn() {
	for again := true; again; {
		again = false
		for total, lists := range r.sums {
			for _, list := range lists {
				again = r.narrow(total, strings.Split(list, "\n")) || again
			}
		}
	}
}

func (r *reader) narrow(total string, parts []string) (more bool) {
	low, high := 0, 0
	for _, p := range parts {
		low, high = low+r.low[p], min(unlimited, high+r.high[p])
	}
	more = r.bound(total, low, high)
	for _, p := range parts {
		most, least := unlimited, 0
		if r.high[total] < unlimited {
			most = r.high[total] - (low - r.low[p])
		}
		if high < unlimited {
			least = r.low[total] - (high - r.high[p])
		}
		if r.bound(p, least, most) {
			return true // the sums above are out of date
		}
	}
	return more
}

func (r *reader) bound(at string, low, high int) (more bool) {
	if low > r.low[at] {
		r.low[at], more = low, true
	}
	if high < r.high[at] {
		r.high[at], more = high, true
	}
	return more
}

// randomCases gives the sample other cases: every case of its own group,
// deprivation, harm, kind, trust and quarter.
func randomCases(t *testing.T, r *rand.Rand, n int) release.Facts {
	f := sampleFacts(t)
	f.Book = measure.NewBook()
	fillRecords(f.Book)
	fillPopulation(f.Book)
	draw := func(d measure.Dimension) string {
		return d.Values[min(r.IntN(len(d.Values)), r.IntN(len(d.Values)))].Key
	}
	for range n {
		at := measure.Place{Organisation: trusts[r.IntN(2)], Period: quarters[r.IntN(3)]}
		group, imd, harm := draw(release.EthnicityRows(f.Options)), draw(release.IMDColumns()), draw(release.HarmColumns())
		for table, cell := range map[string][2]string{count.TableEthnicityIMD: {group, imd}, count.TableEthnicityHarm: {group, harm}, count.TableIMDHarm: {imd, harm},
			count.TableEthnicityReport: {group, count.ReportingClass(harm)}, count.TableEthnicityKind: {group, draw(release.KindColumns())},
			count.TableConsidered + "culture": {group, draw(release.ConsideredColumns())}} {
			f.Book.Count(measure.CellKey{Table: table, Place: at, Row: cell[0], Column: cell[1]}, 1)
		}
	}
	return f
}

// aboutRecording reports a number that tells of the trust and of no group of women.
func aboutRecording(at string) bool {
	for _, d := range strings.Split(at, "|") {
		name, value, _ := strings.Cut(d, "=")
		switch name {
		case "ethnicity", "imd", "harm", "reporting":
			if !strings.HasPrefix(value, "Not ") && value != "Harm not known" {
				return false
			}
		}
	}
	return true
}

// TestReaderOfTables holds that nobody finds a small count by arithmetic in
// tables.csv: a small count that is hidden may be 4 or more for all that is printed,
// and one that is not printed may be more than one number.
func TestReaderOfTables(t *testing.T) {
	packs := 6
	if os.Getenv("SIEQUITY_ATTACK") != "" {
		packs = 100
	}
	hidden := 0
	for i := range packs {
		r := rand.New(rand.NewPCG(uint64(i), 17))
		f := randomCases(t, r, 30+r.IntN(400))
		truth := figuresOf(t, Make(sampleRelease(t, f, disclosure.Panel())))
		figures := figuresOf(t, Make(sampleRelease(t, f, disclosure.LT5())))
		reader := newReader(figures)
		reader.learn()
		for at, text := range figures {
			n, err := strconv.Atoi(truth[at])
			if err != nil || n == 0 || n > 4 {
				continue
			}
			low, high := reader.low[at], reader.high[at]
			switch text {
			case "[c]":
				hidden++
				// A total may tell how many counts under it are not nought, so
				// only the upper end is the same for all.
				if high < 4 || low == high {
					t.Errorf("pack %d, %s: %d is found to be %d to %d", i, at, n, low, high)
				}
			case release.NotPrinted:
				if low == high {
					t.Errorf("pack %d, %s: %d is not printed and found", i, at, n)
				}
			default:
				if !aboutRecording(at) {
					t.Errorf("pack %d, %s: %d is printed as %q", i, at, n, text)
				}
			}
		}
	}
	if hidden < 100 {
		t.Errorf("only %d hidden counts were looked at", hidden)
	}
}
