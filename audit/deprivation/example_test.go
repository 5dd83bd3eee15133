package deprivation_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"siequity/audit/deprivation"
	"siequity/audit/deprivation/area"
)

func Example() {
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			panic(err)
		}
		return path
	}
	lookup, err := deprivation.Open(deprivation.Config{
		Vintage:   deprivation.IMD2019,
		IMD:       []string{file("imd2019.csv", "lsoa,rank,decile\nE01000001,3285,2\n")},
		Postcodes: []string{file("invented.csv", "pcds,doterm,lsoa11cd\nZY1 1AB,199901,E01000001\n")},
	})
	if err != nil {
		panic(err)
	}
	var wanted deprivation.Wanted
	key := wanted.Add("zy1 1ab") // while the record is decoded
	if err := lookup.Resolve(context.Background(), &wanted); err != nil {
		panic(err)
	}
	place := deprivation.Choose(
		deprivation.Place{},                 // the export's own column is blank here
		lookup.LSOA("", area.UnknownCensus), // so is its LSOA
		lookup.Postcode(key),                // the postcode settles it
	)
	fmt.Println(place.Words())
	// Output: IMD 2019: matched_terminated, decile 2, quintile 1 (1 = most deprived), rank 3285 of 32844, by the LSOA 2011 of the postcode; postcode no longer in use
}
