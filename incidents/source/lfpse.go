package source

import "siequity/incidents/field"

// lfpse is the table of the Learn from Patient Safety Events service: release
// labels ("OT001 - Physical harm"), raw names ("PatientEthnicity") and question
// codes.
func lfpse() field.Table {
	return field.Table{
		Source: "lfpse", Title: "LFPSE", Own: "lfpse_ref",
		Doc: "one row per patient and revision; an incident's harm is the worst of its patients'. Harm numbers run backwards " +
			"(physical 5 none to 1 fatal, psychological 4 none to 1 severe). Taxonomies before version 5 have no ethnicity.",
		Marks: []string{"Revision", "Taxonomy Version", "TaxonomyVersion", "Patient no.", "EntityId", "OT001 - Physical harm", "OT002 - Psychological harm", "Occurred Organisation Code",
			"Reporter Organisation Code", "OT001", "OT002", "CL001 - Event Type", "PatientEthnicity", "P007 - Age Range", "F001 - Describe what happened", "T005 - Event Date", "LFPSE reference", "Physical harm", "Psychological harm",
			"L003 - Service Area", "PhysicalHarm", "PsychologicalHarm"},
		Fields: field.Extend(Everywhere(),
			field.Field{Name: "lfpse_ref", Headings: []string{"Reference", "Record ID", "Event ID", "LFPSE record", "Reference number", "EventId", "Event reference", "Record reference", "Incident reference", "Unique reference", "Unique ID", "Event ref", "Event number"}},
			field.Field{Name: "revision", Title: "Revision", Kind: field.Number, Doc: "the latest revision of a reference is the record", Headings: []string{"Revision", "Version", "Revision number"}},
			field.Field{Name: "patient_sequence", Title: "Patient", Kind: field.Number, Doc: "which patient of the event the row tells of", Headings: []string{"Patient no.", "EntityId", "patient_sequence", "Patient sequence", "lfpse_patient_sequence"}},
			field.Field{Name: "taxonomy", Title: "Taxonomy version", Kind: field.Text, Doc: "version of the form; ethnicity exists from version 5", Headings: []string{"Taxonomy Version", "TaxonomyVersion"}},
			field.Field{Name: "organisation", Headings: []string{"Occurred Organisation Code", "OccurredOrganisationCode", "L002", "Occurred organisation"}},
			field.Field{Name: "reporter_organisation", Title: "Reporter's organisation", Kind: field.Text, Doc: "organisation that reported, if not the one where it happened", Headings: []string{"Reporter Organisation Code", "ReporterOrganisationCode", "R006"}},
			field.Field{Name: "incident_date", Headings: []string{"T005", "Event date", "T005 - Event Date"}, Last: plainDate},
			field.Field{Name: "event_kind", Title: "Event kind", Kind: field.Text, Doc: "incident, risk, outcome or good care", Headings: []string{"CL001", "Event type", "EventType"}},
			field.Field{Name: "service", Headings: []string{"L003", "ServiceArea"}},
			field.Field{Name: "location", Headings: []string{"L004", "Location within service"}},
			field.Field{Name: "specialty", Headings: []string{"L006", "ResponsibleSpecialty"}},
			field.Field{Name: "age_range", Title: "Age range", Kind: field.Text, Doc: "age bracket of the patient", Headings: []string{"P007", "Age range", "P007_AgeBracket", "AgeBracket"}},
			field.Field{Name: "harm", Headings: []string{"Largest physical harm (across all patients in incident)"}},
			field.Field{Name: "harm_physical", Title: "Physical harm", Kind: field.Text, Doc: "OT001; numbers run backwards", Unless: otherHarm,
				Shapes: []field.Shape{{Heads: "physical harm", Beside: "ot 001 level degree max maximum largest worst what patient grade"}}, Headings: []string{"OT001", "Physical harm", "PhysicalHarm", "lfpse_physical_harm"}},
			field.Field{Name: "harm_psychological", Title: "Psychological harm", Kind: field.Text, Doc: "OT002; numbers run backwards", Headings: []string{"OT002", "Psychological harm", "PsychologicalHarm", "lfpse_psychological_harm"}},
			field.Field{Name: "ethnicity", Headings: []string{"PatientEthnicity", "Patient ethnicity"}, Like: [][]string{{"ethnic", "!consider", "!contribut"}}},
			field.Field{Name: "category", Headings: []string{"OT008", "Outcome type", "OutcomeType"}},
			field.Field{Name: "subcategory", Headings: []string{"OT003", "Clinical outcome", "What was the clinical outcome for the patient?"}},
			field.Field{Name: "learning_response", Headings: []string{"Safety investigation type", "Local investigation type"}},
			field.Field{Name: "datix_ref", Headings: []string{"CL021", "Reference Number (Optional)", "Local record reference", "LocalReference"}},
			field.Field{Name: "narrative", Headings: []string{"F001", "Describe what happened", "DescribeWhatHappened"}},
			field.Field{Name: "immediate_action", Headings: []string{"AC001", "Immediate actions", "What was done immediately to reduce harm caused by the event?"}},
		),
	}
}
