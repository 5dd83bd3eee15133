package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestNamedOutright holds names that only a title, a job or the word for a nickname shows, each with near misses that stay.
func TestNamedOutright(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"clinical surname after a title": {
			"Chair Dr {Fergus Ballantyne}.", "Prof {Wanda Apgar} reviewed.", "Mr {Abel Doppler} and Dr {Petra Coombs} attended.", "Main complainant {Verity Christmas}; {999 292 8999}.",
			"Mirror syndrome (Ballantyne).", "Kleihauer sent by the doctor.", "Christmas Day shift.", "Dr {Noor} Monday clinic.", "Mrs {Leila}, Kurdish.",
		},
		"pair with a job behind": {
			"SI reported 2/5 by {Kirstin Vale} on call manager.", "Duty of candour: {Prosper Neale}, consultant.", "Lead: {Jorja Field}, head of midwifery.", "Scribe: {Merit Cliff}, secretary.",
			"Duty of candour: Letter sent, matron aware.", "Risk: High Dependency, consultant.", "Plan: Vaginal Birth, midwife led.", "Escalated to Delivery Suite, consultant aware.",
			"Diagnosis: Placenta Praevia, consultant informed.", "Owner: Practice Development, midwife.",
		},
		"job before and initial behind": {
			"Scrub nurse {Custom, T.}, agency.", "Registrar {Dial, M.} scrubbed.", "Scrub nurse, C. section list.", "Nurse Practitioner, A. team.",
		},
		"shortened forenames": {"Handler Mr {Wm. Tasker} wrote.", "Seen by {Thos. Ridd}.", "Mr {Edw. Lamb} rang.", "Seen by {Jas}. Plan made.", "Wm. Next to the bed."},
		"nicknames": {
			"Mrs {Akhtar}, whom they call {Pinky}, came.", "She goes by {Bunny} at home.", "Two babies called {Short}. {Short} baby A is home.", "a boy whom she calls {Ziggy}",
			"An app called Badger was down.", "A ward called Poppy.", "The trust goes by Datix alone.", "babies called early for scans",
		},
		"initials that sign": {
			"Harm: low. {RB} 12/8.", "Well / rptd {LC}.", "Low harm. {OY} 21.3.25", "reported {GW} 12/8", "No harm. PPH 12/8.", "Iron low. Hb 12/8.", "Breech. CS 12/8.",
			"Then home. TC 12/8.", "Scan reported FGR.", "Fluids. IV 12/8.", "Weaned. HR 140.",
		},
		"letters of grades and faiths": {"Overall C. {Femi}, dad, would like minutes.", "Religion: C of E. Antacid not given.", "Grading A, A, A. Memory work done.", "Overall {T. Femi} was unhappy."},
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
