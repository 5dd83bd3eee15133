package rules

import "testing"

// testCatalogue stands in for the field table of the audit: the fields that the
// built-in packs name, with the values of the classified ones.
func testCatalogue(t testing.TB) *Catalogue {
	t.Helper()
	c, err := NewCatalogue([]string{"steis", "datix", "lfpse", "mnsi", "pmrt"}, testFields())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func testFields() []Field {
	var fields []Field
	add := func(kind FieldKind, names ...string) {
		for _, name := range names {
			fields = append(fields, Field{Name: name, Kind: kind})
		}
	}
	coded := func(name string, values ...string) {
		fields = append(fields, Field{Name: name, Kind: Code, Values: values})
	}
	coded("source", "steis", "datix", "lfpse", "mnsi", "pmrt")
	add(Identifier, "record", "steis_ref", "datix_ref", "lfpse_ref", "mnsi_ref", "pmrt_ref")
	add(Words, "organisation", "site", "team", "incident_type", "category", "learning_response",
		"investigation_level", "status", "ethnicity", "ethnicity_reason", "language", "unsuitable_reason", "gestation", "culture_answer", "ethnicity_answer",
		"language_answer", "place_of_birth", "place_of_death", "investigation_type")
	add(Narrative, "narrative", "findings", "lessons")
	add(Person, "postcode", "nhs_number", "patient_name", "date_of_birth")
	add(Date, "incident_date", "reported_date", "opened_date", "closed_date", "investigation_started", "investigation_completed",
		"report_72h_date", "shared_lmns_date", "date_of_death", "notified_date", "surveillance_completed_date",
		"review_started_date", "draft_report_date", "report_published_date", "referral_date")
	add(Number, "imd_decile", "imd_quintile", "panel_attendees", "panel_ethnicity_recorded")
	add(Answer, "duty_of_candour", "interpreter_used", "panel_recorded", "panel_external", "shared_family", "shared_staff",
		"suitable", "parents_told", "parents_asked", "parents_replied", "mnsi_case", "external_present", "born_here", "died_here",
		"interpreter_issue", "accepted", "family_consent")
	coded("text_read", "yes", "no")
	coded("needs_check", "yes", "no")
	coded("learning_kind")
	coded("harm", "none", "low", "moderate", "severe", "death", "near_miss", "unmapped", "missing")
	coded("framework", "si", "psirf")
	coded("scheme_year", "year4", "year5", "year6", "year7")
	coded("death_type", "late_fetal_loss", "stillbirth", "neonatal_death", "post_neonatal_death")
	coded("grade_before_birth", "A", "B", "C", "D")
	coded("grade_after_birth", "A", "B", "C", "D")
	coded("grade_mother_after", "A", "B", "C", "D")
	coded("ethnicity_status", "valid", "not_stated", "not_known", "ambiguous", "invalid", "missing", "field_absent", "conflict")
	coded("ethnicity_recorded", "yes", "no")
	coded("language_status", "valid", "invalid", "missing", "field_absent")
	coded("interpreter_need", "yes", "no", "not_applicable", "not_recorded", "missing", "field_absent")
	coded("imd_status", "value_given", "lsoa_given", "matched", "matched_terminated", "repaired", "ambiguous", "outside_england",
		"no_fixed_abode", "address_not_known", "overseas", "partial", "not_found", "invalid", "missing", "field_absent")
	for _, d := range []string{"culture", "ethnicity", "language"} {
		coded(d+"_considered", "considered", "mentioned", "explicitly_not", "absent")
		coded(d+"_basis", "answer", "review", "text", "none")
	}
	return fields
}
