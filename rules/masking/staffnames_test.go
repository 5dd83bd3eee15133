package masking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// TestStaffNames holds surnames that are a colour, a place or a thing besides, by the manner in which reports name staff, and
// the colours, places and things that stand in the same manner.
func TestStaffNames(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"after a job": {
			"Staff nurse {Black} and ODP {Grey} stayed.", "Staff midwife {Brown} and HCA {Pope} were there.", "Student midwife {Green} cried.",
			"Community midwife {Wood} visited.", "Seen by midwife {Hill}.", "Midwives {Beck} and {Hill} stayed.", "Drs {Stone} and {Mead} reviewed.",
			"Midwife in charge {Pope}.", "On call consultant: {Summers}.", "Consultant on call was {Winters}.", "Registrar {Rose} came at once.",
		},
		"after an initial": {
			"The investigator ({J Crane}) met her.", "Escalated to the consultant ({M Stack}).", "Called by {J Beck}.", "Midwife {A Lamb} took over.",
			"Signed: {D Marsh}", "Signed {N Crisp}, matron", "{H Bright} (midwife)", "Chair: {V Storm}.", "Present: {A Finch}, {B Wren}, {C Drake}.",
			"Completed by {E Hood} 12/05.", "This reviewer ({S Vale}) did not ask.", "Reported by {C Hill}.",
		},
		"ordinary words after a job": {
			"midwife {Vetch}.", "Seen by registrar {Quill}, who left.", "She told midwife {Tansy} and HCA {Thrush}.", "Seen by midwife Led unit.",
			"HCA Night shift.", "Agency midwife Bank.", "told the midwife Yes.", "by consultant Anaesthetics",
		},
		"again alone": {
			"Lead: {Ffion Rowntree}. {Rowntree} to report weekly.", "Action lead {Gareth Field}. {Field} to audit in June.", "Owner: {Alan Stone}. {Stone} to close by 1 May.",
			"{Lesley Green} booked her. {Green} did not ask, and {Green}'s entry is short.", "{Tom White} came. Later {White} left.",
			"Ms {Rose Cooper} spoke to {Tom Fields}. {Fields} had not been told.", "{Tom White} came. White British woman, P2.",
		},
		"saints and articles": {
			"Handed over to {Abimbola St. Clair}.", "Liaison: {Oriel St. James}, on leave.", "Dr {St. Clair} came.", "Signed, {A. St. Leger}, Head of Midwifery", "{Hassan Al Farsi} called.",
			"St. Mary's was full.", "Crew from St. Andrew's.", "Church of St. Jude.", "St. John Ambulance came.",
		},
		"babies": {"Baby {Green} went to NICU.", "Baby {Brook} had no band.", "Baby {Castle} was cooled.", "Baby Friendly.", "Baby Unit to close."},
		"colours and peoples": {
			"Midwife White British? Not relevant.", "White coat effect was ruled out.", "mum White, dad Black African", "Staff were Black and Asian.", "Green liquor.",
		},
		"places": {"Ward: Rowan", "Ward: Primrose", "Area - Willow", "Site: Northgate", "Castle Ward was shut.", "N Ireland and (S Korea)."},
		"things with a letter": {
			"by C Section; by X Ray.", "T Piece used.", "(D Dimer) and (E Coli).", "reviewer A Grade.", "(R Lateral tilt), (L Hand) cannula.", "by K Hospital staff.",
		},
		"clinical words": {
			"Videolaryngoscope was in main theatres.", "Waters broke at 3.", "Interpretation of MRI by neuro on call.", "Seen by ortho.", "Wolff-Parkinson-White syndrome.",
			"Guillain-Barre.", "Cardiotocograph was lost.",
		},
		"parts of a job": {"Staff Nurse Band 5 left.", "Theatre Nurse Scrub 1 counted.", "Midwife A Took over.", "Student Midwife Year 2 watched."},
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
