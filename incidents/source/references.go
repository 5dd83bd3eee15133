package source

import "siequity/incidents/field"

// systems are the words that name each system in a heading.
var systems = map[string][]string{
	"steis": {"steis", "sui$"},
	"datix": {"datix", "dciq", "inphase", "ulysses"},
	"lfpse": {"lfpse"},
	"mnsi":  {"mnsi", "hsib"},
	"pmrt":  {"pmrt", "mbrrace"},
}

// numberWords end the heading of a reference.
var numberWords = []string{"no$", "num", "ref$", "refs$", "reference", "id$"}

// notReferences are words beside which a number is another thing: of a person or a
// place, a count, a day, "no harm", or the record of another event.
var notReferences = []string{"!date", "!report", "!harm", "!patient", "!nhs$", "!hospital", "!handler", "!person", "!user", "!contact", "!staff", "!of$", "!categ", "!type", "!location", "!site",
	"!sever", "!grad", "!cause", "!code", "!link", "!relat", "!duplic", "!previous", "!status", "!phone", "!team", "!ward", "!notif", "!requir", "!suit", "!elig", "!incidents$", "!other"}

// numberOf tells how people head the references of a system: "HSIB/MNSI no",
// "StEIS log ref". A heading that names two systems does not say whose its numbers are. Numbers of the
// trust's own system seldom name it.
func numberOf(system string) [][]string {
	not := notReferences
	for other, words := range systems {
		for _, w := range words {
			if other != system {
				not = append(not[:len(not):len(not)], "!"+w)
			}
		}
	}
	var like [][]string
	for _, number := range numberWords {
		for _, w := range systems[system] {
			like = append(like, append([]string{w, number}, not...))
		}
		if system == "datix" {
			for _, w := range [][]string{{"local"}, {"internal"}, {"trust", "incident"}, {"incident"}} {
				like = append(like, append(append(w, number), not...))
			}
		}
	}
	if system == "datix" {
		like = append(like, append([]string{"trust", "ref$"}, not...), append([]string{"trust", "reference"}, not...))
	}
	return like
}

func references() []field.Field {
	return []field.Field{
		{Name: "steis_ref", Title: "StEIS number", Kind: field.Reference, Doc: "log number in StEIS",
			Headings: []string{"StEIS no", "StEIS number", "StEIS ref", "StEIS reference", "STEIS Log No", "StEIS ID", "STEIS", "StEIS log number"},
			Shapes:   []field.Shape{{Heads: "si no|si number|si ref|si reference|si id|si log|log no|log number|log ref", Beside: "si sui log no number ref reference id steis"}},
			Like:     numberOf("steis")},
		{Name: "datix_ref", Title: "DATIX reference", Kind: field.Reference, Doc: "reference in DATIX",
			Headings: []string{"Datix ref", "Datix reference", "Datix number", "Datix no", "Datix ID", "Datix", "Local incident reference", "Trust incident number", "Datix web ref", "Web number", "Local reference", "Trust reference", "Local trust incident ID", "Incident number", "Local ref", "Datix reference number", "Datix ref no", "Datix web no", "Datix web number", "DCIQ ID", "DCIQ reference", "DCIQ ref", "DCIQ number", "InPhase ID", "InPhase reference", "InPhase ref", "InPhase number", "IR1", "IR1 number", "IR1 no", "IR1 ref", "IR1 reference", "Ulysses ID", "Ulysses reference", "Ulysses ref", "Ulysses number", "W number", "W no"},
			Like:     numberOf("datix")},
		{Name: "lfpse_ref", Title: "LFPSE reference", Kind: field.Reference, Doc: "reference in LFPSE",
			Headings: []string{"LFPSE ref", "LFPSE reference", "LFPSE ID", "LFPSE number", "LFPSE no", "LFPSE unique ID", "LFPSE unique reference", "LFPSE incident ID", "LFPSE event ID", "LFPSE record ID", "LFPSE reference number"},
			Like:     numberOf("lfpse")},
		{Name: "mnsi_ref", Title: "MNSI reference", Kind: field.Reference, Doc: "reference of MNSI, formerly HSIB",
			Headings: []string{"MNSI ref", "MNSI reference", "HSIB ref", "HSIB reference", "MNSI number", "MNSI no", "HSIB/MNSI reference", "MNSI/HSIB reference", "MNSI case number", "HSIB number", "MNSI ID", "HSIB no"},
			Like:     numberOf("mnsi")},
		{Name: "pmrt_ref", Title: "PMRT case", Kind: field.Reference, Doc: "PMRT or MBRRACE-UK case number",
			Headings: []string{"PMRT ref", "PMRT case", "PMRT case ID", "PMRT number", "MBRRACE ID", "MBRRACE case ID", "MBRRACE-UK case", "PMRT ID", "PMRT reference", "MBRRACE ref", "PMRT/MBRRACE ID", "PMRT no", "MBRRACE number", "MBRRACE-UK ID"},
			Like:     numberOf("pmrt")},
	}
}
