package directory

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/deprivation/area"
)

// An entry is one invented postcode in words that any edition's columns can hold.
type entry struct{ pcds, terminated, user, grid, country, lsoa11, lsoa21, imd19, imd25 string }

var entries = []entry{
	{"ZY1 1AB", "", "0", "1", "E92000001", "E01000001", "E01000001", "10", "20"},
	{"ZY1 1AD", "199606", "1", "6", "E92000001", "E01000002", "E01033769", "30000", "33755"},
	{"ZY10 1AB", "", "0", "1", "S92000003", "S01006506", "S01013482", "4691", "4691"},
	{"ZY10 1AD", "", "0", "9", "L93000001", "L99999999", "L99999999", "0", "0"},
}

// cellOf fills a column of any edition.
func (e entry) cellOf(column string) string {
	out, in, _ := strings.Cut(e.pcds, " ")
	switch string(plainHeading([]byte(column))) {
	case "pcd", "pcd7":
		return fmt.Sprintf("%-*s%s", 4, out, in)
	case "pcd2", "pcd8":
		return fmt.Sprintf("%-*s%s", 5, out, in)
	case "pcds", "postcode":
		return e.pcds
	case "doterm":
		return e.terminated
	case "usertype", "usrtypind":
		return e.user
	case "osgrdind", "gridind":
		return e.grid
	case "lsoa11", "lsoa11cd", "lsoa2011":
		return e.lsoa11
	case "lsoa21", "lsoa21cd", "lsoa21code":
		return e.lsoa21
	case "lsoa01", "lsoa01cd":
		return "E01099999"
	case "imd", "imd20ind":
		return e.imd19
	case "imd25ind":
		return e.imd25
	}
	if strings.HasPrefix(strings.ToLower(column), "ctry") {
		return e.country
	}
	return "x"
}

// file writes the entries under the columns. quote is "" or a quotation mark.
func file(columns []string, headed bool, quote, newline string) string {
	var b strings.Builder
	line := func(cells []string) { b.WriteString(quote + strings.Join(cells, quote+","+quote) + quote + newline) }
	if headed {
		line(columns)
	}
	for _, e := range entries {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = e.cellOf(c)
		}
		line(cells)
	}
	return b.String()
}

// wantRows is what each edition can tell of the entries.
func wantRows(has11, has21, has19, has25, hasCountry bool) []Row {
	rows := []Row{
		{Nation: area.England, Grid: '1', Rank19: 10, Rank25: 20},
		{Nation: area.England, Grid: '6', Rank19: 30000, Rank25: 33755, Terminated: true, LargeUser: true},
		{Nation: area.Scotland, Grid: '1'},
		{Nation: area.ChannelIslands, Grid: '9'},
	}
	for i, e := range entries {
		if has11 {
			rows[i].LSOA11, _ = area.Parse([]byte(e.lsoa11))
		}
		if has21 {
			rows[i].LSOA21, _ = area.Parse([]byte(e.lsoa21))
		}
		if !has19 {
			rows[i].Rank19 = 0
		}
		if !has25 {
			rows[i].Rank25 = 0
		}
	}
	return rows
}

var editions = []struct {
	name, columns                string
	headed                       bool
	has11, has21, has19, has25ok bool
}{
	{"2021: the undated rank is not believed", "pcd,pcd2,pcds,dointr,doterm,oslaua,usertype,osgrdind,ctry,lsoa01,lsoa11,lat,long,imd,stp", true, true, false, false, false},
	{"2024", "pcd,pcd2,pcds,dointr,doterm,oslaua,usertype,osgrdind,ctry,lsoa01,lsoa11,lat,long,imd,icb,oa21,lsoa21", true, true, true, true, false},
	{"2025", "pcd7,pcd8,pcds,dointr,doterm,oslaua,usertype,osgrdind,ctry,lsoa01,lsoa11,lat,long,imd,icb,oa21,lsoa21", true, true, true, true, false},
	{"2026", "pcd7,pcd8,pcds,dointr,doterm,lad26cd,usrtypind,gridind,ctry26cd,lsoa01cd,lsoa11cd,imd20ind,lsoa21cd,imd25ind", true, true, true, true, true},
	{"a later year", "pcd7,pcd8,pcds,dointr,doterm,lad31cd,usrtypind,gridind,ctry31cd,lsoa11cd,imd20ind,lsoa21cd,imd25ind", true, true, true, true, true},
	{"NSPL", "pcd7,pcd8,pcds,dointr,doterm,usrtypind,gridind,ctry26cd,lsoa21cd,imd25ind", true, false, true, false, true},
	{"a plain table", "Postcode,LSOA 2011,lsoa_21_code,ctry,doterm,usertype,gridind", true, true, true, false, false},
	{"other order, capitals, postcode last", "LSOA21CD,CTRY25CD,GRIDIND,USRTYPIND,DOTERM,PCDS", true, false, true, false, false},
}

func TestEditions(t *testing.T) {
	for _, e := range editions {
		for _, quote := range []string{"", `"`} {
			for _, newline := range []string{"\n", "\r\n"} {
				text := "\ufeff" + file(strings.Split(e.columns, ","), e.headed, quote, newline)
				want := wantRows(e.has11, e.has21, e.has19, e.has25ok, true)
				if d := cmp.Diff(want, scanAll(t, save(t, "d.csv", []byte(text)))); d != "" {
					t.Errorf("%s, quote %q, newline %q: %s", e.name, quote, newline, d)
				}
			}
		}
	}
}

// gridall has no headings: 43 columns, an 8-character postcode first.
func gridall(lsoa11At, columns int) []string {
	list := make([]string, columns)
	for i := range list {
		list[i] = "filler"
	}
	list[0], list[1], list[3], list[10], list[11], list[12], list[25] = "pcd2", "pcds", "doterm", "usertype", "osgrdind", "ctry", "filler"
	list[lsoa11At] = "lsoa11"
	return list
}

func TestHeaderless(t *testing.T) {
	known := gridall(39, 43)
	want := wantRows(true, false, false, false, true)
	if d := cmp.Diff(want, scanAll(t, save(t, "gridall.csv", []byte(file(known, false, `"`, "\r\n"))))); d != "" {
		t.Error(d)
	}
	wider := gridall(39, 47)
	wider[44] = "lsoa21"
	want = wantRows(true, true, false, false, true)
	if d := cmp.Diff(want, scanAll(t, save(t, "gridall.csv", []byte(file(wider, false, "", "\n"))))); d != "" {
		t.Error("wider: ", d)
	}
}

func TestRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"not a directory", "lsoa,rank,decile\nE01000001,1,1\n", "no postcode column"},
		{"no area column", "pcds,doterm\nZY1 1AB,\n", "no column of LSOA codes"},
		{"headerless without areas", "ZY1 1AB,x\nZY1 1AD,y\n", "no headings"},
		{"UTF-16", "\xff\xfep\x00c\x00d\x00", "UTF-16"},
		{"empty", "", "no postcode column"},
		{"broken zip", "PK\x03\x04broken", "zip"},
	}
	for _, tt := range tests {
		_, err := Open(save(t, "d.csv", []byte(tt.text)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.csv")); err == nil || strings.Contains(err.Error(), "/") {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := Open(t.TempDir()); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a folder: %v", err)
	}
}

func TestZip(t *testing.T) {
	columns := strings.Split(editions[3].columns, ",")
	whole := file(columns, true, `"`, "\r\n")
	header, rows, _ := strings.Cut(whole, "\r\n")
	lines := strings.SplitAfter(rows, "\r\n")
	want := wantRows(true, true, true, true, true)
	tests := []struct {
		name, member string
		members      [][2]string
	}{
		{"as published", "Data/INVENTED_UK.csv", [][2]string{
			{"Documents/names.csv", strings.Repeat("LAD26CD,LAD26NM\nE06000001,Invented\n", 500)},
			{"Data/multi_csv/INVENTED_ZY.csv", whole},
			{"Data/INVENTED_UK.txt", whole},
			{"Data/INVENTED_UK.csv", whole}}},
		{"areas alone", "2 per-area files", [][2]string{
			{"Data/multi_csv/INVENTED_A.csv", header + "\r\n" + lines[0] + lines[1]},
			{"Data/multi_csv/INVENTED_B.csv", header + "\r\n" + lines[2] + lines[3]}}},
		{"one file without a folder", "x.CSV", [][2]string{{"x.CSV", whole}}},
	}
	for _, tt := range tests {
		path := save(t, "d.zip", zipped(t, tt.members))
		d, err := Open(path)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if d.Source.Member != tt.member {
			t.Errorf("%s: member %q, want %q", tt.name, d.Source.Member, tt.member)
		}
		if diff := cmp.Diff(want, scanAll(t, path)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	if _, err := Open(save(t, "d.zip", zipped(t, [][2]string{{"readme.csv", "a,b\n"}}))); err == nil {
		t.Error("a zip without a directory was taken")
	}
}

func TestCountsWhatCannotBeRead(t *testing.T) {
	text := "pcds,doterm,lsoa21cd\nZY1 1AB,,E01000001\n\nZY1 1AD\nnot a postcode,,E01000001\nZY10 1AB,,S01013482"
	h := scan(t, save(t, "d.csv", []byte(text)))
	if h.Rows != 5 || h.Odd != 1 || h.Torn != 1 || len(h.Hits) != 2 {
		t.Errorf("rows %d, odd %d, torn %d, hits %d", h.Rows, h.Odd, h.Torn, len(h.Hits))
	}
}

func TestScanStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	whole := file(strings.Split(editions[3].columns, ","), true, "", "\n")
	for _, path := range []string{save(t, "d.csv", []byte(whole)), save(t, "d.zip", zipped(t, [][2]string{{"d.csv", whole}}))} {
		d, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Scan(ctx, NewSet(nil)); !errors.Is(err, context.Canceled) {
			t.Errorf("a cancelled scan: %v", err)
		}
	}
}

// Whatever the text and wherever segments and blocks are cut, a scan finds what a
// csv parser finds line by line.
func FuzzScan(f *testing.F) {
	f.Add("pcds,doterm,lsoa21cd\nZY1 1AB,,E01000001\n\"ZY1 1AD\",\"199601\",\"E01000002\"\r\n", int64(7))
	f.Add("lsoa21cd,pcds\nE01000001,ZY1 1AB\n,\n", int64(1))
	f.Add("pcds,lsoa21cd\nZY1 1AB,E01000001", int64(64))
	f.Fuzz(func(t *testing.T, text string, segment int64) {
		if segment < 1 || segment > 1<<20 || len(text) > longestLine {
			t.Skip()
		}
		l, from, err := readLayout([]byte(text))
		if err != nil {
			t.Skip()
		}
		path := save(t, "d.csv", []byte(text))
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		s := &scanner{layout: l, set: wantedSet(), segment: segment}
		parts, err := s.scanFile(context.Background(), file, from, int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		whole, err := s.scanStream(context.Background(), strings.NewReader(text[from:]))
		if err != nil {
			t.Fatal(err)
		}
		parts.finish(l)
		whole.finish(l)
		for i := range whole.Hits {
			whole.Hits[i].at += from
		}
		if d := cmp.Diff(whole, parts, cmp.AllowUnexported(Hit{})); d != "" {
			t.Fatal(d)
		}
		compareWithParser(t, text, l, whole)
	})
}

func compareWithParser(t *testing.T, text string, l *layout, h *Harvest) {
	t.Helper()
	if l.delimiter != ',' || strings.Count(text, `"`) > 0 {
		return // the parsers differ by design on stray quotes
	}
	found := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		cells, err := csv.NewReader(strings.NewReader(line)).Read()
		if err == nil && len(cells) > l.last && wantedSet().Has(Pack([]byte(strings.TrimRight(cells[l.postcode], "\r\n")))) {
			found++
		}
	}
	if found != len(h.Hits) {
		t.Fatalf("%d hits, a csv parser finds %d", len(h.Hits), found)
	}
}

// The real headings and rows, when they are at hand.
func TestPublishedHeadings(t *testing.T) {
	folder := os.Getenv("SIEQUITY_DATA")
	if folder == "" {
		t.Skip("SIEQUITY_DATA names no folder with the published headings")
	}
	f, err := os.Open(filepath.Join(folder, "imd", "postcode_file_headers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name, count := "", 0
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			name = s.Text()
			continue
		}
		count++
		columns := strings.Split(s.Text(), ",")
		headed := !strings.Contains(name, "NO_HEADER")
		lower := strings.ToLower(s.Text())
		want := wantRows(strings.Contains(lower, "lsoa11"), strings.Contains(lower, "lsoa21"),
			strings.Contains(lower, "imd20ind") || strings.Contains(lower, ",imd,") && strings.Contains(lower, "lsoa21"),
			strings.Contains(lower, "imd25ind"), true)
		if d := cmp.Diff(want, scanAll(t, save(t, "d.csv", []byte(file(columns, headed, `"`, "\r\n"))))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	if count < 9 {
		t.Errorf("only %d headings", count)
	}
}

func TestPublishedRows(t *testing.T) {
	folder := os.Getenv("SIEQUITY_DATA")
	if folder == "" {
		t.Skip("SIEQUITY_DATA names no folder with published rows")
	}
	for _, name := range []string{"onspd_sample_oldheader_2024-08.csv", "onspd_sample_pcd7header_2025-08.csv"} {
		path := filepath.Join(folder, "imd", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := func(row []string, column string) string { return row[slices.Index(rows[0], column)] }
		var keys []Packed
		for _, r := range rows[1:] {
			keys = append(keys, Pack([]byte(at(r, "pcds"))))
		}
		d, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		h, err := d.Scan(context.Background(), NewSet(keys))
		if err != nil {
			t.Fatal(err)
		}
		if len(h.Hits) != len(rows)-1 || h.Odd+h.Torn > 0 {
			t.Fatalf("%s: %d hits of %d rows, %d odd, %d torn", name, len(h.Hits), len(rows)-1, h.Odd, h.Torn)
		}
		for i, hit := range h.Hits {
			r := rows[i+1]
			want11, _ := area.Parse([]byte(at(r, "lsoa11")))
			want21, _ := area.Parse([]byte(at(r, "lsoa21")))
			if hit.Row.LSOA11 != want11 || hit.Row.LSOA21 != want21 || hit.Row.Terminated != (at(r, "doterm") != "") ||
				string(hit.Row.Nation) != at(r, "ctry")[:1] || hit.Row.LargeUser != (at(r, "usertype") == "1") {
				t.Fatalf("%s row %d: %+v", name, i+2, hit.Row)
			}
		}
	}
}

func wantedSet() *Set {
	var keys []Packed
	for _, e := range entries {
		keys = append(keys, Pack([]byte(e.pcds)))
	}
	return NewSet(keys)
}

func scan(t *testing.T, path string) *Harvest {
	t.Helper()
	d, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := d.Scan(context.Background(), wantedSet())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func scanAll(t *testing.T, path string) []Row {
	t.Helper()
	var rows []Row
	for _, h := range scan(t, path).Hits {
		rows = append(rows, h.Row)
	}
	return rows
}

func save(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, members [][2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
