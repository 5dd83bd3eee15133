package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Pages is the manual of the packs, a Markdown page for each, made from what
// the packs say and from what their examples really give.
func (s *Set) Pages() []Document {
	pages := make([]Document, len(s.Packs))
	for i, p := range s.Packs {
		pages[i] = Document{Name: p.Name + ".md", Text: s.page(p)}
	}
	return pages
}

func (s *Set) page(p Pack) string {
	w := &page{}
	w.line("# %s", p.Title)
	w.line("This page is made from the pack `%s`, version %s. Change the pack, not the page.", p.Name, p.Version)
	w.line("%s", p.Doc)
	s.rulePages(w, p)
	s.measurePages(w, p)
	s.tablePages(w, p)
	s.themePages(w, p)
	return w.text.String()
}

func (s *Set) rulePages(w *page, p Pack) {
	w.title("## Rules", func() {
		for i := range s.Rules {
			if r := &s.Rules[i]; r.Pack == p.Name {
				s.rule(w, r)
			}
		}
	})
}

func (s *Set) measurePages(w *page, p Pack) {
	w.title("## Measures", func() {
		for i := range s.Measures {
			if m := &s.Measures[i]; m.Pack == p.Name {
				s.measure(w, m)
			}
		}
	})
}

func (s *Set) tablePages(w *page, p Pack) {
	w.title("## Tables", func() {
		for i := range s.Tables {
			if t := &s.Tables[i]; strings.HasPrefix(t.ID, p.Name+"/") {
				s.table(w, t)
			}
		}
	})
}

func (s *Set) themePages(w *page, p Pack) {
	w.title("## Themes", func() {
		for _, t := range s.Themes {
			if t.Pack == p.Name {
				theme(w, t)
			}
		}
	})
}

// Show is all there is to say of a rule, measure, table or theme, as Markdown
// that reads well on a terminal too; false when nothing has the id.
func (s *Set) Show(id string) (string, bool) {
	w := &page{}
	if r := s.Rule(id); r != nil {
		s.rule(w, r)
		s.measured(w, r)
		w.block(r.Text)
	}
	if m := s.Measure(id); m != nil {
		s.measure(w, m)
		w.block(m.Text)
	}
	if t := s.Table(id); t != nil {
		s.table(w, t)
	}
	if i := slices.IndexFunc(s.Themes, func(t Theme) bool { return t.ID == id }); i >= 0 {
		theme(w, s.Themes[i])
	}
	return w.text.String(), w.text.Len() > 0
}

func (s *Set) rule(w *page, r *Rule) {
	w.line("### %s", r.ID)
	w.line("**%s.** %s", upper(r.Title), r.Doc)
	w.item("severity", r.Severity.String())
	w.item("asked of", strings.Join(r.On, ", ")+r.once())
	w.item("only when", code(r.When))
	w.item("passes when", r.Asks)
	w.item("says", code(r.Message))
	w.item("to mend it", r.Fix)
	w.item("source", r.Source)
	w.item("switched off", r.Off)
	w.end()
	w.line("| example | gives |")
	w.row("|---|---|")
	for i := range r.Examples {
		e := &r.Examples[i]
		w.row("| %s | %s |", cell(e.Text()+note(e.Note)), s.gives(r, e))
	}
	w.end()
}

// once says that a rule is asked once of several records.
func (r *Rule) once() string {
	switch {
	case r.PerCase:
		return "; once for each case"
	case r.PerExport:
		return "; once for each export"
	}
	return ""
}

// gives is what an example really gives, so that the page cannot claim what the
// rule does not do.
func (s *Set) gives(r *Rule, e *Example) string {
	o := s.try(r, e)
	if why := o.Why.Plain(); why != "" {
		return fmt.Sprintf("%s: %s", plainVerdict(o.Verdict), why)
	}
	return plainVerdict(o.Verdict)
}

func plainVerdict(v Verdict) string { return strings.ReplaceAll(v.String(), "_", " ") }

func note(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// measured lists the measures that a rule feeds, or that read the same fields.
func (s *Set) measured(w *page, r *Rule) {
	at := slices.IndexFunc(s.Rules, func(other Rule) bool { return other.ID == r.ID })
	for i := range s.Measures {
		m := &s.Measures[i]
		same := m.check != nil && slices.Equal(m.check.Fields(), r.check.Fields())
		if same || slices.Contains(m.Rules, at) {
			w.item("measure", fmt.Sprintf("%s (%s): %s; %s", m.Title, m.ID, m.Counts(s), m.Target))
		}
	}
	w.end()
}

func (s *Set) measure(w *page, m *Measure) {
	w.line("### %s", m.ID)
	w.line("**%s.** %s", m.Title, m.Doc)
	w.item("counts", m.Counts(s))
	w.item("of", strings.Join(m.On, ", "))
	w.item("only when", code(m.When))
	w.item("split by", m.Split)
	w.item("shown by", strings.Join(m.By, ", "))
	w.item("target", m.Target.String())
	if m.Target.Set {
		w.item("amber from", fmt.Sprintf("%v%%", m.Target.Amber))
		w.item("grey below", fmt.Sprintf("%d cases", m.Target.MinN))
		w.item("grey where not known", fmt.Sprintf("over %v%%, if that could turn the rating", m.Target.MaxUnknown))
	}
	if m.Targets != nil {
		w.item("targets by year", "table "+m.Targets.ID+"; the one above is the newest")
	}
	w.item("source", m.Source)
	w.end()
}

func (s *Set) table(w *page, t *Table) {
	w.line("### %s", t.ID)
	w.line("**%s.** %s Chosen by `%s`.", t.Title, t.Doc, s.Catalogue.Field(t.Key).Name)
	w.line("| year | from | to | limit | target | checked | source |")
	w.row("|---|---|---|---|---|---|---|")
	for _, r := range t.Rows {
		from, to, limit, target, checked := "", "", "", "", "no"
		if r.From < r.To {
			from, to = r.From.Long(), r.To.Long()
		}
		if r.HasLimit {
			limit = r.Limit.Length()
		}
		if r.Target > 0 {
			target = fmt.Sprintf("%v%%", r.Target)
		}
		if r.Verified {
			checked = "yes"
		}
		w.row("| %s | %s | %s | %s | %s | %s | %s |", r.Key, from, to, limit, target, checked, cell(r.Source))
	}
	w.end()
}

func theme(w *page, t Theme) {
	w.line("### %s", t.ID)
	w.line("**%s.** %s", t.Title, t.Doc)
	w.item("words", cell(strings.Join(t.Include, "; ")))
	w.item("left out", cell(strings.Join(t.Exclude, "; ")))
	w.item("finds", strings.Join(t.Find, "; "))
	w.item("does not find", strings.Join(t.Miss, "; "))
	w.end()
}

// page is Markdown while it is written. Lines are paragraphs; items and rows
// stand close together until end.
type page struct {
	text strings.Builder
	open bool
}

func (w *page) line(format string, args ...any) {
	w.end()
	text := strings.TrimSpace(fmt.Sprintf(format, args...))
	w.text.WriteString(text + "\n")
	if w.open = strings.HasPrefix(text, "|"); !w.open {
		w.text.WriteString("\n")
	}
}

func (w *page) item(name, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(&w.text, "- %s: %s\n", name, strings.TrimSpace(text))
	w.open = true
}

func (w *page) row(format string, args ...any) {
	fmt.Fprintf(&w.text, format+"\n", args...)
	w.open = true
}

func (w *page) end() {
	if w.open {
		w.text.WriteString("\n")
	}
	w.open = false
}

func (w *page) block(text string) {
	w.end()
	w.text.WriteString("```yaml\n" + strings.TrimSuffix(text, "\n") + "\n```\n\n")
}

// title writes a heading only if anything comes under it.
func (w *page) title(heading string, body func()) {
	before := w.text.String()
	w.line("%s", heading)
	length := w.text.Len()
	body()
	if w.text.Len() == length {
		w.text.Reset()
		w.text.WriteString(before)
	}
}

func code(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
}

// cell keeps a bar from ending a table's cell and a star from slanting it.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "*", `\*`).Replace(text)
}

func upper(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
