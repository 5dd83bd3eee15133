package codes

import "testing"

func TestHarmWords(t *testing.T) {
	tests := map[HarmLevel][]string{
		HarmNone: {"No harm", "NONE", "no physical harm", "No psychological harm", "Negligible", "Insignificant", "no apparent harm",
			"No harm - impact prevented", "No Harm (Impact not prevented) - ran to completion but no harm occurred", "1 - None", "Nil", "None (no harm)", "Insignificant - no harm", "None/insignificant", "Did not cause harm", "No known harm"},
		HarmLow: {"Low", "low harm", "Low physical harm", "Minor", "Minimal harm", "2 Low",
			"Low (Minimal harm - patient required extra observation)", "Degree of harm: low", "LOWH", "Minor (low harm)", "Minor - 2", "Very low"},
		HarmModerate: {"Moderate", "moderate harm", "MEDIUM", "Moderate (Short term harm - further treatment needed)", "Level 3 - Moderate",
			"Moderate psychological harm", "mod", "Modrate", "moderat harm"},
		HarmSevere:        {"Severe", "HIGH", "4 - Major", "Severe (permanent or long term harm)", "severe physical harm", "Major", "Major (severe harm)", "High - severe", "Sever harm", "Permenant harm"},
		HarmDeath:         {"Death", "Fatal", "CATA", "Catastrophic", "Death (caused by the incident)", "D - Death", "died", "Death / Catastrophic", "Catastrohpic", "Intrauterine death"},
		HarmNearMiss:      {"Near miss", "near-miss", "NEARMISS", "Impact prevented", "Near miss - no harm", "Prevented incident"},
		HarmNotApplicable: {"Not applicable", "N/A", "No patient involved"},
		HarmMissing:       {"", "  ", "\u00a0", "Harm level missing", "Not known", "NULL", "TBC", "I don't know", "-", "#N/A", "N/K", "Awaiting outcome", "Not yet graded", "Under review"},
		HarmUnmapped: {"3", "1", "5.0", "Lowest", "Unexpected harm", "Harm", "No harm / Low harm", "Low / Moderate", "Moderate to severe", "Extreme",
			"Green", "nonesuch", "Deathly quiet", "?", "High dependency", "Minor injuries unit", "lower back pain", "Dead baby", "Low risk", "Low blood pressure", "Severe headache", "Moderate risk",
			"Death unrelated to the incident", "Major haemorrhage", "no lasting harm", "several", "not no harm"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := Harm(raw, HarmWords); got.Level != want {
				t.Errorf("%q: %s (%s), want %s", raw, got.Level, got.Why, want)
			}
		}
	}
}

func TestHarmNumbersRunBackwardsAndDiffer(t *testing.T) {
	tests := []struct {
		raw   string
		scale HarmScale
		want  HarmLevel
	}{
		{"5", HarmLFPSEPhysical, HarmNone}, {"4", HarmLFPSEPhysical, HarmLow}, {"3", HarmLFPSEPhysical, HarmModerate},
		{"2", HarmLFPSEPhysical, HarmSevere}, {"1", HarmLFPSEPhysical, HarmDeath}, {"1.0", HarmLFPSEPhysical, HarmDeath},
		{"4", HarmLFPSEPsychological, HarmNone}, {"3", HarmLFPSEPsychological, HarmLow}, {"2", HarmLFPSEPsychological, HarmModerate},
		{"1", HarmLFPSEPsychological, HarmSevere}, {"5", HarmLFPSEPsychological, HarmUnmapped},
		{"0", HarmLFPSEPhysical, HarmUnmapped}, {"6", HarmLFPSEPhysical, HarmUnmapped}, {"No physical harm", HarmLFPSEPhysical, HarmNone},
	}
	for _, tc := range tests {
		if got := Harm(tc.raw, tc.scale); got.Level != tc.want {
			t.Errorf("%q on %s: %s, want %s", tc.raw, tc.scale, got.Level, tc.want)
		}
	}
}

func TestWorst(t *testing.T) {
	if got := Worst(HarmUnmapped, HarmNone); got != HarmNone {
		t.Errorf("unmapped and none: %s", got)
	}
	if got := Worst(HarmSevere, HarmLow); got != HarmSevere {
		t.Errorf("severe and low: %s", got)
	}
}
