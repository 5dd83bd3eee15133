package workbook

import "testing"

func TestDateFormat(t *testing.T) {
	cases := map[string]bool{
		"General": false, "0.00": false, "@": false, "#,##0": false, "dd/mm/yyyy": true, "dd/mm/yyyy;@": true, "[h]:mm": true,
		"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": true, "[Red]0": false, `0" days"`: false, `0\d`: false, "h:mm AM/PM": true,
		"0.00E+00": false, "[DBNum1]General": false, "_-* #,##0_-;d": false, `"unclosed`: false, "mm:ss.0": true, "": false,
		"yyyy": true, "[Blue][>100]0": false, "[ss]": true, `[$£-809]#,##0.00`: false,
	}
	for code, want := range cases {
		if got := dateFormat(code); got != want {
			t.Errorf("dateFormat(%q) = %v, want %v", code, got, want)
		}
	}
}

func TestBuiltinDate(t *testing.T) {
	for id, want := range map[int]bool{0: false, 13: false, 14: true, 22: true, 23: false, 27: true, 37: false, 45: true, 48: false, 49: false, 50: true, 58: true, 59: false} {
		if got := builtinDate(id); got != want {
			t.Errorf("builtinDate(%d) = %v, want %v", id, got, want)
		}
	}
}

func TestDatesBySetting(t *testing.T) {
	var s stylesPart
	s.Formats = append(s.Formats, struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	}{14, "0.0"}) // a number of its own for a built-in one
	for _, id := range []int{0, 14, 15} {
		s.Cells = append(s.Cells, struct {
			Format int `xml:"numFmtId,attr"`
		}{id})
	}
	if got := s.dates(); got[0] || got[1] || !got[2] {
		t.Errorf("dates = %v, want only the third", got)
	}
}

func TestAppendText(t *testing.T) {
	cases := map[string]string{
		"plain": "plain", "a &lt; b": "a < b", "_x0041_": "A", "_x005F_x0041_": "_x0041_", "_x00": "_x00", "_xZZZZ_": "_xZZZZ_",
		"_xD83D__xDE00_": "\U0001F600", "_xD83D_": "\uFFFD", "a_x000D_\n": "a\r\n", "_x_x0041_": "_xA", "&#95;x0041_": "A",
	}
	for raw, want := range cases {
		if got := string(AppendText([]byte("x"), []byte(raw))); got != "x"+want {
			t.Errorf("AppendText(%q) = %q, want %q", raw, got, "x"+want)
		}
		if Plain([]byte(raw)) && raw != want {
			t.Errorf("Plain(%q) is true, and it means %q", raw, want)
		}
	}
}

func TestRuns(t *testing.T) {
	raw := `<r><rPr><b/></rPr><t>one </t></r><r><t xml:space="preserve">two</t></r><rPh sb="0" eb="1"><t>no</t></rPh><t/></si><si><t>next</t></si>`
	text, after := AppendRuns(nil, []byte(raw), 0, "si")
	if string(text) != "one two" || raw[after:] != "<si><t>next</t></si>" {
		t.Errorf("text %q, then %q", text, raw[after:])
	}
}

func TestTextsKept(t *testing.T) {
	var s texts
	long := make([]byte, chunkSize+5)
	s.add([]byte("<sst><si/><si><t>a</t></si>"), nil)
	s.keep(long)
	s.add([]byte("<si><t>b</t></si></sst>"), nil)
	for i, want := range []string{"", "a", string(long), "b"} {
		if got, ok := s.at(i); !ok || string(got) != want {
			t.Errorf("text %d has %d bytes, %v", i, len(got), ok)
		}
	}
	for _, i := range []int{-1, 4} {
		if _, ok := s.at(i); ok {
			t.Errorf("there is a text %d", i)
		}
	}
}
