package source

import "siequity/incidents/field"

// Tables lists the field tables of the incident systems, in the order in which
// a tie between them is decided.
func Tables() []field.Table { return []field.Table{steis(), datix(), lfpse(), mnsi()} }

// Everywhere lists the fields that any source may have. Each source's table
// extends it with its own system's wording.
func Everywhere() []field.Field {
	out := place()
	out = append(out, dates()...)
	out = append(out, event()...)
	out = append(out, answers()...)
	out = append(out, woman()...)
	out = append(out, references()...)
	return append(out, texts()...)
}

func place() []field.Field {
	return []field.Field{
		{Name: "organisation", Title: "Organisation", Kind: field.Text, Shapes: organisationShapes,
			Doc: "the trust that reported or owns the record, by name or ODS code",
			Headings: []string{"Organisation", "Organisation name", "Trust", "Trust name", "Provider", "Provider name", "Reporting organisation",
				"Trust/Site", "Site/Trust", "Trust/Hospital", "Hospital/Trust", "Trust/Unit", "Unit/Trust", "Trust or site", "Organisation/Site", "Site/Organisation", "Provider/Site", "Site/Provider",
				"Organisation/Trust", "Trust/Organisation", "Trust/Provider", "Provider/Trust", "Name of trust", "Name of organisation", "Organisation code", "ODS code", "Provider code", "Reporting trust", "Trust code"}},
		{Name: "site", Title: "Site", Kind: field.Text, Doc: "hospital or site within the trust",
			Headings: []string{"Site", "Hospital", "Unit", "Hospital site", "Site name", "Hospital name"}},
		{Name: "team", Title: "Team", Kind: field.Text, Doc: "team answerable for the record; the worklist has a sheet for each",
			Headings: []string{"Team", "Responsible team", "Community team", "Team name", "Service line", "Service/Team", "Team/Service"}},
		{Name: "care_group", Title: "Care group", Kind: field.Text, Doc: "part of the trust; used to tell maternity from the rest, and for the team without one",
			Headings: []string{"Care group", "Clinical group", "Clinical care group", "Division/Care group", "Care group/Division"}},
		{Name: "directorate", Title: "Directorate", Kind: field.Text, Doc: "part of the trust; used to tell maternity from the rest, and for the team without one",
			Headings: []string{"Directorate", "Clinical directorate", "Clinical business unit", "Business unit", "CBU", "Directorate/Division", "Division/Directorate"}},
		{Name: "division", Title: "Division", Kind: field.Text, Doc: "part of the trust; used to tell maternity from the rest, and for the team without one",
			Headings: []string{"Division", "Clinical division"}},
		{Name: "service", Title: "Service", Kind: field.Text, Doc: "service area; used to tell maternity from the rest",
			Headings: []string{"Service", "Service area", "Service type", "Care sector", "Clinical service", "Clinical service area"}},
		{Name: "specialty", Title: "Specialty", Kind: field.Text, Shapes: specialtyShapes, Doc: "clinical specialty; used to tell maternity from the rest",
			Headings: []string{"Specialty", "Speciality", "Main specialty", "Clinical specialty", "Treatment specialty", "Specialty/Service", "Service/Specialty", "Specialty/Department", "Specialty/Team"}},
		{Name: "subspecialty", Title: "Sub-specialty", Kind: field.Text, Doc: "finer specialty; used to tell maternity from the rest",
			Headings: []string{"Sub-specialty", "Sub-speciality"}},
		{Name: "location", Title: "Location", Kind: field.Text, Doc: "place of the incident",
			Headings: []string{"Location", "Location (type)", "Incident location", "Department", "Dept", "Location of incident", "Area", "Clinical area", "Area/Department", "Place of incident", "Where did it happen", "Where did the incident happen?", "Where did the incident occur?", "Location/Ward"},
			Like:     [][]string{{"where", "incident", "happen"}, {"where", "incident", "occur"}}},
		{Name: "exact_location", Title: "Exact location", Kind: field.Text, Doc: "ward or room of the incident, where the export has it beside the location",
			Headings: []string{"Exact location", "Location (exact)", "Ward", "Ward/department", "Ward or department", "Ward/Dept", "Ward / Unit", "Ward/Area", "Ward/Location", "Ward name"},
			Like:     [][]string{{"ward", "dep", "!depriv", "!admit", "!admission", "!manager"}, {"ward", "area", "!depriv", "!manager"}}},
	}
}

func dates() []field.Field {
	return []field.Field{
		{Name: "incident_date", Title: "Date of incident", Kind: field.Date, Shapes: incidentDateShapes, Doc: "when it happened; decides the period",
			Headings: []string{"Incident date", "Date of incident", "Incident Date / Time", "Date of event", "Event date", "Date incident occurred",
				"Date occurred", "Incident date and time", "Date of occurrence", "Occurred date", "Date/time of incident", "When did it happen", "Incident datetime", "Inc. date", "Inc date", "When did the incident occur?", "When did the incident happen?", "When did it occur?", "Date happened", "Date it happened", "Incident occurred on", "Incident occurred", "Occurred on", "Happened on"},
			Last: []string{"When"}},
		{Name: "reported_date", Title: "Date reported", Kind: field.Date, Doc: "when it was entered in the system",
			Headings: []string{"Reported", "Reported date", "Date reported", "Date received", "Date incident reported", "Reported on", "Created on", "Report date", "Submitted date", "Date of report", "Date submitted"},
			Like:     [][]string{{"date", "reported", "!by"}, {"date", "logged"}}},
		{Name: "opened_date", Title: "Date opened", Kind: field.Date, Doc: "when the investigation file was opened",
			Headings: []string{"Opened date", "Date opened", "Opened"}},
		{Name: "closed_date", Title: "Date closed", Kind: field.Date, Doc: "when the record was closed",
			Headings: []string{"Closed", "Date closed", "Closed date", "Closure date"}},
		{Name: "investigation_started", Title: "Investigation started", Kind: field.Date, Doc: "when the investigation or learning response began",
			Headings: []string{"Investigation start", "Investigation start date", "Date investigation started", "Investigation started", "Start date of investigation", "Date commissioned"}},
		{Name: "investigation_completed", Title: "Investigation completed", Kind: field.Date, Doc: "when the investigation or learning response ended",
			Headings: []string{"Investigation complete", "Investigation completed", "Date investigation completed", "Investigation end date", "Investigation completed date",
				"Date of completion", "Final report date", "Date final report submitted", "Report submitted date", "Date report completed"}},
		{Name: "report_72h_date", Title: "72-hour report", Kind: field.Date, Doc: "when the 72-hour report was sent",
			Headings: []string{"72 hour report", "72-hour report date", "72hr report date", "Date of 72 hour report", "72 hour review date", "72 hr report sent", "Date 72 hour report submitted", "72 hour report submitted"}},
	}
}

// plainDate heads the date of the incident where nothing else does. A tracker of
// referrals or deaths may mean another day by it.
var plainDate = []string{"Date", "Date/time", "Date and time"}

func event() []field.Field {
	return []field.Field{
		{Name: "incident_type", Title: "Type", Kind: field.Text, Doc: "what kind of incident it is, in the words of the system",
			Headings: []string{"Type", "Incident type", "Type of incident", "Incident type tier one", "Event type", "Type of record description", "Incident affecting"},
			Prefer:   []string{"tier", "", "affecting"}}, // whom it affects is hardly a type
		{Name: "category", Title: "Category", Kind: field.Text, Doc: "incident category; gives the clinical theme",
			Headings: []string{"Category", "Incident category", "Category description", "Incident type tier two", "Theme", "Incident theme", "Cause group", "Trigger", "Maternity trigger"}},
		{Name: "subcategory", Title: "Subcategory", Kind: field.Text, Doc: "the finer category; gives the clinical theme",
			Headings: []string{"Sub category", "Subcategory", "Sub-category description", "Incident type tier three", "Detail", "Adverse event", "Cause 1", "Trigger detail", "Maternity sub category"}},
		{Name: "harm", Title: "Harm", Kind: field.Text, Shapes: harmShapes, Unless: otherHarm, Doc: "degree of harm, in the words of the system",
			Headings: []string{"Harm", "Degree of harm", "Grade of harm", "Severity", "Level of harm", "Actual harm", "Degree of harm (severity)", "Harm level", "Severity of harm",
				"Actual severity", "Actual degree of harm", "Harm grade", "Severity (actual)", "Harm caused", "Patient harm", "Harm to patient", "Harm grading", "Result/Harm", "Actual impact", "Impact of harm"},
			Like:   [][]string{{"harm", "degree", "!psych", "!potential"}, {"harm", "level", "!psych", "!potential"}, {"harm", "grade", "!potential"}, {"harm", "actual"}},
			Prefer: []string{"final", "validat", "verif", "confirm", "agreed", "manager", "investigation", "actual", ""}},
		{Name: "learning_response", Title: "Learning response", Kind: field.Text, Shapes: responseShapes, Doc: "SI, RCA, PSII, after action review ...: how the incident was looked into",
			Headings: []string{"Learning response", "Response type", "Type of learning response", "PSIRF response", "Type of response", "Investigation type", "Review type", "Type of investigation", "Learning response type"}},
		{Name: "investigation_level", Title: "Investigation level", Kind: field.Text, Doc: "level of investigation under the trust's own scale",
			Headings: []string{"Investigation level", "Level of investigation", "Level"}},
		{Name: "status", Title: "Status", Kind: field.Text, Shapes: statusShapes, Doc: "open, closed, de-logged ...",
			Headings: []string{"Status", "Record status", "Current status", "SI status", "Case status"}},
		{Name: "approval", Title: "Approval", Kind: field.Text, Shapes: approvalShapes, Doc: "approval state; rejected and duplicate records are left out and counted",
			Headings: []string{"Approval status", "Current approval status", "Approval"}},
		{Name: "duplicate_of", Title: "Duplicate of", Kind: field.Reference, Doc: "the record that this one repeats, or yes; such records are left out and counted",
			Headings: []string{"Duplicate of", "Duplicate", "Duplicate?", "Is duplicate", "Merged into", "Merged to", "Duplicate (Y/N)", "Duplicate flag", "Marked as duplicate"}, Shapes: duplicateShapes, Unless: denied},
		{Name: "framework", Title: "Framework", Kind: field.Text, Doc: "SI Framework or PSIRF, where the export says so",
			Headings: []string{"Framework", "Under PSIRF", "Investigation framework", "Policy framework"}},
	}
}

// stems of the words that a question about consideration uses, each with the
// dimension's stem put before it.
func considered(stem string) [][]string {
	var out [][]string
	for _, verb := range []string{"consider", "explor", "taken", "take", "discuss", "address", "reflect", "examin", "contribut", "factor", "influenc", "impact", "part$", "reviewed", "assessed", "looked"} {
		out = append(out, []string{stem, verb, "!training"})
	}
	return out
}

func answers() []field.Field {
	return []field.Field{
		{Name: "all_answer", Title: "Culture, ethnicity and language considered?", Kind: field.Answer, Unless: otherCulture,
			Doc:  "one question that covers all three dimensions; counts for each",
			Like: [][]string{{"cultur", "ethnic", "languag"}, {"cultur", "ethnic", "consider"}}},
		{Name: "culture_answer", Title: "Culture considered?", Kind: field.Answer, Shapes: answered("culture"), Unless: otherCulture, Doc: "the trust's own question whether culture was considered",
			Headings: []string{"Culture considered", "Was culture considered?", "Culture"}, Like: considered("cultur")},
		{Name: "ethnicity_answer", Title: "Ethnicity considered?", Kind: field.Answer, Shapes: answered("ethnicity"), Unless: anothersAnswer, Doc: "the trust's own question whether ethnicity was considered",
			Headings: []string{"Ethnicity considered", "Was ethnicity considered?"}, Like: append(considered("ethnic"), considered("race")...)},
		{Name: "language_answer", Title: "Language considered?", Kind: field.Answer, Shapes: answered("language"), Unless: anothersAnswer, Doc: "the trust's own question whether language was considered",
			Headings: []string{"Language considered", "Was language considered?"}, Like: considered("languag")},
		{Name: "duty_of_candour", Title: "Duty of candour", Kind: field.Answer, Unless: denied, Doc: "whether duty of candour applied or was done",
			Headings: []string{"Duty of candour", "Duty of Candour applies", "DoC"}, Like: [][]string{{"duty", "candour", "!date", "!letter"}}},
		{Name: "family_involved", Title: "Family involved", Kind: field.Answer, Unless: denied, Doc: "whether the family was invited to take part",
			Headings: []string{"Family involved", "Family invited", "Family engaged"}, Like: [][]string{{"family", "involve"}, {"family", "invited"}, {"family", "engage"}}},
	}
}

// deprivationPrefer: a rank gives the decile, a quintile does not; a score and the
// rest give nothing, and are read only so that the run can say so.
var deprivationPrefer = []string{"decile", "rank", "", "quintile", "score", "percentile", "centile", "vigintile", "ventile", "quartile", "tertile"}

func deprivationLike() [][]string {
	like := [][]string{{"imd", "!lsoa"}}
	for _, number := range deprivationPrefer {
		if number != "" {
			like = append(like, []string{"imd", number}, []string{"depriv", number})
		}
	}
	return like
}

// areaLike knows the code of an area from its name, and from a number that was
// worked out from it.
func areaLike() [][]string {
	not := []string{"!name", "!nm$", "!lsoa11nm", "!lsoa21nm", "!gp$", "!hospital", "!practice", "!site", "!incident", "!population", "!depriv"}
	for _, number := range deprivationPrefer {
		if number != "" {
			not = append(not, "!"+number)
		}
	}
	return [][]string{append([]string{"lsoa"}, not...), append([]string{"super", "output"}, not...)}
}

func woman() []field.Field {
	return []field.Field{
		{Name: "ethnicity", Title: "Ethnicity", Kind: field.Text, Unless: anotherEthnicity, Doc: "ethnic category of the woman, as written", Second: "ethnicity_second",
			Headings: []string{"Ethnicity", "Ethnic category", "Ethnic group", "Patient ethnicity", "Patient ethnic group", "Ethnic origin", "Mother's ethnicity", "Mothers ethnicity",
				"Ethnicity of mother", "Ethnic category (mother)", "Mother ethnicity", "Ethnicity (mother)", "con_ethnicity", "Ethnicity description", "Ethnicity code",
				"Ethnic category code", "Woman's ethnicity", "Maternal ethnicity", "Self-defined ethnicity", "Ethnicity of patient", "Ethnicity of woman", "Ethnicity (patient)", "Ethnic background", "Ethnic", "Ethnicity of mum", "Mum's ethnicity", "Race"},
			Like: [][]string{{"ethnic", "!consider", "!lfpse"}}},
		{Name: "ethnicity_second", Title: "Ethnicity, second column", Kind: field.Text, Doc: "the same in another column, such as its code beside its label; the two are read together"},
		{Name: "ethnicity_header", Title: "Ethnicity on the incident form", Kind: field.Text, Doc: "ethnic category kept on the incident itself rather than on the person",
			Headings: []string{"inc_ethnicity", "Incident ethnicity", "Ethnicity (incident)", "Ethnicity (header)"}},
		{Name: "ethnicity_lfpse", Title: "Ethnicity in LFPSE codes", Kind: field.Text, Doc: "LFPSE's own numbers, 11 to 52",
			Headings: []string{"lfpse_patient_ethnicity", "LFPSE ethnicity", "PatientEthnicity", "Patient ethnicity (LFPSE)", "LFPSE patient ethnicity"}},
		{Name: "language", Title: "Preferred language", Kind: field.Text, Shapes: languageShapes, Unless: anotherLanguage, Doc: "first or preferred language of the woman",
			Headings: []string{"Language", "First language", "Preferred language", "Main language", "Language spoken", "Spoken language", "con_language", "Mother's first language",
				"Primary language", "Mother tongue", "Preferred spoken language", "Mother's language", "First language of mother", "Language preference", "Lang", "Language of mother", "Contact: Language", "Patient: Language", "Patient language", "Patient's language", "Language(s) spoken"},
			Like: [][]string{{"language", "first"}, {"language", "prefer"}, {"language", "main"}, {"language", "spoken"}, {"language", "speak", "!consider", "!barrier"}, {"language", "primary"}}},
		{Name: "interpreter_need", Title: "Interpreter needed", Kind: field.Answer, Unless: otherQuestion, Doc: "whether she needed an interpreter; a blank is not a no",
			Headings: []string{"Interpreter required", "Interpreter needed", "Interpreter need", "Needs interpreter", "Interpreter required?", "Requires interpreter", "Interpreter"},
			Like:     [][]string{{"interpret", "need"}, {"interpret", "requir"}, {"translator", "need"}, {"translator", "requir"}}},
		{Name: "interpreter_used", Title: "Interpreter used", Kind: field.Answer, Unless: otherQuestion, Doc: "whether an interpreter was used",
			Headings: []string{"Interpreter used", "Was an interpreter used?", "Professional interpreter used", "Interpreter provided", "Interpreter offered"},
			Like:     [][]string{{"interpret", "use"}, {"interpret", "provided"}, {"interpret", "present"}, {"translator", "used"}}},
		{Name: "religion", Title: "Religion", Kind: field.Text, Doc: "carried where an export has it", Headings: []string{"Religion", "Faith", "con_religion", "Religion or belief"}},
		{Name: "disability", Title: "Disability", Kind: field.Text, Doc: "carried where an export has it", Headings: []string{"Disability", "con_disability", "Disabilities"}},
		{Name: "imd_second", Title: "Deprivation, second column", Kind: field.Text, Doc: "another scale or edition of the same; used where the first says nothing or is not of the run's edition"},
		{Name: "imd", Title: "Deprivation", Kind: field.Text, Shapes: deprivationShapes, Unless: elsewhereDeprived, Doc: "decile, quintile or rank of the Index of Multiple Deprivation, as written", Second: "imd_second",
			Headings: []string{"IMD", "IMD decile", "IMD quintile", "Deprivation", "Deprivation decile", "Deprivation quintile", "IMD rank", "Index of multiple deprivation", "IMD Decile 2019",
				"IMD 2019 decile", "IMD 2025 decile", "IMD quintile 2019", "IMD score", "Index of Multiple Deprivation Decile", "IMD decile (1 = most deprived)", "Rank_IMD_Decile_2015", "IMD04_DECILE"},
			Prefer: deprivationPrefer, Like: deprivationLike()},
		{Name: "lsoa", Title: "LSOA", Kind: field.Person, Unless: elsewhere, Doc: "lower layer super output area; used for deprivation, then dropped",
			Headings: []string{"LSOA", "LSOA code", "LSOA11", "LSOA21", "LSOA 2011", "LSOA 2021", "LSOA11CD", "LSOA21CD", "LSOA of residence", "Lower super output area"},
			Like:     areaLike()},
		{Name: "postcode", Title: "Postcode", Kind: field.Person, Unless: elsewhere, Doc: "home postcode of the woman; used for deprivation, then dropped",
			Headings: []string{"Postcode", "Post code", "Patient postcode", "con_postcode", "Postcode of residence", "Home postcode", "Mother's postcode", "Postcode at booking", "Postcode of usual address", "Postcode (mother)"},
			Like:     [][]string{{"postcode", "!gp", "!hospital", "!unit", "!practice", "!organisation", "!site"}, {"post", "code", "!gp", "!hospital", "!site"}}},
		{Name: "nhs_number", Title: "NHS number", Kind: field.Person, Unless: another, Doc: "used to link records, never shown",
			Headings: []string{"NHS number", "NHS no", "NHS No.", "con_nhsno", "NHS num", "Patient NHS number", "Mother's NHS number", "NHSNumber", "Mother NHS number"},
			Like:     [][]string{{"nhs", "number", "!baby"}, {"nhs", "no", "!baby", "!trust"}}},
		{Name: "hospital_number", Title: "Hospital number", Kind: field.Person, Doc: "used to link records of one trust, never shown",
			Headings: []string{"Hospital number", "Hospital no", "MRN", "Unit number", "con_number", "Patient number", "Local patient identifier", "K number", "Hospital ID", "Casenote number", "PAS number", "Patient ID", "Mother's hospital number"}},
		{Name: "date_of_birth", Title: "Date of birth", Kind: field.Person, Doc: "used to link records, never shown",
			Headings: []string{"Date of birth", "DOB", "con_dob", "Patient date of birth", "Mother's date of birth", "Mother's DOB", "D.O.B.", "Patient DOB"}},
		{Name: "patient_name", Title: "Name", Kind: field.Person, Doc: "dropped",
			Headings: []string{"Name", "Patient name", "Person affected", "Forename", "Surname", "First name", "Last name", "inc_name", "Patient", "Mother's name", "Patient surname", "Patient forename", "Handler", "Manager", "Reporter name", "Reported by", "Investigator", "Investigator(s)", "Reporter", "Name of reporter", "Telephone", "Email", "E-mail", "Address", "Phone", "Lead investigator", "Reporter email"}},
		{Name: "age", Title: "Age", Kind: field.Number, Doc: "age in years", Headings: []string{"Age", "Patient age (years)", "Mother's age", "Age at incident", "Age (years)", "Maternal age"}},
		{Name: "gestation", Title: "Gestation", Kind: field.Text, Shapes: gestationShapes, Unless: another, Doc: "weeks and days of pregnancy", Headings: []string{"Gestation", "Gestation (weeks)", "Gestational age", "Gestation weeks", "Gestation at birth", "Gestation at delivery", "Gestation at incident", "Gest", "Gest (w+d)", "GA"}},
		{Name: "gender", Title: "Gender", Kind: field.Text, Doc: "carried where an export has it", Headings: []string{"Gender", "Sex", "Patient gender", "Patient sex"}},
	}
}

func texts() []field.Field {
	return []field.Field{
		{Name: "narrative", Title: "Description", Kind: field.Narrative, Shapes: narrativeShapes, Doc: "what happened",
			Headings: []string{"Description", "Describe the Incident/Accident", "Description of incident", "Description of what happened", "Incident description", "What happened", "Narrative", "Summary of incident", "Describe what happened", "Case summary", "Incident details", "Details of incident", "Summary"}},
		{Name: "immediate_action", Title: "Immediate action", Kind: field.Narrative, Doc: "what was done at once",
			Headings: []string{"Action taken", "Immediate action taken", "Immediate action", "Immediate actions", "Action taken at time of incident"}},
		{Name: "findings", Title: "Findings", Kind: field.Narrative, Doc: "what the investigation found",
			Headings: []string{"Findings", "Key findings", "Investigation narrative", "Investigation findings", "Outcome of investigation", "Investigation summary", "Investigation", "Investigation report", "Review findings", "Action taken (Investigation)", "Investigation outcome", "Outcome", "Conclusion", "Conclusions", "Outcome of review", "Investigation notes"}},
		{Name: "lessons", Title: "Lessons learned", Kind: field.Narrative, Doc: "what was learned",
			Headings: []string{"Lessons learned", "Lessons learnt", "Lessons", "Learning", "Learning identified", "Shared learning", "Key learning"}},
		{Name: "recommendations", Title: "Recommendations", Kind: field.Narrative, Doc: "what should be done",
			Headings: []string{"Recommendations", "Actions", "Action plan", "Recommendation", "Safety recommendations", "Safety actions", "Agreed actions"}},
		{Name: "root_causes", Title: "Root causes", Kind: field.Narrative, Doc: "causes and contributory factors",
			Headings: []string{"Root causes", "Root cause", "Contributory factors", "Contributing factors", "Causes", "Care and service delivery problems"}},
		{Name: "family_views", Title: "Family's views", Kind: field.Narrative, Doc: "what the family said or asked",
			Headings: []string{"Family views", "Family's views", "Parents' comments", "Family comments", "Parents comments", "Family questions", "Parent comments", "Views of the family", "Comments", "Notes", "Equality considerations", "Equality impact"}},
	}
}
