package masking_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/masking"
)

func TestMask(t *testing.T) {
	m := masking.New(masking.Options{Keep: []string{"Larkspur"}, Names: []string{"Tamblyn"}})
	for _, c := range []struct{ name, text, want string }{
		{"one person, one number", "Mrs Sarah Tolworthy rang. Sarah spoke to Dr Ifeanyi Obuya. Mrs Tolworthy’s pain was 8/10.",
			"Mrs [person 1] rang. [person 1] spoke to Dr [person 2]. Mrs [person 1]’s pain was 8/10."},
		{"a couple", "Mr and Mrs Varga met the panel.", "Mr and Mrs [person 1] met the panel."},
		{"same surname, two people", "Imran Khan and Sana Khan", "[person 1] and [person 2]"},
		{"known before introduced", "Farah rang. Farah Ulmer is 29.", "[person 1] rang. [person 1] is 29."},
		{"half of a double name", "Ms Ada Bell-Ogundipe came; Mrs Ogundipe left.", "Ms [person 1] came; Mrs [person 1] left."},
		{"initials", "Mrs K. was seen by J.B. at 10:00", "Mrs [person 1] was seen by [person 2] at 10:00"},
		{"surname first", "Okello, Ruth: delayed scan", "[person 1]: delayed scan"},
		{"a word that is a name", "Her name is Grace. Grace was in pain, then Grace came in. Hope to discharge; patience was needed.",
			"Her name is [person 1]. [person 1] was in pain, then [person 1] came in. Hope to discharge; patience was needed."},
		{"surname in capitals", "Name:SMITH,Jane", "Name:[person 1]"},
		{"lower case", "pt name: ewa zbik, seen by dr patel", "pt name: [person 1], seen by dr [person 2]"},
		{"capitals", "SEEN BY DR ADEYEMI ON LABOUR WARD", "SEEN BY DR [person 1] ON LABOUR WARD"},
		{"particles", "Habib ur-Rehman and Luciana de Souza", "[person 1] and [person 2]"},
		{"nhs number by its check", "number 9434765919.", "number [nhs number]."},
		{"nhs number by its cue", "NHS No: 123-456-7890", "NHS No: [nhs number]"},
		{"a reference of ten digits", "Datix ref 1234567890", "Datix ref 1234567890"},
		{"hospital number", "Hosp No RQ5518820, unit no 0448213", "Hosp No [hospital number], unit no [hospital number]"},
		{"incident numbers", "WEB48213 and W104522 and StEIS 2026/10432", "WEB48213 and W104522 and StEIS 2026/10432"},
		{"birth", "DOB 14/02/1985, d.o.b. 3rd May 1990, DOB: 010190", "DOB [date of birth], d.o.b. [date of birth], DOB: [date of birth]"},
		{"birth without a cue", "(17/09/1990)", "([date of birth])"},
		{"incident dates", "Incident on 03/03/2023, reported 04/03/2023.", "Incident on 03/03/2023, reported 04/03/2023."},
		{"a baby's birth", "Baby born 12/02/2026 at 14:03, delivered 12/02/2026", "Baby born [date of birth] at 14:03, delivered 12/02/2026"},
		{"telephones", "07700 900294, +44 7700 900197, (0161) 496 0086, tel 496 0699", "[phone], [phone], [phone], tel [phone]"},
		{"e-mail", "write to a.b@example.nhs.uk.", "write to [email]."},
		{"address", "of 2a Cinder Lane, Marlow Heath, WB2 4FQ today", "of [address], [postcode] today"},
		{"lower-case address", "lives at 12 tolworthy road, elmsley", "lives at [address], elmsley"},
		{"no address", "2 in the way, 3 close calls, cat 1 section", "2 in the way, 3 close calls, cat 1 section"},
		{"no postcode", "day 5 1st dose, G2 1ST STAGE, E1 2mg", "day 5 1st dose, G2 1ST STAGE, E1 2mg"},
		{"clinical words", "Braxton Hicks; Kielland; Bishop score 4; Erb's palsy; McRoberts, Rubin II, Wood's screw; Pinard and Sonicaid",
			"Braxton Hicks; Kielland; Bishop score 4; Erb's palsy; McRoberts, Rubin II, Wood's screw; Pinard and Sonicaid"},
		{"a person called so", "Mr Kielland and Dr Bishop agreed.", "Mr [person 1] and Dr [person 2] agreed."},
		{"a person called like a place", "Mrs Church met Dr Hall; Dr Church of Church Lane Clinic", "Mrs [person 1] met Dr [person 2]; Dr [person 1] of Church Lane Clinic"},
		{"a sister called like a people", "Seen by Sister White on the ward. Her sister, White British, came.", "Seen by Sister [person 1] on the ward. Her sister, White British, came."},
		{"an unlisted forename", "Reviewed by Osric Vane, consultant. Midwife Ludo Wren took the call.", "Reviewed by [person 1], consultant. Midwife [person 2] took the call."},
		{"an unlisted forename without a cue", "Bettiria Crumpet called. Zoelle Wheelhouse (MW) came. Quorra was told. Then Fenwyn left.",
			"[person 1] called. [person 2] (MW) came. [person 3] was told. Then [person 4] left."},
		{"an unlisted name within a sentence", "Handed over to Quillorn at 07:45; statement from Tamsorel.", "Handed over to [person 1] at 07:45; statement from [person 2]."},
		{"an unlisted place, tongue or drug", "Transferred to Harrowmere by car, speaks Lundari, given Zentrapine. The Ostrell ward.",
			"Transferred to Harrowmere by car, speaks Lundari, given Zentrapine. The Ostrell ward."},
		{"a forename that is a word, acting", "Summer left before review. Hope was in pain. Faith was discussed.", "[person 1] left before review. [person 2] was in pain. Faith was discussed."},
		{"a town that is a surname", "Nathaniel Frome of Frome; Amina English speaking.", "[person 1] of Frome; [person 2] English speaking."},
		{"a borough that is a surname", "Investigator Oonagh Sefton of Sefton; seen at Bolton by Priya Bolton.", "Investigator [person 1] of Sefton; seen at Bolton by [person 2]."},
		{"a baby by a word", "Baby Black transferred. Baby Friendly award. Mum Black African.", "Baby [person 1] transferred. Baby Friendly award. Mum Black African."},
		{"grades are no initials", "Graded D. Box now forced. A/A. Copy to FMU. Lost 1.8 L. Finch-Mbeki rang.", "Graded D. Box now forced. A/A. Copy to FMU. Lost 1.8 L. [person 1] rang."},
		{"answers are no initials", "Interpreter: N. Expressed milk given. Interp req: N. Lang: Eng.", "Interpreter: N. Expressed milk given. Interp req: N. Lang: Eng."},
		{"a forename that is a word, addressed", "Spoke with Grace. Told Joy that scan was normal; with hope.", "Spoke with [person 1]. Told [person 2] that scan was normal; with hope."},
		{"file numbers", "Notes ref DR-558013; FM0091 was lost; QA 2024.", "Notes ref [hospital number]; [hospital number] was lost; QA 2024."},
		{"a street for a surname", "Patient Lesley-Anne Croft; Sarah-Jane Croft rang; Holloway Lane, Stoke-Mandeville Road.", "Patient [person 1]; [person 2] rang; Holloway Lane, Stoke-Mandeville Road."},
		{"a hospital number in groups", "hospital no 90-114-556 was used on 12-04-2026", "hospital no [hospital number] was used on 12-04-2026"},
		{"a number beside a name", "Arabella Stokoe, 20119943; Mrs Oduya (4410928) rang at 1420. Weight 3480.", "[person 1], [hospital number]; Mrs [person 2] ([hospital number]) rang at 1420. Weight 3480."},
		{"two initials", "Signed JB/ LK. Second check LK.", "Signed [person 1]/ [person 2]. Second check [person 2]."},
		{"hospital and person", "St Aldhelm's Hospital; a Mr Aldhelm", "St Aldhelm's Hospital; a Mr [person 1]"},
		{"peoples and faiths", "White British, Jehovah's Witness, Sylheti, Ramadan, Home Office", "White British, Jehovah's Witness, Sylheti, Ramadan, Home Office"},
		{"wards", "on Rowan Ward and Princess Anne Wing", "on Rowan Ward and Princess Anne Wing"},
		{"jobs", "Ward Manager; Consultant Midwife; Head of Midwifery", "Ward Manager; Consultant Midwife; Head of Midwifery"},
		{"local words", "by Larkspur and by Tamblyn", "by Larkspur and by [person 1]"},
		{"masked already", "Mrs [person 1], DOB [date of birth], [phone]", "Mrs [person 1], DOB [date of birth], [phone]"},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, m.Mask(c.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuote(t *testing.T) {
	m := masking.New(masking.Options{})
	text := "Mrs Oduya rang. Later Oduya came in."
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{16, 36, "Later [person 1] came in."},
		{24, 36, "[person 1] came in."}, // from within the name
		{0, 7, "Mrs [person 1]"},        // to within the name
		{0, 4, "Mrs "},
		{-5, 99, "Mrs [person 1] rang. Later [person 1] came in."},
		{9, 9, ""},
	} {
		if got := m.Quote(text, c.start, c.end); got != c.want {
			t.Errorf("Quote(%d, %d) = %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestCheckNHSNumber(t *testing.T) {
	for n, want := range map[string]bool{
		"9434765919": true, "9876543210": true, "9434765918": false, "1234567890": false, "943476591": false, "94347659x9": false,
	} {
		if got := masking.CheckNHSNumber(n); got != want {
			t.Errorf("CheckNHSNumber(%s) = %v, want %v", n, got, want)
		}
	}
}

// TestOneMaskerManyReaders runs under -race.
func TestOneMaskerManyReaders(t *testing.T) {
	m := masking.New(masking.Options{})
	text := "Mrs Oduya, DOB 14/02/1985, rang Dr Ifeanyi Obuya."
	want := m.Mask(text)
	done := make(chan string)
	for range 4 {
		go func() { done <- m.Mask(text) }()
	}
	for range 4 {
		if got := <-done; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzMask(f *testing.F) {
	m := masking.New(masking.Options{})
	for _, s := range []string{
		"Mrs O’Brien’s DOB 1/1/90", "a@b.c @@ x@y.zz", "NHS 943 476 5919 0113 496 0699", "J.B. d.o.b. 'S 's", "Dr. \x80\xff Š",
		"12 Mill Lane, Elm WB2 4FQ", "S/M Oduya -Ada-", "van der", "mr and mrs", "+44 7", "DOB", "pt name: 王伟",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range m.Spans(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after %d in %d bytes", s, at, len(text))
			}
			if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) && utf8.ValidString(text) {
				t.Fatalf("span %v cuts a character", s)
			}
			at = s.End
		}
		masked := m.Mask(text)
		for w := range strings.FieldsSeq(masked) {
			if masking.CheckNHSNumber(w) {
				t.Fatalf("NHS number left in %q", masked)
			}
		}
		if utf8.ValidString(text) && !utf8.ValidString(masked) {
			t.Fatalf("not valid: %q", masked)
		}
	})
}

func BenchmarkMask(b *testing.B) {
	m := masking.New(masking.Options{})
	text := strings.Repeat("Mrs Farzana Ulmer (NHS 943 476 5919) attended triage with reduced fetal movements at 36+2. The midwife listened in and a CTG was "+
		"commenced. Language: Urdu. An interpreter was not offered, and the panel felt that her concerns had not been understood by the registrar. "+
		"Synto was started at 04:10 and the baby was born by ventouse. Dr Obuya reviewed.\n", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		m.Mask(text)
	}
}

// BenchmarkMaskLong holds that a text of ten megabytes costs as much a byte as a short one.
func BenchmarkMaskLong(b *testing.B) {
	m := masking.New(masking.Options{})
	text := strings.Repeat("Seen by Dr Obuya, mum Ada Ulmer, by by by @ 12 12 ", 200_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		m.Mask(text)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		masking.New(masking.Options{})
	}
}
