package project

import "siequity/incidents/field"

// A Project is what siequity.yaml holds. The zero Project is a run without one.
type Project struct {
	File         string // name of the file, without its folder
	Dir          string // folder of siequity.yaml; relative paths start here
	Organisation string // trust whose exports these are, where the exports do not say
	System       string // LMNS or ICB the trust belongs to
	Period       string // see scope.ParsePeriod
	AsOf         string // day on which clocks are judged, 2026-07-31
	Inputs       []Input
	// Organisations gives other names and codes of a trust under the one to show.
	Organisations map[string][]string
	IMD           []string // files that give deprivation by LSOA
	Postcodes     string   // postcode directory
	Vintage       int      // 2019 or 2025; 0 when not chosen
	Births        string   // denominators
	Reports       string   // folder of investigation reports
	Rules         []string // packs of the user's own
	Terms         []string // consideration terms of the user's own
	History       []string // earlier submissions
	Registers     map[string]string
	Disclosure    string
	Out           string
	Ethnicity     Ethnicity
	IMDColumn     IMDColumn
	Scope         Scope
	Link          Link
}

// An Input is one export, or several that match a pattern.
type Input struct {
	File         string // a path, with * and ? as the shell knows them
	Source       string // "" recognises it
	Organisation string // trust of every record of it, where the export does not say
	Columns      field.Overrides
	Line         int // of siequity.yaml, for messages
}

// Ethnicity says how ethnic categories are read and grouped.
type Ethnicity struct {
	Chinese  string            // "nhs2001" (Other) or "census" (Asian)
	Grouping string            // "five", "sixteen" or "bam"
	Scheme   string            // "" or "lfpse": what the columns are known to hold
	Labels   map[string]string // local labels to national codes
}

// IMDColumn says what a deprivation column holds, where its values do not show it.
type IMDColumn struct {
	Kind     string // decile, quintile, rank
	MostIs   string // "first" (1 is most deprived) or "last"
	Declared bool
}

// Scope says more of which records count as maternity and neonatal.
type Scope struct {
	All           bool
	Terms, Others []string // words that mean maternity, and another specialty
	Only          bool     // these words and not the built-in ones, of each list that is given
	Organisations []string
}

// Link sets the windows of linkage, in days; -1 keeps the default.
type Link struct{ Days int }

// RegisterNames lists the registers that people keep by hand, in the order in
// which they are shown.
func RegisterNames() []string {
	return []string{"panel", "training", "sop", "lessons", "actions", "sharing", "positive"}
}

// Disclosures lists the ways of protecting small numbers.
func Disclosures() []string { return []string{"panel", "lt5", "nhse", "hes"} }
