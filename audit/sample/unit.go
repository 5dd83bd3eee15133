package sample

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Label is what a record shows for one dimension.
type Label string

// The labels. No label at all is an empty text.
const (
	Considered    Label = "considered"
	Mentioned     Label = "mentioned"
	ExplicitlyNot Label = "explicitly_not"
	Absent        Label = "absent"
)

// Labels lists the labels, the strongest first.
func Labels() []Label { return []Label{Considered, ExplicitlyNot, Mentioned, Absent} }

// Dimensions lists what an investigation should have looked at, in the order
// of every array of three in this room.
func Dimensions() [3]string { return [3]string{"culture", "ethnicity", "language"} }

// Finding is the tool's own reading of one dimension of a case.
type Finding struct {
	Label Label `json:"label,omitempty"`
	// Evidence quotes the case's text, masked by the caller. It is shown in an
	// assisted proforma and never saved.
	Evidence []string `json:"-"`
}

// Unit is one case or record of the frame. It holds nothing that identifies
// the woman or her baby.
type Unit struct {
	// ID is lasting: the source and the record's own reference. A number that
	// the next run gives to another case would undo the draw.
	ID        string `json:"id"`
	Reference string `json:"reference"` // as its own system writes it
	// Organisation, Source, Ethnicity (group), Quintile ("1" most deprived),
	// Harm, Kind and Period may be empty: they then count as not recorded.
	Organisation string   `json:"organisation,omitempty"`
	Source       string   `json:"source,omitempty"`
	Ethnicity    string   `json:"ethnicity,omitempty"`
	Quintile     string   `json:"quintile,omitempty"`
	Harm         string   `json:"harm,omitempty"`
	Kind         string   `json:"kind,omitempty"`
	Period       string   `json:"period,omitempty"`
	Themes       []string `json:"themes,omitempty"`
	Fails        []string `json:"fails,omitempty"` // rules it fails
	// Findings are the tool's own, in the order of Dimensions.
	Findings [3]Finding `json:"findings"`
}

// By names what units are grouped or filtered by.
type By string

// The groupings. A unit has one value of each but themes and failed rules,
// which serve for filters and for cases taken with certainty, not for strata.
const (
	ByOrganisation By = "organisation"
	BySource       By = "source"
	ByEthnicity    By = "ethnicity"
	ByQuintile     By = "quintile"
	ByHarm         By = "harm"
	ByKind         By = "kind"
	ByPeriod       By = "period"
	ByTheme        By = "theme"
	ByFails        By = "fails"
)

// Groupings lists what strata can be made of.
func Groupings() []By {
	return []By{ByOrganisation, BySource, ByEthnicity, ByQuintile, ByHarm, ByKind, ByPeriod}
}

// NotRecorded stands for an empty value.
const NotRecorded = "not recorded"

// Value is the unit's value of a grouping, NotRecorded when it has none.
func (u *Unit) Value(by By) string {
	v := ""
	switch by {
	case ByOrganisation:
		v = u.Organisation
	case BySource:
		v = u.Source
	case ByEthnicity:
		v = u.Ethnicity
	case ByQuintile:
		v = u.Quintile
	case ByHarm:
		v = u.Harm
	case ByKind:
		v = u.Kind
	case ByPeriod:
		v = u.Period
	}
	if v == "" {
		return NotRecorded
	}
	return v
}

// Values is Value as a list, and the list itself where a unit may have several.
func (u *Unit) Values(by By) []string {
	switch by {
	case ByTheme:
		return u.Themes
	case ByFails:
		return u.Fails
	}
	return []string{u.Value(by)}
}

// CanonicalID is an id as it is hashed: normalised (NFC), trimmed, with single
// spaces. Its case is kept, so that anybody can hash the id as it is listed;
// two ids that differ only in case are refused as one given twice.
func CanonicalID(id string) string {
	if plainID(id) {
		return id
	}
	return strings.Join(strings.Fields(norm.NFC.String(id)), " ")
}

// plainID tells whether an id is canonical at a glance: printable ASCII
// without spaces, as nearly all are.
func plainID(id string) bool {
	for i := range len(id) {
		if id[i] <= ' ' || id[i] > '~' {
			return false
		}
	}
	return true
}
