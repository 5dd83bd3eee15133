package source

import (
	"regexp"

	"siequity/incidents/field"
)

// datix is the table of DatixWeb and DCIQ. Every trust may rename every label,
// so the database's own column names stand beside the labels met.
func datix() field.Table {
	return field.Table{
		Source: "datix", Title: "DATIX", Own: "datix_ref",
		Doc: "one row per incident, or per person of an incident where contact columns were exported; the ethnic category " +
			"is the affected woman's, never a member of staff's",
		Marks: []string{"Approval status", "Current approval status", "inc_ourref", "inc_dincident", "recordid", "Handler", "Sub category", "Datix ID", "Web number", "rep_approved", "Incident affecting", "Grade of harm", "inc_category", "Datix ref",
			"Incident ID", "Result", "Location (exact)", "Incident type tier one", "SAC Score"},
		Hints: []string{"Specialty", "Speciality", "Severity", "Directorate", "Division", "Care group", "Manager", "Opened date", "Subcategory", "Risk grading", "Grade"},
		Form:  regexp.MustCompile(`(?i)^\W*(w|web|datix|datixweb)\W*\d`),
		Fields: field.Extend(Everywhere(),
			field.Field{Name: "datix_ref", Headings: []string{"Ref", "ID", "Record reference", "inc_ourref", "recordid", "ID to link record", "Incident ID", "Incident reference", "Incident ref", "Datix ID", "Web ref", "Reference", "Incident No", "Incident number", "Web incident number", "Our ref", "Form ID"},
				Shapes: datixShapes, Prefer: []string{"", "id", "recordid"}}, // people write the reference on their forms; the ID is the database's own
			field.Field{Name: "organisation", Headings: []string{"inc_organisation"}},
			field.Field{Name: "site", Headings: []string{"inc_unit"}},
			field.Field{Name: "directorate", Headings: []string{"inc_directorate"}},
			field.Field{Name: "care_group", Headings: []string{"inc_clingroup"}},
			field.Field{Name: "specialty", Headings: []string{"inc_specialty"}},
			field.Field{Name: "location", Headings: []string{"inc_loctype"}},
			field.Field{Name: "exact_location", Headings: []string{"inc_locactual"}},
			field.Field{Name: "incident_date", Headings: []string{"inc_dincident"}, Last: plainDate},
			field.Field{Name: "reported_date", Headings: []string{"inc_dreported", "inc_submittedtime"}},
			field.Field{Name: "opened_date", Headings: []string{"inc_dopened"}},
			field.Field{Name: "closed_date", Headings: []string{"inc_dsched"}},
			field.Field{Name: "investigation_started", Headings: []string{"inc_inv_dstart"}},
			field.Field{Name: "investigation_completed", Headings: []string{"inc_inv_dcomp"}},
			field.Field{Name: "incident_type", Headings: []string{"inc_type"}},
			field.Field{Name: "category", Headings: []string{"inc_category"}},
			field.Field{Name: "subcategory", Headings: []string{"inc_subcategory"}},
			field.Field{Name: "harm", Headings: []string{"inc_severity"}, Last: []string{"Impact"}},
			field.Field{Name: "result", Title: "Result", Kind: field.Text, Doc: "result of the incident; not a degree of harm", Headings: []string{"Result", "inc_result"}},
			field.Field{Name: "risk_grade", Title: "Risk grade", Kind: field.Text, Doc: "risk grade, not harm", Headings: []string{"Grade", "inc_grade", "Grade (initial)", "Risk grading", "Consequence", "inc_consequence"}},
			field.Field{Name: "approval", Headings: []string{"rep_approved"}},
			field.Field{Name: "person_role", Title: "Person's role", Kind: field.Text, Shapes: roleShapes, Last: []string{"Person involved", "Involved as"}, Doc: "part the person of this row played: affected patient, member of staff, witness ...",
				Headings: []string{"Role", "link_role", "Person role", "Contact role", "Person's role", "Role in incident", "Involvement", "Contact: Role", "Link role"}},
			field.Field{Name: "person_type", Title: "Kind of person", Kind: field.Text, Doc: "patient, employee, visitor ...; read together with the role, since a member of staff can be the one affected",
				Headings: []string{"con_type", "Contact type", "Person type", "Type of person", "Contact subtype", "Type of contact", "Contact: Type", "Subject type"}},
			field.Field{Name: "patient_sequence", Headings: []string{"lfpse_patient_sequence"}, Title: "Patient", Kind: field.Number, Doc: "which patient of the event the row tells of"},
			field.Field{Name: "age_range", Headings: []string{"lfpse_age_bracket"}, Title: "Age range", Kind: field.Text, Doc: "age bracket of the patient"},
			field.Field{Name: "harm_physical", Headings: []string{"lfpse_physical_harm", "Physical harm", "Physical harm (LFPSE)", "LFPSE physical harm"}, Title: "Physical harm", Kind: field.Text, Doc: "LFPSE's own scale; numbers run backwards"},
			field.Field{Name: "harm_psychological", Headings: []string{"lfpse_psychological_harm", "Psychological harm", "Psychological harm (LFPSE)", "LFPSE psychological harm"}, Title: "Psychological harm", Kind: field.Text, Doc: "LFPSE's own scale; numbers run backwards"},
			field.Field{Name: "narrative", Headings: []string{"inc_notes"}},
			field.Field{Name: "immediate_action", Headings: []string{"inc_actiontaken"}},
			field.Field{Name: "findings", Headings: []string{"inc_inv_action"}},
			field.Field{Name: "lessons", Headings: []string{"inc_inv_lessons"}},
			field.Field{Name: "recommendations", Headings: []string{"inc_recommend"}},
			field.Field{Name: "root_causes", Headings: []string{"inc_root_causes"}},
		),
	}
}
