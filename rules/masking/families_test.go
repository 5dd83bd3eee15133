package masking_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

// marked returns a phrase, written with what must be masked in braces, as the masker would
// write it: with braces around what it masks and nowhere else.
func marked(m *masking.Masker, phrase string) string {
	text := strings.NewReplacer("{", "", "}", "").Replace(phrase)
	got, at := "", 0
	for _, s := range m.Spans(text) {
		got += text[at:s.Start] + "{" + text[s.Start:s.End] + "}"
		at = s.End
	}
	return got + text[at:]
}

// TestFamilies holds families of identifiers in many wordings, each with near misses that stay.
func TestFamilies(t *testing.T) {
	m := masking.New(masking.Options{})
	for family, phrases := range map[string][]string{
		"hospital numbers": {
			"Hosp no {30 72 91 4} was used.", "MRN {Q 44-19-02} entered twice.", "Unit number: {C/204 881}, 34 yrs.", "Case notes {F-1182-0093} lost.",
			"pt id {22.481.93}", "Hospital No. {K77 812 03} and bleep 0412.", "Casenote {B 20-44-81}, G3P2.", "K no {553 0911}", "records no {4/20881}",
			"{Sunniva Holt}, DOB {3/4/1990}, {L/2098 44}.", "{Adaeze Obi} {P-2204-118}, 38+4.", "MRN {118204} 36/40.", "hosp {0731885} / {999-275-0154}",
			"{Ngozi Adeyemi-Holt}, {02/11/94}, {0418827}, seen at home.",
		},
		"numbers of other things": {
			"Datix INC-118204 and StEIS 2024/20391.", "LFPSE 2024-11-820, MNSI-011820, PMRT 90021/1.", "Bleep 2210, bed 12, bay 4, room 6, theatre 2.",
			"Lot AB-22918, batch 77/20391, serial 20-44-81.", "Policy MAT-118204, version 4.2.", "Patient safety ref 2025/11820.",
			"BP 162/104, HR 110 to 120, FH 140-160, plt 74.", "Unit 4, ward 21, day 3, 38+4, 36/40, 1 in 4.", "Hospital 2 of 3.", "Graded B/C. Parents told.", "Bed 4, window side, alarm off.", "Cot 7, far end.", "Apgars 8 9 10, gases 7.01/-12.4.",
		},
		"nhs numbers": {
			"{999-204-1187}, para 2", "NHS {999.318.2044}", "NHS no: {999 31 82 044}", "NHS {9993182041} (wrong check)", "nhs number {999 318 204}",
			"Baby NHS {99931 82044}.", "NHS 111 was called; NHS 24 rang.", "NHS England, NHS Resolution 2024.",
		},
		"postcodes": {
			"of {3 Elm Brae}, {zz5 6th}", "postcode {zz12 4nt}", "{41 Mill Lane}, {ZZ5 OTB}", "{41 Mill Lane}, {ZZ 5 6TH}", "{12 High Street}, {zz56 th}",
			"day 5 6th dose", "on 16th and at 5 7th", "G2 1ST STAGE", "Dr who saw me on 16th",
		},
		"addresses": {
			"lives at {Rose Cottage, Mill Lane, Tidewell}", "Home visit at {The Old Dairy, Nether Loxby}.", "Ambulance to {Kestrel House, Wharf Rd}.",
			"Moved to {Flat 2, Corn Mill, Dyers Row}.", "Mrs {Holt} of {Larch Barn, Ellerby}.", "Pt of {7 Pk View}.", "c/o {Beacon Community Centre, Unit 9}",
			"Discharged to {Willow Lodge, 8 Brewhouse Yd}.", "{Apt 3, The Granary, Whitsea}", "address {2/2, 19 Cannery Loan}", "{9/3 Balgreen Wynd}",
			"lives at {Bryn Awel, Nether Loxby}", "lives in Leeds, Yorkshire", "Language at home: Urdu, Punjabi", "above the chip shop, {Quay St}, twins",
		},
		"places that stay": {
			"Seen on Larkspur Lodge ward.", "Admitted to Rose Cottage Birth Centre.", "Church Street Surgery and Mill Road Health Centre.",
			"Called to room 6 at 04:10.", "Moved to Rowan Suite, bed 4.", "Transferred to Queen Mary's Lodge.", "On Barbados suite.", "Flat baby, 3 min old.",
			"Sent to Ashford Cross for scan.", "36h on Lister ITU.", "Unit 4 beds short.",
		},
		"births": {
			"DOB {the ninth of July 1986}", "born {14th of August, nineteen ninety}", "({25/XII/1994})", "b. and d. {11/06/2024}, 24+1", "d.o.b. {3/4/24}",
			"Born {3/12/2024} at home", "born at 14:03 on {12/02/2025}", "date and time of birth: {12/02/2025}", "DOB {1 of June 1990}", "DOB {twenty-first day of May, two thousand and one}",
		},
		"dates that stay": {
			"Incident on 14th of August 2024.", "Delivered 12/02/2025.", "Panel met the ninth of July 2024.", "CTG 3/4/24.", "Graded B. 11/06/2024 panel met.",
			"Reported 4 May 2024, closed 1/6/24.", "Born 36+1, Apgars 8, 9.", "Born at 1403.",
		},
		"surname first": {
			"Pt {IRVINE, K} seen.", "{ACHEAMPONG, Adwoa} and {ACHEAMPONG, Efua}", "{P. Delahunty} / {Delahunty M} (no relation)", "{Begum Mst. Rahela} came.",
			"{Md. Karim Ullah} rang.", "{OKONJO, T.} seen.",
		},
		"initials of staff": {
			"Care graded A. {JT} / {LMcC}", "[margin note, {SB}: is this right?]", "Seen by HCA {JB}.", "Reporter {DM}, no harm.", "All counted.\n{KJ}",
			"Scanned and d/w {KL}.", "{KP} rang the lab.", "Handler: {AK}",
		},
		"abbreviations that stay": {
			"Baby on CPAP. PPH", "EBL 500. FFP", "CTG, K 3.4, Na 131.", "DM in family, FH normal.", "IV/IM given.", "Seen on MLU. BP up.", "PN commenced.", "Bins checked daily. NFA.", "In bays C and D. Both fed.",
		},
		"forenames alone": {
			"Twin 2 = {Wren}, well.", "Twin 1 - {Pearl}, on CPAP.", "checked by {Col}, version 3", "{Yaron} phone off.", "Handover 07:45 {Petra} to {Yaw}; late.",
			"Baby {Ottilie} fed well.", "Her partner {Lior} left.", "known as {Minnie}", "{Merle} then drove her in.",
		},
		"things called after people": {
			"Dr Brown's bottle left.", "Arabin pessary in situ.", "Zuspan regimen begun.", "Welch Allyn cuff too small.", "Erb's palsy ?L. Ward: Barbados suite.",
			"Synertec checked.", "Bakri balloon, Kiwi cup, Neopuff checked.", "Wrigley's not used; Kielland's tray.", "Couvelaire uterus.", "Sims speculum and Cook balloon.",
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
