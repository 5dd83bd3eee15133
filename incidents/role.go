package incidents

// A Role is the part that a person plays in an incident, in the order in which a row
// is preferred for the ethnic category, language and address of a record.
type Role uint8

// The roles.
const (
	Bystander Role = iota // staff, witness, visitor, relative: never speaks for the woman
	Baby
	Unnamed // the export does not say
	Patient
	Mother
)
