package narrative_test

import (
	"strings"
	"testing"

	"siequity/rules/narrative"
)

// A weave is sentences of a frame with each word in each of its holes: {who} stands
// for each of the words named "who".
type weave struct {
	want   string
	frames []string
	words  map[string][]string
}

// all returns every sentence of the weave.
func (w weave) all() []string {
	out := w.frames
	for name, words := range w.words {
		hole, next := "{"+name+"}", []string(nil)
		for _, s := range out {
			if !strings.Contains(s, hole) {
				next = append(next, s)
				continue
			}
			for _, word := range words {
				next = append(next, strings.ReplaceAll(s, hole, word))
			}
		}
		out = next
	}
	return out
}

var (
	topics    = []string{"ethnicity", "language needs", "culture", "the family's beliefs", "ethnicity and language", "cultural background, race or literacy"}
	reviewers = []string{"The panel", "The review", "Reviewers", "The review team", "The investigation", "This report", "The RCA", "We", "The authors", "Panel"}
	nobodies  = []string{"No-one on the panel", "Nobody at the review meeting", "None of the reviewers", "No member of the panel", "Neither reviewer"}
	looking   = []string{"examine", "explore", "look at", "look into", "review", "consider", "address", "discuss", "ask about", "take into account", "analyse", "touch on"}
	looked    = []string{"examined", "explored", "looked at", "looked into", "reviewed", "considered", "addressed", "discussed", "asked about", "analysed", "touched on"}
	admitting = []string{"recognises", "acknowledges", "accepts", "notes", "regrets", "concedes"}
)

// TestOmissionsAreWoven reads what reviewers say that they did not do, and near
// misses, in every crossing of who says it, of what and in which words.
func TestOmissionsAreWoven(t *testing.T) {
	lx := load(t)
	for name, w := range map[string]weave{
		"reviewers did not": {"explicitly_not", []string{"{who} did not {look} {topic}.", "{who} failed to {look} {topic}.", "{who} was unable to {look} {topic}.", "{who} has no data on, and did not {look}, {topic}."},
			map[string][]string{"who": reviewers, "look": looking, "topic": topics}},
		"nobody among them": {"explicitly_not", []string{"{who} {looked} {topic}."},
			map[string][]string{"who": nobodies, "looked": looked, "topic": topics}},
		"they admit it": {"explicitly_not", []string{"{who} {admits} that {topic} has not been {looked}.", "{who} {admits} that it did not {look} {topic}.", "{who} {admits} a gap: {topic} was not {looked} in this review.", "{who} {admits} {topic} was never on the agenda."},
			map[string][]string{"who": {"Panel", "The review"}, "admits": admitting, "looked": looked, "look": looking, "topic": topics}},
		"passive": {"explicitly_not", []string{"{topic} was not {looked} by the panel.", "{topic} has not been {looked} in this report.", "{topic} did not form {part} of {review}.", "{topic} was {out}.", "No attempt was made in this review to {look} {topic}."},
			map[string][]string{"looked": looked, "look": looking, "topic": topics, "part": {"part", "any part", "a part"}, "review": {"the review", "this review for the Trust", "our analysis", "the investigation"},
				"out": {"outside our remit", "out of scope", "not within the scope of this review", "parked", "left for the next stage of the investigation", "deferred", "not on the agenda", "not touched on in the analysis", "not in the terms of reference"}}},
		"the investigation before": {"explicitly_not", []string{"The investigation reviewed the interval to the birth. It {not} {look} {topic}.", "The panel met twice. It {not} {look} {topic}, as the notes were lost."},
			map[string][]string{"not": {"did not", "was not able to", "never set out to"}, "look": looking, "topic": topics}},
		"staff did not": {"considered", []string{"{who} found that {staff} did not {look} {topic}.", "{who} recognises that {topic} was not {looked} by {staff}.", "{staff} did not {look} {topic}."},
			map[string][]string{"who": {"The panel", "The review", "We"}, "staff": {"the midwife", "staff", "the ward team"}, "look": looking, "looked": looked, "topic": topics}},
		"looked at and excluded": {"considered", []string{"{topic} was {looked} by the panel and was not found to have played any part.", "The panel {looked} {topic} and did not find it to be a factor.", "{topic} did not form any part of the causes.", "The panel did not find that {topic} played a part."},
			map[string][]string{"looked": {"examined", "explored", "looked at", "reviewed", "considered", "discussed"}, "topic": {"ethnicity", "culture", "language", "the family's beliefs", "race and literacy"}}},
		"not until": {"considered", []string{"It was not until {who} asked about {topic} that the delay was understood."},
			map[string][]string{"who": {"the panel", "the review", "we"}, "topic": {"ethnicity", "culture", "language", "the family's beliefs"}}},
	} {
		t.Run(name, func(t *testing.T) { checkWeave(t, lx, w) })
	}
}

func checkWeave(t *testing.T, lx *narrative.Lexicon, w weave) {
	t.Helper()
	all, wrong := w.all(), 0
	for _, s := range all {
		if got := loudest(lx.Read([]narrative.Part{{Text: s}})); got != w.want {
			if wrong++; wrong <= 20 {
				t.Errorf("%q: got %s; want %s", s, got, w.want)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d are wrong", wrong, len(all))
	}
}

// loudest returns the label of all the dimensions named, "mixed" if they differ.
func loudest(r narrative.Reading) string {
	out := narrative.Absent
	for _, f := range r {
		switch {
		case f.Label == narrative.Absent, f.Label == out:
		case out == narrative.Absent:
			out = f.Label
		default:
			return "mixed"
		}
	}
	return out.String()
}
