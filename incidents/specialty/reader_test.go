package specialty

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var careNames = map[Care]string{Nothing: "nothing", Maternity: "maternity", Other: "other", Little: "little", Shared: "shared"}

// reads holds what the texts of a line, parted by bars, are read as in a column.
type reads struct {
	in    Column
	want  string
	texts string
}

func check(t *testing.T, r *Reader, tests []reads) {
	t.Helper()
	for _, tt := range tests {
		want, got := map[string]string{}, map[string]string{}
		for _, text := range strings.Split(tt.texts, "|") {
			want[text], got[text] = tt.want, careNames[r.Read(text, tt.in)]
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("in column %d (-want +got)\n%s", tt.in, d)
		}
	}
}

func TestSpecialties(t *testing.T) {
	check(t, New(Own{}), []reads{
		{Specialties, "maternity", "Obstetrics|OBSTETRICS|Maternity|Midwifery|Neonatology|Antenatal|Ante-natal|Ante natal|Post-natal|Neo-natal|Peri-natal|Obs & Gynae|Obs/Gynae|O&G|O & G|OBGYN|Gynae/Obs|Obstetrics & Gynaecology|501 Obstetrics|OBS|MATOBS|NEO|Fetal Medicine|Well Baby Service"},
		{Specialties, "maternity", "Obstretrics|Matermity|Maternty|Obstetircs|Neonatel|Midwifary|Antinatal|Ceasarean section|Caesarian section|L/W|LW|L.W.|DS|D/S|CDS|MLU|ANC|PN ward|P/N Ward|NICU|N.I.C.U.|SCBU|NNU|EPU|EPAU|E.P.A.U"},
		{Specialties, "maternity", "Intrauterine death|Intra-uterine death|Cord prolapse|Third degree tear|3rd degree tear|3rd/4th degree tear|HIE|Born before arrival|LSCS delay|Perinatal Mental Health"},
		{Specialties, "other", "Cardiology|Non-obstetric ultrasound|Non obstetric ultrasound|Gynaecology|Gynae Oncology|Paediatrics|ED|A&E|T&O|ENT|Breast|Gynaecology (women's health)|Surgery (excl. obstetrics)|Not maternity|ORTH|Theatres|Gyneacology|Postnasal drip clinic chest"},
		{Specialties, "nothing", "Labour shortage on the ward|Shortage of labour|Maternity/paternity leave|Pregnant staff|Staff pregnancy|Visitor with baby|Maternity leave cover|Labour pool staffing|Labour (industrial)|Materials management|Paternity|Ward B|Day 7"},
		{Specialties, "little", "Womens Services|Women's Services|Women\u2019s and Children's|Women & Children|Hospital|TBC|-|501|Acute, general or specialist services (including inpatient, ED, outpatient and 'outsourced hospital care')|I don't know"},
	})
}

func TestEvents(t *testing.T) {
	check(t, New(Own{}), []reads{
		{Events, "maternity", "PPH|Post-partum haemorrhage|Postpartum heamorrhage|Shoulder dystocia|Pre-eclampsia|Eclamptic fit|Uterine rupture|Neonatal death|Still birth|IUFD|Therapeutic cooling|BBA|Emergency C-section|EMCS|C/section|OASI|Undiagnosed breech|Placental abruption|No midwife available|No obstetric cover|Non-reassuring CTG|Unbooked, no antenatal care|Category 1 section|Umbilical cord pH"},
		{Events, "nothing", "Maternity leave cover|Failure to act on obs|Wrong date of birth|Delivery of medication|Delay in delivery of care|Metastatic spinal cord compression|Umbilical hernia|Breech of confidentiality|Third degree burn|Laboured breathing|Pharmacy dispensing|Surgical site infection|Sensor mat|IUD|Home delivery of oxygen|PN nutrition|Premature discharge|Birthmark|Wrong IOL|Pregnancy test not done|Non-obstetric haemorrhage"},
		{Types, "maternity", "Maternity/Obstetric incident meeting SI criteria: mother only|Intrauterine death|Ante-natal screening|Cord prolapse|Hypoxic ischaemic encephalopathy"},
		{Types, "other", "Treatment delay meeting SI criteria|Slips/trips/falls meeting SI criteria|Slips/trips/falls|Pressure ulcer|Abuse/alleged abuse of adult patient by staff|Fall in outpatients"},
		{Types, "nothing", "Wrong drug given|Pending review (a category must be selected before incident is closed)"},
	})
}

func TestPlaces(t *testing.T) {
	check(t, New(Own{}), []reads{
		{Wards, "maternity", "Labour Ward|L/W Room 4|Labor ward|Central Delivery Suite|CDS|Birth Centre|Obs theatre|AN clinic|A/N Ward|PN Ward|Neo unit|Transitional Care|Maternity Theatre 2"},
		{Wards, "other", "ITU|AMU/SAU|ED|Gynae ward|Children's Ward|Medical ward 3|Main Outpatients|X-ray"},
		{Wards, "nothing", "Theatre 3|Ward 7|Obs ward|Women's unit 2|Corridor"},
		{Units, "shared", "Maternity and Gynaecology|Surgery and Maternity"},
		{Units, "nothing", "Women and Surgery|Women's & Gynaecology|Family Health and Paediatrics"},
		{Units, "other", "Medicine|Surgery|Planned Care|Cancer Services|Corporate"},
	})
}

// Every main specialty and treatment function of the national list is known, so that it
// puts a record in or out.
func TestNationalSpecialties(t *testing.T) {
	maternity := "Obstetrics|Gynaecology and Obstetrics|Midwifery|Midwife Episode|Well Babies|Special Care Baby|Neonatal Critical Care|Neonatal Intensive Care|Perinatal Psychiatry|Fetal Medicine|Maternal Medicine|Transitional Care Baby|Neonatology"
	other := "General Surgery|Urology|Transplantation Surgery|Breast Surgery|Colorectal Surgery|Hepatobiliary & Pancreatic Surgery|Upper Gastrointestinal Surgery|Vascular Surgery|Trauma & Orthopaedics|ENT|Ear Nose and Throat|Ophthalmology|Medical Ophthalmology|Oral Surgery|Restorative Dentistry|Orthodontics|Maxillo-Facial Surgery|Neurosurgery|Plastic Surgery|Burns Care|" +
		"Cardiothoracic Surgery|Cardiac Surgery|Thoracic Surgery|Paediatric Surgery|Accident & Emergency|Emergency Medicine|Anaesthetics|Pain Management|Critical Care Medicine|Intensive Care Medicine|General Medicine|General Internal Medicine|Gastroenterology|Endocrinology|Clinical Haematology|Haemophilia Service|Clinical Physiology|Clinical Pharmacology|Hepatology|Diabetic Medicine|" +
		"Blood and Marrow Transplantation|Audiology|Audiological Medicine|Clinical Genetics|Clinical Immunology|Allergy|Rehabilitation|Palliative Medicine|Cardiology|Stroke Medicine|Transient Ischaemic Attack|Dermatology|Respiratory Medicine|Infectious Diseases|Tropical Medicine|Genitourinary Medicine|Renal Medicine|Nephrology|Medical Oncology|Nuclear Medicine|Neurology|Clinical Neurophysiology|" +
		"Rheumatology|Paediatrics|Geriatric Medicine|Elderly Medicine|Dental Medicine|Gynaecology|Gynaecological Oncology|Physiotherapy|Occupational Therapy|Speech and Language Therapy|Podiatry|Dietetics|Orthoptics|Clinical Psychology|Prosthetics|Orthotics|Optometry|Learning Disability|Adult Mental Health|Child and Adolescent Psychiatry|Forensic Psychiatry|Psychotherapy|Old Age Psychiatry|Eating Disorders|Addiction Services|" +
		"Clinical Oncology|Radiology|Diagnostic Imaging|Interventional Radiology|Histopathology|Chemical Pathology|Immunopathology|Medical Microbiology|Haematology|Blood Transfusion|Occupational Medicine|Public Health Medicine|Community Sexual and Reproductive Health|Sport and Exercise Medicine|Sleep Medicine|Congenital Heart Disease Service|Spinal Surgery|Podiatric Surgery|Dementia Assessment Service|Anticoagulant Service|Respite Care|Intermediate Care|Art Therapy|Dramatherapy|Bariatric Surgery|Allied Health Professional"
	check(t, New(Own{}), []reads{{Specialties, "maternity", maternity}, {Specialties, "other", other}})
}

func TestOwnWords(t *testing.T) {
	added := New(Own{Maternity: []string{"Rainbow", "ante-natal", "labour pool"}, Others: []string{"early pregnancy", "moonlight", "gynae"}})
	check(t, added, []reads{
		{Specialties, "maternity", "Obstetrics|Rainbow suite|Antenatal|Labour pool|Obs & Gynae"},
		{Specialties, "other", "Early Pregnancy Unit|Moonlight ward|Cardiology"},
		{Events, "nothing", "Early pregnancy loss"},
		{Units, "other", "Moonlight and women"},
		{Units, "shared", "Rainbow and Surgery"},
	})
	only := New(Own{Maternity: []string{"neonat"}, Others: []string{"moonlight"}, Only: true})
	check(t, only, []reads{
		{Specialties, "maternity", "Neonatal"}, {Specialties, "other", "Obstetrics|Moonlight"}, {Specialties, "nothing", "Cardiology"}, {Events, "nothing", "PPH"},
	})
}

// Values as trusts have them in their columns.
func TestValuesOfTrusts(t *testing.T) {
	check(t, New(Own{}), []reads{
		{Specialties, "maternity", "Mat Services|Women and Newborn|Gynaecology - Early Pregnancy|Paediatrics & Neonates|Infant Feeding Team|Antenatal & Newborn Screening|Fetal Med Unit|Maternaty|Midwivery|Obstetrics (excl Gynae)|Home birth team|OB"},
		{Specialties, "nothing", "Women, Children & Sexual Health|Child Health|Rapid Response|Virtual Ward|Safeguarding|Continuity of carer team|Bluebell team|Not applicable - staff"},
		{Specialties, "other", "EGU|Paeds|General Med|DMOP|Healthcare for Older People|HPB|Max-Fax|Sonography|Medicines Optimisation|Health visiting|Breast screening"},
		{Units, "nothing", "W&C|WACS|Women's, Children's & Clinical Support|Surgery, Cancer & Womens|Division B"},
		{Units, "shared", "Obs & Gynae Directorate|Maternity, Gynae & Sexual Health|Neonatal and Paediatrics"},
		{Wards, "maternity", "Ward 24 - Postnatal|Delivry Suite|Rosie Birth Centre|Maternity Triage/MAU|NICU (Level 3)|SCBU/TCU|EPAU / EGU|Lab ward|L/Ward|Level 2 P/N|MLU/AMU|LDRP 5|Breast Milk bank"},
		{Wards, "nothing", "Triage|MAC|Patients own home|Lavender Ward|Main entrance|Labs"},
		{Wards, "other", "MAU|HDU|A and E|Womens Outpatients|Colposcopy suite|Laboratory"},
		{Events, "maternity", "Term admission to neonatal unit|Obstetric haemorrhage|MOH > 2L|PPH >1500|Intra partum stillbirth|Shoulder distocia|Low Apgars|Bladder injury at LSCS|Anti-D not given|Concealed pregnancy|IUD at term|Category 1 CS|C.section|Born in ambulance"},
		{Events, "nothing", "Perineal abscess|Delay in induction|Emergency section|Delivery of meals late|Hysterectomy|Sepsis"},
	})
}

// A word of the trust's own is found as it stands, whatever a built-in word it is a slip from.
func TestOwnWordIsNoSlip(t *testing.T) {
	check(t, New(Own{Maternity: []string{"delivary"}, Others: []string{"medicinal"}}), []reads{{Wards, "maternity", "Delivary hub"}, {Wards, "other", "Medicinal"}})
}
