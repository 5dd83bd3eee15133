package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/export/dialect"
)

func TestPage(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
		faults     []string
	}{
		{"plain", "<html><body><table><tr><th>a<th>b</tr><tr><td>1</td><td></td></tr></table>", []string{"1|t:a|t:b", "2|t:1|-"}, nil},
		{"entities and spaces", "<table><tr><td> a &amp;\r\n <b>b</b>c&nbsp;&pound; </td></tr></table>", []string{"1|t:a & bc\u00a0£"}, nil},
		{"line breaks", "<TABLE><TR><TD>one<BR>two<br/> three</TD></TR></TABLE>", []string{"1|t:one\ntwo\nthree"}, nil},
		{"colspan", `<table><tr><td colspan="3">Title</td></tr><tr><td>a<td>b<td>c</table>`, []string{"1|t:Title|-|-", "2|t:a|t:b|t:c"}, nil},
		{"rowspan", `<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e<tr><td>f<td>g</table>`, []string{"1|t:a|t:b|t:c", "2|t:d|t:b|t:e", "3|t:f|t:g"}, []string{"merged-cells 1:B"}},
		{"two tables", "<table><tr><td>Title</table><p>x</p><table><tr><td>a<tr><td>1</table>", []string{"1|t:Title", "2|t:a", "3|t:1"}, nil},
		{"table laid out by another", "<table><tr><td> <table><tr><td>a<td>b</tr></table></td></tr></table>", []string{"2|t:a|t:b"}, nil},
		{"table within a cell", "<table><tr><td>1<td>x<table><tr><td>p<td>q</table><td>2</table>", []string{"1|t:1|t:x\np q|t:2"}, nil},
		{"hidden row", `<table><tr style="Display: none"><td>a<tr><td>b</table>`, []string{"1 hidden|t:a", "2|t:b"}, nil},
		{"script", "<html><script>if (a<b) '<table><tr><td>no'</script><table><tr><td>a<style>x</style></table>", []string{"1|t:a"}, nil},
		{"cut short", "<table><tr><td>a</td></tr><tr><td>b", []string{"1|t:a", "2|t:b"}, []string{"broken-page 2"}},
		{"Windows-1252", "<meta charset=windows-1252><table><tr><td>Zo\xeb &ndash; \x80</table>", []string{"1|t:Zoë – €"}, nil},
		{"bad span", `<table><tr><td colspan="-1" rowspan="x">a<td colspan="99999999">b<td>c</table>`, []string{"1|t:a|t:b" + strings.Repeat("|-", 999) + "|t:c"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, "report.xls", []byte(c.text))
			if f.Format != HTML {
				t.Fatalf("format %s", f.Format)
			}
			got, faults, err := kinds(t, f.Tables[0], Range{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, ids(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPageUTF16(t *testing.T) {
	f := open(t, "report.xls", append([]byte{0xFF, 0xFE}, wide("<table><tr><td>a</td></tr></table>")...))
	got, _, err := kinds(t, f.Tables[0], Range{Width: 2})
	if diff := cmp.Diff([]string{"1|t:a|-"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestPageBounds(t *testing.T) {
	row := "<tr>" + strings.Repeat("<td colspan=1000>", 1_000_000)
	f := open(t, "report.xls", []byte("<table>"+row+"</table>"))
	got, faults, err := kinds(t, f.Tables[0], Range{From: 1})
	if err != nil || len(got) != 0 || len(faults) != 1 {
		t.Errorf("%d rows, %d faults, %v", len(got), len(faults), err)
	}
	f = open(t, "report.xls", []byte("<table><tr><td>"+strings.Repeat("word ", dialect.MaxRecord/4)+"</table>"))
	_, _, err = kinds(t, f.Tables[0], Range{})
	checkFault(t, err, "export/record-too-long", "report.xls")
}

// FuzzHTML feeds anything as a page: no crash, and never more rows or cells than the page has tags and spans for.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<table><tr><td>a</table>", "<table><tr><td rowspan=3 colspan=2>a<tr><td>b", "<table><td><table><tr><td>x</table>y", "<tr><th>&#0;\xff</td></table></table>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		path := write(t, "a.xls", []byte("<html>"+s))
		file, err := Open(path)
		if err != nil {
			return
		}
		defer file.Close()
		if file.Format != HTML {
			return
		}
		tags := strings.Count(s, "<")
		n := 0
		for _, table := range file.Tables {
			rows, _, err := kinds(t, table, Range{})
			if err != nil {
				return
			}
			for _, r := range rows {
				n++
				if cells := strings.Count(r, "|-") + strings.Count(r, "|t:"); cells > maxColumns+strings.Count(s, "|") {
					t.Fatalf("%d cells", cells)
				}
			}
		}
		if n > tags {
			t.Fatalf("%d rows of %d tags", n, tags)
		}
	})
}
