package report

import (
	"siequity/audit"
	"siequity/audit/measure"
	"siequity/rules"
	"siequity/rules/codes"
)

// ethnicityRows lists the rows of a table by ethnic group: the groups, then what
// is not known, never merged into a group.
func ethnicityRows(o codes.Options) measure.Dimension {
	d := measure.Dimension{Name: "ethnicity", Title: "Ethnic group"}
	for _, b := range o.Buckets() {
		d.Values = append(d.Values, measure.Value{Key: b, Title: b})
	}
	for _, row := range []string{audit.RowNotStated, audit.RowNotKnown} {
		d.Values = append(d.Values, measure.Value{Key: row, Title: row})
	}
	return d
}

// imdColumns lists the quintiles, most deprived first, and what has none.
func imdColumns() measure.Dimension {
	return measure.Dimension{Name: "imd", Title: "IMD quintile (1 = most deprived)", Values: []measure.Value{
		{Key: "1", Title: "1 (most deprived)"}, {Key: "2", Title: "2"}, {Key: "3", Title: "3"}, {Key: "4", Title: "4"}, {Key: "5", Title: "5 (least deprived)"},
		{Key: audit.ColumnNoAbode, Title: "No fixed abode"}, {Key: audit.ColumnOutside, Title: "Outside England"}, {Key: audit.ColumnNoIMD, Title: "Not known"}}}
}

func harmColumns() measure.Dimension {
	return measure.Dimension{Name: "harm", Title: "Degree of harm", Values: []measure.Value{
		{Key: "death", Title: "Death"}, {Key: "severe", Title: "Severe"}, {Key: "moderate", Title: "Moderate"}, {Key: "low", Title: "Low"}, {Key: "none", Title: "None"},
		{Key: "near_miss", Title: "Near miss"}, {Key: "not_applicable", Title: "No patient"}, {Key: "missing", Title: "Not recorded"}, {Key: "unmapped", Title: "Not understood"}}}
}

func kindColumns() measure.Dimension {
	d := measure.Dimension{Name: "kind", Title: "Kind of case"}
	for _, k := range audit.CaseKinds() {
		d.Values = append(d.Values, measure.Value{Key: k, Title: k})
	}
	return d
}

func themeColumns(themes []rules.Theme) measure.Dimension {
	d := measure.Dimension{Name: "theme", Title: "Clinical theme"}
	for _, t := range themes {
		d.Values = append(d.Values, measure.Value{Key: t.ID, Title: t.Title})
	}
	d.Values = append(d.Values, measure.Value{Key: "none", Title: "No theme found"})
	return d
}

func reportingColumns() measure.Dimension {
	d := measure.Dimension{Name: "reporting", Title: "Harm reported"}
	for _, k := range []string{"no or low harm", "moderate harm", "severe harm or death", "harm not known"} {
		d.Values = append(d.Values, measure.Value{Key: k, Title: capital(k)})
	}
	return d
}

func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-32) + s[1:]
}

// sourceTitles names the sources for readers.
func sourceTitle(source string) string {
	for _, t := range audit.Tables() {
		if t.Source == source {
			return t.Title
		}
	}
	return source
}
