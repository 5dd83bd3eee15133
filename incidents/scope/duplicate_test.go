package scope

import (
	"strings"
	"testing"
)

func TestSaysDuplicate(t *testing.T) {
	for want, texts := range map[bool]string{
		true:  "WEB100|12345|Yes|Y|TRUE|x|✓|Yes - WEB100|Duplicate|Duplicate of W100|W-2026-0001|see WEB100|1|Merged with WEB100|Yes, of 10023|INC0001; INC0002",
		false: "|No|N|FALSE|0|N/A|-|None|Not a duplicate|No - see WEB100|Possible duplicate|?|Possibly WEB100|TBC|Unknown|nil|Under review|Y?|NULL|No duplicate found|To check",
	} {
		for text := range strings.SplitSeq(texts, "|") {
			if got := saysDuplicate(text); got != want {
				t.Errorf("%q: duplicate %v, want %v", text, got, want)
			}
		}
	}
}
