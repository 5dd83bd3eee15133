package field

import "testing"

// Every form of a list of changes is read here as a StEIS row holds it.
func BenchmarkLatest(b *testing.B) {
	for _, text := range []string{"14/05/2026", "14/05/2026 10:15", "13/05/2026 09:00;14/05/2026 10:15", "14 May 2026 10:15"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				Latest(text)
			}
		})
	}
}

func BenchmarkParseDate(b *testing.B) {
	for _, text := range []string{"14/05/2026 10:15", "14-May-2026", "2026-05-14", "3Jun2026"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				ParseDate(text)
			}
		})
	}
}
