package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestCasenotes holds the shapes that hospitals give a woman's number, which often hold letters that are an abbreviation
// elsewhere, beside the numbers of other things.
func TestCasenotes(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"abbreviations tied to digits": {
			"Woman seen at 28/40, hosp {MAT-31-5582} / Tamil.", "Unit no. {4471-GB-09}, para 1.", "Hospital ref {RX/661203}.", "Patient ID {PX-4408-1}.",
			"pt id {MAT/20/4471}", "Chart no. {77-RA-201}", "Notes ref {88/4417-K}", "Her hospital number is {LW-44-2087}.", "EPR no. {EP-20881}", "Her hospital id band read {PK 20 4471}, not hers.",
			"hospital no. was {T20-88-14}, baby's {T20-88-15}.", "Hospital number {M-204-8817} checked.", "Hospital identifier {N201-448}",
		},
		"abbreviations before a space": {"hosp. {KD 22-09-418}, booked late.", "Hosp: {FT 2044 18}", "Unit: {GG 77-18-204}", "District number {DN 441-20-8}."},
		"a letter behind":              {"Maternity records held under {TQ77120-C}.", "Hospital No {3301-77-Q}", "MRN {RT-90-1182}-", "CRN {20-55-188-K}"},
		"labels":                       {"Maternity no: {21/4408}", "Obstetric no. {OB-5521}", "hospital number of the baby {LW-44-2088}", "Label read {KK-20-7718}, hospital number of another woman."},
		"numbers of other things": {
			"Datix WEB-20-4471 was raised.", "MNSI MI-044718.", "Ref WB-88120/MAT. Rapid review.", "Guideline no MAT-GL-204 was not followed.", "Hospital policy MAT-20-118.",
			"Hospital trolley AX-4410 failed.", "Lot KD-22-418 recalled.", "Serial no 77-RA-201.", "Blood unit G101-24-088-112.", "Form MAT-7.",
			"PMRT ID 90021/1.", "Sample no. 24-118204-K rejected.", "Complaint no C/20/188.", "Hospital bleep 2210.", "Hospital site code RXQ02.",
			"Chart: BP 162/104, HR 120-140.", "MRN {118204}, BP 120/80.",
		},
		"years, amounts and times": {
			"Records from 2019-20 reviewed.", "The hospital has 5500-6000 births a year.", "Unit 2000-2500 births.", "Notes at 04:10-05:20 are thin.",
			"Chart from 02:10 to 04:40.", "Patient 34/40, P2.", "Her notes (2 volumes) were not to hand.", "The records show BP 140-90 and HR 88-94.",
		},
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
