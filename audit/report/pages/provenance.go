package pages

import (
	"fmt"
	"strings"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// disclosure says how small numbers are protected, without giving one away.
func (m maker) disclosure() layout.Page {
	s := m.Plan().Summary()
	page := layout.Page{ID: "disclosure", Sheet: "Disclosure", Title: "How small numbers are protected", Lead: []string{release.Capital(ProfileWords(m.Plan().Profile().Name)) + "."}}
	t := &layout.Table{ID: "disclosure", Title: "Tables split by a personal characteristic", RowBy: "table", Columns: []layout.Column{labelColumn("Table"), {Title: "Numbers", Kind: layout.Count}, {Title: "Hidden", Kind: layout.Count}, {Title: "Why"}}}
	titles := map[string]string{}
	for _, x := range m.Tables() {
		titles[x.Name] = x.Title
	}
	for _, x := range s.Tables {
		if title, ok := titles[x.Name]; ok {
			t.Rows = append(t.Rows, row(layout.Say(title), release.Number(x.Places), release.Number(x.Hidden), layout.Say(x.Why)))
		}
	}
	words := append(m.protection(s), "Measures of a whole trust's process stay exact: how many records have a valid code, how many reviews kept to time, how many staff were trained. They count records and tasks, not the people of a group; the protected tables count cases.",
		"How cases were recorded and looked at tells of the trust, and its totals are shown as they are: how many have no ethnic group, no deprivation or no degree of harm, which kind of look was taken at them, and what was found in it. "+
			"[x] stands in place of how the cases of such a line spread over a table, where they are few.",
		"Ethnic group, deprivation, and having no fixed abode are personal characteristics; so is the ethnicity of those who sit on panels.")
	page.Blocks = blocks(&layout.Text{Heading: "What was done", Paragraphs: words}, t)
	return page
}

// protection says what was done with the numbers of groups.
func (m maker) protection(s disclosure.Summary) []string {
	report := m.Report()
	if m.Plan().Profile().Threshold == 0 {
		return []string{"Nothing is hidden: this pack is for the panel's own eyes, and marked. It must not leave the panel; make another with a profile that protects small numbers."}
	}
	words := []string{fmt.Sprintf("%d tables were protected together with every sum between them, and then attacked as an outsider would who knows every number shown and the rule: %s of %s numbers are hidden, and the attack on %s numbers found nothing.",
		report.Tables, release.Thousands(s.Hidden), release.Thousands(s.Places), release.Thousands(report.Attacked))}
	if s.Told {
		words = append(words, fmt.Sprintf("%s are hidden because they are small, %s because they would give a small one away.", release.Thousands(s.First), release.Thousands(s.Protecting)))
	}
	return append(words, "Shares, rates, ratios and charts are worked out from the numbers shown, and left out where one behind them is hidden.")
}

// provenance says which files, packs and choices the pack was made of.
func (m maker) provenance() layout.Page {
	page := layout.Page{ID: "provenance", Sheet: "Provenance", Title: "Provenance", Lead: []string{"Which files, rule packs and choices this pack was made of, so that anybody can make it again."}}
	page.Blocks = blocks(m.choices(), m.inputs(), m.registerFiles(), m.packTable(), m.linked())
	return page
}

func (m maker) choices() *layout.Facts {
	return &layout.Facts{Heading: "Choices", Rows: []layout.Fact{{Label: "Version of siequity", Value: m.Version}, {Label: "Period", Value: m.Period}, {Label: "Clocks judged on", Value: m.AsOf},
		{Label: "Index of Multiple Deprivation", Value: strings.Join(m.Vintages, ", ")}, {Label: "Ethnic groups", Value: m.Grouping}, {Label: "Compared with", Value: m.ReferenceGroup()}, {Label: "Small numbers", Value: ProfileWords(m.Plan().Profile().Name)}}}
}

func (m maker) inputs() *layout.Table {
	if m.Result == nil {
		return nil
	}
	t := &layout.Table{ID: "inputs", Title: "Files read", Columns: []layout.Column{labelColumn("File"), {Title: "Sheet"}, {Title: "Source"}, {Title: "Rows", Kind: layout.Count}, {Title: "SHA-256"}}}
	rows := map[any]int{}
	for _, s := range m.Result.Sheets {
		rows[s.Sheet] = s.Read
	}
	for _, in := range m.Result.Inputs {
		for _, s := range in.Sheets {
			t.Rows = append(t.Rows, row(layout.Say(in.File.Name), layout.Say(s.Name), layout.Say(m.SourceTitle(s.Table.Source)), release.Number(rows[s]), layout.Say(in.SHA256)))
		}
	}
	return t
}

func (m maker) registerFiles() *layout.Table {
	if m.Result == nil || len(m.Result.Registers.Files) == 0 {
		return nil
	}
	t := &layout.Table{ID: "registers", Title: "Registers read", Columns: []layout.Column{labelColumn("Register"), {Title: "File"}, {Title: "Rows", Kind: layout.Count}, {Title: "Used", Kind: layout.Count}, {Title: "SHA-256"}}}
	for _, f := range m.Result.Registers.Files {
		t.Rows = append(t.Rows, row(layout.Say(f.Register), layout.Say(f.Name), release.Number(f.Rows), release.Number(f.Used), layout.Say(f.SHA256)))
	}
	return t
}

func (m maker) packTable() *layout.Table {
	t := &layout.Table{ID: "packs", Title: "Rule packs", Columns: []layout.Column{labelColumn("Pack"), {Title: "Version"}, {Title: "SHA-256"}}}
	for _, k := range m.Packs {
		t.Rows = append(t.Rows, row(layout.Say(k.Name), layout.Say(k.Version), layout.Say(k.SHA256)))
	}
	if len(m.RuleVersions) > 1 {
		t.Notes = []string{"The trusts used different packs: " + strings.Join(m.RuleVersions, "; ") + "."}
	}
	return t
}

// linked says how records were put together into cases.
func (m maker) linked() *layout.Text {
	if m.Result == nil {
		return nil
	}
	used := m.total(count.TableEthnicityStatus, whole)
	return &layout.Text{Heading: "Records and cases", Paragraphs: []string{fmt.Sprintf("%s records were put together into %s cases by references that they share and by person and circumstance. %s pairs look alike and wait for a person to confirm them: the worklist has them.",
		release.Thousands(used), release.Thousands(m.Result.Cases.Total), release.Thousands(len(m.Result.Candidates)))}}
}
