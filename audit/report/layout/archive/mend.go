package archive

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

var (
	contentDefault = regexp.MustCompile(`<Default [^>]*></Default>`)
	scatterX       = regexp.MustCompile(`<xVal><strRef>(.*?)</strRef></xVal>`)
	emptyTitleText = regexp.MustCompile(`<spPr></spPr><txPr><a:bodyPr[^>]*></a:bodyPr><a:p></a:p></txPr></title>`)
	categoryAxis   = regexp.MustCompile(`(?s)<catAx>.*?</catAx>`)
	valueAxis      = regexp.MustCompile(`(?s)<valAx>.*?</valAx>`)
)

// Mend puts right what excelize leaves to chance or gets wrong, part by part.
// Each is a small replacement in the XML that excelize writes; where a later
// version writes something else the replacement finds nothing and does no harm.
func Mend(name string, part []byte) []byte {
	switch {
	case name == "[Content_Types].xml":
		// Written in the order of a map, so that two runs differ.
		return inOrder(part, contentDefault)
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mendSheet(part)
	case strings.HasPrefix(name, "xl/charts/chart"):
		return mendChart(part)
	}
	return part
}

// inOrder sorts the matches of a pattern and leaves all else where it is.
func inOrder(part []byte, pattern *regexp.Regexp) []byte {
	found := pattern.FindAll(part, -1)
	slices.SortFunc(found, bytes.Compare)
	i := -1
	return pattern.ReplaceAllFunc(part, func([]byte) []byte {
		i++
		return found[i]
	})
}

// mendSheet takes back the claim that a filter is at work where there are only
// its arrows.
func mendSheet(part []byte) []byte {
	head := part[:min(len(part), 2000)]
	if i := bytes.Index(head, []byte(` filterMode="true"`)); i >= 0 {
		return append(bytes.Clone(part[:i]), part[i+len(` filterMode="true"`):]...)
	}
	return part
}

// mendChart calls the numbers along a scatter chart numbers and not words, lets
// the title of an upright axis stand upright, and puts the axes of bars that lie
// down where their titles say.
func mendChart(part []byte) []byte {
	part = bytes.Replace(part, []byte(`<lang val="en-US">`), []byte(`<lang val="en-GB">`), 1)
	part = scatterX.ReplaceAll(part, []byte(`<xVal><numRef>$1</numRef></xVal>`))
	part = emptyTitleText.ReplaceAll(part, []byte(`<spPr></spPr></title>`))
	if bytes.Contains(part, []byte(`<barDir val="bar">`)) {
		part = categoryAxis.ReplaceAllFunc(part, func(b []byte) []byte {
			b = bytes.Replace(b, []byte(`<axPos val="t">`), []byte(`<axPos val="l">`), 1)
			return bytes.Replace(b, []byte(`rot="0" spcFirstLastPara="false">`), []byte(`rot="-5400000" spcFirstLastPara="false" vert="horz">`), 1)
		})
		part = valueAxis.ReplaceAllFunc(part, func(b []byte) []byte {
			b = bytes.Replace(b, []byte(`<axPos val="l">`), []byte(`<axPos val="b">`), 1)
			b = bytes.Replace(b, []byte(`<crosses val="autoZero">`), []byte(`<crosses val="max">`), 1)
			return bytes.Replace(b, []byte(`rot="-5400000"`), []byte(`rot="0"`), 1)
		})
	}
	return part
}
