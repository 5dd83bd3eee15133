package vectors_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"siequity/audit/stats"
)

// TestPublishedIntervals recomputes the limits that OHID's test workbooks give
// for counts, rates and proportions.
func TestPublishedIntervals(t *testing.T) {
	for line, row := range readRows(t, filepath.Join("..", "..", "..", "testdata", "ci_vectors.csv")) {
		lower, upper := publishedLimits(row)
		if row["numerator"] == "" || row["denominator"] == "" && row["statistic"] != "count" {
			continue // the workbook leaves the limits of a missing count blank
		}
		for _, limit := range []struct {
			name string
			got  stats.Value
		}{{"lower", lower}, {"upper", upper}} {
			want, given := number(row[limit.name])
			if !given && !limit.got.OK() {
				continue
			}
			if !limit.got.OK() || math.Abs(limit.got.V-want) > 1e-9*math.Abs(want) {
				t.Errorf("line %d, %s of %s/%s: %s = %v, want %v", line+2, row["statistic"],
					row["numerator"], row["denominator"], limit.name, show(limit.got), row[limit.name])
			}
		}
	}
}

func publishedLimits(row map[string]string) (lower, upper stats.Value) {
	x, _ := number(row["numerator"])
	n, _ := number(row["denominator"])
	level, _ := number(strings.TrimSuffix(row["confidence"], "%"))
	per, given := number(row["multiplier"])
	if !given {
		per = 1
	}
	level /= 100
	switch {
	case row["statistic"] == "count":
		return stats.ByarCount(x, level)
	case strings.HasPrefix(row["statistic"], "rate"):
		return limits(stats.Rate(int(x), n, level, per).Interval)
	}
	return limits(stats.Wilson(x, n, level).Interval.Scale(per))
}

// TestPublishedRates recomputes published rates at their printed precision.
// The tables are not part of this project: SIEQUITY_PUBLISHED names a file of
// numerator, denominator, multiplier and published_rate.
func TestPublishedRates(t *testing.T) {
	path := namedFile("SIEQUITY_PUBLISHED")
	if path == "" {
		t.Skip("SIEQUITY_PUBLISHED names no file")
	}
	rows := readRows(t, path)
	agreed := 0
	for line, row := range rows {
		if got := published(row); got != row["published_rate"] {
			t.Errorf("line %d: %s/%s per %s = %s, published %s", line+2,
				row["numerator"], row["denominator"], row["multiplier"], got, row["published_rate"])
			continue
		}
		agreed++
	}
	t.Logf("%d of %d published rates agree", agreed, len(rows))
}

// published prints a row's rate with the decimals it was published with.
func published(row map[string]string) string {
	x, _ := number(row["numerator"])
	n, _ := number(row["denominator"])
	per, _ := number(row["multiplier"])
	_, fraction, _ := strings.Cut(row["published_rate"], ".")
	return stats.FormatRate(x, n, per, len(fraction))
}

func TestPublishedRatesRoundHalvesUp(t *testing.T) {
	tests := []struct{ x, n, per, want string }{
		{"7", "1120", "1000", "6.3"},   // 6.25 exactly
		{"1", "16", "100", "6.3"},      // 6.25
		{"43", "9000", "1000", "4.8"},  // 4.777...
		{"0", "412", "1000", "0.0"},    // none
		{"29", "4000", "1000", "7.25"}, // 7.25 at two decimals
		{"33", "8000", "1000", "4.13"}, // 4.125
	}
	for _, tt := range tests {
		row := map[string]string{"numerator": tt.x, "denominator": tt.n, "multiplier": tt.per, "published_rate": tt.want}
		if got := published(row); got != tt.want {
			t.Errorf("%s/%s per %s = %s, want %s", tt.x, tt.n, tt.per, got, tt.want)
		}
	}
}

func number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return v, err == nil
}

func readRows(t *testing.T, path string) []map[string]string {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}
