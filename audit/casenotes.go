package audit

// aboutCases reports what a person should know of the way in which records became
// cases.
func (r *Result) aboutCases() []Finding {
	return r.aboutOrganisations()
}
