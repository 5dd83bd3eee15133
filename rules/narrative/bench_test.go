package narrative_test

import (
	"strings"
	"testing"

	"siequity/rules/narrative"
)

// plain is ordinary clinical prose without a cue.
const plain = "The registrar reviewed the trace at 04:10 and chose a fetal blood sample, which was not possible. " +
	"The baby was born by forceps at 04:41 with a cord pH of 6.98 and was transferred for cooling. "

func BenchmarkScanNoCue(b *testing.B) {
	lx := load(b)
	s := strings.Repeat(plain, 5000)
	if lx.Any(s) {
		b.Fatal("the plain text holds a cue")
	}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		lx.Read([]narrative.Part{{Text: s}})
	}
}

func BenchmarkReadCases(b *testing.B) {
	lx := load(b)
	cases := readCases(b, "../../testdata/consideration.jsonl")
	size := 0
	for _, c := range cases {
		size += len(c.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, c := range cases {
			lx.Read([]narrative.Part{{Text: c.Text}})
		}
	}
}

// BenchmarkReadReport reads a long report in which one line in forty has a cue.
func BenchmarkReadReport(b *testing.B) {
	lx := load(b)
	s := strings.Repeat(strings.Repeat(plain+"\n", 39)+"No interpreter was used at the booking appointment.\n", 300)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		lx.Read([]narrative.Part{{Text: s}})
	}
}

// BenchmarkReadRecord reads one record of three short fields with a cue in each.
func BenchmarkReadRecord(b *testing.B) {
	lx := load(b)
	parts := []narrative.Part{
		{Name: "Description", Text: plain + "The woman spoke little English and her husband interpreted. " + plain},
		{Name: "Findings", Text: plain + "The panel did not consider whether her ethnicity affected the delay."},
		{Name: "Lessons learned", Text: "Interpreter to be booked for every contact.\n" + plain},
	}
	size := 0
	for _, p := range parts {
		size += len(p.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		lx.Read(parts)
	}
}

func BenchmarkCuesOnly(b *testing.B) {
	lx := load(b)
	s := strings.Repeat("language ", 1_000_000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		lx.Read([]narrative.Part{{Text: s}})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
