package codes

// Recorded tells whether an answer stands in a cell for ethnicity, good or bad: a
// category, a refusal, or words that are no category. What only says that nothing
// was recorded - a dash, "NULL", "#N/A", "TBC", "not known" - is no answer, however
// the cell is filled; nor is "not applicable", as everybody has an ethnic group.
func Recorded(e Ethnicity) bool {
	switch e.Status {
	case EthnicityMissing, EthnicityNotKnown, EthnicityFieldAbsent:
		return false
	case EthnicityInvalid:
		switch ReadAnswer(e.Raw).Answer {
		case AnswerNotApplicable, AnswerNotRecorded, AnswerMissing:
			return false
		}
	}
	return true
}
