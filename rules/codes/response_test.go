package codes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadResponse(t *testing.T) {
	type kinds = []LearningResponse
	tests := map[string]kinds{
		"PSII": {ResponsePSII}, "Patient Safety Incident Investigation": {ResponsePSII},
		"AAR": {ResponseAAR}, "After-action review": {ResponseAAR}, "SWARM huddle": {ResponseSwarm}, "Hot debrief": {ResponseSwarm},
		"MDT review": {ResponseMDT}, "Round Table Review": {ResponseMDT}, "Thematic review": {ResponseThematic},
		"RCA (serious incident)": {ResponseSI}, "Level 3 - Internal Route Cause Analysis": {ResponseSI}, "SI": {ResponseSI},
		"72hr review, then AAR": {Response72h, ResponseAAR}, "HSIB": {ResponseMNSI}, "MNSI & PMRT": {ResponseMNSI, ResponsePMRT},
		"Structured Judgement Review": {ResponseSJR}, "None": {ResponseNone}, "TBC": {ResponseMissing}, "": {ResponseMissing},
		"No PSII required": {ResponseNone}, "AAR (not PSII)": {ResponseAAR}, "Does not meet PSII criteria": {ResponseNone}, "Not for PSII, MDT review": {ResponseMDT},
		"Complaint": {ResponseUnmapped}, "Simulation": {ResponseUnmapped},
	}
	for raw, want := range tests {
		if diff := cmp.Diff(want, ReadResponse(raw).Kinds); diff != "" {
			t.Errorf("%q: %s", raw, diff)
		}
	}
}
