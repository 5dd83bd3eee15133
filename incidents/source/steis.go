package source

import (
	"regexp"

	"siequity/incidents/field"
)

// steis is the table of the national serious-incident system. Labels end in
// colons there and one is misspelt; both spellings are listed.
func steis() field.Table {
	return field.Table{
		Source: "steis", Title: "StEIS (serious incidents)", Own: "steis_ref",
		Doc: "one row per log number and modification; the newest by date, and within a day by the time of day, is the record. StEIS itself grades no harm, " +
			"and its usual release has no ethnicity column.",
		Marks: []string{"Log No", "Organisation reporting SI on STEIS", "Organisation leading investigation", "CCG/CSU Name", "Internal Inverstigation Required",
			"Non Health led Investigation Required", "Reason for Reporting", "Where is patient at time of reporting", "How will lessons be disseminated to interested parties",
			"Legal Status of Patient", "Modified Date", "Region - Geography", "StEIS No", "StEIS Log No", "StEIS number", "StEIS ref"},
		Form: regexp.MustCompile(`(?i)^\W*(steis|sui|si)?\W*20\d\d\W+\d`),
		Fields: field.Extend(Everywhere(),
			field.Field{Name: "steis_ref", Headings: []string{"Log No", "Log Number", "Log no.", "SI number", "SI ref", "SI Reference", "SUI number", "SI No", "Serious incident reference", "SUI ref", "SUI reference", "SUI no", "SUI ID", "SI reference number", "SI ref no", "SI ref number", "SI log number", "SI ID"}},
			field.Field{Name: "organisation", Headings: []string{"Organisation reporting SI on STEIS", "Organisation reporting SI"}},
			field.Field{Name: "datix_ref", Headings: []string{"Other reference", "Other references", "Other ref", "Other refs", "Other reference number", "Other reference numbers"}},
			field.Field{Name: "lead_organisation", Title: "Leading organisation", Kind: field.Text, Doc: "organisation that leads the investigation", Headings: []string{"Organisation leading investigation"}},
			field.Field{Name: "commissioner", Title: "Commissioner", Kind: field.Text, Doc: "CCG, later ICB", Headings: []string{"CCG/CSU Name", "ICB Name", "CCG", "ICB", "Commissioner"}},
			field.Field{Name: "reported_date", Headings: []string{"Created on", "Date Incident Reported", "Date Reported to StEIS", "Date reported on StEIS", "StEIS reported date", "Date logged on StEIS", "Date logged"}},
			field.Field{Name: "incident_date", Last: plainDate},
			field.Field{Name: "modified_dates", Title: "Modified", Kind: field.DateList, Doc: "every time the entry was changed, with the time of day where known; the newest row of a log number is used", Headings: []string{"Modified Date", "Modified on", "Date modified", "Last modified"}},
			field.Field{Name: "location", Headings: []string{"Location of Incident"}},
			field.Field{Name: "site", Headings: []string{"Site of Incident"}},
			field.Field{Name: "clinical_area", Title: "Clinical area", Kind: field.Text, Doc: "used to tell maternity from the rest", Headings: []string{"Clinical Area"}},
			field.Field{Name: "patient_type", Title: "Patient type", Kind: field.Text, Doc: "inpatient, outpatient ...", Headings: []string{"Patient Type"}},
			field.Field{Name: "incident_type", Headings: []string{"Type of Incident", "SI type", "Type of SI", "Category of SI", "StEIS category", "Incident category"}},
			beside("incident_type_other", "Type (other)", "Type of Incident (Other)", "Type of Incident Other, please specify", "Incident type (other)"),
			beside("clinical_area_other", "Clinical area (other)", "Clinical Area (Other)"),
			beside("service_other", "Service (other)", "Care Sector (Other)"),
			beside("location_other", "Location (other)", "Location of Incident (Other)", "Location (Other)"),
			beside("site_other", "Site (other)", "Site of Incident (Other)", "Site (Other)"),
			field.Field{Name: "reason", Title: "Reason for reporting", Kind: field.Narrative, Doc: "why it was reported", Headings: []string{"Reason for Reporting"}},
			field.Field{Name: "case_summary", Title: "Case summary", Kind: field.Narrative, Doc: "summary of the case", Headings: []string{"Case Summary"}},
			field.Field{Name: "lessons", Headings: []string{"How will lessons be disseminated to interested parties"}},
		),
	}
}

// beside is a field that says in free words what the list of the column beside it
// lacked, where that says "Other".
func beside(name, title string, headings ...string) field.Field {
	return field.Field{Name: name, Title: title, Kind: field.Text, Headings: headings,
		Doc: "what the column beside it means by \"Other\"; used to tell maternity from the rest"}
}
