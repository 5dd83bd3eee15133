package project

import (
	"strings"
	"testing"
)

// TestAliases holds that a name is one trust's only, however it is written.
func TestAliases(t *testing.T) {
	for text, want := range map[string]string{
		"organisations:\n  Eastmoor NHS Trust: [Moor, RX1]\n  Westmoor NHS Trust: [RX2]\n": "",
		"organisations:\n  Eastmoor: [Moor, moor, EASTMOOR]\n":                             "",
		"organisations:\n  Eastmoor: [Moor]\n  Westmoor: [moor]\n":                         "siequity.yaml:3: organisations: Westmoor: moor is also a name of Eastmoor",
		"organisations:\n  Eastmoor: [west-moor]\n  Westmoor: []\n":                        "siequity.yaml:2: organisations: Eastmoor: west-moor is also a name of Westmoor",
		"organisations:\n  Eastmoor: []\n  EASTMOOR: []\n":                                 "siequity.yaml:3: organisations: EASTMOOR: EASTMOOR is also a name of Eastmoor",
	} {
		_, err := Parse(FileName, "", text)
		got := ""
		if err != nil {
			got, _, _ = strings.Cut(err.Error(), "\n")
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
