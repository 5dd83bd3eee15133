package incidents

import "testing"

func TestPack(t *testing.T) {
	for _, s := range []string{"M331AA", "9434765919", "E01021988", "0", "AB12CD34EF56"} {
		key, ok := Pack([]byte(s))
		if !ok || Unpack(key) != s {
			t.Errorf("Pack(%q) = %d, %v, which unpacks to %q", s, key, ok, Unpack(key))
		}
	}
	a, _ := Pack([]byte("m33\u00a01aa"))
	b, _ := Pack([]byte(" M33-1AA."))
	if a != b {
		t.Error("spaces, no-break spaces, case and punctuation must not matter")
	}
	for _, s := range []string{"", "-", "ABCDEFGHIJKLM", "\u0131M33"} {
		if _, ok := Pack([]byte(s)); ok {
			t.Errorf("Pack(%q) is accepted", s)
		}
	}
}
