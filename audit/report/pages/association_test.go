package pages

import (
	"strings"
	"testing"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// TestAssociation moves all cases of one group into one degree of harm, which is
// to stand out, and holds that nothing is said of a table with hidden cells.
func TestAssociation(t *testing.T) {
	f := sampleFacts(t)
	b := measure.NewBook()
	for _, e := range f.Book.Cells() {
		if e.Table == count.TableEthnicityHarm && e.Row == "Asian" {
			e.Column = "severe"
		}
		if e.Table == count.TableEthnicityReport && e.Row == "Asian" {
			e.Column = "severe harm or death"
		}
		if e.Table != count.TableIMDHarm {
			b.Count(e.CellKey, e.Count)
		}
	}
	f.Book = b
	open := maker{Release: sampleRelease(t, f, disclosure.Panel())}
	notes := open.association(count.TableEthnicityHarm)
	if len(notes) != 1 || !strings.Contains(notes[0], "p under 0.001") || !strings.Contains(notes[0], "Asian by Severe (more)") {
		t.Errorf("a group with severe harm alone says %q", notes)
	}
	if !strings.HasPrefix(notes[0], "The groups differ by more than chance: p ") {
		t.Errorf("the answer does not come first: %q", notes[0])
	}
	if notes := open.association(count.TableEthnicityIMD); len(notes) != 1 || strings.Contains(notes[0], "Not known") || !strings.Contains(notes[0], "deprivation is not known take no part") {
		t.Errorf("cases without deprivation take part: %q", notes)
	}
	if notes := open.association(count.TableEthnicityKind); len(notes) != 1 || !strings.Contains(notes[0], "none stands out") {
		t.Errorf("groups that are alike say %q", notes)
	}
	closed := maker{Release: sampleRelease(t, f, disclosure.LT5())}
	if notes := closed.association(count.TableEthnicityHarm); notes != nil {
		t.Errorf("a table with hidden cells says %q", notes)
	}
}
