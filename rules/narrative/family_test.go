package narrative_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/narrative"
)

// A sample is one text of a family of constructions with the labels it must have.
type sample struct {
	family, text string
	want         map[string]string
}

// readSamples reads testdata/families.txt.
func readSamples(t *testing.T, file string) (out []sample) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	labels := map[byte]string{'a': "absent", 'm': "mentioned", 'n': "explicitly_not", 'c': "considered"}
	dims := map[byte]string{'c': "culture", 'e': "ethnicity", 'l': "language"}
	family := ""
	for line := range strings.SplitSeq(string(b), "\n") {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			family = name
			continue
		}
		head, text, ok := strings.Cut(line, "|")
		if !ok {
			continue
		}
		s := sample{family: family, text: strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(strings.TrimSpace(text)), want: map[string]string{}}
		for _, f := range strings.Fields(head) {
			s.want[dims[f[0]]] = labels[f[1]]
		}
		out = append(out, s)
	}
	return out
}

// TestFamilies holds each family of constructions in several wordings, and as many
// near misses; only the named dimensions are looked at.
func TestFamilies(t *testing.T) {
	lx := load(t)
	samples := readSamples(t, "testdata/families.txt")
	if len(samples) < 100 {
		t.Fatalf("read %d samples", len(samples))
	}
	for _, s := range samples {
		got := map[string]string{}
		reading := lx.Read([]narrative.Part{{Text: s.text}})
		for _, d := range narrative.Dimensions() {
			if _, ok := s.want[d.String()]; ok {
				got[d.String()] = reading[d].Label.String()
			}
		}
		if diff := cmp.Diff(s.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got)\n%s", s.family, s.text, diff)
		}
	}
}
