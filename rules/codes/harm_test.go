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
		HarmMissing:       {"Harm not yet established", "Unable to determine", "Unclear", "", "  ", "\u00a0", "Harm level missing", "Not known", "NULL", "TBC", "I don't know", "-", "#N/A", "###", "N/K", "Awaiting outcome", "Not yet graded", "Under review"},
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

// A grade with words beside it that take it back, put it off or change it is not that grade.
func TestHarmTurned(t *testing.T) {
	tests := map[HarmLevel][]string{
		HarmNone: {"No harm - impact prevented", "No harm (impact not prevented)", "None - impact prevented", "No harm - prevented", "Regraded from moderate to no harm", "No harm, potential for harm", "No harm (could have been severe)"},
		HarmLow:  {"Severe - downgraded to low", "Moderate, downgraded to low at MDT 12/05", "Low (previously moderate)", "Initially severe, now low", "Low - downgraded from moderate", "Now low", "Low then low", "Low (minimal harm) - originally reported as severe"},
		HarmModerate: {"Changed from severe to moderate", "Severe harm revised to moderate harm", "Moderate (upgraded from low)", "Moderate harm (potentially avoidable)", "Moderate - escalated to consultant", "Moderate: ?PE, transferred", "Moderate harm - patient had severe bleeding",
			"Moderate physical harm: has limited or is likely to limit independence for less than 6 months, without meeting the criteria described under severe harm"},
		HarmSevere:   {"Was moderate now severe", "Severe - likely to have reduced life expectancy", "Severe - reduced life expectancy", "Final grade: severe", "Confirmed severe", "Severe harm to baby"},
		HarmDeath:    {"Death (could have been avoided)", "Death - potentially avoidable", "Death (caused by the incident)", "Fatal - the incident may have contributed to the death", "Upgraded to death", "Death - awaiting post mortem", "Still birth", "NND", "IUD", "Perinatal death", "Death of baby"},
		HarmNearMiss: {"Near miss - potential for severe harm", "Near miss"},
		HarmUnmapped: {"Severe harm avoided", "Severe harm prevented", "Moderate harm averted", "Death avoided", "Severe (potential)", "Severe - near miss", "Potential severe harm", "Could have been severe", "Risk of moderate harm", "Severe harm risk", "Severe harm could have occurred", "Severe harm may have been caused", "Nearly severe",
			"Severe?", "?severe", "? Severe", "Severe (?)", "Severe?? awaiting MDT", "Possible severe harm", "Severe (possibly)", "Severe - tbc", "Severe (to be confirmed)", "Moderate (provisional)", "Moderate - pending panel", "Moderate - under investigation", "No harm?", "Near miss?", "Severe, now low?",
			"Pending: severe", "Awaiting confirmation of severe", "Severe - downgraded", "Downgraded", "Upgraded from low", "Severe initially", "Severe, to be downgraded to low", "Request to downgrade to low", "Was severe", "Severe - downgraded to low then moderate?",
			"Severe/Death", "Severe or death", "Death/Severe", "Moderate to severe", "Low / no harm", "Minor/Moderate", "Major/Catastrophic", "Moderate harm to mother, severe harm to baby", "Severe leading to death", "Mother low; baby severe",
			"Death (not caused by the incident)", "Death not related to incident", "Severe harm - unrelated to care", "Severe harm did not occur"},
	}
	for want, raws := range tests {
		for _, raw := range raws {
			if got := Harm(raw, HarmWords); got.Level != want {
				t.Errorf("%q: %s (%s), want %s", raw, got.Level, got.Why, want)
			}
		}
	}
}

// Words of the scales have other uses behind "now" and "then": what a woman or a baby was like later is no later grade.
func TestHarmAfterwardsIsNoLaterGrade(t *testing.T) {
	tests := map[HarmLevel][]string{
		HarmModerate: {"Moderate harm; mother now low mood", "Moderate, baby now low risk", "Moderate harm then minor surgery", "Moderate harm. Latest low platelets", "Moderate harm (was severe), now low mood", "Severe, now graded moderate", "Moderate - was low risk at booking", "Severe initially, then moderate"},
		HarmSevere:   {"Severe harm - currently minor residual weakness", "Severe harm, now low dependency", "Severe harm: finally no injury to baby", "Severe harm now low-risk"},
		HarmLow:      {"Low harm, now deceased from other cause", "Downgraded from severe, now low", "Severe - current grade: low", "Severe - reduced to low", "Severe harm reduced to low harm", "Currently low", "Initially moderate harm, later low harm"},
		HarmUnmapped: {"Moderate harm, then no harm to baby", "Severe harm. Platelets now low", "Moderate harm; was bleeding, platelets now low", "Moderate harm, now minor", "Moderate harm, now severe", "Platelets now low", "Moderate harm. Pain initially severe, now mild", "Initially severe, now low mood",
			"Initially severe, now low/moderate", "Severe - downgraded to low dependency unit", "Severe (severe harm) - downgraded"},
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
		{"0", HarmLFPSEPhysical, HarmUnmapped}, {"2?", HarmLFPSEPhysical, HarmUnmapped}, {"?1", HarmLFPSEPhysical, HarmUnmapped}, {"6", HarmLFPSEPhysical, HarmUnmapped}, {"No physical harm", HarmLFPSEPhysical, HarmNone},
	}
	for _, tc := range tests {
		if got := Harm(tc.raw, tc.scale); got.Level != tc.want {
			t.Errorf("%q on %s: %s, want %s", tc.raw, tc.scale, got.Level, tc.want)
		}
	}
}
