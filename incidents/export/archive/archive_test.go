package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"
)

func pack(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w, err := z.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, members[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, b []byte) *Archive {
	t.Helper()
	a, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFind(t *testing.T) {
	a := open(t, pack(t, `XL\Workbook.xml`, "one", "xl/workbook.xml", "two", "../up", "three"))
	m, ok := a.Find("xl/workbook.xml")
	text, err := m.Small()
	if !ok || err != nil || string(text) != "one" {
		t.Errorf("found %q, %v, %v, want the first of the two", text, ok, err)
	}
	if !a.Has("up") || a.Has("none") {
		t.Error("a member outside is not found by its clean name, or one is found that is not there")
	}
}

func TestBomb(t *testing.T) {
	a := open(t, pack(t, "a", string(make([]byte, 40<<20))))
	for name, unpack := range map[string]func() (io.ReadCloser, error){"stream": a.Members[0].Stream, "keep": a.Members[0].Keep} {
		r, err := unpack()
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, r)
		if !errors.Is(err, ErrBomb) || n > 12<<20 {
			t.Errorf("%s: read %d bytes, %v", name, n, err)
		}
	}
	if _, err := a.Members[0].Small(); !errors.Is(err, ErrBomb) {
		t.Errorf("small: %v", err)
	}
}

func TestWhole(t *testing.T) {
	m := open(t, pack(t, "a", "0123456789")).Members[0]
	if text, err := m.Whole(10); err != nil || string(text) != "0123456789" {
		t.Errorf("whole: %q, %v", text, err)
	}
	if _, err := m.Whole(9); !errors.Is(err, ErrLarge) {
		t.Errorf("too large: %v", err)
	}
	m.file.UncompressedSize64 = 3 // as it claims
	if _, err := m.Whole(9); err == nil {
		t.Error("a member that claims to be small is read whole")
	}
}

func TestBroken(t *testing.T) {
	whole := pack(t, "a", "some text that is long enough to be spoilt", "b", "x")
	if _, err := Open(bytes.NewReader(whole[:50]), 50); !errors.Is(err, ErrBroken) {
		t.Errorf("cut short: %v", err)
	}
	spoilt := bytes.Clone(whole)
	spoilt[35] ^= 0xFF
	if text, err := open(t, spoilt).Members[0].Small(); !errors.Is(err, ErrBroken) {
		t.Errorf("spoilt: %q, %v", text, err)
	}
	locked := bytes.Clone(whole)
	at := bytes.Index(locked, []byte("PK\x01\x02"))
	locked[at+8] |= 1
	if _, err := open(t, locked).Members[0].Stream(); !errors.Is(err, ErrPassword) {
		t.Errorf("locked: %v", err)
	}
}
