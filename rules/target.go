package rules

import (
	"fmt"
	"slices"
	"strings"

	"siequity/rules/check"
	"siequity/rules/document"
)

// Better says which way a measure should go.
type Better uint8

// The directions. A measure with neither is shown without a colour.
const (
	Neither Better = iota
	Higher
	Lower
)

func betterNames() []string { return []string{"neither", "higher", "lower"} }

// String is the name used in packs and files.
func (b Better) String() string {
	if names := betterNames(); int(b) < len(names) {
		return names[b]
	}
	return fmt.Sprintf("%d", uint8(b))
}

// RAG is a rating in words; colour is the writers' business.
type RAG uint8

// The ratings. Grey says that the number is too small, or not known, to rate.
const (
	Grey RAG = iota
	Red
	Amber
	Green
)

// String is the rating's name.
func (r RAG) String() string {
	return [...]string{"grey", "red", "amber", "green"}[min(r, Green)]
}

// Target is what a measure is held to. Percentages run from 0 to 100.
type Target struct {
	Set    bool // false for a measure without a target
	Value  float64
	Amber  float64 // between Amber and Value is amber
	Better Better
	MinN   int // fewer in the denominator are grey
	// MaxUnknown is the largest share, in per cent, of those that could not be judged
	// among all that the measure is about. Beyond it a rating that they could turn is
	// not given.
	MaxUnknown float64
	Verified   bool   // read in a published source
	Source     string // where the target comes from
	Of         string // the scheme year it is of, such as Year 7; "" for none
	Pack       string // the pack that set it last
}

// Rate gives the rating of num of den. It compares whole numbers, so that 95 of
// 100 meets a target of 95 whatever a division would round to.
func (t Target) Rate(num, den int) RAG {
	if !t.Set || t.Better == Neither || den <= 0 || den < t.MinN {
		return Grey
	}
	reaches := func(percent float64) bool {
		if t.Better == Lower {
			return float64(num)*100 <= percent*float64(den)
		}
		return float64(num)*100 >= percent*float64(den)
	}
	switch {
	case reaches(t.Value):
		return Green
	case reaches(t.Amber):
		return Amber
	}
	return Red
}

// Unsettled reports a share with so many not known beside it that they could turn its
// rating: more than MaxUnknown of all, and all of them passing or all failing would be
// rated otherwise. A red that stays red whatever they are is a red.
func (t Target) Unsettled(num, den, unknown int) bool {
	if all := den + unknown; float64(unknown)*100 <= t.MaxUnknown*float64(all) {
		return false
	}
	rated := t.Rate(num, den)
	return t.Rate(num, den+unknown) != rated || t.Rate(num+unknown, den+unknown) != rated
}

// String is the target for a reader; one that nobody has checked against its
// source says so wherever it is printed.
func (t Target) String() string {
	if !t.Set {
		return "no target"
	}
	text := fmt.Sprintf("at least %v%%", t.Value)
	if t.Better == Lower {
		text = fmt.Sprintf("at most %v%%", t.Value)
	}
	if t.Of != "" {
		text += " in " + strings.ToLower(t.Of)
	}
	if !t.Verified {
		text += " (a setting, not checked against a published source)"
	}
	return text
}

// TargetFor is a measure's target in a scheme year: the measure's own rating
// with the year's figure, or no target where the table holds none.
func (m *Measure) TargetFor(key string) Target {
	if m.Targets == nil {
		return m.Target
	}
	return m.Target.in(m.Targets.Row(key))
}

// TargetOver is the target of a figure over several scheme years: the one they
// share, or none, because a figure held to two standards can be rated by neither.
func (m *Measure) TargetOver(keys ...string) Target {
	shared := m.Target
	for i, key := range keys {
		t := m.TargetFor(key)
		if i == 0 {
			shared = t
		} else if t.Value != shared.Value || t.Set != shared.Set {
			return m.Target.in(nil)
		}
	}
	return shared
}

// in is the target with the figure of a row, or with none.
func (t Target) in(row *Row) Target {
	if row == nil || row.Target == 0 {
		return Target{MinN: t.MinN, MaxUnknown: t.MaxUnknown, Better: t.Better, Pack: t.Pack}
	}
	t.Set, t.Value, t.Verified, t.Source, t.Of = true, row.Target, row.Verified, row.Source, row.Title
	t.Amber = t.almost()
	return t
}

// What a rating is made of where a pack says nothing else: amber is the five
// points below the target, fewer than five cases are grey, and so is a rating that
// more than a tenth not known could turn. No national rating was found for these
// measures, so these are settings.
const (
	amberWidth        = 5
	defaultMinN       = 5
	DefaultMaxUnknown = 10
)

// plainTarget is what a target is where its measure says nothing else.
func plainTarget() Target {
	return Target{Better: Higher, MinN: defaultMinN, MaxUnknown: DefaultMaxUnknown}
}

// almost is where amber begins when nothing else is said: on the worse side of the
// target, whichever that is.
func (t Target) almost() float64 {
	if t.Better == Lower {
		return min(t.Value+amberWidth, 100)
	}
	return max(t.Value-amberWidth, 0)
}

// readTarget reads target, amber, better, min_n, max_unknown, verified and
// target_source. What the object does not say of direction and limits stays as it was:
// a new target of a measure does not turn its direction.
func readTarget(pack Pack, o *document.Object, was Target) Target {
	t := Target{Better: was.Better, MinN: was.MinN, MaxUnknown: was.MaxUnknown, Pack: pack.Name, Source: o.Text("target_source")}
	t.Verified, _ = o.Bool("verified")
	if name := o.Text("better"); name != "" {
		i := slices.Index(betterNames(), name)
		if i < 0 {
			o.Fault("better", fmt.Sprintf("%q is no direction", name), "write higher, lower or neither")
		}
		t.Better = Better(max(i, 0))
	}
	if n, ok := o.Whole("min_n"); ok {
		t.MinN = n
	}
	if n, ok := o.Number("max_unknown"); ok {
		if t.MaxUnknown = n; n < 0 || n > 100 {
			o.Fault("max_unknown", fmt.Sprintf("%v is not a percentage", n), "write a number from 0 to 100")
		}
	}
	t.Value, t.Set = o.Number("target")
	t.Amber = t.almost()
	if amber, ok := o.Number("amber"); ok {
		t.Amber = amber
	}
	t.sound(o)
	return t
}

func (t Target) sound(o *document.Object) {
	if !t.Set {
		if o.Has("amber") {
			o.Fault("amber", "amber needs a target", "")
		}
		return
	}
	if t.Value < 0 || t.Value > 100 {
		o.Fault("target", fmt.Sprintf("%v is not a percentage", t.Value), "write a number from 0 to 100")
	}
	if t.Better == Higher && t.Amber > t.Value || t.Better == Lower && t.Amber < t.Value {
		o.Fault("amber", fmt.Sprintf("amber at %v would begin beyond the target %v", t.Amber, t.Value), "")
	}
}

// readRow reads one year of a table.
func readRow(o *document.Object) Row {
	o.Need("key", "source")
	r := Row{Key: o.Text("key"), Title: o.Text("title"), Source: o.Text("source")}
	o.Name(r.Key)
	if o.Has("from") || o.Has("to") {
		o.Need("from", "to")
		r.From, r.To = readDay(o, "from"), readDay(o, "to")
	}
	r.Verified, _ = o.Bool("verified")
	if r.HasLimit = o.Has("limit"); r.HasLimit {
		r.Limit, _ = check.ReadLimit(o)
	}
	r.Target, _ = o.Number("target")
	o.Close()
	return r
}

func readTable(pack Pack, c *Catalogue, o *document.Object) Table {
	t := Table{ID: readID(pack, o), Title: o.Text("title"), Doc: o.Text("doc"), Key: -1}
	o.Need("title", "doc", "key", "rows")
	name := o.Text("key")
	if i, ok := c.Index(name); ok {
		t.Key = i
	} else if name != "" {
		o.Fault("key", fmt.Sprintf("no field is called %q", name), c.Suggest(name))
	}
	t.Rows = addRows(nil, o)
	o.Close()
	return t
}

// addRows adds the rows of a table, or of an addition to one, each in the place
// of an earlier row of its key.
func addRows(rows []Row, o *document.Object) []Row {
	for _, each := range o.Objects("rows") {
		r := readRow(each)
		if i := slices.IndexFunc(rows, func(old Row) bool { return old.Key == r.Key }); i >= 0 {
			rows[i] = r
		} else {
			rows = append(rows, r)
		}
	}
	return rows
}
