package ethnicity

import "testing"

// TestDoubtKeepsTheGroup reads categories that whoever wrote them was not sure of: the category is only suggested, and
// the group is kept.
func TestDoubtKeepsTheGroup(t *testing.T) {
	tests := map[string][]string{
		"J": {"Pakistani tbc", "Pakistani (TBC)", "Pakistani - to be confirmed", "Pakistani (possible)", "Pakistani, suspected", "Possibly Pakistani", "query Pakistani", "Pakistani (?)", "J - tbc", "poss. Pakistani", "Looks Pakistani", "appears to be Pakistani", "Asian or Asian British - Pakistani (tbc)"},
		"H": {"Indian (unsure)", "Indian not sure", "Indian - needs checking", "I think Indian", "Indian might be", "Indian - unconfirmed", "Indian, not yet confirmed", "Indian? (tbc)"},
		"A": {"White British, presumably", "White British - prob", "White - British (unverified)", "A?"},
	}
	for code, raws := range tests {
		for _, raw := range raws {
			if got := Read(raw, Unknown, nil); got.Status != Ambiguous || got.Group != GroupOf(code) || got.Suggest != code {
				t.Errorf("%q: %s, group %q, suggests %q (%s), want %s in doubt", raw, got.Status, got.Group, got.Suggest, got.Why, code)
			}
		}
	}
}

// TestDoubtAboutNothing reads words of doubt without a category: they are a reason for having none.
func TestDoubtAboutNothing(t *testing.T) {
	for raw, want := range map[string]Status{"tbc": NotKnown, "Unsure": NotKnown, "Unconfirmed": NotKnown, "tbc at next visit": NotKnown, "Not known - tbc": NotKnown, "unknown?": NotKnown, "Refused?": NotStated, "Possibly": Invalid, "likely to be confirmed": NotKnown} {
		if got := Read(raw, Unknown, nil); got.Status != want {
			t.Errorf("%q: %s (%s), want %s", raw, got.Status, got.Why, want)
		}
	}
	for raw, want := range map[string]Status{"White ? British": Valid, "Irish - confirmed at booking": Valid} {
		if got := Read(raw, Unknown, nil); got.Status != want {
			t.Errorf("%q: %s (%s), want %s", raw, got.Status, got.Why, want)
		}
	}
}
