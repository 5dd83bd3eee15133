package link_test

import (
	"fmt"
	"time"

	"siequity/audit/link"
)

func Example() {
	day := link.DayOf(time.Date(2026, 5, 14, 0, 0, 0, 0, time.UTC))
	records := []link.Record{
		{Source: link.StEIS, Own: "2026/10432", Event: day},
		{Source: link.Datix, Own: "WEB48213", Event: day, Cited: []link.Citation{{System: link.StEIS, Text: "StEIS no. 2026-010432"}}},
		{Source: link.PMRT, Own: "91234/1", Event: day + 3, Birth: day, NHS: [2]uint64{link.NumberKey("943 476 5919")}},
		{Source: link.LFPSE, Own: "LF-00A1", Event: day, NHS: [2]uint64{link.NumberKey("9434765919")}},
	}
	result := link.Cases(records, link.DefaultOptions())
	fmt.Println(result.Count, "cases:", result.Case)
	for _, l := range result.Links {
		fmt.Println(l.Words(records))
	}
	// Output:
	// 2 cases: [0 0 1 1]
	// the DATIX record names the StEIS reference; same day
	// the PMRT and LFPSE records have the same NHS number; same day
}
