package organisation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
)

// shownNames is how many organisations a finding lists; the others are counted.
const shownNames = 12

// Findings tells what was taken for one organisation without being stated,
// and what may be one and was not.
func (n *Names) Findings(records []*record.Record, organisations []string) []finding.Finding {
	out := append(n.aboutSurplus(), n.aboutNames()...)
	counts := map[string]int{}
	for _, rec := range records {
		if rec.InScope() {
			counts[organisations[rec.Organisation]]++
		}
	}
	return append(out, codesAndNames(counts)...)
}

// aboutNames tells of sites that count with their trust, and of a trust and a
// foundation trust of one name.
func (n *Names) aboutNames() []finding.Finding {
	sites, kinds := map[string]int{}, map[string]map[kindOfTrust][]string{}
	for _, r := range n.first {
		name := n.written(r)
		if trust, ok := n.siteOf(name); ok {
			sites[strings.ToUpper(name)+" with "+n.Shown(trust)] += n.stating[n.statingOf(r)]
		}
		if _, kind := cutKind(Words(name)); kind != noTrust {
			key := n.key(name)
			if kinds[key] == nil {
				kinds[key] = map[kindOfTrust][]string{}
			}
			kinds[key][kind] = append(kinds[key][kind], name)
		}
	}
	var out []finding.Finding
	for _, key := range slices.Sorted(maps.Keys(kinds)) {
		if f, ok := n.renamed(key, kinds[key]); ok {
			out = append(out, f)
		}
	}
	if len(sites) > 0 {
		first, _, _ := strings.Cut(slices.Sorted(maps.Keys(sites))[0], " ")
		out = append(out, finding.Finding{ID: "organisation/site-code", What: "site codes count with the trust whose code they begin with: " + listed(slices.Sorted(maps.Keys(sites)), sites),
			Hint: fmt.Sprintf("if a site is an organisation of its own, name it under organisations: in siequity.yaml, such as %s: []", first)})
	}
	return out
}

// renamed tells of names of both kinds under one key, if siequity.yaml does not put
// them together itself.
func (n *Names) renamed(key string, names map[kindOfTrust][]string) (finding.Finding, bool) {
	if len(names) < 2 || strings.HasPrefix(key, statedKey) {
		return finding.Finding{}, false
	}
	all := slices.Concat(names[plainTrust], names[foundationTrust])
	slices.Sort(all)
	all = slices.Compact(all)
	plain := slices.Min(names[plainTrust])
	return finding.Finding{ID: "organisation/renamed", What: "these names differ only in NHS Trust and NHS Foundation Trust, and count as one organisation: " + strings.Join(all[:min(len(all), shownNames)], ", "),
		Hint: fmt.Sprintf("if they are two, name each under organisations: in siequity.yaml, such as %q: []", plain)}, true
}

// codesAndNames tells that some records give the code of their organisation and
// others a name: nothing here knows which code is whose.
func codesAndNames(counts map[string]int) []finding.Finding {
	var codes, names []string
	others := 0
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		_, site := siteOf(name)
		switch {
		case name == Unstated:
		case site || trustCode(name):
			codes = append(codes, name)
		case counts[name] >= commonName || namesOrganisation(name):
			names = append(names, name)
		default:
			others++
		}
	}
	if len(codes) == 0 || len(names)+others == 0 {
		return nil
	}
	return []finding.Finding{{ID: "organisation/codes-and-names",
		What: "the records name organisations by code and by name, and no code is matched with a name: " + listed(append(codes, names...), counts) + otherNames(others),
		Hint: "write under organisations: in siequity.yaml which code is whose (name of the trust: [its code]); until then they count as different organisations, and local numbers of one are not linked with those of another"}}
}

// commonName is how many records make a name one of an organisation. A person's, typed
// into the wrong column, stands in fewer, and is not to be printed.
const commonName = 5

// organisationWords stand in the names of organisations and in no person's.
var organisationWords = []string{"trust", "nhs", "nhsft", "ft", "hospital", "hospitals", "infirmary", "lmns", "lms", "icb", "ics", "health", "healthcare", "care",
	"board", "foundation", "centre", "clinic", "maternity", "university", "service", "services", "group", "partnership", "system", "network"}

// namesOrganisation reports a name that says itself that it is an organisation's.
func namesOrganisation(name string) bool {
	return slices.ContainsFunc(Words(name), func(w string) bool { return slices.Contains(organisationWords, w) })
}

// otherNames counts the names that are not shown.
func otherNames(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "; and 1 other name"
	}
	return fmt.Sprintf("; and %d other names", n)
}

// listed names organisations with their records.
func listed(names []string, counts map[string]int) string {
	var out []string
	for i, name := range names {
		if i == shownNames {
			out = append(out, fmt.Sprintf("and %d more", len(names)-i))
			break
		}
		noun := "records"
		if counts[name] == 1 {
			noun = "record"
		}
		out = append(out, fmt.Sprintf("%s (%d %s)", name, counts[name], noun))
	}
	return strings.Join(out, "; ")
}
