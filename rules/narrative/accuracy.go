package narrative

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

// An Accuracy is how the reading did on narratives that it had not seen.
type Accuracy struct {
	Cases         int          // invented narratives, labelled by hand
	Confusion     [3][4][4]int // by Dimension, label given by hand, label read
	Shown         int          // labels that were right and show a sentence
	RightSentence int          // of them those that show a sentence of the hand-made evidence
}

//go:embed accuracy.json
var measured []byte

// Measured returns the accuracy that reports print. The counts are those of the
// first reading of labelled narratives whose errors had not been used to mend the
// terms; accuracy.json says which.
func Measured() (Accuracy, error) {
	var f struct {
		Cases                        int
		Culture, Ethnicity, Language [4][4]int
		Shown, RightSentence         int
	}
	if err := json.Unmarshal(measured, &f); err != nil {
		return Accuracy{}, fmt.Errorf("accuracy of the narrative reading: %w", err)
	}
	return Accuracy{f.Cases, [3][4][4]int{f.Culture, f.Ethnicity, f.Language}, f.Shown, f.RightSentence}, nil
}

// F1 returns the F1 of a label in a dimension, between 0 and 1: twice the right
// ones over those given by hand and those read together.
func (a Accuracy) F1(d Dimension, l Label) float64 {
	hits, given, read := a.counts(d, l)
	if given+read == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(given+read)
}

// MacroF1 returns the mean F1 of the labels that the narratives hold.
func (a Accuracy) MacroF1(d Dimension) float64 {
	sum, n := 0.0, 0
	for l := Absent; l <= Considered; l++ {
		if _, given, _ := a.counts(d, l); given > 0 {
			sum, n = sum+a.F1(d, l), n+1
		}
	}
	return sum / float64(max(n, 1))
}

// Interval returns a 95% interval of F1: Wilson's (1927) of the proportion hits
// in the mean of given and read, which F1 is.
func (a Accuracy) Interval(d Dimension, l Label) (low, high float64) {
	hits, given, read := a.counts(d, l)
	n := float64(given+read) / 2
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964
	p := float64(hits) / n
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, mid-half), min(1, mid+half)
}

// counts returns how often a label was right, given by hand, and read.
func (a Accuracy) counts(d Dimension, l Label) (hits, given, read int) {
	for k := range 4 {
		given += a.Confusion[d][l][k]
		read += a.Confusion[d][k][l]
	}
	return a.Confusion[d][l][l], given, read
}

// String says the accuracy in words for a reader of a report.
func (a Accuracy) String() string {
	var parts []string
	for _, d := range Dimensions() {
		hits, given, read := a.counts(d, Considered)
		low, high := a.Interval(d, Considered)
		parts = append(parts, fmt.Sprintf("%s: %d of %d found, %d of %d finds right, F1 %.2f (95%% interval %.2f to %.2f)",
			d, hits, given, hits, read, a.F1(d, Considered), low, high))
	}
	return fmt.Sprintf("On %d invented narratives labelled by hand and read for the first time, the rules found evidence that a subject was "+
		"considered as follows. %s. Where the label was right, the sentence shown was the right one in %d of %d. "+
		"Reports of other writers may fare better or worse, so check a sample of your own.",
		a.Cases, strings.Join(parts, "; "), a.RightSentence, a.Shown)
}
