package source

import (
	"regexp"

	"siequity/incidents/field"
)

// mnsi is the table of the tracker that trusts keep of cases referred to the
// Maternity and Newborn Safety Investigations programme, formerly HSIB's. No
// published layout was found; the headings are those a tracker would use.
func mnsi() field.Table {
	return field.Table{
		Source: "mnsi", Title: "MNSI / HSIB tracker", Own: "mnsi_ref",
		Doc: "a tracker kept by the trust, one row per referral; its headings differ from trust to trust",
		Marks: []string{"MNSI ref", "MNSI reference", "HSIB ref", "HSIB reference", "MNSI number", "HSIB/MNSI reference", "MNSI/HSIB reference", "Date referred to MNSI", "Referral date", "Accepted by MNSI",
			"MNSI case number", "MNSI ID", "Family consent", "Referral criteria", "MNSI criteria", "MNSI Number", "Date of MNSI referral", "MNSI status", "HSIB number"},
		Hints: []string{"Criteria", "Accepted", "Accepted?", "Consent", "Family agreed", "Family consented", "Date of referral", "Date referred", "Case status", "Draft report received", "Final report received", "Family involved"},
		Form:  regexp.MustCompile(`(?i)^\W*(mi|mnsi|hsib)\W*(mi\W*)?\d`),
		Fields: field.Extend(Everywhere(),
			field.Field{Name: "mnsi_ref", Headings: []string{"Reference", "Ref", "Case reference", "Case number", "Investigation reference", "Investigation number", "Case ID", "HSIB/MNSI number", "MNSI/HSIB number", "HSIB/MNSI ref", "MNSI/HSIB ref", "Case no", "Ref no", "MNSI case ref", "HSIB case number", "MNSI case no", "Case", "Case ref", "MNSI case"}},
			field.Field{Name: "incident_date", Headings: []string{"Date of birth of baby", "Date of birth/death", "Date of delivery", "Baby's date of birth", "Date of birth (baby)", "Delivery date", "Baby's DOB", "Baby DOB", "DOB of baby", "DOB (baby)", "Date of birth or death", "Date of incident/birth", "Birth date", "Date of delivery/incident"},
				Like: [][]string{{"date", "birth", "baby"}, {"dob", "baby"}, {"date", "delivery"}}},
			field.Field{Name: "referral_date", Title: "Referred", Kind: field.Date, Doc: "when the case was referred", Headings: []string{"Referral date", "Date referred to MNSI", "Date referred", "Date of MNSI referral", "Referred on", "Date referred to HSIB", "Date of referral", "Date reported to MNSI", "Date reported to HSIB", "Date notified to MNSI", "Date notified to HSIB", "Date sent to MNSI"},
				Like: [][]string{{"date", "referr"}, {"date", "referral"}}},
			field.Field{Name: "accepted", Title: "Accepted", Kind: field.Answer, Doc: "whether the programme took the case", Headings: []string{"Accepted", "Accepted by MNSI", "Accepted?", "MNSI accepted", "Accepted by HSIB", "Accepted for investigation"}},
			field.Field{Name: "family_consent", Title: "Family consent", Kind: field.Answer, Doc: "whether the family agreed to take part", Headings: []string{"Family consent", "Consent", "Family agreed", "Family consented", "Consent from family"}, Like: [][]string{{"family", "consent"}}},
			field.Field{Name: "criteria", Title: "Criteria", Kind: field.Text, Doc: "why it was referred; gives the clinical theme", Headings: []string{"Criteria", "Referral criteria", "MNSI criteria", "Reason for referral", "Referral category", "Type of case", "Case type"}},
			field.Field{Name: "draft_report_date", Title: "Draft report", Kind: field.Date, Doc: "when the draft report came", Headings: []string{"Draft report date", "Draft report received", "Date draft report received"}},
			field.Field{Name: "report_published_date", Title: "Final report", Kind: field.Date, Doc: "when the final report came", Headings: []string{"Final report date", "Final report received", "Report published", "Date report published", "Date of final report", "Report received", "Date final report received"}},
		),
	}
}
