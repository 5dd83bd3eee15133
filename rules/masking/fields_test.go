package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestFields holds what shows an ordinary word to be a name, or a name to be none: fields, grades, the family, the crew.
func TestFields(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"fields":      {"Surname: {STONE} Forename: {GRACE}", "First name: {Joy}. Last name: {Field}.", "Name: Not known.", "Surname: Withheld"},
		"grades":      {"ST7 {Page} scrubbed. ST3 {Bishop} assisted.", "Band 6 midwife {Day} and Band 7 {Knight}.", "Band 7 Coordinator was called.", "ST3 Obstetrics cover absent.", "F3 Major haemorrhage."},
		"the family":  {"{Mo}, her husband, filmed it.", "B/O {Farrow}", "Baby Box. Baby Cot 4.", "Mother Well. Mother Muslim.", "Husband Polish, wife Czech."},
		"the crew":    {"Staff involved: {Lake}, {Hurst}, {Moon}.", "Handed to {Brook} by {Reed}.", "Told by Day staff. Told by Night team.", "Handed to Theatre by Ward.", "Staff involved: Midwife, Obstetrics.", "Sister Site lead."},
		"commands":    {"Escalated to Silver. Escalated to Gold command.", "Discussed with Risk."},
		"labels":      {"Hosp. No.: {0044-B-771}", "M.R.N. {204418}", "her case-note number, {K/9021}, was wrong", "Mother {Adaora Ekeh}, {HQ-44-2010}, NHS 111 had advised.", "local id {RD1-448-20}"},
		"bywords":     {"Kielland's, Neville Barnes, Wrigley's.", "Lovset, Burns Marshall.", "Montgomery ruling.", "Lewis antibodies.", "Emma's Diary.", "Tommy's leaflet."},
		"other words": {"Her Hajj, her Umrah.", "Lamictal, Keppra, Steri-Strip."},
	} {
		t.Run(family, func(t *testing.T) {
			for _, phrase := range phrases {
				if diff := cmp.Diff(phrase, marked(m, phrase)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}
