package imd

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit/deprivation/area"
	"siequity/rules/codes"
)

// A quintile taken from the decile is the fifth that the rank itself gives, for
// every rank of both vintages.
func TestQuintileFromDecile(t *testing.T) {
	for _, v := range []Vintage{IMD2019, IMD2025} {
		n := v.Areas()
		for r := 1; r <= n; r++ {
			if got, want := codes.Quintile(codes.Decile(r, n)), (5*r+n-1)/n; got != want {
				t.Fatalf("IMD %d rank %d: quintile %d, want %d", v, r, got, want)
			}
		}
	}
}

func TestReadTable(t *testing.T) {
	const rank19, decile19 = "Index of Multiple Deprivation (IMD) Rank", "Index of Multiple Deprivation (IMD) Decile"
	const rank25 = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"
	const decile25 = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
	tests := []struct {
		name, file, text string
		vintage          Vintage
		rank, decile     int // of E01000001
	}{
		{"File 1 of 2019", "File_1.csv",
			"LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019)," + rank19 + "," + decile19 +
				"\nE01000001,Invented 001A,E09000001,Invented,29000,9\n", IMD2019, 29000, 9},
		{"File 1 of 2025", "File_1.csv",
			"LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024)," + rank25 + "," + decile25 +
				"\nE01000001,Invented 001A,E09000001,Invented,29000,9\n", IMD2025, 29000, 9},
		{"File 7 keeps the index apart from its domains", "File_7.csv",
			"LSOA code (2021),LSOA name (2021),Income Score (rate),Income Rank (where 1 is most deprived),Income Decile (where 1 is most deprived 10% of LSOAs)," +
				"Index of Multiple Deprivation (IMD) Score," + rank25 + "," + decile25 + ",Total population: mid 2022" +
				"\nE01000001,Invented 001A,0.1,5,1,12.3,29000,9,1500\n", IMD2025, 29000, 9},
		{"plain, vintage from the file name", "imd2019_lsoa11.csv", "lsoa,rank,decile\nE01000001,1,1\n", IMD2019, 1, 1},
		{"a title row above, thousands separators, a footer", "imd_2025.csv",
			"Indices\n\nlsoa_code,imd_rank,imd_decile\n\"E01000001\",\"29,000\",9\nSource: invented\n", IMD2025, 29000, 9},
		{"code and decile only", "iod2019.csv", "LSOA11CD,IMD Decile\nE01000001,4\n", IMD2019, 0, 4},
		{"code and rank only", "x.csv", "LSOA21CD,IMD Rank\nE01000001,3376\n", IMD2025, 3376, 2},
		{"vintage from a code of 2021", "x.csv", "lsoa,rank,decile\nE01000001,3376,2\nE01034001,10,1\n", IMD2025, 3376, 2},
		{"vintage from the user", "x.csv", "lsoa,rank,decile\nE01000001,3285,2\n", IMD2019, 3285, 2},
		{"year in the decile heading", "x.csv", "lsoa,imd25_rank,imd25_decile\nE01000001,3376,2\n", IMD2025, 3376, 2},
		{"a row with too few cells and a stray quote", "imd25.csv", "lsoa,name,rank,decile\nE01000002\nE01000003,the \"Elms,5,1\nE01000001,x,3376,2\n", IMD2025, 3376, 2},
		{"byte-order mark", "imd25.csv", "\ufefflsoa,rank,decile\nE01000001,3376,2\n", IMD2025, 3376, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, err := ReadTable(write(t, tt.file, tt.text), IMD2019)
			if err != nil {
				t.Fatal(err)
			}
			c, _ := area.Parse([]byte("E01000001"))
			rank, decile := table.Look(c)
			if table.Vintage != tt.vintage || rank != tt.rank || decile != tt.decile {
				t.Errorf("IMD %d rank %d decile %d, want IMD %d rank %d decile %d", table.Vintage, rank, decile, tt.vintage, tt.rank, tt.decile)
			}
		})
	}
}

func TestReadTableRefuses(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"Wales", "wimd2019.csv", "area code,rank,decile\nW01000001,1,1\n", "not English"},
		{"districts", "File_10.csv", "Local Authority District code (2019),x\nE06000001,1\n", "no columns for LSOA code"},
		{"districts under a code heading", "imd2019.csv", "code,IMD rank\nE06000001,1\n", "districts"},
		{"one domain only", "File_2.csv", "LSOA code (2019),Income Rank (where 1 is most deprived)\nE01000001,1\n", "no columns"},
		{"IMD 2015 by name", "imd2015.csv", "lsoa,rank,decile\nE01000001,1,1\n", "index of 2015"},
		{"words against codes", "imd2019.csv", "lsoa,rank,decile\nE01034001,1,1\n", "LSOA 2021"},
		{"deciles the other way round", "imd2019.csv", "lsoa,rank,decile\nE01000001,1,10\nE01000002,32000,1\nE01000003,3285,9\n", "other way"},
		{"empty", "imd2019.csv", "", "empty"},
		{"no rows", "imd2019.csv", "lsoa,rank,decile\n", "no row"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadTable(write(t, tt.file, tt.text), IMD2019)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestReadTableWarns(t *testing.T) {
	text := "lsoa,rank,decile\nE01000001,1,1\nE01000001,2,1\nE01000002,x,\nE01000003,99999,\nE01000004,1,7\nW01000001,5,1\nE01000001,1,1\n"
	table, err := ReadTable(write(t, "imd2019.csv", text), IMD2019)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"1 areas have a decile that their rank does not give; the decile column was used",
		"3 rows could not be used (no rank or decile, a rank out of range, or an area twice with different values), the first is row 4",
		"rows of other nations were left out",
		"the table has 2 of the 32844 areas of IMD 2019",
	}
	if d := cmp.Diff(want, table.Warnings); d != "" {
		t.Error(d)
	}
}

func TestReadTableWorkbook(t *testing.T) {
	f := excelize.NewFile()
	f.SetSheetName("Sheet1", "Notes")
	f.SetCellValue("Notes", "A1", "Notes on the invented index")
	f.NewSheet("IMD25")
	f.SetSheetRow("IMD25", "A1", &[]any{"LSOA code (2021)", "LSOA name (2021)", "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)",
		"Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOA)"})
	f.SetSheetRow("IMD25", "A2", &[]any{"E01000001", "Invented 001A", 29000, 9})
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	table, err := ReadTable(path, IMD2019)
	if err != nil {
		t.Fatal(err)
	}
	if table.Vintage != IMD2025 || table.Rows != 1 || table.Source.Member != "IMD25" {
		t.Errorf("IMD %d, %d rows, %s", table.Vintage, table.Rows, table.Source)
	}
}

func TestCarry(t *testing.T) {
	table, err := ReadTable(write(t, "imd2019.csv", "lsoa,rank,decile\nE01000001,1,1\nE01000002,2,1\nE01000003,30000,10\n"), IMD2019)
	if err != nil {
		t.Fatal(err)
	}
	fit, err := ReadExactFit(write(t, "fit.csv", "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND\n"+
		"E01000001,a,E01033801,b,S\nE01000001,a,E01033802,b,S\nE01000001,a,E01033803,b,M\nE01000002,a,E01033803,b,M\n"+
		"E01000002,a,E01033804,b,X\nE01000003,a,E01033804,b,X\nE01000009,a,E01033805,b,S\n"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		code         string
		rank, decile int
		err          error
	}{
		{"E01033801", 1, 1, nil},
		{"E01033803", 0, 1, nil}, // two parents of one decile: no single rank
		{"E01033804", 0, 0, ErrParentsDiffer},
		{"E01033805", 0, 0, ErrNoParents},
		{"E01033899", 0, 0, ErrNoParents},
	}
	for _, tt := range tests {
		c, _ := area.Parse([]byte(tt.code))
		rank, decile, err := fit.Carry(table, c)
		if rank != tt.rank || decile != tt.decile || err != tt.err {
			t.Errorf("%s: %d, %d, %v; want %d, %d, %v", tt.code, rank, decile, err, tt.rank, tt.decile, tt.err)
		}
	}
	if _, err := ReadExactFit(write(t, "not.csv", "lsoa,rank\nE01000001,1\n")); err == nil {
		t.Error("a file without both columns was taken")
	}
}

// The published tables, when they are at hand: every rank and decile read is the
// published one, the rule for deciles reproduces them all, and the published
// tables of 2015 and of the other nations are refused.
func TestPublishedTables(t *testing.T) {
	folder := os.Getenv("SIEQUITY_DATA")
	if folder == "" {
		t.Skip("SIEQUITY_DATA names no folder with the published tables")
	}
	folder = filepath.Join(folder, "imd")
	for file, v := range map[string]Vintage{"imd2019_lsoa11.csv": IMD2019, "imd2025_lsoa21.csv": IMD2025,
		"File_1_-_IMD2019_Index_of_Multiple_Deprivation.xlsx": IMD2019} {
		table, err := ReadTable(filepath.Join(folder, file), 0)
		if err != nil {
			t.Fatal(err)
		}
		if table.Vintage != v || !table.Complete() || len(table.Warnings) > 0 {
			t.Errorf("%s: IMD %d, %d rows, warnings %q", file, table.Vintage, table.Rows, table.Warnings)
		}
		compareWithPublished(t, table, filepath.Join(folder, map[Vintage]string{IMD2019: "imd2019_lsoa11.csv", IMD2025: "imd2025_lsoa21.csv"}[v]))
	}
	for _, file := range []string{"imd2015_lsoa11.csv", "wimd2019_lsoa11.csv", "simd2020_dz11.csv", "nimdm2017_soa01.csv", "lsoa21_name_icb24.csv"} {
		if table, err := ReadTable(filepath.Join(folder, file), IMD2019); err == nil {
			t.Errorf("%s was taken as IMD %d", file, table.Vintage)
		}
	}
	// without a word about its vintage, the table of 2015 is known by its last rank
	text, err := os.ReadFile(filepath.Join(folder, "imd2015_lsoa11.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTable(write(t, "table.csv", string(text)), IMD2019); err == nil {
		t.Error("IMD 2015 without its name was taken")
	}
}

func compareWithPublished(t *testing.T, table *Table, file string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		c, _ := area.Parse([]byte(r[0]))
		rank, decile := table.Look(c)
		if strconv.Itoa(rank) != r[1] || strconv.Itoa(decile) != r[2] || codes.Decile(rank, table.Vintage.Areas()) != decile {
			t.Fatalf("IMD %d %s: rank %d decile %d, published %s and %s", table.Vintage, r[0], rank, decile, r[1], r[2])
		}
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
