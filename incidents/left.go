package incidents

// Left says why the audit leaves a record out.
type Left uint8

// The reasons. Used is the zero value: the record is in scope.
const (
	Used Left = iota
	NotMaternity
	Rejected
	Duplicate
	Superseded
	OutsidePeriod
	NoDate
	NotIncident
	Unsuitable
	DeLogged
	OtherOrganisation
	NotAccepted
)

var leftWords = [...]string{"", "not maternity or neonatal", "rejected", "duplicate", "superseded", "outside the period",
	"no readable date, so the period is not known", "not an incident (risk, outcome or good care)", "unsuitable for PMRT", "withdrawn or de-logged", "another organisation",
	"not accepted for investigation"}

// String gives the reason in words; "" for a record that is used.
func (l Left) String() string { return leftWords[l] }

// Reasons lists the reasons in the order of their declaration.
func Reasons() []Left {
	out := make([]Left, 0, len(leftWords)-1)
	for l := NotMaternity; int(l) < len(leftWords); l++ {
		out = append(out, l)
	}
	return out
}
