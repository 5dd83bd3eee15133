package wording

import "testing"

func TestPoint(t *testing.T) {
	for text, want := range map[string]string{"1,0": "1.0", "10,0": "10.0", "2,5": "2.5", "32,844": "32844", "1,000,000": "1000000", "0,123": "0.123", "0,48": "0.48", "7": "7", "3.0": "3.0", "1,234.5": "1234.5", "-1,0": "-1.0",
		"21,6": "21.6", "480,5": "480.5", "1,2,3": "1,2,3", "1234,567": "1234.567", "1,0.5": "1,0.5", ",5": ".5"} {
		if got := Point(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}
