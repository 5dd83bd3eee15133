package register_test

import (
	"strings"
	"testing"

	"siequity/audit/register"
)

// Whatever a register holds: no row is lost unsaid, every fault has a file, a
// text and a hint, and what looks like a name is never repeated.
func FuzzRead(f *testing.F) {
	f.Add(panelHead + "2026/1,12/06/2026,P01,Midwife,E,White,No,Yes\n")
	f.Add(panelHead + "2026/1,31/06/2026,Zebedee Quillfeather,Midwife,E,White,No,Yes\n")
	f.Add("Ethnicity,1,2,3,4,5,Total\nWhite,1,2,*,4,5,12\n")
	f.Add("Organisation,Staff group,Trained,Eligible\nE,M,5,4\nTotal,,5,4\n")
	f.Add("Dimension,Measure,Count_Of,Final_value\nEthnicCategoryMotherGroup,White,Women,5\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := csv(t, text)
		for _, name := range []string{"panel", "training", "births"} {
			g := register.Read(map[string]string{name: path}, "")
			for _, file := range g.Files {
				entries := len(g.Panel) + len(g.Training)
				if file.Used > file.Rows || name != "births" && entries != file.Used {
					t.Errorf("%+v with %d entries", file, entries)
				}
				if name != "births" && file.Rows-file.Used > len(g.Faults) {
					t.Errorf("%d rows not used and %d faults", file.Rows-file.Used, len(g.Faults))
				}
			}
			for _, f := range g.Faults {
				if f.File == "" || f.What == "" || f.Hint == "" || strings.Contains(f.What+f.Hint, "Quillfeather") || f.ID == "register/name" && f.Text != "" {
					t.Errorf("%+v", f)
				}
			}
		}
	})
}
