package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReferences(t *testing.T) {
	steis := func(year, n uint64) ref { return ref{number: year*1e7 + n, system: StEIS} }
	datix := func(n uint64) ref { return ref{number: n, system: Datix} }
	mnsi := func(n uint64) ref { return ref{number: n, system: MNSI} }
	pmrt := func(n uint64, baby uint8) ref { return ref{number: n, system: PMRT, baby: baby} }
	twice := func(r ref) ref { r.marks = either; return r }
	lfpse := func(text string) ref { return ref{number: hashText(text), system: LFPSE} }
	tests := []struct {
		text   string
		column Source
		want   []ref
	}{
		{"2026/4821", StEIS, []ref{steis(2026, 4821)}},
		{"2026/4821", Unknown, []ref{steis(2026, 4821)}},
		{"StEIS 2026-04821", Unknown, []ref{steis(2026, 4821)}},
		{"steis no 2026/04821", Datix, []ref{steis(2026, 4821)}},
		{"STEIS: 2026 / 4821", StEIS, []ref{steis(2026, 4821)}},
		{"Log No. 2026/4821 (SI)", StEIS, []ref{steis(2026, 4821)}},
		{"202604821", StEIS, []ref{steis(2026, 4821)}},
		{"2026/4821", Datix, []ref{twice(ref{number: hashText("2026/4821"), system: Datix}), twice(steis(2026, 4821))}},
		{"4821", StEIS, nil}, // no year: it could be of any
		{"W12345", Unknown, []ref{datix(12345)}},
		{"WEB12345", StEIS, []ref{datix(12345)}},
		{"web-012345", Unknown, []ref{datix(12345)}},
		{"Datix ref: 12345", Unknown, []ref{datix(12345)}},
		{"12345", Datix, []ref{datix(12345)}},
		{"12345", Unknown, nil},
		{"7", Datix, []ref{datix(7)}},
		{"seen by 2 midwives", Datix, nil},
		{"INC-2026-001", Datix, []ref{{number: hashText("2026/001"), system: Datix}}},
		{"MI-012345", Unknown, []ref{mnsi(12345)}},
		{"MI 12345", StEIS, []ref{mnsi(12345)}},
		{"HSIB MI-012345", MNSI, []ref{mnsi(12345)}},
		{"012345", MNSI, []ref{mnsi(12345)}},
		{"91234/1", PMRT, []ref{pmrt(91234, 1)}},
		{"PMRT 91234", Unknown, []ref{pmrt(91234, 0)}},
		{"91234/2", Unknown, []ref{pmrt(91234, 2)}},
		{"MBRRACE 91234-1", Datix, []ref{pmrt(91234, 1)}},
		{"91234A", PMRT, []ref{pmrt(91234, 1)}},
		{"91234 b", PMRT, []ref{pmrt(91234, 2)}},
		{"91234-C; 91240", PMRT, []ref{pmrt(91234, 3), pmrt(91240, 0)}},
		{"91234/T2", PMRT, []ref{pmrt(91234, 2)}},
		{"91234 (twin 1)", PMRT, []ref{pmrt(91234, 1)}},
		{"91234 Baby B", PMRT, []ref{pmrt(91234, 2)}},
		{"91234 (b) closed", PMRT, []ref{pmrt(91234, 2)}},
		{"91234B - closed", PMRT, []ref{pmrt(91234, 2)}},
		{"91234A & 91234B", PMRT, []ref{pmrt(91234, 1), pmrt(91234, 2)}},
		{"91234 A, 91234 B", PMRT, []ref{pmrt(91234, 1), pmrt(91234, 2)}},
		{"91234 twin B - closed", PMRT, []ref{pmrt(91234, 2)}},
		{"91234 c/o", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 D - closed", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 A&E", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 A/E", PMRT, []ref{pmrt(91234, 0)}},
		{"91234A/E", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 (A&E)", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 b/f", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 - c. section", PMRT, []ref{pmrt(91234, 0)}},
		{"91234 TB", PMRT, []ref{pmrt(91234, 0)}},
		{"PMRT 91234 a review", PMRT, []ref{pmrt(91234, 0)}},
		{"91234X", PMRT, []ref{pmrt(91234, 0)}},
		{"91234/02", PMRT, []ref{pmrt(91234, 2)}},
		{"PMRT 91234 / 3", PMRT, []ref{pmrt(91234, 3)}},
		{"a1b2-c3d4", LFPSE, []ref{lfpse("A1B2C3D4")}},
		{"LFPSE 000123456", LFPSE, []ref{lfpse("123456")}},
		{"LFPSE-000123456", Datix, []ref{lfpse("123456")}},
		{"W12345; 2026/4821", Unknown, []ref{datix(12345), steis(2026, 4821)}},
		{"Datix 12345 and StEIS 2026/4821", Unknown, []ref{datix(12345), steis(2026, 4821)}},
		{"12345, 12346 & 12347", Datix, []ref{datix(12345), datix(12346), datix(12347)}},
		{"12345.0", Datix, []ref{datix(12345)}},
		{"n/a", Datix, nil},
		{"none", StEIS, nil},
		{"TBC", LFPSE, nil},
		{"", Datix, nil},
		{"14/05/2026", Datix, nil},
		{"2026-05-14", StEIS, nil},
		{"14/05/2026", LFPSE, nil},
		{"reported 14-5-26 as 12345", Datix, []ref{datix(12345)}},
		{"9434765919", Datix, nil}, // a person's number, not a reference
		{"000", Datix, nil},
		{"£12,345", Unknown, nil},
	}
	for _, tt := range tests {
		got := appendRefs(nil, tt.text, tt.column)
		if d := cmp.Diff(tt.want, got, cmp.AllowUnexported(ref{})); d != "" {
			t.Errorf("%q in a column of %q: %s", tt.text, tt.column, d)
		}
	}
}

// Every way of writing one reference is the same reference.
func TestOwnReferences(t *testing.T) {
	tests := []struct {
		system Source
		forms  []string
	}{
		{StEIS, []string{"2026/10432", "2026-10432", "StEIS 2026/10432", "2026/010432", "202610432"}},
		{Datix, []string{"48213", "WEB48213", "W48213", "web 48213", "Datix-48213", "048213"}},
		{MNSI, []string{"MI-012345", "MI012345", "mi 12345", "12345"}},
		{PMRT, []string{"91234/1", "91234-1", "PMRT 91234/1"}},
		{LFPSE, []string{"ab-0012-xy", "LFPSE AB0012XY", "AB/12-XY"}},
	}
	for _, tt := range tests {
		want, _ := ownRef(tt.forms[0], tt.system, nil)
		for _, f := range tt.forms {
			if got, ok := ownRef(f, tt.system, nil); !ok || got != want {
				t.Errorf("%s %q: %+v, want %+v", tt.system, f, got, want)
			}
		}
	}
	if _, ok := ownRef(" - ", Datix, nil); ok {
		t.Error("a dash is no reference")
	}
}

func TestNumberKey(t *testing.T) {
	for _, same := range [][]string{{"943 476 5919", "9434765919", "943-476-5919"}, {"RXR 0012345", "rxr0012345", "RXR12345"}} {
		for _, text := range same {
			if got, want := NumberKey(text), NumberKey(same[0]); got != want || got == 0 {
				t.Errorf("%q: %d, want %d", text, got, want)
			}
		}
	}
	for _, none := range []string{"", "n/a", "unknown", "0000000000", "000 000", "123"} {
		if got := NumberKey(none); got != 0 {
			t.Errorf("%q: %d, want 0", none, got)
		}
	}
}

func FuzzReferences(f *testing.F) {
	for _, s := range []string{"2026/4821", "W12345; MI-1", "91234/1 - 2", "LFPSE a-1/", "1/2/3/4/5/6", "20/", "- -1"} {
		f.Add(s, uint8(Datix))
	}
	f.Fuzz(func(t *testing.T, text string, column uint8) {
		for _, r := range appendRefs(nil, text, Source(column%uint8(sourceEnd))) {
			if r.number == 0 || r.system == Unknown || r.baby > 9 {
				t.Fatalf("%q: %+v", text, r)
			}
		}
	})
}
