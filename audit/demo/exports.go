package demo

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	slashed = "02/01/2006"
	clocked = "02/01/2006 15:04:05"
)

// labels are the ways in which one DATIX words the national categories, with the
// variants and mistakes that people make.
var labels = map[string][]string{
	"A": {"White - British", "White British", "A", "A - White British", "White: English, Welsh, Scottish, Northern Irish or British"}, "B": {"White - Irish"}, "C": {"White - Any other White background", "White other", "CP"},
	"D": {"Mixed - White and Black Caribbean"}, "F": {"White & Asian"}, "H": {"Asian or Asian British - Indian", "Indian"}, "J": {"Asian or Asian British - Pakistani", "Pakistani", "J", "Asian/Asian British: Pakistani", "Pakastani"},
	"K": {"Bangladeshi", "Asian or Asian British - Bangladeshi"}, "L": {"Any other Asian background"}, "M": {"Black Caribbean"}, "N": {"Black African", "Black or Black British - African"}, "P": {"Any other Black background"},
	"R": {"Chinese"}, "S": {"Any other ethnic group", "Arab"}, "Z": {"Not stated", "Declined to answer", "Z"}, "99": {"Not known", "Unknown", "99", "Polish", "Asian"}, "": {""},
}

var lfpseCodes = map[string]string{"A": "11", "B": "12", "C": "13", "D": "21", "F": "23", "H": "31", "J": "32", "K": "33", "L": "35", "M": "42", "N": "41", "P": "43", "R": "34", "S": "51", "99": "52"}

func (e event) label() string {
	of := labels[e.ethnicity]
	return of[e.number%len(of)]
}

func (e event) datixRef() string { return fmt.Sprintf("WEB%d", e.trust.firstID+e.number) }
func (e event) steisRef() string { return fmt.Sprintf("2026/%d", 4000+7*e.number) }
func (e event) mnsiRef() string  { return fmt.Sprintf("MI-%06d", 41000+e.number) }
func (e event) pmrtRef() string  { return fmt.Sprintf("%d/1", 90100+e.number) }

// harmWords are how one trust grades harm; StEIS grades none.
var harmWords = map[string]string{"none": "No harm", "low": "Low (Minimal harm - extra observation)", "moderate": "Moderate (Short term harm - further treatment)", "severe": "Severe (Permanent or long term harm)", "death": "Death"}

// delimited writes rows as a CSV with the delimiter.
func delimited(comma rune, rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, true
	w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

// steis tells serious incidents as the national system exports them: several rows
// for a log number, the newest to be used, in Windows-1252.
func steis(events []event) ([]byte, error) {
	rows := [][]string{{"Log No", "Organisation reporting SI on STEIS", "Status", "Created on", "Date of Incident:", "Modified Date", "Location of Incident:", "Clinical Area:", "Type of Incident",
		"Patient Date of Birth", "Patient Ethnic Group:", "Description of what happened:", "Key Findings", "Local incident reference", "Internal Inverstigation Required"}}
	for _, e := range events {
		if !e.serious {
			continue
		}
		kind := "Maternity/Obstetric incident meeting SI criteria: mother only"
		if e.perinatal {
			kind = "Maternity/Obstetric incident meeting SI criteria: baby only (this include foetus, neonate and infant)"
		}
		row := func(status, modified, ethnicity string) []string {
			return []string{e.steisRef(), e.trust.name, status, e.reported.Add(10 * time.Hour).Format(clocked), e.date.Format(slashed), modified, e.kind.place, "Obstetrics", kind,
				e.born.Format(slashed), ethnicity, e.kind.sub + " \u2013 see findings.", e.text, e.datixRef(), "Yes"}
		}
		first := e.reported.AddDate(0, 0, 2).Format(slashed)
		if e.number%3 == 0 {
			rows = append(rows, row("Ongoing", first, ""))
		}
		rows = append(rows, row("Closed", first+";"+e.reported.AddDate(0, 2, 0).Format(slashed), e.label()))
	}
	rows = append(rows, []string{"2026/9901", trusts[0].name, "Ongoing", "03/03/2026 09:00:00", "02/03/2026", "03/03/2026", "Ward 12", "Orthopaedics", "Slips, trips and falls meeting SI criteria", "", "", "A fall.", "", "", "Yes"})
	return charmap.Windows1252.NewEncoder().Bytes(delimited(',', rows))
}

var datixHead = []string{"Ref", "Incident date", "Reported", "Reported by", "Category", "Sub-category", "Grade of harm", "Specialty", "Location (exact)", "Care group", "Approval status", "Role", "Ethnicity",
	"First language", "Interpreter required?", "NHS No.", "IMD decile (1 = most deprived)", "Investigation: was culture considered?", "Was the family's ethnicity considered?", "Was language considered?", "Description", "Lessons learned", "StEIS ref"}

// datixRows tells the events of one trust; some incidents have a second row for a
// member of staff, whose ethnicity must not be taken for the woman's.
func datixRows(events []event, t *trust) [][]string {
	var rows [][]string
	for _, e := range events {
		if e.trust != t {
			continue
		}
		approval, ref := "Finally approved", ""
		if e.rejected {
			approval = "Rejected"
		}
		if e.serious {
			ref = e.steisRef()
		}
		row := []string{e.datixRef(), e.date.Format(slashed), e.reported.Format(slashed), "Midwife on duty", e.kind.category, e.kind.sub, harmWords[e.harm], "Obstetrics", e.kind.place, team(e), approval, "Patient (mother)",
			e.label(), e.language, e.interpret, e.nhs, fmt.Sprint(e.decile), e.answers[0], e.answers[1], e.answers[2], e.text, "Shared at the safety huddle.", ref}
		rows = append(rows, row)
		if e.number%9 == 0 {
			staff := append([]string(nil), row...)
			staff[11], staff[12], staff[13], staff[14], staff[15], staff[16] = "Employee", "White - British", "", "", "", ""
			rows = append(rows, staff)
		}
	}
	other := make([]string, len(datixHead))
	copy(other, []string{fmt.Sprintf("WEB%d", t.firstID+900), "11/02/2026", "11/02/2026", "", "Slips and falls", "Fall on level", "Low", "Cardiology", "Ward 7", "Medicine", "Finally approved", "Patient", "White - British"})
	return append(rows, other)
}

func team(e event) string {
	if e.kind.place == "Neonatal Unit" {
		return "Neonatal"
	}
	if strings.Contains(e.kind.place, "Community") || strings.Contains(e.kind.place, "Clinic") {
		return "Community and antenatal"
	}
	return "Intrapartum"
}

// datixWorkbook is a listing under a cover sheet, a title and search criteria,
// with real dates in some cells and text in others, and a total at the foot.
func datixWorkbook(events []event, t *trust) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetName("Sheet1", "Search strategy")
	f.SetCellStr("Search strategy", "A1", "Maternity and neonatal incidents, January to June 2026")
	f.NewSheet("Listing")
	f.SetCellStr("Listing", "A1", t.name+" - Confidential")
	f.MergeCell("Listing", "A1", "H1")
	f.SetCellStr("Listing", "A3", "Criteria: incident date between 01/01/2026 and 30/06/2026")
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return nil, err
	}
	rows := append([][]string{datixHead}, datixRows(events, t)...)
	for i, row := range rows {
		if err := listingRow(f, i, row, style); err != nil {
			return nil, err
		}
	}
	last, err := excelize.CoordinatesToCellName(1, 5+len(rows))
	if err != nil {
		return nil, err
	}
	f.SetSheetRow("Listing", last, &[]any{"Total", len(rows) - 1})
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// listingRow writes a row below the criteria. Two dates in three are real dates;
// the others were typed.
func listingRow(f *excelize.File, i int, row []string, dateStyle int) error {
	cells := make([]any, len(row))
	for j, text := range row {
		cells[j] = text
		if day, err := time.Parse(slashed, text); err == nil && i%3 > 0 && (j == 1 || j == 2) {
			cells[j] = day
		}
	}
	at, err := excelize.CoordinatesToCellName(1, 5+i)
	if err != nil {
		return err
	}
	if err := f.SetSheetRow("Listing", at, &cells); err != nil {
		return err
	}
	from, _ := excelize.CoordinatesToCellName(2, 5+i)
	to, _ := excelize.CoordinatesToCellName(3, 5+i)
	return f.SetCellStyle("Listing", from, to, dateStyle)
}

// datixPage is the web report that DATIX saves under the name .xls.
func datixPage(events []event, t *trust) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<html><head><title>%s</title></head><body><h1>Incident listing</h1><table border=1>\n", html.EscapeString(t.name))
	for i, row := range append([][]string{datixHead}, datixRows(events, t)...) {
		cell := "td"
		if i == 0 {
			cell = "th"
		}
		b.WriteString("<tr>")
		for _, text := range row {
			fmt.Fprintf(&b, "<%s>%s</%s>", cell, html.EscapeString(text), cell)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table></body></html>\n")
	return []byte(b.String())
}

// lfpse tells the events of harm nationally: numbers for ethnicity and harm, one
// row per patient, older revisions beside newer ones; UTF-16 inside a zip.
func lfpse(events []event) ([]byte, error) {
	physical := map[string]string{"none": "5", "low": "4", "moderate": "3", "severe": "2", "death": "1"}
	rows := [][]string{{"Reference", "Revision", "TaxonomyVersion", "Patient no.", "Occurred Organisation Code", "T005 - Event Date", "CL001 - Event Type", "L003 - Service Area", "P007 - Age Range", "OT001 - Physical harm",
		"OT002 - Psychological harm", "PatientEthnicity", "F001 - Describe what happened", "CL021 - Reference Number (Optional)"}}
	for _, e := range events {
		if e.harm == "none" || e.rejected {
			continue
		}
		row := func(revision, patient, age, harm, ethnicity string) []string {
			return []string{fmt.Sprintf("INC-%05d", 20000+e.number), revision, "5", patient, e.trust.code, e.date.Format("2006-01-02") + "T09:30:00+00:00", "Incident", "Maternity services (inpatient or community) {~@~} Midwifery", age, harm, "4",
				ethnicity, e.text, e.datixRef()}
		}
		if e.number%5 == 0 {
			rows = append(rows, row("1", "1", "26 to 35", "5", ""))
		}
		rows = append(rows, row("2", "1", "26 to 35", physical[e.harm], lfpseCodes[e.ethnicity]))
		if e.kind.place == "Neonatal Unit" {
			rows = append(rows, row("2", "2", "0 to 14 days", physical[e.harm], ""))
		}
	}
	rows = append(rows, []string{"INC-99001", "1", "5", "1", trusts[0].code, "2026-03-01", "Good care", "Maternity services (inpatient or community)", "26 to 35", "", "", "11", "The team was kind.", ""})
	text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(delimited(',', rows))
	if err != nil {
		return nil, err
	}
	return zipped("lfpse_release.csv", text)
}

func zipped(name string, data []byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// mnsi is the tracker that the trusts keep of national investigations.
func mnsi(events []event) []byte {
	rows := [][]string{{"MNSI reference", "Trust", "Date of incident", "Date referred to MNSI", "Accepted", "Family consent", "Referral criteria", "Ethnicity", "First language", "StEIS No", "Findings"}}
	for _, e := range events {
		if e.national {
			rows = append(rows, []string{e.mnsiRef(), e.trust.name, e.date.Format("2 Jan 2006"), e.reported.AddDate(0, 0, 3).Format("2 Jan 2006"), "Yes", "Yes", e.kind.sub, e.label(), e.language,
				strings.Replace(e.steisRef(), "/", "-0", 1), "The Mother received care at the Trust. " + e.text})
		}
	}
	return delimited('|', rows)
}

// pmrt is the summary list, which holds every death notified, a termination too.
func pmrt(events []event) []byte {
	rows := [][]string{{"PMRT case ID", "Trust", "Type of death", "Gestation", "Date of birth", "Date of death", "Date notified", "Suitable for PMRT", "Reason not suitable", "Review started", "Report published", "Parents told of review",
		"Parents' views sought", "Parents' comments received", "External member present", "Grade 1", "Grade 2", "Grade 3", "Mother's ethnicity", "Datix ref", "Issues"}}
	for _, e := range events {
		if !e.perinatal {
			continue
		}
		after := func(days int) string { return e.date.AddDate(0, 0, days).Format(slashed) }
		published, second := after(150+e.number%60), ""
		if e.number%4 == 0 {
			published = ""
		}
		if e.kind.death == "Neonatal death" {
			second = "A"
		}
		rows = append(rows, []string{e.pmrtRef(), e.trust.name, e.kind.death, fmt.Sprintf("%d+%d", 26+e.number%14, e.number%7), e.date.Format(slashed), e.date.Format(slashed), after(1 + e.number%9), "Yes", "", after(20 + e.number%50), published,
			"Yes", yes(e.number%8 > 0), yes(e.number%2 == 0), yes(e.number%3 > 0), string(rune('A' + e.number%3)), second, "B", e.label(), e.datixRef(), e.text})
	}
	rows = append(rows, []string{"99001", trusts[0].name, "Termination of pregnancy", "22+0", "04/03/2026", "04/03/2026", "06/03/2026", "No", "Termination", "", "", "", "", "", "", "", "", "", "Not stated", "", ""})
	return append([]byte("\xef\xbb\xbf"), delimited(';', rows)...)
}

func yes(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}
