package register

// Choices of the templates. The roles are those of perinatal review groups; like
// every dropdown here they are an offer, and other words are read as well.
var (
	yesNo       = []string{"Yes", "No"}
	yesPartly   = []string{"Yes", "Partly", "No"}
	attendance  = []string{"Yes", "No", "Apologies"}
	ragWords    = []string{"Red", "Amber", "Green", "Blue (complete)"}
	reviewRoles = []string{"Chair", "Vice chair", "Obstetrician", "Midwife", "Community midwife", "Neonatologist", "Neonatal nurse", "Anaesthetist", "Bereavement team",
		"Risk or governance", "Safety champion", "Management", "Sonographer or radiographer", "Equality or cultural adviser", "Interpreter or advocate",
		"Service user representative", "External member", "Administrator", "Other"}
	staffGroups = []string{"Midwives", "Maternity support workers", "Obstetricians", "Neonatal nurses", "Neonatologists", "Anaesthetists", "Sonographers", "Theatre staff",
		"Administrative staff", "Managers", "Other"}
)

// forms are all registers. The headings under also are those that trusts' own
// lists are seen to use; guidance speaks to whoever fills the register in.
func forms() []form {
	all := []form{panelForm(), trainingForm(), sopForm(), lessonForm("lessons"), actionForm(), sharingForm(), lessonForm("positive"), birthsForm()}
	for i, f := range all {
		all[i] = ready(f)
	}
	return all
}

func caseColumn() column {
	return column{field: "case", title: "Case reference", need: true, width: 20,
		also:     []string{"Case", "Case ref", "Case ID", "Case number", "Case no", "Reference", "Ref", "Incident", "Incident reference", "Incident ref", "Incident number", "Incident ID", "StEIS reference", "StEIS ref", "StEIS number", "StEIS ID", "STEIS log no", "Datix reference", "Datix ref", "Datix number", "Datix ID", "Datix", "StEIS", "LFPSE reference", "LFPSE ID", "MNSI reference", "MNSI ref", "HSIB reference", "PMRT reference", "PMRT ID", "SI reference", "SI number", "SI ref", "Review ID", "Investigation reference", "Log number"},
		guidance: "Reference of the case in any system: StEIS, DATIX, LFPSE, MNSI or PMRT", example: "2026/10432"}
}

func organisationColumn() column {
	return column{field: "organisation", title: "Organisation", width: 30, also: []string{"Trust", "Provider", "Organisation name", "Provider name", "Trust name", "Org", "Hospital", "Hospital trust", "Org name", "Site", "Employer", "Employing organisation"},
		guidance: "Trust, as the exports name it", example: "Example Hospitals NHS Trust"}
}

func panelForm() form {
	organisation := organisationColumn()
	organisation.guidance, organisation.also = "Where the person works", append(organisation.also, "From", "Representing")
	return form{name: "panel", title: "Review panel attendance", purpose: "One row for each person at each meeting. Ethnicity is shown for all panels together and never by person; small numbers are hidden.", file: "panel.xlsx", columns: []column{
		caseColumn(),
		{field: "meeting", title: "Meeting date", kind: date, width: 14, also: []string{"Date", "Date of meeting", "Panel date", "Date of panel", "Review date", "Date of review", "Meeting"}, guidance: "Day of the meeting, dd/mm/yyyy", example: "12/06/2026"},
		{field: "person", title: "Attendee", kind: person, width: 14, also: []string{"Attendee pseudonym", "Attendee ID", "Attendee code", "Attendee number", "Pseudonym", "Person", "Person ID", "Member", "Panel member", "Member ID", "Panel member ID", "Staff code", "Initial code", "Name", "Attendee name"}, guidance: "A code that you give each person, such as P01. Never a name", example: "P01"},
		{field: "role", title: "Role", width: 24, choices: reviewRoles, also: []string{"Role on panel", "Panel role", "Job role", "Job title", "Profession", "Discipline", "Position", "Designation", "Staff role"}, guidance: "Role on the panel", example: "Obstetrician"},
		organisation,
		{field: "ethnicity", title: "Ethnicity", width: 30, also: []string{"Ethnic category", "Ethnic group", "Ethnic origin", "Ethnicity of attendee", "Attendee ethnicity", "Ethnicity (self-described)", "Self-described ethnicity", "Ethnicity code", "Ethnic code"}, guidance: "As the person describes it, or blank if not disclosed", example: "Asian or Asian British - Indian"},
		{field: "external", title: "External", kind: answer, width: 11, choices: yesNo, also: []string{"External member", "External?", "External to trust", "External panel member", "Independent", "Is external", "External Y/N", "External (Y/N)", "Is the attendee external"}, guidance: "Yes if from another trust or body", example: "No"},
		{field: "attended", title: "Attended", kind: answer, width: 12, choices: attendance, also: []string{"Present", "Attendance", "Attended?", "In attendance", "Attended Y/N", "Attended (Y/N)", "Present Y/N", "Did they attend"}, guidance: "Yes, No or Apologies. Blank counts as Yes", example: "Yes"},
	}}
}

func trainingForm() form {
	return form{name: "training", title: "Cultural competence training", purpose: "One row for each staff group and date: how many should have had the training, and how many have.", file: "training.xlsx", columns: []column{
		organisationColumn(),
		{field: "group", title: "Staff group", need: true, width: 28, choices: staffGroups, also: []string{"Group", "Profession", "Role", "Staff", "Staff type", "Staffing group", "Discipline", "Job group", "Staff category"}, guidance: "Which staff", example: "Midwives"},
		{field: "trained", title: "Trained", kind: count, need: true, width: 12, also: []string{"Number trained", "No trained", "Staff trained", "Completed", "Compliant", "Number completed", "Number compliant", "Trained (n)", "Attended training", "Headcount trained"}, guidance: "How many have had it", example: "142"},
		{field: "eligible", title: "Eligible", kind: count, need: true, width: 12, also: []string{"Number eligible", "No eligible", "Staff eligible", "Required", "Number required", "Total staff", "Staff in group", "Headcount", "In post", "Eligible staff", "Denominator", "Staff in post", "Number of staff", "Eligible (n)"}, guidance: "How many should have it", example: "180"},
		{field: "on", title: "Date", kind: date, width: 14, also: []string{"As at", "As of", "Date of figures", "Reporting date", "Snapshot date", "Figures as at", "Month", "Position at", "Data as at"}, guidance: "Day of the figures, dd/mm/yyyy", example: "30/06/2026"},
	}}
}

func sopForm() form {
	return form{name: "sop", title: "Procedures updated", purpose: "One row for each procedure that should ask for ethnicity, culture and language to be considered.", file: "sop.xlsx", columns: []column{
		organisationColumn(),
		{field: "procedure", title: "Procedure", need: true, width: 44, also: []string{"SOP", "SOP title", "SOP name", "Policy", "Guideline", "Title", "Procedure name", "Procedure title", "Which procedure", "Document", "Document title", "Standard operating procedure", "Policy or procedure"}, guidance: "Its title", example: "Incident investigation in maternity"},
		{field: "updated", title: "Updated", kind: date, width: 14, also: []string{"Date updated", "Updated on", "Updated when", "Last updated", "Date of update", "Date of last update", "Approved", "Date approved", "Ratified", "Date ratified", "Review date", "Last reviewed", "Date reviewed"}, guidance: "Day of the update, dd/mm/yyyy. Blank if not yet", example: "12/05/2026"},
		{field: "reference", title: "Reference", width: 24, also: []string{"Ref", "SOP reference", "SOP ref", "SOP number", "Version", "Document reference", "Document ref", "Document number", "Evidence", "Evidence reference", "Link"}, guidance: "Number and version, or where it is kept", example: "SOP-114 v3"},
	}}
}

func lessonForm(name string) form {
	f := form{name: name, title: "Lessons learnt", purpose: "One row for each lesson. A positive event is something that went well and can be repeated.", file: "lessons.xlsx", columns: []column{
		organisationColumn(),
		{field: "on", title: "Date", kind: date, width: 14, also: []string{"Date logged", "Date identified", "Logged", "Date of lesson", "Date of event", "Event date", "Date added", "Logged on", "Date raised"}, guidance: "Day it was logged, dd/mm/yyyy", example: "02/06/2026"},
		{field: "lesson", title: "Lesson", need: true, width: 56, also: []string{"Lesson learnt", "Lessons learnt", "Lesson learned", "Lessons learned", "Lessons", "Learning", "Learning point", "Key learning", "Learning identified", "Description", "What was learnt", "What was learned", "What went well", "Positive event description", "Event", "Event description", "Good practice"}, guidance: "What was learnt, with nobody named", example: "Ask about fasting at every diabetes contact"},
		{field: "theme", title: "Theme", width: 24, also: []string{"Themes", "Clinical theme", "Topic", "Category", "Subject"}, guidance: "What it is about", example: "Gestational diabetes"},
		optional(caseColumn()),
		{field: "shared", title: "Shared with", width: 26, also: []string{"Shared with whom", "Who shared with", "Audience", "Shared to", "With whom", "Who was it shared with", "Shared with who"}, guidance: "Who was told", example: "All maternity staff"},
		{field: "how", title: "How", width: 24, also: []string{"How shared", "Method", "How was it shared", "Shared how", "Means", "Forum", "Method of sharing", "Route"}, guidance: "By which means", example: "Newsletter"},
		{field: "positive", title: "Positive event", kind: answer, width: 12, choices: yesNo, also: []string{"Positive", "Positive?", "Positive event?", "Positive learning", "Is positive", "Positive event Y/N", "Learning from excellence", "Excellence"}, guidance: "Yes if it went well", example: "No"},
		{field: "embedded", title: "Embedded", kind: answer, width: 12, choices: yesPartly, also: []string{"Embedded?", "Is it embedded", "Embedded in practice", "Has it been embedded", "Embedded Y/N", "Embedded in practice?"}, guidance: "Is it now what staff do?", example: "Partly"},
	}}
	if name == "positive" {
		f.title, f.purpose, f.file = "Positive events", "One row for each thing that went well for a family and can be repeated.", "positive-events.xlsx"
		f.columns[f.index("lesson")].example = "A telephone interpreter was arranged within five minutes"
		f.columns[f.index("theme")].example = "Communication"
		f.columns[f.index("positive")].example = "Yes"
	}
	return f
}

func optional(c column) column {
	c.need = false
	return c
}

func actionForm() form {
	return form{name: "actions", title: "Action log", purpose: "One row for each gap and what is done about it.", file: "actions.xlsx", columns: []column{
		organisationColumn(),
		{field: "gap", title: "Gap", width: 40, also: []string{"Gap identified", "Issue", "Finding", "Concern", "Problem", "Recommendation", "Issue identified", "Area for improvement"}, guidance: "What is missing or wrong", example: "Interpreter not offered in triage"},
		{field: "action", title: "Action", need: true, width: 44, also: []string{"Action required", "Actions", "Action to be taken", "Action agreed", "Agreed action", "What will be done", "Task", "Action description", "Action plan"}, guidance: "What will be done", example: "Put tablets for video interpreting in triage"},
		{field: "owner", title: "Owner", width: 24, also: []string{"Action owner", "Lead", "Responsible", "Responsibility", "Responsible person", "Who", "Assigned to", "Action lead", "Responsible lead", "By whom"}, guidance: "The post, not the person", example: "Matron, triage"},
		{field: "due", title: "Due", kind: date, width: 14, also: []string{"Due date", "Deadline", "Target date", "By when", "Date due", "Target completion date", "Timescale", "Completion due", "To be completed by", "When"}, guidance: "dd/mm/yyyy", example: "31/08/2026"},
		{field: "rag", title: "RAG", kind: rag, width: 16, choices: ragWords, also: []string{"RAG rating", "RAG status", "Status", "BRAG", "BRAG rating", "RAG rate"}, guidance: "Red, Amber, Green, or Blue once complete", example: "Amber"},
		{field: "evidence", title: "Evidence", width: 34, also: []string{"Evidence of completion", "Evidence and assurance", "Assurance", "Progress", "Update", "Comments", "Progress update", "Evidence reference"}, guidance: "What shows it", example: "Tablets ordered"},
		{field: "completed", title: "Completed", kind: date, width: 14, also: []string{"Date completed", "Completion date", "Completed on", "Closed", "Date closed", "Actual completion date", "Done"}, guidance: "dd/mm/yyyy. Blank while open", example: ""},
	}}
}

func sharingForm() form {
	return form{name: "sharing", title: "Learning shared", purpose: "One row for each serious incident or learning response: when the LMNS was told, and how the learning reached the family and staff.", file: "sharing.xlsx", columns: []column{
		caseColumn(),
		organisationColumn(),
		{field: "lmns", title: "Shared with LMNS", kind: date, width: 16, also: []string{"Shared with the LMNS", "Date shared with LMNS", "Date shared with the LMNS", "LMNS", "LMNS date", "Shared with LMS", "Date shared with LMS", "Shared with ICB", "Date to LMNS", "Sent to LMNS", "Date sent to LMNS", "Shared with the LMNS when", "LMNS shared date", "Date LMNS informed"}, guidance: "Day it went to the LMNS, dd/mm/yyyy. Blank if not yet", example: "20/07/2026"},
		{field: "family", title: "Shared with family", kind: answer, width: 14, choices: yesPartly, also: []string{"Shared with the family", "Family", "Learning shared with family", "Learning shared with the family", "Family informed", "Shared with parents", "Shared with woman", "Shared with woman and family", "Family shared", "Report shared with family", "Shared with women and families"}, guidance: "Was the learning shared with the family?", example: "Yes"},
		{field: "language", title: "Language used with family", width: 18, also: []string{"Language", "Family language", "Language of family", "In which language", "Language used", "Language shared in", "Language of report", "Language of the letter", "Shared in language", "Language shared with family"}, guidance: "In which language", example: "Urdu"},
		{field: "staff", title: "How shared with staff", width: 30, also: []string{"Shared with staff", "Staff", "Learning shared with staff", "Shared with staff how", "With staff how", "How was it shared with staff", "Staff sharing", "How learning was shared with staff"}, guidance: "How staff were told. No if they were not", example: "Safety huddle"},
	}}
}

// birthsForm lists what a file of births in long form asks. The headings of the
// published maternity data set (Dimension, Measure, Count_Of, Final_value) have
// their own way in births.go, and so have tables that are crossed.
func birthsForm() form {
	organisation := organisationColumn()
	organisation.also = append(organisation.also, "Org_Name")
	return form{name: "births", title: "Births", purpose: "One row for each ethnic group and deprivation quintile: how many women gave birth, for rates. Zero is a number; write it.", file: "births.xlsx", columns: []column{
		organisation,
		{field: "period", title: "Period", width: 18, also: []string{"Quarter", "Year", "Month", "Financial year", "Reporting period", "FY", "Time period"}, guidance: "Such as 2026/27-Q1, as in siequity.yaml", example: "2026/27-Q1"},
		{field: "ethnicity", title: "Ethnicity", width: 34, also: []string{"Ethnic group", "Ethnic category", "Ethnic origin", "EthnicCategoryMother", "EthnicCategoryMotherGroup", "Ethnicity of mother", "Mother's ethnicity", "Maternal ethnicity", "Maternal ethnic group", "Ethnic category mother", "Mother ethnic group", "Ethnic code", "Ethnicity code", "Ethnicity group", "Broad ethnic group", "Ethnic background"}, guidance: "National category or group", example: "Asian or Asian British"},
		{field: "imd", title: "IMD quintile", width: 14, also: []string{"IMD", "IMD decile", "Quintile", "Decile", "Deprivation", "Deprivation quintile", "Deprivation decile", "IMD quintile (1 = most deprived)", "IMD decile (1 = most deprived)", "IMD group", "Index of multiple deprivation", "Deprivation decile at booking", "DeprivationDecileAtBooking", "IMD_Quintile", "IMD_Decile", "IMD quintile 2019", "IMD decile 2019", "IMD 2019 quintile", "IMD 2019 decile", "IMD quintile 2025", "IMD decile 2025", "IMD 2025 quintile", "IMD 2025 decile", "Quintile of deprivation", "Decile of deprivation"}, guidance: "1 = most deprived fifth, 5 = least", example: "1"},
		{field: "count", title: "Births", kind: count, need: true, width: 12, also: []string{"Count", "Number", "N", "Total births", "Number of births", "No of births", "Live births", "All births", "Women", "Deliveries", "Number of deliveries", "Number of women", "Maternities", "Bookings", "Number of bookings", "Total", "Value", "Final_value", "Babies", "Women giving birth", "Women booked", "Number of maternities"}, guidance: "How many. 0 if none", example: "420"},
	}}
}
