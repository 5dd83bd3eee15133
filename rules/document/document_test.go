package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const valid = `name: equity
size: 3
codes: ["010", A]
parts:
  - {id: one}
  - {id: two}
`

// read takes every key that the valid document has.
func read(text string) (ids []string, log *Log) {
	log = &Log{}
	root := Parse("pack.yaml", text, log)
	root.Need("name")
	ids = append(ids, root.Text("name"))
	root.Whole("size")
	ids = append(ids, root.Texts("codes")...)
	for _, part := range root.Objects("parts") {
		id := part.Text("id")
		part.Name(id)
		part.Close()
		ids = append(ids, id)
	}
	root.Close()
	return ids, log
}

func TestValidDocument(t *testing.T) {
	ids, log := read(valid)
	if err := log.Err(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"equity", "010", "A", "one", "two"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for name, tc := range map[string]struct{ old, new, want string }{
		"octal":          {`"010"`, `010`, `pack.yaml:3: codes[1]: 010 is read as a number, not as text`},
		"null in a list": {`"010"`, `null`, `pack.yaml:3: codes[1]: null is read as nothing, not as text`},
		"tilde":          {`"010"`, `~`, `pack.yaml:3: codes[1]: ~ is read as nothing, not as text`},
		"true":           {`"010"`, `true`, `pack.yaml:3: codes[1]: true is read as true or false, not as text`},
		"a date":         {`"010"`, `2026-05-14`, `pack.yaml:3: codes[1]: 2026-05-14 is read as a date, not as text`},
		"empty text":     {`"010"`, `""`, `pack.yaml:3: codes[1]: is empty`},
		"unknown key":    {`size: 3`, `sise: 3`, "pack.yaml:2: the key \"sise\" is not known here\n    sise: 3\n    hint: did you mean \"size\"?"},
		"unknown inner":  {`{id: two}`, `{id: two, more: x}`, `pack.yaml:6: parts[2] two: the key "more" is not known here`},
		"twice":          {`size: 3`, `name: again`, `pack.yaml:2: the key "name" is given twice`},
		"not a number":   {`size: 3`, `size: "3"`, `pack.yaml:2: size: 3 is not a number`},
		"not whole":      {`size: 3`, `size: 2.5`, `pack.yaml:2: size: 2.5 is not a whole number of at least 0`},
		"infinite":       {`size: 3`, `size: .inf`, `pack.yaml:2: size: .inf is not a number`},
		"alias":          {`size: 3`, `size: &x 3`, `pack.yaml:2: uses a YAML anchor or alias (& or *)`},
		"missing":        {`name: equity`, `name: ""`, `pack.yaml:1: name is missing`},
		"not a list":     {`["010", A]`, `{a: b}`, "pack.yaml:3: codes: a block of `key: value` lines stands where a list is meant"},
		"not a block":    {`- {id: one}`, `- one`, "pack.yaml:5: parts[1]: one stands where a block of `key: value` lines is meant"},
		"broken":         {`name: equity`, "name: [", `pack.yaml:2: cannot be read as YAML: did not find expected ',' or ']'`},
		"two documents":  {`name: equity`, "a: b\n---\nname: equity", `pack.yaml: holds more than one document`},
	} {
		_, log := read(strings.Replace(valid, tc.old, tc.new, 1))
		if got := said(log); !strings.Contains(got, tc.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tc.want)
		}
	}
}

// said gives the faults as a person reads them, each with its hint.
func said(log *Log) string {
	var b strings.Builder
	for _, f := range log.Faults() {
		b.WriteString(f.Error() + "\n    hint: " + f.Remedy() + "\n")
	}
	return b.String()
}

func TestAllFaultsAtOnceInOrder(t *testing.T) {
	_, log := read("size: x\ncodes: [1, 2]\nnmae: equity\n")
	var got []int
	for _, f := range log.Faults() {
		got = append(got, f.Line)
	}
	if diff := cmp.Diff([]int{1, 1, 2, 2, 3}, got); diff != "" {
		t.Errorf("%s\n%v", diff, log.Err())
	}
}

func TestAFaultShowsItsLineAndTheRemedy(t *testing.T) {
	_, log := read(strings.Replace(valid, `"010"`, "010", 1))
	want := "pack.yaml:3: codes[1]: 010 is read as a number, not as text\n" +
		"    codes: [010, A]\n" +
		"    hint: put it in quotes\n"
	if diff := cmp.Diff(want, said(log)); diff != "" {
		t.Error(diff)
	}
}

func TestSourceIsWhatItsAuthorWrote(t *testing.T) {
	log := &Log{}
	root := Parse("p.yaml", "parts:\n  - id: one\n    doc: >\n      folded\n\n      text\n    # a remark\n  - {id: two,\n   doc: x}\nlast: z\n", log)
	var got []string
	for _, part := range root.Objects("parts") {
		got = append(got, part.Source())
	}
	want := []string{"id: one\ndoc: >\n  folded\n\n  text\n# a remark\n", "{id: two,\ndoc: x}\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(valid)
	f.Add("a: &x [*x]\n<<: {b: 1}\n")
	f.Add("\ufeffname: 'x'\r\n? [k]\n: v\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, log := read(text)
		for _, fault := range log.Faults() {
			if fault.File == "" || fault.What == "" || strings.ContainsAny(fault.Text, "\n\x00") {
				t.Errorf("%q: %+v", text, fault)
			}
		}
	})
}
