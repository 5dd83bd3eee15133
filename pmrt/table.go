package pmrt

import (
	"siequity/incidents/field"
	"siequity/incidents/source"
)

// Table is the field table of the PMRT summary list.
func Table() field.Table {
	return field.Table{
		Source: "pmrt", Title: "PMRT summary list", Own: "pmrt_ref",
		Doc: "one row per baby; lists every death notified to MBRRACE-UK, including those unsuitable for review such as terminations",
		Marks: []string{"PMRT case ID", "MBRRACE ID", "MBRRACE case ID", "Suitable for PMRT", "Review started", "Report published", "Type of death", "Date of death", "Parents told of review", "Date notified",
			"Surveillance complete", "MBRRACE-UK ID", "Review started date", "Date review started", "PMRT ID", "Parents' views sought", "Grading of care", "PMRT case", "MBRRACE-UK case", "Report published date", "Date report published", "Parents informed"},
		Fields: field.Extend(source.Everywhere(), fields()...),
	}
}

func fields() []field.Field {
	return append(append(death(), clocks()...), review()...)
}

func death() []field.Field {
	return []field.Field{
		{Name: "pmrt_ref", Headings: []string{"Case ID", "Case number", "MBRRACE-UK ID", "ID", "Case", "Case reference", "Reference", "MBRRACE-UK case number", "MBRRACE case number", "PMRT case number", "Case no", "MBRRACE no", "PMRT case no", "MBRRACE-UK number", "MBRRACE-UK case ID", "PMRT/MBRRACE number", "MBRRACE/PMRT ID", "MBRRACE/PMRT number", "Case ref"}},
		{Name: "death_type", Title: "Type of death", Kind: field.Text, Doc: "late fetal loss, stillbirth, neonatal or post-neonatal death", Headings: []string{"Type of death", "Death type", "Outcome", "Type of loss", "Category of death", "Type of case", "Type", "Category", "Classification", "Type of perinatal death", "SB/NND", "SB / NND"}, Like: [][]string{{"type", "death"}, {"type", "loss"}, {"classif", "death"}}},
		{Name: "date_of_death", Title: "Date of death", Kind: field.Date, Doc: "decides the period; for a stillbirth the day death was confirmed", Headings: []string{"Date of death", "Death date", "Date death confirmed", "Date of baby's death", "DOD", "Date of confirmation of death", "Date baby died", "Date died", "Date of stillbirth", "Date of loss", "Date of fetal loss"}, Like: deathLike()},
		{Name: "date_of_birth_baby", Title: "Date of birth of the baby", Kind: field.Date, Doc: "for clocks; never shown", Headings: []string{"Date of birth", "Baby's date of birth", "Date of birth (baby)", "Date of delivery", "Baby DOB", "DOB baby", "Date of birth/delivery", "Delivery date", "Baby date of birth"}, Like: [][]string{{"date", "birth", "!mother", "!maternal"}, {"date", "delivery"}}},
		{Name: "date_of_birth", Headings: []string{"Mother's date of birth", "Mother DOB", "Maternal date of birth", "Maternal DOB"}},
		{Name: "ethnicity", Headings: []string{"Mother's ethnic group", "Ethnicity of the mother", "Maternal ethnic group"}},
		{Name: "birth_weight", Title: "Birth weight", Kind: field.Number, Doc: "grams", Headings: []string{"Birth weight", "Birthweight", "Birth weight (g)", "Birthweight (g)"}},
		{Name: "gestation", Headings: []string{"Gestation at birth (weeks)", "Gestation (w+d)"}, Check: checkGestation()},
		{Name: "gestation_at_death", Title: "Gestation at death", Kind: field.Text, Doc: "weeks and days of pregnancy when the baby died; the birth may be later, so it leaves no death out", Headings: []string{"Gestation at death", "Gestation at death (weeks)", "Gestational age at death", "Gestation when baby died", "Gestation at time of death", "Gestation at diagnosis of death", "Gestation at confirmation of death"},
			Like: [][]string{{"gest", "death", "!birth"}, {"gest", "died", "!birth"}}, Check: checkGestation()},
		{Name: "suitable", Title: "Suitable for review", Kind: field.Answer, Doc: "no for terminations and other deaths that the tool does not review", Headings: []string{"Suitable for PMRT", "Suitable for review", "Suitable", "PMRT suitable", "Eligible for PMRT", "Eligible", "Supported for review", "Suitable for PMRT review", "PMRT required", "Eligible for review", "For PMRT", "For PMRT review", "For review"}, Like: suitableLike()},
		{Name: "unsuitable_reason", Title: "Why unsuitable", Kind: field.Text, Doc: "reason given in the list", Headings: []string{"Reason not suitable", "Reason unsuitable", "Unsuitable reason", "Reason", "Reason for unsuitability", "If not suitable, reason", "If no, reason", "Reason not suitable for PMRT", "Exclusion reason", "If not suitable why", "If not, why", "If no why", "Why not suitable", "Reason if not suitable", "Reason not eligible"},
			Like: [][]string{{"reason", "suitab"}, {"reason", "not$", "pmrt"}, {"reason", "unsuit"}, {"reason", "eligib"}, {"why", "not"}, {"reason", "exclu"}}},
		{Name: "place_of_birth", Title: "Place of birth", Kind: field.Text, Doc: "where the baby was born", Headings: []string{"Place of birth", "Trust of birth", "Hospital of birth", "Birth trust"}},
		{Name: "place_of_death", Title: "Place of death", Kind: field.Text, Doc: "where the baby died", Headings: []string{"Place of death", "Trust of death", "Hospital of death"}},
		{Name: "born_here", Title: "Born here", Kind: field.Answer, Doc: "review tests count babies born and died in the trust", Headings: []string{"Born in trust", "Born here", "Born in this trust"}},
		{Name: "died_here", Title: "Died here", Kind: field.Answer, Doc: "parents tests count babies who died in the trust", Headings: []string{"Died in trust", "Died here", "Died in this trust"}},
	}
}

// deathLike knows the day of a death from the days of what followed it.
func deathLike() [][]string {
	var like [][]string
	for _, word := range []string{"death", "died", "stillbirth", "loss", "demise"} {
		like = append(like, []string{"date", word, "!notif", "!report", "!review", "!meeting", "!certif", "!regist", "!letter", "!inquest", "!coroner", "!discuss", "!previous", "!mother", "!matern", "!sent", "!surveil", "!debrief", "!panel"})
	}
	return like
}

// suitableLike knows the ways of asking whether a death is one for the tool. A
// question turned round ("Not for PMRT") would be answered the wrong way.
func suitableLike() [][]string {
	var like [][]string
	for _, ask := range [][]string{{"suitab"}, {"eligib"}, {"pmrt", "for$"}, {"pmrt", "requir"}, {"pmrt", "applicab"}, {"pmrt", "meet"}, {"pmrt", "met$"}, {"pmrt", "includ"}, {"pmrt", "scope"}, {"pmrt", "support"}, {"pmrt", "review", "requir"}, {"reviewable"}} {
		like = append(like, append(ask, "!reason", "!not", "!why", "!date", "!exclu", "!unsuit", "!inelig", "!comment", "!when", "!out$", "!outside"))
	}
	return like
}

// checkGestation reports the gestations that cannot be read. No weight stands in for
// them, so somebody has to mend them.
func checkGestation() *field.Check {
	return &field.Check{ID: "gestation/unreadable", Wrong: wrongGestation, Noun: "gestation",
		Hint: "write the gestation in weeks and days, such as 24+3, and nothing else in the cell; until then it leaves no death out"}
}

func clocks() []field.Field {
	return []field.Field{
		{Name: "notified_date", Title: "Notified", Kind: field.Date, Doc: "when the death was notified to MBRRACE-UK", Headings: []string{"Date notified", "Notified", "Notification date", "Date of notification", "Date notified to MBRRACE", "MBRRACE notification date", "Date notified to MBRRACE-UK"}, Like: [][]string{{"date", "notif"}, {"notif", "mbrrace"}}},
		{Name: "surveillance_completed_date", Title: "Surveillance completed", Kind: field.Date, Doc: "when the surveillance form was completed", Headings: []string{"Surveillance complete", "Surveillance completed", "Surveillance complete date", "Surveillance completed date", "Date surveillance completed", "Surveillance form completed"}},
		{Name: "review_started_date", Title: "Review started", Kind: field.Date, Doc: "when the review was started in the tool", Headings: []string{"Review started", "Review start date", "Date review started", "Review started date", "PMRT started", "Date PMRT started", "PMRT commenced"}, Like: [][]string{{"review", "start"}, {"review", "commenc"}, {"pmrt", "start"}, {"pmrt", "commenc"}}},
		{Name: "draft_report_date", Title: "Draft report", Kind: field.Date, Doc: "when the draft report was made", Headings: []string{"Draft report date", "Draft report", "Date of draft report", "Draft report generated", "Report drafted"}, Like: [][]string{{"draft", "report"}}},
		{Name: "report_published_date", Title: "Report published", Kind: field.Date, Doc: "when the final report was published", Headings: []string{"Report published", "Published date", "Report published date", "Date report published", "Final report published", "Published", "Date published", "Final report date"}, Like: [][]string{{"report", "publish"}, {"final", "report"}}},
	}
}

func review() []field.Field {
	grade := "A to D; each phase of care has its own grade"
	return []field.Field{
		{Name: "parents_told", Title: "Parents told", Kind: field.Answer, Doc: "told that a review takes place", Headings: []string{"Parents told of review", "Parents told", "Parents informed", "Parents informed of review", "Parents told that a review will take place", "Parents told about review"}, Like: [][]string{{"parent", "told"}, {"parent", "informed"}}},
		{Name: "parents_asked", Title: "Parents asked", Kind: field.Answer, Doc: "asked for their views and questions", Headings: []string{"Parents' views sought", "Parents views sought", "Parents asked", "Views sought", "Perspectives sought", "Parents asked for their views"}, Like: [][]string{{"parent", "sought"}, {"parent", "asked"}}},
		{Name: "parents_replied", Title: "Parents replied", Kind: field.Answer, Doc: "gave comments or questions", Headings: []string{"Parents' comments received", "Parents comments received", "Parents replied", "Parents responded", "Comments received from parents"}, Like: [][]string{{"parent", "received"}, {"parent", "replied"}, {"parent", "responded"}}},
		{Name: "grade_before_birth", Title: "Grade: mother and baby to birth or death", Kind: field.Text, Doc: grade, Headings: []string{"Grade 1", "Grading of care 1", "Grading: antenatal", "Grade antenatal", "Grading of care before birth", "Grading - mother and baby up to birth", "Grading of care", "Grade of care (mother and baby)", "Care grade 1", "Antenatal grading", "Grading of care up to birth"}},
		{Name: "grade_after_birth", Title: "Grade: baby from birth to death", Kind: field.Text, Doc: grade + "; neonatal deaths only", Headings: []string{"Grade 2", "Grading of care 2", "Grading: neonatal", "Neonatal grading", "Grading of care of the baby", "Grading - baby from birth to death", "Care grade 2", "Grade neonatal"}},
		{Name: "grade_mother_after", Title: "Grade: mother afterwards", Kind: field.Text, Doc: grade, Headings: []string{"Grade 3", "Grading of care 3", "Grading: mother after", "Grading of care of the mother after", "Grading - mother after death", "Care grade 3", "Grade postnatal", "Postnatal grading"}},
		{Name: "mnsi_case", Title: "MNSI case", Kind: field.Answer, Doc: "also investigated by MNSI", Headings: []string{"MNSI case", "MNSI", "HSIB case", "MNSI referral", "Referred to MNSI"}},
		{Name: "external_present", Title: "External member present", Kind: field.Answer, Doc: "somebody from another organisation took part in the review", Headings: []string{"External member present", "External present", "External reviewer", "External panel member", "External member", "External representation"}, Like: [][]string{{"external", "present"}}},
		{Name: "interpreter_issue", Title: "Interpreter issue", Kind: field.Answer, Doc: "the review found an issue with interpreting or language", Headings: []string{"Interpreter issue", "Language issue", "Interpreter issue identified"}},
		{Name: "findings", Headings: []string{"Issues", "Issues identified", "Review issues", "Issue text", "Issues and actions", "Contributory factors and issues"}},
	}
}
