package archive_test

import (
	"testing"

	"siequity/audit/report/layout/archive"
)

func TestMendParts(t *testing.T) {
	const title = `<bodyPr rot="0" spcFirstLastPara="false">`
	for _, c := range []struct{ what, name, part, want string }{
		{"kinds of picture in order", "[Content_Types].xml", `<Types><Default b></Default><Default a></Default><Override/></Types>`, `<Types><Default a></Default><Default b></Default><Override/></Types>`},
		{"a filter with nothing hidden", "xl/worksheets/sheet1.xml", `<worksheet><sheetPr filterMode="true"><pageSetUpPr/>`, `<worksheet><sheetPr><pageSetUpPr/>`},
		{"numbers along a scatter chart", "xl/charts/chart1.xml", `<xVal><strRef><f>A1:A2</f></strRef></xVal><cat><strRef></strRef></cat>`, `<xVal><numRef><f>A1:A2</f></numRef></xVal><cat><strRef></strRef></cat>`},
		{"an empty text that turns a title", "xl/charts/chart1.xml", `<spPr></spPr><txPr><a:bodyPr rot="0"></a:bodyPr><a:p></a:p></txPr></title>`, `<spPr></spPr></title>`},
		{"bars that lie down", "xl/charts/chart1.xml",
			`<barDir val="bar"><catAx><axPos val="t">` + title + `</catAx><valAx><axPos val="l"><r rot="-5400000"><crosses val="autoZero"></valAx>`,
			`<barDir val="bar"><catAx><axPos val="l"><bodyPr rot="-5400000" spcFirstLastPara="false" vert="horz"></catAx><valAx><axPos val="b"><r rot="0"><crosses val="max"></valAx>`},
		{"bars that stand", "xl/charts/chart1.xml", `<barDir val="col"><catAx><axPos val="b"></catAx>`, `<barDir val="col"><catAx><axPos val="b"></catAx>`},
		{"another part", "xl/workbook.xml", `<Default b></Default><Default a></Default> filterMode="true"`, `<Default b></Default><Default a></Default> filterMode="true"`},
	} {
		if got := string(archive.Mend(c.name, []byte(c.part))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}
