package ethnicity

// Group is one of the five broad groups of the 2001 classification, empty where none is certain.
type Group string

// The five groups. Chinese is in GroupOther under the NHS placement and in GroupAsian under the census placement.
const (
	GroupWhite Group = "White"
	GroupMixed Group = "Mixed"
	GroupAsian Group = "Asian"
	GroupBlack Group = "Black"
	GroupOther Group = "Other"
)

// Groups lists the five groups in the order of the national code list.
func Groups() []Group { return []Group{GroupWhite, GroupMixed, GroupAsian, GroupBlack, GroupOther} }

// Status says how far a value can be used. FieldAbsent and Conflict are facts about a record, not a cell: no reading
// returns them, callers set them.
type Status string

// The statuses of a reading.
const (
	Valid       Status = "valid"        // a national code A to S
	NotStated   Status = "not_stated"   // asked, and did not answer: Z
	NotKnown    Status = "not_known"    // not asked, or could not be asked: 99
	Ambiguous   Status = "ambiguous"    // says something, but not one category
	Invalid     Status = "invalid"      // not an ethnic category
	Missing     Status = "missing"      // blank
	FieldAbsent Status = "field_absent" // the export has no such column
	Conflict    Status = "conflict"     // two columns or sources disagree
)

// Category is one entry of the national list.
type Category struct {
	Code  string // one letter, or 99
	Label string // the national description
	Group Group  // under the NHS placement; empty for Z and 99
}

// Categories returns the 2001 national codes with their descriptions, in the order of the list
// (NHS Data Dictionary, ETHNIC CATEGORY; UK Core EthnicCategoryEngland 1.1.1).
func Categories() []Category {
	return []Category{
		{"A", "White - British", GroupWhite},
		{"B", "White - Irish", GroupWhite},
		{"C", "White - Any other White background", GroupWhite},
		{"D", "Mixed - White and Black Caribbean", GroupMixed},
		{"E", "Mixed - White and Black African", GroupMixed},
		{"F", "Mixed - White and Asian", GroupMixed},
		{"G", "Mixed - Any other mixed background", GroupMixed},
		{"H", "Asian or Asian British - Indian", GroupAsian},
		{"J", "Asian or Asian British - Pakistani", GroupAsian},
		{"K", "Asian or Asian British - Bangladeshi", GroupAsian},
		{"L", "Asian or Asian British - Any other Asian background", GroupAsian},
		{"M", "Black or Black British - Caribbean", GroupBlack},
		{"N", "Black or Black British - African", GroupBlack},
		{"P", "Black or Black British - Any other Black background", GroupBlack},
		{"R", "Other Ethnic Groups - Chinese", GroupOther},
		{"S", "Other Ethnic Groups - Any other ethnic group", GroupOther},
		{"Z", "Not stated", ""},
		{"99", "Not known", ""},
	}
}

// Label returns the national description of a code, or "" for a code that the list does not hold.
func Label(code string) string {
	for _, c := range Categories() {
		if c.Code == code {
			return c.Label
		}
	}
	return ""
}

// GroupOf returns the group of a national code A to S under the NHS placement, and "" for any other code.
func GroupOf(code string) Group {
	if len(code) != 1 {
		return ""
	}
	switch c := code[0]; {
	case c >= 'A' && c <= 'C':
		return GroupWhite
	case c >= 'D' && c <= 'G':
		return GroupMixed
	case c == 'H' || c >= 'J' && c <= 'L':
		return GroupAsian
	case c == 'M' || c == 'N' || c == 'P':
		return GroupBlack
	case c == 'R' || c == 'S':
		return GroupOther
	}
	return ""
}

// IsValid tells whether code is one of the 16 national categories A to S: not Z, not 99.
func IsValid(code string) bool { return GroupOf(code) != "" }
