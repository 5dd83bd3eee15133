package masking_test

import (
	"testing"

	"siequity/rules/masking"
)

// TestNumberBesideName holds that a number right after a name is masked as that person's, and a date, an amount, the
// number of an incident and whatever follows a clinician's name are left.
func TestNumberBesideName(t *testing.T) {
	m := masking.New(masking.Options{})
	for text, want := range map[string]string{
		"Arabella Stokoe, 20119943":                     "[person 1], [hospital number]",
		"Mrs Oduya (4410928)":                           "Mrs [person 1] ([hospital number])",
		"Sarah Holt 320299 rang":                        "[person 1] [hospital number] rang",
		"Sarah Holt 14071989":                           "[person 1] [date of birth]",
		"Sarah Holt (19890714)":                         "[person 1] ([date of birth])",
		"Her sister Ada Khan, 4410928":                  "Her sister [person 1], [hospital number]",
		"Dr Shah saw Sarah Holt 4410928":                "Dr [person 1] saw [person 2] [hospital number]",
		"Dr Shah, Sarah Holt 4410928":                   "Dr [person 1], [person 2] [hospital number]",
		"Dr Shah, 20230412":                             "Dr [person 1], 20230412",
		"Dr Patel 12042023 and again":                   "Dr [person 1] 12042023 and again",
		"Dr Patel 145532":                               "Dr [person 1] 145532",
		"Prof. Ada Shah (145532)":                       "Prof. [person 1] (145532)",
		"Midwife Sarah Holt, 145532":                    "Midwife [person 1], 145532",
		"Sarah Holt 040523":                             "[person 1] 040523",
		"Emma Clarke (20240115)":                        "[person 1] (20240115)",
		"Platelets for Mrs Patel 150000 per microlitre": "Platelets for Mrs [person 1] 150000 per microlitre",
		"Platelets for Mrs Patel 150000/ul":             "Platelets for Mrs [person 1] 150000/ul",
		"Mrs Patel 1000000 units of heparin":            "Mrs [person 1] 1000000 units of heparin",
		"Karen Frome, 145532 datix":                     "[person 1], 145532 datix",
		"Karen Frome, 145532 Datix":                     "[person 1], 145532 Datix",
		"Baby Amira Khan, 123456 copies":                "Baby [person 1], 123456 copies",
		"Mrs Oduya 4410928 rang":                        "Mrs [person 1] [hospital number] rang",
	} {
		if got := m.Mask(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
