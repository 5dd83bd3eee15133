package rules

import "testing"

func builtin(t testing.TB) *Set {
	t.Helper()
	set, err := Load(testCatalogue(t), Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestBuiltinPacksLoadAndProve(t *testing.T) {
	for _, f := range builtin(t).Prove() {
		t.Errorf("%s:%d: %s: want %s, got %s (%s)", f.File, f.Line, f.Rule, f.Example.Want, f.Got.Verdict, f.Got.Why)
	}
}
