package source

import (
	"strings"
	"testing"
)

// Whom or what a heading speaks of decides, not the noun alone.
func TestSubjectOfHeadings(t *testing.T) {
	tests := []struct{ source, field, headings string }{
		{"datix", "", "Midwife ethnicity|Infant ethnic category|Next of kin ethnicity|Ethnicity of consultant|Employee ethnic group|Investigator ethnicity|Chair ethnicity|Handler ethnicity|Ethnicity of perpetrator|Husband's ethnicity|Child ethnicity|Ethnicity completed by|Ethnicity recorded by|" +
			"Ethnicity of reporting midwife|Ethnic group (father)|Patient's partner ethnicity|Ethnicity of baby|Neonate ethnicity|Ethnicity of the person reporting|Spouse ethnic category|Staff member's ethnicity|Ethnicity of witness|Visitor ethnicity|Paternal ethnicity|GP ethnicity|Ethnicity of GP|NOK ethnicity|Doctor's ethnic background|Ethnicity updated by|Ethnicity of lead investigator"},
		{"datix", "ethnicity", "Ethnic group of patient|Ethnicity of service user|Service user ethnicity|Ethnicity (as recorded by midwife)|Ethnicity of baby's mother|Patient's ethnicity|Ethnicity of affected person|Birthing person ethnicity|Ethnic code|Ethnicity - mother|Ethnicity self-reported by woman|Maternal ethnic origin|Ethnicity (NHS code)|What is the ethnicity of the patient?|Family ethnicity|Contact ethnicity|Ethnic category (mum)|Ethnicity at booking"},
		{"datix", "", "Father first language|Partner's preferred language|First language of baby's father|Interpreter language|Second language|Main language of next of kin|Language spoken by staff|First language of reporter|Preferred language of leaflet|Language not recorded|Preferred language for letters|Husband's first language"},
		{"datix", "language", "1st language|Language (mother)|Home language|Main language spoken at home|Language of choice|Preferred language (spoken)|Language spoken by patient|Patient's first language|What language does the patient speak?|First lang|Native language|Birthing person's language|Pref. language|Languages spoken|PreferredLanguage"},
		{"datix", "", "Postcode of incident|Next of kin postcode|GP postcode|Postcode of GP surgery|Father's postcode|Ward postcode|Trust postcode|Incident postcode|Postcode of location|Workplace postcode|Hospital postcode|Post code (next of kin)"},
		{"datix", "postcode", "Patient's home postcode|Mother's post code|Postcode (patient)|Postcode at time of incident|Address postcode|Booking postcode|Postcode of woman|Patient: Postcode"},
		{"datix", "", "GP practice IMD decile|IMD decile (GP practice)|Ward deprivation decile|Trust IMD decile|Site deprivation quintile|Father IMD decile|IMD decile of incident location|Deprivation decile of incident location|Hospital IMD rank|Partner's IMD quintile|IMD of staff member|Deprivation of practice decile"},
		{"datix", "", "IMD year|IMD version|IMD edition|Year of IMD|IMD source|IMD vintage|IMD release date|IMD match status|Deprivation data year|IMD last updated|IMD lookup date|Ethnicity source|Ethnicity date recorded|Date ethnicity recorded|Ethnicity last updated|Ethnicity recording system|Ethnicity verified|Ethnicity comments|Ethnicity data quality"},
		{"datix", "imd", "Decile|IoD2019 decile|Deprivation level|IMD decile (patient)|Decile of deprivation|Mother's IMD decile|IMD at booking|IMD19 decile|Index of deprivation|Deprivation quintile (national)|imd2019_decile|Patient deprivation decile|IMD dec|Postcode deprivation decile"},
		{"datix", "", "Harm level (staff)|Worst case harm level|Severity of pre-eclampsia|Severity of haemorrhage|Expected severity|Anticipated degree of harm|Initial level of harm|Severity (reporter)|Potential severity|Likely harm level|Severity of tear|Psychological harm level of staff|Degree of harm to staff|Predicted harm level|Provisional harm grade|Severity of sepsis|Pain severity|Harm level not agreed|Reported level of harm|Self harm level|Severity of hypertension|Level of emotional harm|Initial severity|Risk severity|Degree of harm expected"},
		{"datix", "harm", "Final harm|Confirmed harm|Harm category|Severity (manager)|Actual harm level|Validated harm|Level of harm (final)|Harm (post investigation)|Degree of harm (actual)|Severity level|Incident severity|Harm sustained|Level of actual harm|Verified level of harm|Extent of harm|Overall harm|NHS harm level|Harm rating|Degree of harm to patient|Outcome severity|Harm caused to patient|Harm level (panel approved)|Severity of injury|Current harm grading|Final severity (after review)|Harm description"},
		{"datix", "", "Date of previous incident|Date of incident review|Date incident shared with family|Date incident form printed|Date of incident meeting|Date incident escalated|Incident escalation date|Date event notified|Date of incident panel|Date of incident report|Incident closed date|Date of next event|Date incident discussed at MDT|Date incident known to ICB|Date of last similar incident|Incident review due date"},
		{"datix", "incident_date", "Date incident took place|Date of incident (dd/mm/yyyy)|Date when incident happened|Actual date of incident|Date of event/incident|Event occurred on|Date & time incident occurred|When|Incident start date|Date of incident or near miss|Date/Time Incident Occurred (24hr)|Incident date (day)|Day of incident|Date of the incident|Occurrence date|IncidentDate|Date of patient safety incident|Approximate date of incident|Incident date (approx)|Incident date:"},
		{"steis", "incident_date", "Date of SI|Date SI occurred|Date of serious incident|Date incident occurred"},
		{"datix", "", "Blood culture taken?|Urine culture considered|Placental culture considered|Culture of openness considered|Swab cultures taken|Placental culture sent?|Wound culture considered|HVS culture considered|CSF cultures considered|Line tip culture considered|Sputum culture discussed|Just culture considered|Learning culture discussed|Staff culture considered|Safety culture explored|Team culture considered|Was the culture of the ward considered?|Were cultures taken?|Culture results considered|No-blame culture discussed|Reporting culture considered|Cord blood culture considered|Stool culture considered|Organisational culture a factor|Culture of candour considered|GBS culture considered|Workplace culture impact|Ward culture considered|Cultures and sensitivities considered|Cultural training considered|Culture within the team considered|Cultural safety considered|Culture and leadership considered|Culture swab sent - considered|Culture in the workplace discussed|Breast milk culture considered"},
		{"datix", "culture_answer", "Was the family's culture taken into account?|Cultural needs considered|Were cultural factors considered?|Culture taken into consideration|Culture of the woman considered|Was the culture of the family considered?|Culture, faith or religion considered|Did culture play a part?|Cultural background considered in investigation|Investigation: was culture considered?|Was culture considered in the incident investigation?|Culture considered (Y/N)|Culture considered (Yes / No / N/A)|Impact of culture|Incident: culture considered|Cultural issues considered?|Has the patient's culture been considered|Were cultural or religious beliefs considered?|Culture discussed with parents|Was culture considered (yes or no)|Whether or not culture was considered|Culture considered by the review team|Did the team consider culture?|Did the MDT consider the family's culture?|Was culture considered by staff?|Were cultural needs considered by the trust?|Was culture considered as part of the learning response?|Culture considered in learning|Impact of culture on communication with staff|Was culture (of family) explored with staff?|Was culture considered in line with policy?|Was the impact of culture on this incident considered?|Culture considered and discussed at safety huddle|Did the trust consider culture?|culture_considered"},
		{"datix", "", "Reason culture not considered|Ethnicity not considered|Culture not considered|Why was language not considered?|Interpreter not used|Interpreter not required|Interpreter declined - reason required|No interpreter needed|Interpreter wasn't used|Family not involved|Duty of candour not applicable reason|Ethnicity not recorded|Reason ethnicity not stated|Language never considered|Culture considered - if no, why|Family member used as interpreter|Staff used as interpreters|Failure to consider culture|Why interpreter not provided"},
		{"datix", "ethnicity_answer", "Ethnicity considered?|Did the team consider ethnicity?|Was ethnicity considered by the panel?|Was the impact of ethnicity considered?|Race/ethnicity considered|Ethnicity of the woman considered|Ethnicity explored with staff|Was ethnicity a factor?|Ethnicity reviewed?|Ethnicity Y/N|ethnicity_considered"},
		{"datix", "language_answer", "Language considered?|Did the panel consider language?|Language needs considered|Language barriers considered|Was language considered by staff?|Language Y/N|Language reviewed?|Was language a barrier or factor?"},
		{"datix", "", "Staff ethnicity considered|Ethnicity of staff considered|Partner's ethnicity considered|Ethnicity of the father explored|Language of the baby's father considered|Midwife language considered|Father's language considered|Reporter's ethnicity considered"},
		{"datix", "interpreter_used", "Was an interpreter used?|Interpreter used (Y/N)|Was an interpreter used? (yes/no/not known)|Interpreter present|Was an interpreter used by staff?|Interpreting service used"},
		{"datix", "interpreter_need", "Interpreter needed for patient|Did the woman need an interpreter?|Interpreter required Y/N|Interpreter required (Yes / No / Not applicable)"},
	}
	beside := map[string]string{"datix": "Approval status,Handler,Sub category,Web ref,Result", "steis": "CCG/CSU Name,Region - Geography,Legal Status of Patient,Type of Incident"}
	for _, tt := range tests {
		checkHeadings(t, tt.source, strings.Split(beside[tt.source], ","), tt.field, tt.headings)
	}
}

// checkHeadings maps each heading beside others.
func checkHeadings(t *testing.T, source string, beside []string, want, headings string) {
	t.Helper()
	table := tableOf(source)
	for h := range strings.SplitSeq(headings, "|") {
		m := table.Map(append(beside[:len(beside):len(beside)], h), nil)
		got := ""
		if c := m.Columns[len(beside)]; c.Field >= 0 {
			got = table.Fields[c.Field].Name
		}
		if got != want {
			t.Errorf("%s: %q is taken for %q, want %q", source, h, got, want)
		}
	}
}

// Headings that people put together from known words.
func TestShapes(t *testing.T) {
	tests := []struct{ source, field, headings string }{
		{"datix", "datix_ref", "Ref No|Record number|Web No|Web No.|Ref.|Incident Ref No|Reference Number|Record ID|IncidentReference|Unique reference no|Datix record number|Event ID"},
		{"datix", "", "Other trust ref|NHS Record|Linked record number|Related incident ref|Previous web no|Patient record number|Line number|Record count|Web address|Bed no|Batch number"},
		{"datix", "organisation", "Responsible trust|NHS Trust|Organization|Provider organisation|Trust (reporting)|Responsible organisation|Organisation name|ResponsibleTrust|Provider trust|Trust responsible|Maternity provider|Hospital trust"},
		{"datix", "", "Receiving trust|Other trust|Trust informed|Referring trust|Transferred to trust|Previous trust|Trust of birth|External organisation|Organisation contacted"},
		{"datix", "specialty", "Specialty code|Specialty name|Incident specialty|Treatment function|Specialty of incident|Specialty (incident)|Responsible specialty|Treatment function code|Patient's specialty|Main speciality|Clinical speciality"},
		{"datix", "", "Consultant specialty|Other specialty|Specialty of reporter|Specialty referred to|Discharge specialty"},
		{"datix", "approval", "Approval state|Approval stage|Current approval|Approval Status (current)|Record approval status|Manager approval status"},
		{"datix", "status", "Incident status|Workflow status|Incident state|Workflow stage|Record state|Status of incident|Current status"},
		{"datix", "", "Review status|Action status|Marital status|Employment status|Approved by|Approval date|Smoking status"},
		{"datix", "narrative", "Description of event|Description (what happened)|Synopsis|Event description|Brief description|Full description|Summary of events|Incident description (factual)|Description of the incident|Incident narrative"},
		{"datix", "person_role", "Role of person|Person involved|Contact role|Role of contact|Involved as"},
		{"datix", "duplicate_of", "Duplicate of|duplicate_of|Duplicate|Duplicate?|Is duplicate|Merged into|Is this a duplicate?|Duplicate record of|Duplicate of ref|Duplicate (Y/N)|Duplicate Yes/No|Is this incident a duplicate?|Merged into record|Marked as duplicate|Duplicate of incident number|Duplicate of (web ref)"},
		{"datix", "", "Duplicated by|Merged from|Duplicates|Duplicate checked by|Not a duplicate|Duplicate check completed|Has duplicates|Linked records|Reason for duplicate|Duplicate patient record|Number of duplicates"},
		{"datix", "steis_ref", "SI number|SI ref|Log number|SI log no"},
		{"datix", "gestation", "Gestation (weeks+days)|Gestational age at birth|Gestation at delivery (weeks)|Gest. (w+d)|Weeks gestation|Gestational age (weeks)"},
		{"datix", "", "Gestation of previous baby|Gestational diabetes|Baby's gestation at scan"},
	}
	for _, tt := range tests {
		beside := "Handler,Sub category,Severity,Person type"
		checkHeadings(t, tt.source, strings.Split(beside, ","), tt.field, tt.headings)
	}
}

// Of several columns that speak of the harm or the date, the surer one counts, wherever it stands.
func TestSurerHeadingsWin(t *testing.T) {
	tests := []struct{ headings, field, want string }{
		{"Severity (reporter),Severity (manager)", "harm", "Severity (manager)"},
		{"Severity (manager),Severity (reporter)", "harm", "Severity (manager)"},
		{"Worst case harm level,Actual harm level", "harm", "Actual harm level"},
		{"Severity,Final harm", "harm", "Final harm"},
		{"Initial harm,Harm level,Validated harm", "harm", "Validated harm"},
		{"Date of incident review,Date incident took place", "incident_date", "Date incident took place"},
		{"When,Incident date", "incident_date", "Incident date"},
		{"Date of previous incident,When", "incident_date", "When"},
		{"Ethnicity of consultant,Ethnic group of patient", "ethnicity", "Ethnic group of patient"},
		{"IMD decile (GP practice),IMD decile (patient)", "imd", "IMD decile (patient)"},
		{"Blood culture taken?,Were cultural factors considered?", "culture_answer", "Were cultural factors considered?"},
		{"Person involved,Contact role", "person_role", "Contact role"},
	}
	table := tableOf("datix")
	for _, tt := range tests {
		m := table.Map(append([]string{"Web ref", "Handler"}, strings.Split(tt.headings, ",")...), nil)
		got := ""
		if i := m.Column(table.Index(tt.field)); i >= 0 {
			got = m.Columns[i].Heading
		}
		if got != tt.want {
			t.Errorf("%q: %s is %q, want %q", tt.headings, tt.field, got, tt.want)
		}
	}
}
