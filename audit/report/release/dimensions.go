package release

import (
	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/rules"
	"siequity/rules/codes"
)

// EthnicityRows lists the rows of a table by ethnic group: the groups, then what
// is not known, never merged into a group.
func EthnicityRows(o codes.Options) measure.Dimension {
	d := measure.Dimension{Name: "ethnicity", Title: "Ethnic group"}
	for _, b := range o.Buckets() {
		d.Values = append(d.Values, measure.Value{Key: b, Title: b})
	}
	for _, row := range []string{cases.RowNotStated, cases.RowNotKnown} {
		d.Values = append(d.Values, measure.Value{Key: row, Title: row})
	}
	return d
}

// IMDColumns lists the quintiles, most deprived first, and what has none.
func IMDColumns() measure.Dimension {
	return measure.Dimension{Name: "imd", Title: "IMD quintile (1 = most deprived)", Values: []measure.Value{
		{Key: "1", Title: "1 (most deprived)"}, {Key: "2", Title: "2"}, {Key: "3", Title: "3"}, {Key: "4", Title: "4"}, {Key: "5", Title: "5 (least deprived)"},
		{Key: cases.ColumnNoAbode, Title: "No fixed abode"}, {Key: cases.ColumnOutside, Title: "Outside England"}, {Key: cases.ColumnNoIMD, Title: "Not known"}}}
}

// HarmColumns lists the degrees of harm, worst first, and what has none.
func HarmColumns() measure.Dimension {
	return measure.Dimension{Name: "harm", Title: "Degree of harm", Values: []measure.Value{
		{Key: "death", Title: "Death"}, {Key: "severe", Title: "Severe"}, {Key: "moderate", Title: "Moderate"}, {Key: "low", Title: "Low"}, {Key: "none", Title: "None"},
		{Key: "near_miss", Title: "Near miss"}, {Key: "not_applicable", Title: "No patient"}, {Key: "missing", Title: "Not recorded"}, {Key: "unmapped", Title: "Not understood"}}}
}

// KindColumns lists the kinds of case, by the closest look that was taken.
func KindColumns() measure.Dimension {
	d := measure.Dimension{Name: "kind", Title: "Kind of case"}
	for _, k := range cases.Kinds() {
		d.Values = append(d.Values, measure.Value{Key: k, Title: k})
	}
	return d
}

// ThemeColumns lists the clinical themes of the packs.
func ThemeColumns(themes []rules.Theme) measure.Dimension {
	d := measure.Dimension{Name: "theme", Title: "Clinical theme"}
	for _, t := range themes {
		d.Values = append(d.Values, measure.Value{Key: t.ID, Title: t.Title})
	}
	d.Values = append(d.Values, measure.Value{Key: "none", Title: "No theme found"})
	return d
}

// ReportingColumns lists the classes by which over- and under-reporting are looked
// at.
func ReportingColumns() measure.Dimension {
	d := measure.Dimension{Name: "reporting", Title: "Harm reported"}
	for _, k := range []string{"no or low harm", "moderate harm", "severe harm or death", "harm not known"} {
		d.Values = append(d.Values, measure.Value{Key: k, Title: Capital(k)})
	}
	return d
}

// Capital begins a phrase with a capital letter.
func Capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-32) + s[1:]
}

// ConsideredColumns lists what investigations showed of one dimension.
func ConsideredColumns() measure.Dimension {
	d := measure.Dimension{Name: "consideration", Title: "What was found"}
	for _, c := range []string{count.ColumnEvidence, count.ColumnNoEvidence, count.ColumnNotAsked} {
		d.Values = append(d.Values, measure.Value{Key: c, Title: Capital(c)})
	}
	return d
}

// Named makes a dimension of names that stand for themselves.
func Named(name, title string, values []string) measure.Dimension {
	d := measure.Dimension{Name: name, Title: title}
	for _, v := range values {
		d.Values = append(d.Values, measure.Value{Key: v, Title: v})
	}
	return d
}
