package main

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

type scriptCommand = func(ts *testscript.TestScript, neg bool, args []string)

// scriptCommands are the words that the scripts have besides testscript's own.
func scriptCommands() map[string]scriptCommand {
	return map[string]scriptCommand{
		"exits":    exits,
		"hides":    hides,
		"same":     same,
		"encode":   encode,
		"bomb":     bomb,
		"cut":      cut,
		"wide":     wide,
		"bigcell":  bigCell,
		"bytes":    hexBytes,
		"pack":     pack,
		"replace":  replace,
		"onlyhas":  onlyHas,
		"validate": validate,
		"cells":    cells,
	}
}

// exits runs a command and demands its exit status: exits 2 siequity audit.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s did not run: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	for _, stream := range []string{"stdout", "stderr"} {
		if text := ts.ReadFile(stream); strings.Contains(text, "goroutine ") {
			ts.Fatalf("a stack trace reached the user")
		}
	}
}

// hides looks through every file of a folder, and through the members of those
// that are zips (an xlsx is one), for texts that must not be there:
// hides DIR TEXT... Negated, it demands that each text is somewhere.
func hides(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: hides DIR TEXT...")
	}
	for _, text := range args[1:] {
		var where []string
		for _, part := range parts(ts, args[0]) {
			if bytes.Contains(bytes.ToLower(part.data), []byte(strings.ToLower(text))) {
				where = append(where, part.name)
			}
		}
		switch {
		case !neg && len(where) > 0:
			ts.Fatalf("%q stands in %v", text, where)
		case neg && len(where) == 0:
			ts.Fatalf("%q stands nowhere in %s", text, args[0])
		}
	}
}

// A part is a file, or a member of a file that is a zip.
type part struct {
	name string
	data []byte
}

func parts(ts *testscript.TestScript, dir string) []part {
	var out []part
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		out = append(out, part{filepath.ToSlash(name), data})
		if z, zipErr := zip.NewReader(bytes.NewReader(data), int64(len(data))); zipErr == nil {
			members, err := unzipped(name, z)
			out = append(out, members...)
			return err
		}
		return err
	}))
	return out
}

func unzipped(name string, z *zip.Reader) ([]part, error) {
	var out []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		out = append(out, part{name + "!" + f.Name, data})
	}
	return out, nil
}

// same demands that two folders hold the same files with the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	a, b := parts(ts, args[0]), parts(ts, args[1])
	names := func(ps []part) (out []string) {
		for _, p := range ps {
			out = append(out, p.name)
		}
		return out
	}
	if !slices.Equal(names(a), names(b)) {
		ts.Fatalf("%s holds %v, %s holds %v", args[0], names(a), args[1], names(b))
	}
	for i := range a {
		if !bytes.Equal(a[i].data, b[i].data) {
			ts.Fatalf("%s differs between %s and %s", a[i].name, args[0], args[1])
		}
	}
}

// onlyHas demands that a folder holds exactly these files: onlyhas DIR FILE...
func onlyHas(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: onlyhas DIR [FILE...]")
	}
	var got []string
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		ts.Check(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(got, want) {
		ts.Fatalf("%s holds %v, want %v", args[0], got, want)
	}
}

// encode writes a file anew in another encoding: encode utf16le FILE.
func encode(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: encode utf16le|utf16be|bom|1252 FILE")
	}
	text := ts.ReadFile(args[1])
	var err error
	switch args[0] {
	case "utf16le":
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	case "utf16be":
		text, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case "bom":
		text = "\ufeff" + text
	case "1252":
		text, err = charmap.Windows1252.NewEncoder().String(text)
	default:
		ts.Fatalf("no encoding %s", args[0])
	}
	ts.Check(err)
	write(ts, args[1], []byte(text))
}

// cut keeps the first bytes of a file, as a broken download does: cut 200 FILE.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	write(ts, args[1], []byte(ts.ReadFile(args[1])[:n]))
}

// wide adds columns nobody knows until a csv has so many: wide 300 FILE.
func wide(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	lines := strings.Split(strings.TrimRight(ts.ReadFile(args[1]), "\n"), "\n")
	for i := strings.Count(lines[0], ",") + 1; i < n; i++ {
		for j := range lines {
			if j == 0 {
				lines[j] += fmt.Sprintf(",Local question %d", i)
			} else {
				lines[j] += ",x"
			}
		}
	}
	write(ts, args[1], []byte(strings.Join(lines, "\n")+"\n"))
}

// bigCell puts a text of so many megabytes for a word: bigcell 10 WORD FILE.
func bigCell(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	big := strings.Repeat("care was reviewed and found good. ", n<<20/34)
	write(ts, args[2], []byte(strings.Replace(ts.ReadFile(args[2]), args[1], big, 1)))
}

// hexBytes writes a file that is no text: bytes FILE HEX ZEROS.
func hexBytes(ts *testscript.TestScript, _ bool, args []string) {
	head, err := hex.DecodeString(args[1])
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	write(ts, args[0], append(head, make([]byte, n)...))
}

// replace puts one text for another in a file: replace OLD NEW FILE.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[2])
	if !strings.Contains(text, args[0]) {
		ts.Fatalf("%s has no %q", args[2], args[0])
	}
	write(ts, args[2], []byte(strings.ReplaceAll(text, args[0], args[1])))
}

// pack puts files into a zip: pack FILE.zip MEMBER...
func pack(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range args[1:] {
		w, err := z.Create(filepath.Base(name))
		ts.Check(err)
		_, err = io.WriteString(w, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(z.Close())
	write(ts, args[0], b.Bytes())
}

// bomb packs so many megabytes of one letter into a small zip: bomb 3000 FILE.zip.
func bomb(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	w, err := z.Create("export.csv")
	ts.Check(err)
	megabyte := bytes.Repeat([]byte("a"), 1<<20)
	for range n {
		_, err = w.Write(megabyte)
		ts.Check(err)
	}
	ts.Check(z.Close())
}

func write(ts *testscript.TestScript, name string, data []byte) {
	ts.Check(os.WriteFile(ts.MkAbs(name), data, 0o644))
}
