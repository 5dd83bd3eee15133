package rules

import (
	"fmt"
	"slices"

	"siequity/rules/calendar"
	"siequity/rules/check"
	"siequity/rules/document"
)

// Set is all packs of a run, ready to be applied. It is only read once loaded,
// and may be used from many goroutines at once.
type Set struct {
	Catalogue *Catalogue
	Calendar  *calendar.Calendar
	Packs     []Pack
	Rules     []Rule // in order of pack, then of the file
	Measures  []Measure
	Tables    []Table
	Themes    []Theme

	// bySource[i] lists the rules for source i; none is what Eval starts from,
	// the outcomes of a record that no rule is for.
	bySource [][]int
	none     []Outcome
	// counted and uncounted are the same for measures.
	counted   [][]int
	uncounted []Outcome
}

// Load reads packs in order, each after those it may refer to. The error is a
// [Faults] with every fault of every pack.
func Load(c *Catalogue, docs ...Document) (*Set, error) {
	l := &loader{set: &Set{Catalogue: c}, log: &document.Log{}, seen: map[string]string{}}
	for _, d := range docs {
		l.open(d)
	}
	l.holidays()
	l.tables()
	l.kit = &check.Kit{Catalogue: c, Calendar: l.set.Calendar, Tables: l.set.Tables}
	for i := range l.roots {
		l.read(l.set.Packs[i], l.roots[i])
	}
	l.resolve()
	for i := range l.roots {
		l.change(l.set.Packs[i], l.roots[i])
		l.roots[i].Close()
	}
	if err := l.log.Err(); err != nil {
		return nil, err
	}
	l.set.plan()
	return l.set, nil
}

// loader holds what is read so far. Packs are opened first, then read section
// by section, because rules refer to tables of other packs and targets to
// measures of other packs.
type loader struct {
	set   *Set
	log   *document.Log
	roots []*document.Object
	kit   *check.Kit
	// measures are the objects of the set's measures, for faults found when
	// all rules are known.
	measures []*document.Object
	seen     map[string]string // where each id was first given, by sort and id
}

func (l *loader) open(d Document) {
	root := document.Parse(d.Name, d.Text, l.log)
	if root == nil {
		return
	}
	p := readPack(d, root)
	if slices.ContainsFunc(l.set.Packs, func(q Pack) bool { return q.Name == p.Name && p.Name != "" }) {
		root.Fault("pack", fmt.Sprintf("a pack called %q is already loaded", p.Name), "give this one another name")
	}
	l.set.Packs = append(l.set.Packs, p)
	l.roots = append(l.roots, root)
}

func (l *loader) holidays() {
	var extra []Holiday
	var last *document.Object
	for _, root := range l.roots {
		for _, o := range root.Objects("holidays") {
			o.Need("date", "name")
			extra = append(extra, Holiday{Day: readDay(o, "date"), Name: o.Text("name")})
			last = o
			o.Close()
		}
	}
	c, err := calendar.England(extra...)
	if err != nil {
		last.Fault("date", err.Error(), "list every bank holiday of each year added, and no day twice")
		c, _ = calendar.England()
	}
	l.set.Calendar = c
}

func (l *loader) tables() {
	for i, root := range l.roots {
		for _, o := range root.Objects("tables") {
			if o.Has("extends") {
				l.extend(o)
				continue
			}
			t := readTable(l.set.Packs[i], l.set.Catalogue, o)
			l.fresh("table", t.ID, l.set.Packs[i].File, o)
			l.set.Tables = append(l.set.Tables, t)
		}
	}
}

func (l *loader) extend(o *document.Object) {
	id := o.Text("extends")
	at := slices.IndexFunc(l.set.Tables, func(t Table) bool { return t.ID == id })
	if at < 0 {
		o.Fault("extends", fmt.Sprintf("no table is called %q", id), "")
		addRows(nil, o)
	} else {
		l.set.Tables[at].Rows = addRows(l.set.Tables[at].Rows, o)
	}
	o.Close()
}

func (l *loader) read(p Pack, root *document.Object) {
	for _, id := range root.Texts("retired") {
		l.seen["rule"+id] = fmt.Sprintf("the ids that %s has retired", p.File)
	}
	for _, o := range root.Objects("rules") {
		r := readRule(p, l.kit, o)
		l.fresh("rule", r.ID, p.File, o)
		l.set.Rules = append(l.set.Rules, r)
	}
	for _, o := range root.Objects("measures") {
		m := readMeasure(p, l.kit, o)
		l.fresh("measure", m.ID, p.File, o)
		l.set.Measures = append(l.set.Measures, m)
		l.measures = append(l.measures, o)
	}
	for _, o := range root.Objects("themes") {
		t := readTheme(p.Name, o)
		l.fresh("theme", t.ID, p.File, o)
		l.set.Themes = append(l.set.Themes, t)
		o.Close()
	}
}

// fresh refuses an id used twice among things of one sort.
func (l *loader) fresh(sort, id, file string, o *document.Object) {
	if id == "" {
		return
	}
	if first, twice := l.seen[sort+id]; twice {
		o.Fault("id", fmt.Sprintf("a %s of this id is already in %s", sort, first), "give each its own id, and never one that was used before")
		return
	}
	l.seen[sort+id] = fmt.Sprintf("%s:%d", file, o.Line())
}

func (l *loader) resolve() {
	for i := range l.set.Measures {
		l.set.Measures[i].resolve(l.set, l.measures[i])
	}
}

// change applies what a pack says about others: targets and rules switched off.
func (l *loader) change(p Pack, root *document.Object) {
	for _, o := range root.Objects("targets") {
		l.retarget(p, o)
	}
	for _, o := range root.Objects("off") {
		l.off(o)
	}
}

func (l *loader) retarget(p Pack, o *document.Object) {
	o.Need("measure", "target")
	id := o.Text("measure")
	m := l.set.Measure(id)
	if m == nil && id != "" {
		o.Fault("measure", fmt.Sprintf("no measure is called %q", id), document.DidYouMean(id, l.set.measureIDs()))
	}
	if m != nil {
		m.Target, m.Targets = readTarget(p, o, m.Target), nil
	} else {
		readTarget(p, o, plainTarget())
	}
	o.Close()
}

func (l *loader) off(o *document.Object) {
	o.Need("rule", "reason")
	id, reason := o.Text("rule"), o.Text("reason")
	if r := l.set.Rule(id); r != nil {
		r.Off = reason
	} else if id != "" {
		o.Fault("rule", fmt.Sprintf("no rule is called %q", id), document.DidYouMean(id, l.set.ruleIDs()))
	}
	o.Close()
}
